/** How many intercommunalities a name or a comment counts, against those of the study. */
import { expect, it } from 'vitest';
import { EPCI } from '../../../../src/analysis/coherence/regles/chiffres/epci.js';
import { etude } from '../../small-study.js';
import { relevees, told } from '../told.js';

const regle = EPCI[1];
const sirens = ['200000001', '200000002', '200000003'];
const epci = sirens.map((siren) => ({ siren, nom: siren }));
const duPerimetre = (libelle: string) => ({
  ...etude(),
  territoire: { millesime: '2019', communes: [], epci, perimetres: [{ id: 'p', libelle, epci: sirens.slice(0, 2) }] },
});
const deLEnquete = (commentaire: string) => ({
  ...etude(),
  territoire: { millesime: '2019', communes: [], epci },
  participation: [{ id: 'q', titre: 'Q', type: 'enquete', date: '2019-01', commentaire }],
});

it('tells a perimeter whose name counts others than it lists, whatever the territory has', () => {
  expect(told(regle, duPerimetre('Pays (trois intercommunalités entières)'))).toEqual([
    'territoire/perimetres/p/libelle / territoire/perimetres/p/epci',
  ]);
  expect(told(regle, duPerimetre('Pays (deux intercommunalités entières)'))).toEqual([]);
});

it('tells an inquiry sent to more than there are, and says nothing of some of them', () => {
  expect(
    relevees(regle, deLEnquete, 'Adressé aux cinq intercommunalités, avec relances.', [
      'Adressé aux trois communautés de communes.',
      'Adressé aux deux communautés de communes qui participent.',
      'Deux intercommunalités ont répondu.',
      'Adressé aux cinq intercommunalités voisines.',
    ]),
  ).toEqual([]);
});
