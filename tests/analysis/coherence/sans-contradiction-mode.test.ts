/** What a careful study may well write, and no rule of coherence holds against it: the mode opératoire and the projects. */
import { describe, expect, it } from 'vitest';
import { horsExperimentation } from '../../../src/analysis/coherence/regles/calendrier/bornes.js';
import { payeEtGratuit } from '../../../src/analysis/coherence/regles/financement/conventions.js';
import { cibleHorsDePortee } from '../../../src/analysis/coherence/regles/mode-operatoire/cibles.js';
import {
  conditionBloquante,
  conditionContredite,
} from '../../../src/analysis/coherence/regles/mode-operatoire/conditions.js';
import { engagementAvantAide } from '../../../src/analysis/coherence/regles/mode-operatoire/planning.js';
import {
  choixADeuxDates,
  conditionApresCoup,
  recrutementHorsDelai,
} from '../../../src/analysis/coherence/regles/mode-operatoire/preparation.js';
import { mesureDecuplee } from '../../../src/analysis/coherence/regles/realisation/notation-projets.js';
import { commenceAvantDemande } from '../../../src/analysis/coherence/regles/realisation/projets.js';
import { payeSansJours, volumesAuDelaDesJours } from '../../../src/analysis/coherence/regles/realisation/realise.js';
import { etude } from '../small-study.js';
import { base, duMode, mode, poste, projet, reunion, said, tache, tells, told } from './told.js';

const retenu = reunion('r', '2018-01-15', { decisions: [{ objet: 'O', texte: 'T', statut: 'valide', scenario: 'a' }] });

describe('the mode opératoire', () => {
  const juridique = (libelle: string, etat: string, rest: object = {}) => ({ libelle, etat, ...rest });
  const conditions = (own: object, ...later: object[]) =>
    duMode({ conditions: { juridiques: later } }, { conditions_juridiques: [own] }, { reunions: [retenu] });

  it('a condition that blocked was lifted since, and one rule may ask for two things', () => {
    const bloque = juridique('Statuts', 'bloquante', { reference: 'r' });
    expect(
      tells(conditionBloquante, [
        conditions(bloque, juridique('Statuts', 'remplie', { reference: 'r' })),
        conditions(bloque, juridique('Statuts', 'en-cours', { reference: 'r' })),
      ]),
    ).toEqual([0, 1]);
    const rempli = juridique('Compétence transférée', 'remplie', { reference: 'r' });
    expect(
      tells(conditionContredite, [
        conditions(rempli, juridique('Avis des usagers', 'a-remplir', { reference: 'r' })),
        conditions(rempli, juridique('Transfert de la compétence', 'a-remplir', { reference: 'r' })),
      ]),
    ).toEqual([0, 1]);
  });

  it('one recruits a second time, or has an agent in post', () => {
    const recrute = (ends: string[], own: object = {}) =>
      duMode(
        { taches: ends.map((fin, i) => tache(`t${i}`, '2018-02', fin, { porte: 'recrutement' })) },
        { delai_mise_en_place_mois: 6, ...own },
        { reunions: [retenu] },
      );
    expect(
      tells(recrutementHorsDelai, [
        recrute(['2018-06', '2019-03']),
        recrute(['2019-03'], {
          moyens: {
            humains: [
              { ...poste, deja_en_poste: true },
              { ...poste, id: 'q' },
            ],
          },
        }),
        recrute(['2019-03']),
        { ...recrute(['2018-10']), reunions: [{ ...retenu, date: '2018' }] },
      ]),
    ).toEqual([0, 0, 1, 0]);
  });

  it('one pays by the act, or repays travel, to who gives its days', () => {
    const convention = (rest: object, own: object = {}, realise: object = {}) =>
      duMode({ conventions: [{ id: 'c', partenaire: 'mare', objet: 'O', ...rest }], realise }, own);
    const paye = { paiements: [{ convention: 'c', montant: 500 }] };
    const donne = { partenaires: [{ acteur: 'mare', role: 'operateur', jours_an: 10, jours_finances: 0 }] };
    const frais = (nature?: string) => ({
      ...donne,
      moyens: {
        ...base.moyens,
        fonctionnement: [{ id: 'f', libelle: 'F', porteur: 'cdc', cout_annuel: 500, ...(nature ? { nature } : {}) }],
      },
    });
    const jours = { montant: 500, jours_an: 10, ligne: 'f' };
    expect(
      tells(payeEtGratuit, [
        convention({ nature: 'achat' }, {}, paye),
        convention({ nature: 'gratuit' }, {}, paye),
        convention(jours, frais()),
        convention({ ...jours, jours_an: 0 }, frais('prestation')),
        convention(jours, frais('prestation')),
      ]),
    ).toEqual([0, 1, 0, 0, 1]);
  });

  it('a scenario of several years engages money after its experimentation, and each aid has its own request', () => {
    const experimentation = { debut: '2018-01', fin: '2018-12' };
    const engage = (debut: string, duree_annees: number) =>
      duMode({ experimentation, taches: [tache('t', debut, debut, { engage: true })] }, { duree_annees });
    expect(tells(horsExperimentation, [engage('2019-06', 3), engage('2019-06', 1)])).toEqual([0, 1]);
    const aids = (...apres: string[]) =>
      mode({
        taches: [
          tache('un', '2018-01', '2018-02', { porte: 'aide' }),
          tache('deux', '2018-09', '2018-10', { porte: 'aide' }),
          tache('achat', '2018-04', '2018-05', { engage: true, apres }),
        ],
      });
    expect(tells(engagementAvantAide, [aids('un'), aids()])).toEqual([0, 2]);
    // The request was made in February; its answer, that the condition waits for, came later.
    const answered = (rest: object) =>
      mode({
        taches: [
          tache('un', '2018-01', '2018-02', { porte: 'aide', ...rest }),
          tache('achat', '2018-04', '2018-05', { engage: true, apres: ['un'], debut_reel: '2018-04-10' }),
        ],
        conditions: {
          financieres: [{ libelle: 'Aide accordée', etat: 'remplie', tache: 'un', remplie_le: '2018-09' }],
        },
      });
    expect(tells(engagementAvantAide, [answered({ fin_reelle: '2018-02-20' }), answered({})])).toEqual([0, 1]);
  });

  it('eighteen months hold more than the year that was agreed, and an aid is answered after its request', () => {
    const paye = (montant: number, debut: string, au = '2018-12-31') =>
      mode({
        experimentation: { debut, fin: '2018-12-31' },
        conventions: [{ id: 'c', partenaire: 'mare', objet: 'O', montant: 600, jours_an: 10 }],
        realise: {
          au,
          jours: [{ acteur: 'mare', jours: 16 }],
          paiements: [{ convention: 'c', montant }],
        },
      });
    expect(
      tells(payeSansJours, [
        paye(880, '2017-07-01', '2018'),
        paye(880, '2017-07-01'),
        paye(950, '2017-07-01'),
        paye(880, '2018-01-01'),
      ]),
    ).toEqual([0, 0, 1, 1]);
    const due = (porte: string) =>
      mode({
        taches: [tache('un', '2018-01', '2018-02', { porte }), tache('deux', '2018-03', '2018-04', { apres: ['un'] })],
        conditions: { financieres: [{ libelle: 'C', etat: 'a-remplir', tache: 'un', echeance: '2018-09' }] },
      });
    expect(tells(conditionApresCoup, [due('aide'), due('signature')])).toEqual([0, 1]);
  });

  it('days of who holds the posts are not in the account', () => {
    const fait = (...acteurs: string[]) =>
      duMode({
        realise: {
          au: '2018-12',
          volumes: [{ modalite: 'visites', nombre: 50 }],
          jours: acteurs.map((one) => ({ acteur: one, jours: 5 })),
        },
      });
    expect(tells(volumesAuDelaDesJours, [fait('mare'), fait('mare', 'cdc')])).toEqual([0, 1]);
  });
});

describe('projects', () => {
  it('what was over when the bearer asked prepared the request', () => {
    const etape = (debut: string, fin: string) => ({
      ...etude(),
      projets: [
        projet('p', {
          calendrier: [{ etape: 'É', debut, fin }],
          accompagnement: { demande_recue: '2018-06-10' },
        }),
      ],
    });
    expect(
      tells(commenceAvantDemande, [
        etape('2018-04', '2018-05'),
        etape('2018-04', '2018-06-10'),
        etape('2018-04', '2018-08'),
      ]),
    ).toEqual([0, 0, 1]);
  });

  it('a council retains them in the weeks that follow the choice, when the journal has its meeting', () => {
    const choix = (retenu_le: string, ...reunions: object[]) => ({
      ...mode({ experimentation: { debut: '2018-01', fin: '2018-12', choix_le: '2018-03-15' } }),
      projets: [projet('p', { retenu_le })],
      reunions,
    });
    const conseil = (date: string, rest: object = {}) =>
      reunion('c', date, {
        type: 'deliberation',
        decisions: [{ objet: 'Choix', texte: 'Retenus.', statut: 'valide', projets: ['p'], ...rest }],
      });
    expect(
      tells(
        choixADeuxDates,
        ['2018-03-15', '2018-03', '2018-03-14', '2018-03-16'].map((le) => choix(le)),
      ),
    ).toEqual([0, 0, 1, 1]);
    expect(
      tells(choixADeuxDates, [
        choix('2018-05-31', conseil('2018-05-31')),
        choix('2018-05', conseil('2018-05-31')),
        choix('2018-05-31', conseil('2018-05-31', { projets: undefined })),
        choix('2018-05-31', conseil('2018-05-31', { statut: 'ajourne' })),
        choix('2018-05-30', conseil('2018-05-31')),
        choix('2018-06-01', conseil('2018-06-01')),
        choix('2018-03-01', conseil('2018-03-01')),
      ]),
    ).toEqual([0, 0, 0, 1, 1, 1, 1]);
    // The meeting that retained it is told with the date that it gives.
    expect(told(choixADeuxDates, choix('2018-06-01', conseil('2018-06-01')))).toEqual([
      'mode_operatoire/experimentation/choix_le / projets/p/retenu_le / reunions/c/decisions/1',
    ]);
    expect(said(choixADeuxDates, choix('2018-06-01', conseil('2018-06-01')))).toMatch(
      /est retenu le 1er juin 2018, par « Réunion c »\.$/,
    );
  });

  it('a target is set before the conventions and the projects are known, and a delay may be missed by far', () => {
    const indicateur = (rest: object) =>
      mode({ conventions: [], indicateurs: [{ id: 'i', libelle: 'I', unite: 'u', cible: 12, ...rest }] });
    expect(
      tells(cibleHorsDePortee, [
        indicateur({ calcul: 'conventions-signees' }),
        { ...indicateur({ calcul: 'projets-termines' }), projets: [projet('p')] },
        indicateur({ calcul: 'publics-servis' }),
      ]),
    ).toEqual([0, 0, 1]);
    const mesures = [{ date: '2018-12', valeur: 130 }];
    expect(tells(mesureDecuplee, [indicateur({ sens: 'min', mesures }), indicateur({ mesures })])).toEqual([0, 1]);
  });
});
