/** The rules by which criteria count, in words that are enough to find scores and ranks again. */
import { describe, expect, it } from 'vitest';
import type { Critere } from '../../src/analysis/scenarios/indicateurs/mesures.js';
import {
  calculDesMethodes,
  differenceDuSurclassement,
  formulesDesValeurs,
  valeurDuCritere,
} from '../../src/exhibits/scenarios/regles-de-calcul.js';

const critere = (rest: object = {}): Critere =>
  ({ id: 'c', libelle: 'Coût', sens: 'min', echelle: { min: 0, max: 100, unite: 'points' }, ...rest }) as Critere;
const clair = (text: string): string => text.replace(/\s/g, ' ');

describe('the value of a measure', () => {
  it('is a straight line, or tells its points, its curve or its table', () => {
    const valeur = (one?: object) => clair(valeurDuCritere(critere(one ? { valeur: one } : {})));
    expect([
      valeur(),
      valeur({ type: 'lineaire' }),
      valeur({
        type: 'points',
        points: [
          [0, 0],
          [60, 0.7],
          [100, 1],
        ],
      }),
      valeur({ type: 'exponentielle', courbure: -1.25 }),
      valeur({ type: 'table', table: { 1: 0, 2: 0.35 } }),
    ]).toEqual([
      'linéaire',
      'linéaire',
      'par points : 0 point vaut 0, 60 points valent 70 et 100 points valent 100',
      'exponentielle, courbure −1,25',
      'par table : 1 vaut 0 et 2 vaut 35',
    ]);
    expect(formulesDesValeurs([critere()])).toBe('');
    expect(formulesDesValeurs([critere({ valeur: { type: 'exponentielle' } })])).toContain('z la part du chemin');
  });
});

describe('the comparison two by two', () => {
  const lineaire = (indifference?: number) =>
    critere({ preference: { type: 'lineaire', indifference, preference: 20 } });
  it('counts a small gap for nothing only where a threshold is written', () => {
    expect(differenceDuSurclassement([critere(), critere({ preference: { type: 'v', preference: 3 } })])).toContain(
      'un écart y pèse à sa mesure',
    );
    expect(differenceDuSurclassement([lineaire(5)])).toMatch(
      /un petit écart n’y pèse rien ; un très grand n’y pèse pas plus/,
    );
    expect(differenceDuSurclassement([lineaire(5), critere(), lineaire(0)])).toContain('pour 1 critère sur 3');
  });
  it('tells each threshold, and what stands for those that have none', () => {
    const told = (...criteres: Critere[]) => clair(calculDesMethodes(criteres));
    expect(told(critere())).toContain('à proportion entre les deux (0 et la moitié de l’échelle).');
    expect(told(lineaire(5), critere())).toContain('(Coût, 5 points et 20 points ; pour les autres, 0 et la moitié');
    expect(told(lineaire(0))).toContain('(Coût, 0 et 20 points).');
    const gauss = told(critere({ preference: { type: 'gauss' } }));
    expect(gauss).toMatch(/où s est 50 points\.$/);
    expect(gauss).not.toContain('à proportion');
  });
});
