/** What the records of the projects give: measures, sums, dates, order, and what is unknown kept unknown. */
import { describe, expect, it } from 'vitest';
import { projetAu } from '../../../src/analysis/projets/etat.js';
import { mesureCalculee } from '../../../src/analysis/projets/mesures.js';
import { nomDuProjet } from '../../../src/analysis/projets/noms.js';
import { analyserProjet, analyserProjets, suivre } from '../../../src/analysis/projets/projets.js';
import { dureeDeLEcart, ecartEntre, sensDeLEcart } from '../../../src/analysis/projets/retards.js';
import type { Study } from '../../../src/study/study.js';
import type { ModeOperatoire, Projet } from '../../../src/study/types.gen.js';
import { etude, petitProjet as projet } from '../small-study.js';

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
      premiere: null,
      part: null,
      atteint: null,
    });
  });

  it('keeps the first of the measures made twice or more, in the order of their dates', () => {
    const first = (...dates: string[]) =>
      suivre({ libelle: 'x', unite: 'u', cible: 9, mesures: dates.map((date, valeur) => ({ date, valeur })) });
    expect(first('2019-06', '2018-10', '2019-03')).toMatchObject({
      valeur: 0,
      premiere: { valeur: 1, date: '2018-10' },
    });
    expect(first('2019-06')).toMatchObject({ valeur: 0, premiere: null });
  });
});

describe('a project', () => {
  it('of which nothing was written down knows nothing of its time nor of its money', () => {
    const { projet: _, objectifs, ...rest } = analyserProjet(projet('a'), '2030');
    const unknown = { prevu: null, realise: null };
    expect(rest).toEqual({
      avancement: null,
      jours: unknown,
      joursPartenaires: unknown,
      seances: unknown,
      budget: unknown,
      financement: unknown,
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
    expect(of('2019-04', step('x', '2019-03')).retards).toEqual([{ etape: 'x', mois: 1, au: '2019-04' }]);
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
    // The day counts where both dates have one: a week over the end of a month is no month.
    const [season, week] = of(
      '2020',
      step('x', '2019-03-31', '2019-04-07'),
      step('y', '2019-01-10', '2019-04-09'),
    ).retards;
    expect(season && dureeDeLEcart(season).replace(/\s/, ' ')).toBe('2 mois');
    expect(week && [week.mois, dureeDeLEcart(week).replace(/\s/, ' ')]).toEqual([0, '7 jours']);
    expect(of('2020', step('x', '2019-03-10', '2019-03-20')).finATemps).toBe(false);
    // A month is kept until its last day, a year too: three days past it are three days.
    const said = (fin: string, reelle: string) => {
      const ecart = ecartEntre(fin, reelle);
      return `${sensDeLEcart(ecart)} ${dureeDeLEcart(ecart).replace(/\s/, ' ')}`;
    };
    expect(said('2019-03', '2019-04-03')).toBe('1 3 jours');
    expect(said('2019-03', '2019-06-03')).toBe('1 2 mois');
    expect(said('2019-03', '2019-03-28')).toBe('0 0 jour');
    expect(said('2019-03', '2019-02-27')).toBe('-1 2 jours');
    expect(said('2018', '2019-01-03')).toBe('1 3 jours');
    expect(said('2018', '2019-02')).toBe('1 2 mois');
    expect(said('2018', '2018-11')).toBe('0 0 mois');
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
    [1, { min: 2, max: 3 }, ['Un projet manque : deux ou trois sont attendus.']],
    [5, { min: 2, max: 4 }, ['Un projet est en trop : de deux à quatre sont attendus.']],
    [3, 1, ['Deux projets sont en trop : un seul est attendu.']],
    [0, { min: 1 }, ['Un projet manque : un au moins est attendu.']],
    [0, { min: 2 }, ['Deux projets manquent : au moins deux sont attendus.']],
    [1, 0, ['Un projet est en trop : aucun n’est attendu.']],
    [9, { min: 2 }, []],
    [3, { max: 2 }, ['Un projet est en trop : au plus deux sont attendus.']],
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

describe('the name of a project', () => {
  it('is the short one where several are named', () => {
    expect(nomDuProjet({ titre: 'Une ligne de covoiturage de l’est' })).toBe('Une ligne de covoiturage de l’est');
    expect(nomDuProjet({ titre: 'Une ligne de covoiturage de l’est', titre_court: 'Ligne de l’est' })).toBe(
      'Ligne de l’est',
    );
  });
});
