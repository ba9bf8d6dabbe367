/** A name that no sentence holds (a whole page pasted in its place) is read nowhere, and stops no rule. */
import { expect, it } from 'vitest';
import { comparaisonsEcrites } from '../../../../src/analysis/coherence/ecrits/comparaisons.js';
import { mesuresEcrites } from '../../../../src/analysis/coherence/ecrits/mesures.js';
import { rangsEcrits } from '../../../../src/analysis/coherence/ecrits/rangs.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';

it('the other names are read all the same', () => {
  const study = etudeAvecScenarios([
    scenario('a', { titre: 'Une régie légère', delai_mise_en_place_mois: 6 }),
    scenario('b', { titre: `Réseau ${'long '.repeat(12_000)}`, delai_mise_en_place_mois: 3 }),
    scenario('c', { titre: 'Une société nouvelle', delai_mise_en_place_mois: 9 }),
  ]);
  const phrases = [
    'La société nouvelle demande 4 mois de mise en place.',
    'La société nouvelle est plus rapide à mettre en place que la régie légère.',
    'La régie légère coûte deux fois plus que la société nouvelle.',
    'La société nouvelle arrive en tête.',
  ];
  for (const lire of [mesuresEcrites(study), comparaisonsEcrites(study), rangsEcrits(study)])
    expect(() => phrases.flatMap((phrase) => lire(phrase, 'scenarios'))).not.toThrow();
  expect(phrases.map((phrase) => mesuresEcrites(study)(phrase, 'scenarios').length > 0)).toContain(true);
});
