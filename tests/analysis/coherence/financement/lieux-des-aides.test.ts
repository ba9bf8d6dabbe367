/** An aid that covers a part of where a scenario works: from how many people left outside it is told. */
import { expect, it } from 'vitest';
import { aideEnPartieHorsPerimetre } from '../../../../src/analysis/coherence/regles/financement/lieux-des-aides.js';
import { loadPatched } from '../../../support/incoherence.js';
import { count } from '../told.js';

const releves = async (population: number): Promise<number> => {
  const { study } = await loadPatched('autre-marche', [
    {
      dans: 'acteurs.yaml',
      de: '{ id: region, nom: Région des Crêtes, type: collectivite,',
      par: '{ id: region, nom: Fondation du Bourg, perimetre: bourg, type: fondation,',
    },
    { dans: 'territoire.yaml', de: 'population: 600', par: `population: ${population}` },
  ]);
  if (!study) throw new Error('the study is refused');
  return count(aideEnPartieHorsPerimetre, study);
};

it('two people out of a hundred are left to the arrangements of the programme, more are not', async () => {
  // The two other communes have 6 100.
  expect(await releves(120)).toBe(0);
  expect(await releves(200)).toBe(3);
});
