/** What the records of the projects give: measures, sums, dates, order, and what is unknown kept unknown. */
import { describe, expect, it } from 'vitest';
import { analyserBilan } from '../../../src/analysis/projets/bilan.js';
import { projetAu } from '../../../src/analysis/projets/etat.js';
import { mesureCalculee } from '../../../src/analysis/projets/mesures.js';
import { analyserProjet, analyserProjets, suivre } from '../../../src/analysis/projets/projets.js';
import type { Study } from '../../../src/study/study.js';
import type { ModeOperatoire, Projet } from '../../../src/study/types.gen.js';
import { etude, outil, petitProjet as projet } from '../small-study.js';

type Indicateur = NonNullable<ModeOperatoire['indicateurs']>[number];
const note = (n: 1 | 2 | 3 | 4 | 5) => ({ note: n, commentaire: `Note ${n}.` });
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('a measure computed', () => {
  const compute = (calcul: string | undefined, projets: Projet[], mode: object = {}) =>
    mesureCalculee(
      { id: 'm', libelle: 'M', unite: 'u', cible: 1, calcul } as unknown as Indicateur,
      projets.map((one) => analyserProjet(one)),
      mode,
    );

  it('adds what the projects feed it, the last measure of each, and nothing else', () => {
    const fed = (alimente: string | undefined, ...valeurs: number[]) => ({
      libelle: 'I',
      unite: 'u',
      cible: 1,
      ...(alimente ? { alimente } : {}),
      mesures: valeurs.map((valeur, i) => ({ date: `2019-0${i + 1}`, valeur })),
    });
    const projets = [
      projet('a', { indicateurs: [fed('m', 3, 5), fed('n', 100), fed(undefined, 1000)] }),
      projet('b', { indicateurs: [fed('m'), fed('m', 2)] }),
      projet('c'),
    ];
    expect(compute('somme-projets', projets)).toBe(7);
    expect(compute('somme-projets', [projet('a', { indicateurs: [fed('m')] })])).toBeNull();
    expect(compute('somme-projets', [])).toBeNull();
  });

  it('counts, or takes a mean of what is known', () => {
    const worked = (id: string, jours_realises: number | undefined, rest: Partial<Projet> = {}) =>
      projet(id, { ...(jours_realises === undefined ? {} : { accompagnement: { jours_realises } }), ...rest });
    const projets = [
      worked('a', 10, { etat: 'termine' }),
      worked('b', 5, { etat: 'en-cours' }),
      worked('c', undefined, { publics: ['ecoles', 'familles'] }),
    ];
    expect(compute('projets-termines', projets)).toBe(1);
    expect(compute('projets-termines', [])).toBe(0);
    expect(compute('jours-par-projet', projets)).toBe(7.5);
    expect(compute('jours-par-projet', [projet('c')])).toBeNull();
    expect(compute('delai-reponse', projets)).toBeNull();
    expect(compute('publics-servis', projets)).toBe(2);
    expect(compute('publics-servis', projets.slice(0, 2))).toBe(1);
    expect(compute('publics-servis', [])).toBe(0);
    expect(compute(undefined, projets)).toBeNull();
  });

  it('reads the requests and the conventions: signed by its state or by its date', () => {
    expect(
      compute('demandes-recues', [], {
        realise: {
          demandes: [
            { sort: 'x', nombre: 4 },
            { sort: 'y', nombre: 3 },
          ],
        },
      }),
    ).toBe(7);
    expect(compute('demandes-recues', [], { realise: { demandes: [] } })).toBe(0);
    expect(compute('demandes-recues', [], { realise: {} })).toBeNull();
    expect(compute('demandes-recues', [])).toBeNull();
    const conventions = [
      { etat: 'signee' },
      { signee_le: '2018-09-01' },
      { etat: 'en-cours' },
      { etat: 'signee', signee_le: '2018' },
      {},
    ];
    expect(compute('conventions-signees', [], { conventions })).toBe(3);
    expect(compute('conventions-signees', [])).toBe(0);
  });
});

describe('the way to a target', () => {
  it.each([
    // initial, target, value, share of the way
    [10, 20, 10, 0],
    [10, 20, 25, 1.5],
    [10, 20, 5, 0],
    [20, 10, 15, 0.5],
    [20, 10, 25, 0],
    [undefined, 8, 2, 0.25],
    [5, 5, 6, 1],
  ])('from %s to %s, at %s, is %s done', (initial, cible, valeur, part) => {
    const found = suivre({ libelle: 'x', unite: 'u', initial, cible, mesures: [{ date: '2019', valeur }] });
    expect(found).toMatchObject({ initial: initial ?? 0, cible, sens: 'max', date: '2019', valeur });
    expect(found.part).toBeCloseTo(part, 12);
  });

  it('without measure says nothing of it', () => {
    expect(suivre({ libelle: 'x', unite: 'u', cible: 1, mesures: [] })).toEqual({
      libelle: 'x',
      unite: 'u',
      initial: 0,
      cible: 1,
      sens: 'max',
      valeur: null,
      date: null,
      part: null,
      atteint: null,
    });
  });
});

describe('a project', () => {
  it('of which nothing was written down foresees nothing, and knows nothing', () => {
    const { projet: _, objectifs, ...rest } = analyserProjet(projet('a'), '2030');
    const none = { prevu: 0, realise: null };
    expect(rest).toEqual({
      avancement: null,
      jours: none,
      joursPartenaires: none,
      seances: none,
      budget: none,
      financement: none,
      delaiReponse: null,
      solde: null,
      retardMois: null,
      retards: [],
      finATemps: null,
      indicateurs: [],
      note: null,
      sansNote: ['pertinence', 'coherence', 'efficacite', 'efficience', 'effets', 'durabilite'],
    });
    expect(objectifs).toEqual([{ rang: 1, texte: 'Objectif', atteint: null, preuve: null }]);
  });

  it('adds its lines, known ones alone where something happened, nought counting as known', () => {
    const found = analyserProjet(
      projet('a', {
        accompagnement: { jours_prevus: 4, seances_prevues: 3, seances_realisees: 0 },
        partenaires: [
          { acteur: 'm', apport: 'x', jours_prevus: 3, jours_realises: 2 },
          { acteur: 'n', apport: 'x', jours_realises: 0 },
          { acteur: 'o', apport: 'x', jours_prevus: 1.5 },
        ],
        budget: [{ poste: 'A', prevu: 100, realise: 0 }],
        financements: [
          { financeur: 'F', prevu: { min: 1, mode: 60, max: 90 }, obtenu: 30 },
          { financeur: 'G', prevu: 40 },
          { financeur: 'H', prevu: 1, obtenu: 12 },
        ],
      } as Partial<Projet>),
    );
    expect(found).toMatchObject({
      jours: { prevu: 4, realise: null },
      seances: { prevu: 3, realise: 0 },
      joursPartenaires: { prevu: 4.5, realise: 2 },
      budget: { prevu: 100, realise: 0 },
      financement: { prevu: 101, realise: 42 },
      solde: 42,
    });
  });

  it('is as far as its last follow-up by date says, whatever their order', () => {
    const at = (date: string, avancement?: number) => ({
      date,
      constats: 'x',
      ...(avancement === undefined ? {} : { avancement }),
    });
    const far = (...suivi: object[]) => analyserProjet(projet('a', { suivi } as Partial<Projet>)).avancement;
    expect(far(at('2019-06', 0.8), at('2019-01', 0.2))).toBe(0.8);
    expect(far(at('2019-01', 0.2), at('2019-06', 0.8))).toBe(0.8);
    expect(far(at('2019-01', 0.2), at('2019-06'))).toBeNull();
  });

  it('is late by whole months, in the order of the delays, and early when each step was', () => {
    const step = (etape: string, fin: string, fin_reelle?: string) => ({
      etape,
      debut: '2018-01',
      fin,
      ...(fin_reelle ? { fin_reelle } : {}),
    });
    const of = (au: string | undefined, ...calendrier: ReturnType<typeof step>[]) =>
      analyserProjet(projet('a', { calendrier }), au);
    expect(of('2019-03', step('x', '2019-03')).retardMois).toBeNull();
    expect(of('2019-04', step('x', '2019-03')).retards).toEqual([{ etape: 'x', mois: 1, ouverte: true }]);
    // Without a date, no open step is late.
    expect(of(undefined, step('x', '2019-03')).retardMois).toBeNull();
    const early = of('2020', step('x', '2019-03', '2019-01'), step('y', '2019-05', '2019-04'));
    expect([early.retardMois, early.retards]).toEqual([-1, []]);
    const late = of(
      '2020',
      step('x', '2019-01', '2019-02'),
      step('y', '2019-01', '2019-04'),
      step('z', '2019-01', '2019-01'),
    );
    expect(late.retards.map(({ etape, mois }) => [etape, mois])).toEqual([
      ['y', 3],
      ['x', 1],
    ]);
    // Its last step by its planned end says whether it ended in time.
    const ended = (...steps: ReturnType<typeof step>[]) => of('2020', ...steps).finATemps;
    expect(ended(step('last', '2019-06', '2019-07'), step('first', '2019-01', '2019-01'))).toBe(false);
    expect(ended(step('last', '2019-06', '2019-06'), step('first', '2019-01', '2019-09'))).toBe(true);
    expect(ended(step('first', '2019-01', '2019-01'), step('last', '2019-06'))).toBeNull();
  });

  it('has the mean of the notes that it was given', () => {
    const found = analyserProjet(projet('a', { evaluation: { pertinence: note(5), effets: note(2) } }));
    expect(found.note).toBe(3.5);
    expect(found.sansNote).toEqual(['coherence', 'efficacite', 'efficience', 'durabilite']);
  });

  it('reaches an objective when all its measures do, in part when some, not when none; each is its proof', () => {
    const indicateur = (objectif: number, valeur: number | null, rest: object = {}) => ({
      libelle: `I${objectif}`,
      unite: 'u',
      cible: 10,
      objectif,
      mesures: valeur === null ? [] : [{ date: '2019', valeur }],
      ...rest,
    });
    const { objectifs } = analyserProjet(
      projet('a', {
        objectifs: ['O1', 'O2', 'O3', 'O4'],
        constats_objectifs: [
          { objectif: 1, atteint: 'non', constat: 'Vu.' },
          { objectif: 4, atteint: 'partiel', constat: 'Constaté.' },
        ],
        indicateurs: [
          indicateur(1, 10),
          indicateur(1, 12),
          indicateur(1, null),
          indicateur(2, 9),
          indicateur(2, 11, { sens: 'min' }),
          indicateur(3, 10),
          indicateur(3, 3),
          indicateur(4, null),
        ],
      } as Partial<Projet>),
    );
    expect(objectifs.map(({ rang, atteint }) => [rang, atteint])).toEqual([
      [1, 'oui'],
      [2, 'non'],
      [3, 'partiel'],
      [4, 'partiel'],
    ]);
    expect(objectifs.map(({ preuve }) => plain(preuve ?? ''))).toEqual([
      'I1 : 10 u, cible 10 ; I1 : 12 u, cible 10',
      'I2 : 9 u, cible 10 ; I2 : 11 u, cible au plus 10',
      'I3 : 10 u, cible 10 ; I3 : 3 u, cible 10',
      'Constaté.',
    ]);
  });

  it('at a date knows the real days of its steps that have come, the day itself included', () => {
    const step = { etape: 'x', debut: '2018-11', fin: '2019-01' };
    const at = (date: string, rest: object) =>
      projetAu(projet('a', { calendrier: [{ ...step, ...rest }] }), date).calendrier;
    expect(at('2019-02-01', {})).toStrictEqual([step]);
    expect(at('2019-02-01', { debut_reel: '2019-02-01' })).toStrictEqual([{ ...step, debut_reel: '2019-02-01' }]);
    expect(at('2019-02-01', { fin_reelle: '2019-02-02' })).toStrictEqual([step]);
    // What is not there is not there: a key without value would be one more thing said.
    expect(Object.keys(projetAu(projet('a'), '2019'))).toEqual(Object.keys(projet('a')));
    expect(
      projetAu(projet('a', { indicateurs: [{ libelle: 'I', unite: 'u', cible: 1 }] }), '2019').indicateurs,
    ).toStrictEqual([{ libelle: 'I', unite: 'u', cible: 1 }]);
    expect(projetAu(projet('a', { evaluation: { pertinence: note(3) } }), '2019').evaluation).toBeDefined();
  });
});

describe('the set of projects', () => {
  const ids = (...projets: Projet[]) => analyserProjets(etude({ projets })).projets.map(({ projet: p }) => p.id);
  it('is in its order, those without one last, by id', () => {
    expect(ids(projet('c'), projet('b', { ordre: 2 }), projet('a'), projet('d', { ordre: 1 }))).toEqual([
      'd',
      'b',
      'a',
      'c',
    ]);
    expect(ids(projet('b', { ordre: 1 }), projet('a', { ordre: 1 }))).toEqual(['a', 'b']);
  });

  it('is counted by the standing of its bearers', () => {
    const held = (id: string, statut: 'public' | 'prive') => projet(id, { porteur: { designation: 'X', statut } });
    expect(
      analyserProjets(etude({ projets: [held('a', 'public'), held('b', 'prive'), held('c', 'prive')] })),
    ).toMatchObject({ publics: 1, prives: 2 });
  });

  const asked = (n: number, attendu: object | number | undefined, nombre_projets?: number) =>
    analyserProjets(
      etude({
        contrat:
          attendu === undefined
            ? null
            : ({
                exigences: [{ id: 'e', regle: 'nombre-projets', attendu, porteurs: ['prive'] }],
              } as unknown as Study['contrat']),
        ...(nombre_projets === undefined
          ? {}
          : { mode_operatoire: { scenario: 'a', experimentation: { nombre_projets } } as never }),
        projets: Array.from({ length: n }, (_, i) =>
          projet(`p${i}`, {
            domaines: ['eau', 'air'],
            publics: ['ecoles', 'familles'],
            porteur: { designation: 'X', statut: 'prive' },
          }),
        ),
      }),
    );
  it.each([
    [2, 2, []],
    [2, { min: 2, max: 4 }, []],
    [4, { min: 2, max: 4 }, []],
    [1, { min: 2, max: 3 }, ['Un projet manque : 2 ou 3 sont attendus.']],
    [5, { min: 2, max: 4 }, ['Un projet est en trop : de 2 à 4 sont attendus.']],
    [3, 1, ['Deux projets sont en trop : un seul est attendu.']],
    [0, { min: 1 }, ['Un projet manque : un au moins est attendu.']],
    [0, { min: 2 }, ['Deux projets manquent : au moins 2 sont attendus.']],
    [1, 0, ['Un projet est en trop : aucun n’est attendu.']],
    [9, { min: 2 }, []],
    [3, { max: 2 }, ['Un projet est en trop : au plus 2 sont attendus.']],
  ] as const)('%s projects for %o: %o', (n, attendu, manques) => {
    expect(asked(n, attendu).manques.filter((text) => text.includes('attendu'))).toEqual(manques);
  });

  it('is expected to be what the mode opératoire says, before the contract', () => {
    expect(asked(2, 5, 2)).toMatchObject({ attendu: { min: 2, max: 2 }, manques: [] });
    expect(asked(2, undefined, 3).attendu).toEqual({ min: 3, max: 3 });
    expect(asked(2, undefined)).toMatchObject({ attendu: null, manques: [] });
    // No bearer is missed where there is no project.
    expect(asked(0, 0).manques.join(' ')).not.toContain('porteur');
  });
});

describe('the evaluation report', () => {
  const study = etude({
    outils: [outil('malle', { nom: 'La malle' })],
    projets: [
      projet('a', {
        etat: 'termine',
        fiabilite: 'illustratif',
        enseignements: ['Un.', 'Deux.'],
        temoignages: [
          { qualite: 'Élue', texte: 'Bien.', recueil: 'Entretien', critere: 'effets' },
          { qualite: 'Agent', texte: 'Mal.' },
        ],
        outils: [
          { outil: 'malle', ajustement: 'Une seconde.' },
          { outil: 'inconnu', ajustement: 'Autre.' },
          { outil: 'malle' },
        ],
        evaluation: { effets: note(4) },
      }),
      projet('b', { enseignements: ['Trois.'], temoignages: [{ qualite: 'Élu', texte: 'Moyen.' }] }),
    ],
    ...({
      mode_operatoire: {
        scenario: 'x',
        indicateurs: [
          {
            id: 'i',
            libelle: 'I',
            unite: 'u',
            cible: 10,
            critere: 'effets',
            question: 'Du mode ?',
            source: 'Carnet',
            methode: 'Comptage',
            mesures: [{ date: '2019', valeur: 10 }],
          },
          { id: 'j', libelle: 'J', unite: 'u', cible: 10, question: 'Sans critère ?' },
        ],
      },
      evaluation: {
        evaluateur: { designation: 'X' },
        echelle: [],
        questions: [{ critere: 'pertinence', question: 'Du cadre ?', methode: 'Entretiens', sources: ['Fiches'] }],
      },
    } as unknown as Partial<Study>),
  });
  const found = analyserBilan(study);
  const critere = (id: string) => found.criteres.find((one) => one.id === id);

  it('keeps what was learnt, said and changed with its project, in their order', () => {
    expect(found.enseignements).toEqual([
      { texte: 'Un.', projet: 'Projet a' },
      { texte: 'Deux.', projet: 'Projet a' },
      { texte: 'Trois.', projet: 'Projet b' },
    ]);
    expect(found.temoignages).toEqual([
      { texte: 'Bien.', qualite: 'Élue', projet: 'Projet a', recueil: 'Entretien', illustratif: true },
      { texte: 'Mal.', qualite: 'Agent', projet: 'Projet a', recueil: null, illustratif: true },
      { texte: 'Moyen.', qualite: 'Élu', projet: 'Projet b', recueil: null, illustratif: false },
    ]);
    expect(found.ajustements).toEqual([
      { outil: 'La malle', texte: 'Une seconde.', projet: 'Projet a' },
      { outil: 'inconnu', texte: 'Autre.', projet: 'Projet a' },
    ]);
  });

  it('asks the question of the frame, else that of the indicator of the criterion, else the usual one', () => {
    expect(critere('pertinence')).toMatchObject({
      question: 'Du cadre ?',
      methode: 'Entretiens',
      sources: ['Fiches'],
      notes: [],
      paroles: 0,
    });
    expect(critere('effets')).toMatchObject({
      question: 'Du mode ?',
      methode: null,
      sources: [],
      paroles: 1,
      recoupement: 'recoupe',
    });
    expect(critere('durabilite')?.question).toBe('Que restera-t-il ?');
    expect(critere('effets')?.notes).toEqual([{ projet: 'Projet a', rang: 1, note: 4, commentaire: 'Note 4.' }]);
    expect(critere('effets')?.sansNote).toEqual([{ projet: 'Projet b', rang: 2 }]);
    expect(critere('effets')?.indicateurs.map(({ id, source, methode }) => [id, source, methode])).toEqual([
      ['i', 'Carnet', 'Comptage'],
    ]);
    expect(found.indicateurs[1]).toMatchObject({ id: 'j', critere: '', source: null, methode: null });
    expect(critere('coherence')?.indicateurs).toEqual([]);
  });

  it('calls notes and measures good from more than half of them, and says whether they agree', () => {
    const worth = (notes: (1 | 2 | 3 | 4 | 5)[], valeurs: (number | null)[]) =>
      analyserBilan(
        etude({
          projets: notes.map((n, i) => projet(`p${i}`, { evaluation: { effets: note(n) } })),
          mode_operatoire: {
            scenario: 'x',
            indicateurs: valeurs.map((valeur, i) => ({
              id: `i${i}`,
              libelle: 'I',
              unite: 'u',
              cible: 10,
              critere: 'effets',
              mesures: valeur === null ? [] : [{ date: '2019', valeur }],
            })),
          } as never,
        }),
      ).criteres.find(({ id }) => id === 'effets')?.recoupement;
    expect(worth([4, 3], [10])).toBe('divergent');
    expect(worth([4, 3, 4], [10])).toBe('recoupe');
    expect(worth([3, 3], [9, 10])).toBe('recoupe');
    expect(worth([4], [9, 10])).toBe('divergent');
    expect(worth([4], [9, 10, null, 12])).toBe('recoupe');
    expect(worth([4], [null])).toBe('note-seule');
    expect(worth([], [10])).toBe('sans-note');
  });

  it('sets what was foreseen beside what happened over the projects that know it, in the agreement of its unit', () => {
    const report = analyserBilan(
      etude({
        projets: [
          projet('a', {
            accompagnement: { jours_prevus: 10, jours_realises: 12, seances_prevues: 0, seances_realisees: 2 },
            budget: [{ poste: 'x', prevu: 200, realise: 150 }],
          }),
          projet('b', { accompagnement: { jours_prevus: 10, jours_realises: 3 } }),
          projet('c', { accompagnement: { jours_prevus: 50 } }),
        ],
      }),
    ).ecarts;
    const of = (code: string) => report.find((one) => one.code === code);
    expect(of('jours-agent')).toEqual({
      code: 'jours-agent',
      libelle: 'Jours d’agent',
      unite: 'jours',
      genre: 'm',
      prevu: 20,
      realise: 15,
      ecart: -0.25,
      inconnus: 1,
    });
    // Nothing was foreseen: no share of it can be told.
    expect(of('rencontres')).toMatchObject({ genre: 'f', prevu: 0, realise: 2, ecart: null, inconnus: 2 });
    expect(of('budget')).toMatchObject({ prevu: 200, realise: 150, ecart: -0.25, inconnus: 2 });
    expect(of('financements')).toMatchObject({ prevu: 0, realise: null, ecart: null, inconnus: 3 });
  });

  it('gives a recommendation what the study gives, and null for the rest', () => {
    const { recommandations, sansReponse, constats, cadre } = analyserBilan({
      ...study,
      evaluation: {
        evaluateur: { designation: 'X' },
        echelle: [],
        recommandations: [
          { id: 'r', texte: 'T.', constats: ['projets-inacheves'], responsable: 'cdc', echeance: '2020', cout: 100 },
          { id: 's', texte: 'U.' },
        ],
      } as never,
    });
    expect(recommandations[0]).toMatchObject({ texte: 'T.', responsable: 'cdc', echeance: '2020', cout: 100 });
    expect(recommandations[0]?.constats.map(({ code }) => code)).toEqual(['projets-inacheves']);
    expect(recommandations[1]).toEqual({ texte: 'U.', constats: [], responsable: null, echeance: null, cout: null });
    expect(sansReponse.map(({ code }) => code)).toEqual(
      constats.map(({ code }) => code).filter((code) => code !== 'projets-inacheves'),
    );
    expect(cadre).not.toBeNull();
    expect(analyserBilan({ ...study, evaluation: null }).cadre).toBeNull();
  });

  it('names what was not measured, sentence by sentence', () => {
    const full = {
      pertinence: note(3),
      coherence: note(3),
      efficacite: note(3),
      efficience: note(3),
      effets: note(3),
      durabilite: note(3),
    };
    const texts = (projets: Projet[], mode: object | null = null) =>
      analyserBilan(etude({ projets, mode_operatoire: mode as never })).manquesMesures.map(plain);
    const done = (id: string, rest: Partial<Projet> = {}) =>
      projet(id, {
        accompagnement: { jours_prevus: 1, jours_realises: 1, seances_prevues: 1, seances_realisees: 1 },
        partenaires: [{ acteur: 'm', apport: 'x', jours_realises: 1 }],
        budget: [{ poste: 'x', prevu: 1, realise: 1 }],
        financements: [{ financeur: 'y', prevu: 1, obtenu: 1 }],
        evaluation: full,
        temoignages: [{ qualite: 'Élue', texte: 'Bien.' }],
        constats_objectifs: [{ objectif: 1, atteint: 'oui', constat: 'Vu.' }],
        ...rest,
      } as Partial<Projet>);
    expect(texts([done('a')])).toEqual([]);
    const { effets: _, ...sansEffets } = full;
    expect(
      texts(
        [
          done('a', { evaluation: sansEffets, accompagnement: { jours_realises: 1 } }),
          done('b', {
            accompagnement: {},
            temoignages: [],
            constats_objectifs: [],
            indicateurs: [{ libelle: 'Arbres', unite: 'u', cible: 1 }],
          }),
        ],
        { scenario: 'x', indicateurs: [{ id: 'i', libelle: 'Jamais', unite: 'u', cible: 1 }] },
      ),
    ).toEqual([
      'Indicateurs du dispositif jamais mesurés : « Jamais ».',
      'Indicateurs de projet jamais mesurés : « Arbres » (Projet b).',
      'Objectifs que rien ne mesure : « Objectif » (Projet b).',
      'Critère « effets » non noté pour « Projet a ».',
      'Réalisé inconnu pour tous les projets : rencontres.',
      'Jours d’agent : réalisé inconnu pour 1 projet.',
    ]);
    expect(texts([done('a', { temoignages: [] })])).toEqual(['Aucun témoignage n’a été recueilli.']);
    expect(texts([done('a', { evaluation: sansEffets })])).toEqual(['Critère qu’aucune note ne juge : « effets ».']);
  });

  it('names the delays promised that no measure follows, once the year is told', () => {
    const promised = (delai: object, realise: object | null = { au: '2019-08-31' }) =>
      analyserBilan(
        etude({
          mode_operatoire: {
            scenario: 'x',
            delais_promis: [{ libelle: 'Réponse', jours: 5, ...delai }],
            indicateurs: [
              { id: 'mesure', libelle: 'M', unite: 'u', cible: 1, mesures: [{ date: '2019', valeur: 1 }] },
              { id: 'vide', libelle: 'V', unite: 'u', cible: 1, mesures: [] },
            ],
            ...(realise ? { realise } : {}),
          } as never,
        }),
      )
        .manquesMesures.filter((text) => text.startsWith('Délais annoncés'))
        .map(plain);
    const told = ['Délais annoncés que rien ne mesure sur l’ensemble des demandes : « Réponse » (5 jours ouvrés).'];
    expect(promised({})).toEqual(told);
    expect(promised({ indicateur: 'vide' })).toEqual(told);
    expect(promised({ indicateur: 'inconnu' })).toEqual(told);
    expect(promised({ indicateur: 'mesure' })).toEqual([]);
    expect(promised({}, null)).toEqual([]);
  });
});
