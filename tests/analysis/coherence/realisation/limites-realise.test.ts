/** Money that moves and projects that are noted: each rule at its limits. */
import { describe, expect, it } from 'vitest';
import {
  aideSansSaCondition,
  depenseAvantEntite,
} from '../../../../src/analysis/coherence/regles/calendrier/avant-terme.js';
import { choixSansDecision } from '../../../../src/analysis/coherence/regles/decisions/choix-projets.js';
import { recueAvantSonVersement } from '../../../../src/analysis/coherence/regles/financement/versements.js';
import { paroleSansOrigine, sommeNonFaite } from '../../../../src/analysis/coherence/regles/realisation/evaluation.js';
import {
  constatContreMesure,
  noteContredite,
  noteDeuxFois,
} from '../../../../src/analysis/coherence/regles/realisation/notation-projets.js';
import { etude } from '../../small-study.js';
import { aide, duMode, projet, reunion, tells, told } from '../told.js';

const projets = (rest: object, study: object = {}) => ({ ...etude(), ...study, projets: [projet('p', rest)] });
const condition = (rest: object) => ({ libelle: 'Accord écrit.', etat: 'a-engager', ...rest });

describe('money', () => {
  const recue = (conditions: object, montant = 10, financement: object = { reference: 'r' }) =>
    duMode(
      { conditions, realise: { au: '2018-01-31', recettes: [{ financement: 'aide', montant }] } },
      { financements: [{ ...aide, ...financement }] },
    );
  const financiere = (rest: object) => ({ techniques: [], juridiques: [], financieres: [condition(rest)] });
  const technique = (rest: object) => ({ techniques: [condition(rest)], juridiques: [], financieres: [] });
  it('of an aid is not had before its condition is met', () => {
    const [one] = told(aideSansSaCondition, recue(financiere({ reference: 'r' })));
    expect(one).toMatch(
      /^mode_operatoire\/realise\/recettes\/1\/montant \/ mode_operatoire\/conditions\/financieres\/1/,
    );
    expect(
      tells(aideSansSaCondition, [
        recue(technique({ financement: 'aide' })),
        recue(financiere({ reference: 'r', remplie_le: '2018-02-01' })),
        recue(financiere({ reference: 'x' }), 10, { reference: 'r', regles: ['x'] }),
        recue(technique({ reference: 'r' })),
        recue(financiere({ reference: 'r', financement: 'fonds' })),
        recue(financiere({})),
        recue(financiere({ reference: 'x' })),
        recue(financiere({ reference: 'r', etat: 'remplie' })),
        recue(financiere({ reference: 'r', remplie_le: '2018-01-31' })),
        recue(financiere({ reference: 'r' }), 0),
        recue(financiere({}), 10, {}),
        duMode({ conditions: financiere({ reference: 'r' }) }),
        etude(),
      ]),
    ).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
  it('is not spent before the legal person that spends it', () => {
    const cree = (rest: object, own: object = {}, montant = 10, law: object = { libelle: 'Accord écrit' }) =>
      duMode(
        {
          experimentation: { debut: '2018-01-10', fin: '2018-12' },
          conditions: { techniques: [], financieres: [], juridiques: [condition(rest)] },
          realise: { au: '2018-01-31', depenses: [{ nature: 'humain', montant }] },
        },
        { nouvelle_entite: true, conditions_juridiques: [{ etat: 'a-remplir', ...law }], ...own },
      );
    expect(told(depenseAvantEntite, cree({}))[0]).toContain(
      'mode_operatoire/realise/depenses / mode_operatoire/conditions',
    );
    expect(
      tells(depenseAvantEntite, [
        cree({ remplie_le: '2018-01-11' }),
        cree({ libelle: 'Accord' }),
        cree({ libelle: 'Autre chose', reference: 'r' }, {}, 10, { libelle: 'X', reference: 'r' }),
        cree({ remplie_le: '2018-01-10' }),
        cree({ etat: 'remplie' }),
        cree({ libelle: 'Autre chose' }),
        cree({ libelle: 'Autre chose' }, {}, 10, { libelle: 'X', reference: undefined }),
        cree({}, { nouvelle_entite: false }),
        cree({}, { conditions_juridiques: undefined }),
        cree({}, {}, 0),
      ]),
    ).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
  });
  it('is spent by a legal person that exists once the condition of its form is met, whatever else the law asks', () => {
    const law = [
      { libelle: 'Statuts adoptés', reference: 'forme', etat: 'a-remplir' },
      { libelle: 'Agrément sanitaire', reference: 'hygiene', etat: 'a-remplir' },
    ];
    const cree = (statuts: string, agrement: string, references: object[]) => ({
      ...duMode(
        {
          experimentation: { debut: '2018-01-10', fin: '2018-12' },
          conditions: {
            techniques: [],
            financieres: [],
            juridiques: law.map((one, i) => ({ ...one, etat: [statuts, agrement][i] })),
          },
          realise: { au: '2018-01-31', depenses: [{ nature: 'humain', montant: 10 }] },
        },
        { nouvelle_entite: true, forme_juridique: 'scic', conditions_juridiques: law },
      ),
      references,
    });
    const forme = [{ id: 'forme', titre: 'Forme', regle: 'R', forme_juridique: 'scic' }];
    expect(
      tells(depenseAvantEntite, [
        cree('remplie', 'a-engager', forme),
        cree('a-engager', 'remplie', forme),
        cree('remplie', 'a-engager', []),
      ]),
    ).toEqual([0, 1, 1]);
  });
  it('of an aid comes no sooner than its first claim and its delay', () => {
    // Claimed each month of what is spent, paid six months later: July at the soonest for what January spends.
    const encaissee = (au: string, source: object = {}, montant = 10) =>
      duMode(
        {
          experimentation: { debut: '2018-01', fin: '2018-12' },
          realise: { au, recettes: [{ financement: 'aide', montant }] },
        },
        { financements: [{ ...aide, ...source }] },
      );
    expect(told(recueAvantSonVersement, encaissee('2018-06-30'))).toEqual([
      'mode_operatoire/realise/recettes/1/montant / scenarios/a/financements/aide',
    ]);
    expect(
      tells(recueAvantSonVersement, [
        encaissee('2018-07-01'),
        encaissee('2018-01-31', { acompte: 0.1 }),
        encaissee('2018-02', {}, 0),
        encaissee('2018-09', { demandes_paiement: 'semestrielle' }),
        encaissee('2018-12', { demandes_paiement: 'semestrielle' }),
        encaissee('2018-01', { delai_versement_mois: 0 }),
      ]),
    ).toEqual([0, 0, 0, 1, 0, 0]);
    const versee = (verse_le: string, rest: object = { financement: 'aide' }, obtenu = 10) => ({
      ...duMode({}),
      projets: [
        projet('p', {
          calendrier: [{ etape: 'E', debut: '2018-02', debut_reel: '2018-01' }],
          financements: [{ financeur: 'Région', acteur: 'region', prevu: 10, obtenu, verse_le, ...rest }],
        }),
      ],
    });
    expect(told(recueAvantSonVersement, versee('2018-06'))).toEqual([
      'projets/p/financements/1/obtenu / scenarios/a/financements/aide',
    ]);
    // Who pays the scenario pays the project of another fund.
    expect(
      tells(recueAvantSonVersement, [versee('2018-07'), versee('2018-02', {}), versee('2018-02', undefined, 0)]),
    ).toEqual([0, 0, 0]);
  });
});

describe('projects', () => {
  const choix = (retenu_le: string, decisions: object[] | undefined, date = '2018-01-10') => ({
    ...projets({ retenu_le }),
    reunions: [reunion('r', date, { decisions })],
  });
  const nomme = (...ids: string[]) => [{ objet: 'O', texte: 'T', statut: 'valide', projets: ids }];
  it('are retained on the day, and by the name, of a decision', () => {
    expect(told(choixSansDecision, choix('2018-01-11', nomme('p')))).toEqual([
      'projets/p/retenu_le / reunions/r/decisions/1',
    ]);
    expect(told(choixSansDecision, choix('2018-01-10', nomme('q')))).toEqual([
      'reunions/r/decisions/1 / projets/p/retenu_le',
    ]);
    expect(
      tells(choixSansDecision, [
        choix('2018-01-10', nomme('p')),
        choix('2018-01', nomme('q')),
        choix('2018-01-10', [{ objet: 'O', texte: 'T', statut: 'valide' }]),
        choix('2018-01-11', [{ objet: 'O', texte: 'T', statut: 'valide' }]),
        choix('2018-01-11', undefined),
        choix('2018-01-11', nomme('q')),
      ]),
    ).toEqual([0, 0, 1, 0, 0, 1]);
  });
  it('feed an indicator whose sum is made', () => {
    const nourrit = (
      mesures: object[] | undefined,
      propres: object[] | undefined,
      alimente = 'i',
      rest: object = {},
    ) => ({
      ...projets({ indicateurs: [{ id: 'x', libelle: 'X', unite: 'u', cible: 5, alimente, mesures }] }),
      mode_operatoire: {
        scenario: 'a',
        parcours: [],
        indicateurs: [{ id: 'i', libelle: 'I', unite: 'u', cible: 5, mesures: propres, ...rest }],
      },
    });
    const une = [{ date: '2018-01', valeur: 1 }];
    expect(told(sommeNonFaite, nourrit(une, undefined))).toEqual([
      'mode_operatoire/indicateurs/i / projets/p/indicateurs/1',
    ]);
    expect(
      tells(sommeNonFaite, [
        nourrit(une, []),
        nourrit(une, une),
        nourrit([], []),
        nourrit(undefined, []),
        nourrit(une, [], 'j'),
        // The program makes the sum.
        nourrit(une, [], 'i', { calcul: 'somme-projets' }),
        etude(),
      ]),
    ).toEqual([1, 0, 0, 0, 0, 0, 0]);
  });
  it('quote words of which the origin is known, once they are evaluated', () => {
    const parole = (rest: object, evaluation: object | undefined = { efficacite: { note: 3 } }) =>
      projets({ evaluation, temoignages: [{ qualite: 'Q', texte: 'T', ...rest }] });
    expect(told(paroleSansOrigine, parole({ critere: 'efficacite' }))).toEqual([
      'projets/p/temoignages/1 / projets/p/evaluation/efficacite',
    ]);
    expect(told(paroleSansOrigine, parole({ critere: 'effets' }))).toEqual([
      'projets/p/temoignages/1 / projets/p/evaluation',
    ]);
    expect(
      tells(paroleSansOrigine, [
        parole({}),
        parole({ recueil: 'À la halle.' }),
        projets({ temoignages: [{ qualite: 'Q', texte: 'T' }] }),
      ]),
    ).toEqual([1, 0, 0]);
  });
  const mesure = (valeur: number | undefined) => [
    {
      id: 'x',
      libelle: 'X',
      unite: 'u',
      cible: 10,
      objectif: 1,
      mesures: valeur === undefined ? [] : [{ date: '2018-01', valeur }],
    },
  ];
  it('have the note that their measures give', () => {
    const note = (n: number, valeur: number | undefined, rest: object = {}) =>
      projets({ objectifs: ['Former'], indicateurs: mesure(valeur), evaluation: { efficacite: { note: n } }, ...rest });
    expect(told(noteContredite, note(5, 2))).toEqual(['projets/p/evaluation/efficacite/note / projets/p/objectifs/1']);
    expect(told(noteContredite, note(1, 10))).toEqual(['projets/p/evaluation/efficacite/note / projets/p/objectifs/1']);
    expect(
      tells(noteContredite, [
        note(5, 10),
        note(1, 2),
        note(4, 2),
        note(2, 10),
        note(5, undefined),
        note(1, undefined),
        note(1, undefined, { objectifs: [] }),
        projets({ objectifs: ['Former'], indicateurs: mesure(2) }),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
  it('have the findings that their measures give', () => {
    const constat = (atteint: string, valeur: number | undefined, objectif = 1) =>
      projets({
        objectifs: ['Former'],
        indicateurs: mesure(valeur),
        constats_objectifs: [{ objectif, atteint, constat: 'C' }],
      });
    expect(told(constatContreMesure, constat('oui', 2))).toEqual([
      'projets/p/constats_objectifs/1/atteint / projets/p/indicateurs/1/mesures',
    ]);
    expect(
      tells(constatContreMesure, [
        constat('non', 10),
        constat('oui', 10),
        constat('non', 2),
        constat('partiel', 2),
        constat('oui', undefined),
        constat('oui', 2, 2),
      ]),
    ).toEqual([1, 0, 0, 0, 0, 0]);
    const echelle = (...notes: number[]) => ({
      ...etude(),
      evaluation: { echelle: notes.map((n) => ({ note: n, sens: 'S' })) },
    });
    expect(told(noteDeuxFois, echelle(1, 3, 3))).toEqual(['evaluation/echelle/3/note / evaluation/echelle/2/note']);
    expect(tells(noteDeuxFois, [echelle(1, 3, 5), echelle(), etude()])).toEqual([0, 0, 0]);
  });
});
