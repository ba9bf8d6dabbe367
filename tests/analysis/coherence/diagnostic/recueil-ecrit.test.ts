/** What a journal, a source, a balance and a reference may write: what is left to the author. */
import { expect, it } from 'vitest';
import { entiteEcrite } from '../../../../src/analysis/coherence/regles/acteurs/entites.js';
import { reunionUnJourFerme } from '../../../../src/analysis/coherence/regles/calendrier/jours-fermes.js';
import { communeEnDouble } from '../../../../src/analysis/coherence/regles/chiffres/communes-en-double.js';
import { regleEtReference } from '../../../../src/analysis/coherence/regles/chiffres/regle-et-reference.js';
import { titreEtDate } from '../../../../src/analysis/coherence/regles/diagnostic/inventaires.js';
import { recueilEcrit } from '../../../../src/analysis/coherence/regles/diagnostic/recueil-ecrit.js';
import { monteeEnRecul } from '../../../../src/analysis/coherence/regles/moyens/montee.js';
import { etude, rencontre } from '../../small-study.js';
import { avec, avecReunions, projet, reunion, tells } from '../told.js';

it('a journal tells its interviews and the share of its answers as it counts them', () => {
  const dit = (commentaire: string, rest: object = {}) => ({
    ...etude(),
    participation: [rencontre('r', { type: 'enquete', envoyes: 60, reponses: 20, commentaire, ...rest } as object)],
  });
  const entretiens = { type: 'entretien', nombre: 9 };
  expect(
    tells(recueilEcrit, [
      dit('Plus d’un quart des communes interrogées ont répondu.'),
      dit('Un tiers des communes a répondu.'),
      dit('Plus d’un tiers des communes ont répondu.'),
      dit('La moitié des communes ont répondu.'),
      dit('La moitié des communes n’ont pas répondu.'),
      dit('Neuf entretiens d’une heure.', entretiens),
      dit('Deux des entretiens, dont trois entretiens longs.', entretiens),
      dit('Six entretiens d’une heure.', entretiens),
    ]),
  ).toEqual([0, 0, 1, 1, 0, 0, 0, 1]);
});

it('a plan is dated before its years, a balance after', () => {
  const source = (titre: string, date: string) => ({
    ...etude(),
    sources: [{ id: 's', type: 'document', titre, date }],
  });
  expect(
    tells(titreEtDate, [
      source('Bilan 2015 du syndicat', '2016'),
      source('Bilan 2015 du syndicat', '2015-11'),
      source('Programme 2018-2024', '2017'),
      source('Enquête 2014-2016', '2014'),
      source('Rapport d’activité 2018', '2017-05'),
    ]),
  ).toEqual([0, 0, 0, 0, 1]);
});

it('a meeting may be held on a Saturday, or be called off', () => {
  const le = (date: string, rest: object = {}) => avecReunions(reunion('r', date, rest));
  expect(
    tells(reunionUnJourFerme, [
      le('2018-02-24'),
      le('2018-02-25'),
      le('2018-05-08'),
      le('2018-05-08', { etat: 'annulee' }),
      le('2018-05'),
    ]),
  ).toEqual([0, 1, 1, 0, 0]);
});

it('homonyms live in two departments', () => {
  const communes = (departement: string) => ({
    ...etude(),
    territoire: {
      communes: [
        { code: '99001', nom: 'Saint-Jean', departement: '99' },
        { code: '98001', nom: 'saint-jean', departement },
      ],
    },
  });
  expect(tells(communeEnDouble, [communes('98'), communes('99')])).toEqual([0, 1]);
});

it('a rule applied may write the amount of the version before its own', () => {
  const references = [
    { id: 'vieux', titre: 'Plafond', regle: '15 000 € au plus.' },
    { id: 'neuf', titre: 'Plafond relevé', regle: 'Le plafond monte.', valeur: 20_000, remplace: 'vieux' },
  ];
  const dit = (regle: string, reference?: string) => ({
    ...etude(),
    references,
    projets: [projet('p', { analyse: { reglementation: [{ regle, reference }] } })],
  });
  expect(
    tells(regleEtReference, [
      dit('Sous 15 000 €, puis 20 000 €', 'neuf'),
      dit('Sous 20 000 €', 'vieux'),
      dit('Sous 25 000 €', 'neuf'),
      dit('Sous 25 000 €'),
      dit('Trois fermes', 'neuf'),
    ]),
  ).toEqual([0, 0, 1, 0, 0]);
});

it('a scenario speaks of a new legal person as it creates one or not', () => {
  const dit = (avantage: string, nouvelle_entite: boolean) => avec({ avantages: [avantage], nouvelle_entite });
  expect(
    tells(entiteEcrite, [
      dit('Sans nouvelle entité', false),
      dit('Sans nouvelle entité', true),
      dit('S’appuie sur une nouvelle entité', false),
      dit('Ne crée pas de personne morale', false),
      dit('Une personne morale pourra suivre', false),
    ]),
  ).toEqual([0, 1, 1, 0, 0]);
});

it('a ramp-up stays level, or shorter than its scenario', () => {
  const parts = (montee_en_charge: number[], duree_annees?: number) => avec({ montee_en_charge, duree_annees });
  expect(
    tells(monteeEnRecul, [parts([0.5, 0.5, 1], 3), parts([1], 3), parts([0.8, 0.5], 3), parts([0.5, 1], 1)]),
  ).toEqual([0, 0, 1, 1]);
});
