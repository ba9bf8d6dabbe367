/** The report of an evaluation: what it keeps, asks, compares and says was not measured. */
import { describe, expect, it } from 'vitest';
import { analyserBilan } from '../../../src/analysis/projets/bilan.js';
import type { Study } from '../../../src/study/study.js';
import type { Projet } from '../../../src/study/types.gen.js';
import { etude, outil, petitProjet as projet } from '../small-study.js';

const note = (n: 1 | 2 | 3 | 4 | 5) => ({ note: n, commentaire: `Note ${n}.` });
const plain = (text: string): string => text.replace(/\s/g, ' ');

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
      projet('b', { enseignements: ['Trois.', 'Un.'], temoignages: [{ qualite: 'Élu', texte: 'Moyen.' }] }),
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
      { texte: 'Un.', projet: 'Projet a et Projet b' },
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
    // Half of the targets, or half of the notes, goes no way.
    expect(worth([3, 3], [9, 10])).toBe('divergent');
    expect(worth([4, 3], [9])).toBe('divergent');
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
          // Days that nobody planned are set beside nothing.
          projet('d', { accompagnement: { jours_realises: 40 } }),
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
      laisses: 2,
      inconnus: 1,
    });
    // Nothing was foreseen: no share of it can be told.
    expect(of('rencontres')).toMatchObject({ genre: 'f', prevu: 0, realise: 2, ecart: null, inconnus: 3 });
    expect(of('budget')).toMatchObject({ prevu: 200, realise: 150, ecart: -0.25, inconnus: 3 });
    const unplanned = analyserBilan(
      etude({ projets: [projet('d', { accompagnement: { jours_realises: 40 } })] }),
    ).ecarts;
    expect(unplanned[0]).toMatchObject({ prevu: null, realise: 40, ecart: null, laisses: 0, inconnus: 0 });
    expect(of('financements')).toMatchObject({ prevu: 0, realise: null, ecart: null, inconnus: 4 });
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
    expect(recommandations[1]).toEqual({
      texte: 'U.',
      constats: [],
      compris: null,
      responsable: null,
      echeance: null,
      cout: null,
    });
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
      'Jours d’agent : réalisé inconnu pour un projet.',
    ]);
    // Criteria that the same projects leave out make one sentence.
    const { durabilite: __, ...deuxDeMoins } = sansEffets as Record<string, unknown>;
    expect(texts([done('a', { evaluation: deuxDeMoins as never }), done('b')])).toEqual([
      'Critères « effets » et « durabilité » non notés pour « Projet a ».',
    ]);
    expect(texts([done('a', { evaluation: {} }), done('b')])).toContain('Aucun critère noté pour « Projet a ».');
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
