/** A scenario whose sentences count fewer employers than its posts have. */
import { expect, it } from 'vitest';
import { employeursEcrits } from '../../../../src/analysis/coherence/regles/moyens/postes.js';
import { avec, poste, told } from '../told.js';

const de = (inconvenients: string[], ...porteurs: string[]) =>
  told(
    employeursEcrits,
    avec({
      inconvenients,
      moyens: { humains: porteurs.map((porteur, i) => ({ ...poste, id: `p${i}`, porteur })) },
    }),
  );
const at = ['scenarios/a/inconvenients/1 / scenarios/a/moyens/humains'];

it('is told of all of them, never of some, nor of those that bring days without a post', () => {
  const three = ['cdc', 'mare', 'region', 'mare'];
  expect(de(['Deux employeurs à accorder'], ...three)).toEqual(at);
  expect(de(['2 employeurs à accorder'], ...three)).toEqual(at);
  expect(de(['Trois employeurs à accorder'], ...three)).toEqual([]);
  expect(de(['Quatre employeurs à accorder'], ...three)).toEqual([]);
  expect(de(['Deux autres employeurs à convaincre', 'Des employeurs à accorder'], ...three)).toEqual([]);
  expect(de(['Deux employeurs à accorder'], 'cdc')).toEqual([]);
});
