/** Counts from the first day on, and requests by what became of them: where the rules speak, and where they have nothing to say. */
import { expect, it } from 'vitest';
import { estUnCumul } from '../../../../src/analysis/coherence/mesures.js';
import { mesureEnRecul } from '../../../../src/analysis/coherence/regles/realisation/cumuls.js';
import { demandesParSort } from '../../../../src/analysis/coherence/regles/realisation/demandes-par-sort.js';
import { etude } from '../../small-study.js';
import { count, mode, projet, told } from '../told.js';

const rien = etude();

it('a count from the first day does not fall; a measure of another kind may, and dates alone make the order', () => {
  const of = (calcul: string | undefined, ...valeurs: number[]) =>
    mode({
      indicateurs: [
        {
          id: 'i',
          libelle: 'I',
          unite: 'u',
          calcul,
          mesures: valeurs.map((valeur, i) => ({ date: `2019-0${9 - i}`, valeur })),
        },
      ],
    });
  expect([told(mesureEnRecul, of('demandes-recues', 5, 5, 4)), told(mesureEnRecul, of('delai-reponse', 4, 5))]).toEqual(
    [[], []],
  );
  expect([
    told(mesureEnRecul, of(undefined, 4, 5)),
    told(mesureEnRecul, of('somme-projets', 4)),
    told(mesureEnRecul, rien),
  ]).toEqual([[], [], []]);
  expect(told(mesureEnRecul, of('projets-termines', 4, 5))).toEqual([
    'mode_operatoire/indicateurs/i/mesures/1/valeur / mode_operatoire/indicateurs/i/mesures/2/valeur',
  ]);
});

it('a label tells what is done once for all from what comes back, lasts or is counted anew', () => {
  const cumul = (libelle: string, unite = 'u', sens?: 'min' | 'max') => estUnCumul({ libelle, unite, sens });
  for (const label of [
    'Laine triée',
    'Haies plantées',
    'Passages tenus',
    'Élèves reçus',
    'Repas servis aux aînés',
    'Verre collecté',
    'Toits étudiés',
  ])
    expect(cumul(label), label).toBe(true);
  for (const label of [
    'Vélos prêtés',
    'Adhérents',
    'Logements occupés',
    'Repas servis par jour',
    'Visites du mois',
    'Collecte de verre',
    'Données ouvertes',
    'Produits locaux à la cantine',
    'Chantiers en cours',
    'Équipes',
    'Nombre moyen de repas servis',
  ])
    expect(cumul(label), label).toBe(false);
  expect([
    cumul('Laine triée', 'kg par mois'),
    cumul('Laine triée', '%'),
    cumul('Laine jetée', 'kg', 'min'),
    cumul('Repas livrés', 'kg', 'min'),
  ]).toEqual([false, false, false, false]);
  const of = (...valeurs: number[]) => ({
    ...rien,
    projets: [
      projet('p', {
        indicateurs: [
          {
            libelle: 'Haies plantées',
            unite: 'm',
            cible: 9,
            mesures: valeurs.map((valeur, i) => ({ date: `2019-0${i + 1}`, valeur })),
          },
        ],
      }),
    ],
  });
  expect([of(4, 4), of(4), of(3, 4)].map((one) => count(mesureEnRecul, one))).toEqual([0, 0, 0]);
  expect(told(mesureEnRecul, of(4, 3))).toEqual([
    'projets/p/indicateurs/1/mesures/2/valeur / projets/p/indicateurs/1/mesures/1/valeur',
  ]);
});

it('requests are as many in an indicator as by sort, at the day of the accounts; no more before, no fewer after', () => {
  const of = (libelle: string, date: string, valeur: number, rest: object = {}, realise: object = {}) =>
    mode({
      indicateurs: [{ id: 'i', libelle, unite: 'demandes', cible: 9, mesures: [{ date, valeur }], ...rest }],
      realise: {
        au: '2019-06-30',
        demandes: [
          { sort: 'Servies', nombre: 5 },
          { sort: 'Refusées', nombre: 2 },
        ],
        ...realise,
      },
    });
  const tells = (...all: object[]) => all.map((one) => count(demandesParSort, one));
  const toutes = 'Demandes reçues';
  expect(
    tells(of(toutes, '2019-06-30', 7), of(toutes, '2019-06', 7), of(toutes, '2019-05', 6), of(toutes, '2019-07', 8)),
  ).toEqual([0, 0, 0, 0]);
  expect(
    tells(of(toutes, '2019-06-30', 6), of(toutes, '2019-06', 8), of(toutes, '2019-05', 8), of(toutes, '2019-07', 6)),
  ).toEqual([1, 1, 1, 1]);
  expect(told(demandesParSort, of('Tournées demandées', '2019-06', 5))).toEqual([
    'mode_operatoire/indicateurs/i/mesures/1/valeur / mode_operatoire/realise/demandes',
  ]);
  expect(told(demandesParSort, of('Demandes servies', '2019-06', 4))).toEqual([
    'mode_operatoire/indicateurs/i/mesures/1/valeur / mode_operatoire/realise/demandes/1',
  ]);
  // What they are about, or counted in another way, is not known.
  expect(
    tells(
      of('Demandes servies', '2019-06', 5),
      of('Demandes des communes', '2019-06', 3),
      of('Demandes orientées', '2019-06', 3),
      of(toutes, '2019-06', 3, { unite: 'appels' }),
      of(toutes, '2019-06', 3, { calcul: 'demandes-recues' }),
      of(toutes, '2019-06', 3, { mesures: [] }),
      of(toutes, '2019-06', 3, {}, { demandes: [] }),
      of(toutes, '2019-05', 3, {}, { jusqu_au: '2019-06' }),
      rien,
    ),
  ).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
});
