/** Values of references and places of communes: each rule at its exact limit, and where it has nothing to compare. */
import { describe, expect, it } from 'vitest';
import { communeALEcart } from '../../../../src/analysis/coherence/regles/chiffres/perimetres.js';
import { valeurHorsDuTexte } from '../../../../src/analysis/coherence/regles/chiffres/valeurs.js';
import { etude } from '../../small-study.js';
import { told } from '../told.js';

const rien = etude();

describe('values and places', () => {
  it('a value is in its text as it is, in hundredths or within a span; a text without figures is not compared', () => {
    const of = (regle: string, rest: object) =>
      told(valeurHorsDuTexte, { ...rien, references: [{ id: 'r', titre: 'R', regle, ...rest }] });
    for (const [regle, rest] of [
      ['Au plus 64 %.', { taux_maximal: 0.64 }],
      ['Au plus 55 000 €.', { plafond: 55000 }],
      ['De 600 à 900 €.', { valeur: 900, valeurs: { bas: 600, nul: 0, mot: 'texte' } }],
      ['Le quart des crédits.', { valeur: 25 }],
      ['Au moins un.', { valeur: null }],
    ] as const)
      expect(of(regle, rest), regle).toEqual([]);
    expect(of('De 600 à 900 €.', { valeur: 901 })).toEqual(['references/r/valeur / references/r/regle']);
    expect(of('De 600 à 900 €.', { valeurs: { bas: 599, haut: 1000 } })).toEqual([
      'references/r/valeurs/bas / references/r/regle / references/r/valeurs/haut',
    ]);
    expect(of('Au plus 64 %.', { taux_maximal: 0.65 })).toHaveLength(1);
  });

  it('a commune is far when it is a hundred kilometres away, and ten times as far as half of the others', () => {
    const at = (...lats: number[]) => ({
      ...rien,
      territoire: { communes: lats.map((lat, i) => ({ code: `0${i}`, nom: `C${i}`, lat, lon: 0 })) },
    });
    // A degree is 111 kilometres; the middle is at 0, half are within 0.05 degree.
    expect(told(communeALEcart, at(-0.05, 0, 0.05, 0.05, 0.9))).toEqual([]);
    expect(told(communeALEcart, at(-0.05, 0, 0, 0.05, 0.91))).toEqual([
      'territoire/communes/04/lon / territoire/communes/00/lon',
    ]);
    expect(told(communeALEcart, at(-0.5, -0.2, 0, 0.2, 1.9))).toEqual([]);
    expect([told(communeALEcart, at(0)), told(communeALEcart, { ...rien, territoire: {} })]).toEqual([[], []]);
  });
});
