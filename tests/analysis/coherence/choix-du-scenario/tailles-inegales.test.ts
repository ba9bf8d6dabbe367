/** A cost in euros between scenarios that serve more or fewer people: told at more than a quarter apart, unless a criterion counts what is served. */
import { expect, it } from 'vitest';
import { TAILLES_INEGALES } from '../../../../src/analysis/coherence/regles/choix-du-scenario/tailles-inegales.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { told } from '../told.js';

const [regle] = TAILLES_INEGALES;
const critere = (id: string, indicateur: string) => ({ id, libelle: id, mesure: { indicateur } });
const study = (small: number, large: number | undefined, indicateurs: string[], perimetre: object = {}) => ({
  ...etudeAvecScenarios([scenario('a', { perimetre: 'p' }), scenario('b', { perimetre: 'g' })]),
  territoire: {
    millesime: 2019,
    communes: [
      { code: 'x', nom: 'X', population: small },
      { code: 'y', nom: 'Y', ...(large === undefined ? {} : { population: large }) },
    ],
    perimetres: [
      { id: 'p', libelle: 'P', communes: ['x'] },
      { id: 'g', libelle: 'G', communes: ['y'], ...perimetre },
    ],
  },
  criteres: { criteres: indicateurs.map((one) => critere(one, one)) },
});

it('tells each amount that a criterion compares, of the smallest and the largest perimeter', () => {
  expect(told(regle, study(1000, 1260, ['cout_annuel', 'delai_mise_en_place', 'reste_a_charge_annuel']))).toEqual([
    'criteres/criteres/cout_annuel/mesure / scenarios/a/perimetre / scenarios/b/perimetre',
    'criteres/criteres/reste_a_charge_annuel/mesure / scenarios/a/perimetre / scenarios/b/perimetre',
  ]);
});

it('is silent up to a quarter apart, where another criterion counts what is served, and where a population is not known', () => {
  for (const quiet of [
    study(1000, 1250, ['cout_annuel']),
    study(1000, 9000, ['cout_annuel', 'service_rendu_annuel']),
    study(1000, 9000, ['cout_par_habitant']),
    study(1000, undefined, ['cout_annuel']),
    study(1000, 9000, ['cout_annuel'], { departements: [{ code: '01', nom: 'Ain' }] }),
    { ...study(1000, 9000, []), criteres: null },
  ])
    expect(told(regle, quiet)).toEqual([]);
});
