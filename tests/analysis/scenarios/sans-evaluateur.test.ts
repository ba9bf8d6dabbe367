/** What the comparison would be without the notes of one of those who note. */
import { describe, expect, it } from 'vitest';
import {
  sansChaqueEvaluateur,
  sansEvaluateursEnClair,
} from '../../../src/analysis/scenarios/comparaison/sans-evaluateur.js';
import { premiersDe } from '../../../src/analysis/scenarios/comparaison/solidite.js';
import { analyserScenarios } from '../../../src/analysis/scenarios/index.js';
import { known } from '../../../src/lists/at.js';
import { critere, etudeAvecScenarios, notees, scenario } from '../small-scenario.js';

const note = (evaluateur: string, n: number) => ({ evaluateur, note: n });
const sans = (criteres: Parameters<typeof etudeAvecScenarios>[1], ids = ['a', 'b']) => {
  const study = etudeAvecScenarios(
    ids.map((id) => scenario(id)),
    criteres,
  );
  const { scenarios, evaluation } = analyserScenarios(study, { tirages: 10 });
  const found = known(evaluation, 'evaluation');
  return {
    found: sansChaqueEvaluateur(study.criteres?.criteres ?? [], scenarios, found),
    premiers: premiersDe(found.ranks),
  };
};
/** The provider notes a 9 and b 2, the technician a 4 and b 6: the mean puts a first, 6.5 against 4. */
const noter = (a: readonly ReturnType<typeof note>[], b: readonly ReturnType<typeof note>[]) =>
  critere('x', 100, { mesure: { notes: { a: [...a], b: [...b] } } });
const deux = noter([note('presta', 9), note('tech', 4)], [note('presta', 2), note('tech', 6)]);

describe('without one of those who note', () => {
  it('another comes first, or the same by another lead', () => {
    const { found, premiers } = sans([deux]);
    expect(premiers).toEqual([0]);
    expect(found.map((one) => [one.evaluateur, one.premiers, Math.round(one.avance)])).toEqual([
      ['presta', [1], 20],
      ['tech', [0], 70],
    ]);
    const nom = { evaluateur: (id: string) => `E ${id}`, scenario: (i: number) => `S${i}` };
    expect(sansEvaluateursEnClair(found, premiers, nom, 5)?.replaceAll('\u00a0', ' ')).toBe(
      'Sans les notes d’« E presta », « S1 » viendrait en premier, avec 20 points d’avance ; sans celles d’« E tech », « S0 » resterait en premier, avec 70 points d’avance.',
    );
    // All leads under what tells two scenarios apart: the sentence says so.
    expect(sansEvaluateursEnClair(found, premiers, nom, 71)?.replaceAll('\u00a0', ' ')).toMatch(
      /avec 70 points d’avance\. Ces avances sont trop courtes pour départager \(seuil : 71 points\)\.$/,
    );
    expect(sansEvaluateursEnClair(found.slice(0, 1), premiers, nom, 21)).toMatch(/Cette avance est trop courte/);
    // A lead under the threshold is never written as the threshold.
    const court = sansEvaluateursEnClair([{ evaluateur: 'presta', premiers: [0], avance: 4.6 }], premiers, nom, 5);
    expect(court?.replaceAll('\u00a0', ' ')).toMatch(
      /avec 4,6 points d’avance\. Cette avance est trop courte .*5 points\)\.$/,
    );
  });

  it('keeps the measures and the weights that are not notes', () => {
    const cout = critere('cout', 300, { sens: 'min', mesure: { indicateur: 'cout_annuel' } });
    expect(sans([deux, cout]).found.map(({ avance }) => Math.round(avance))).toEqual([5, 18]);
  });

  it('is not said of one whose notes are the only ones of a criterion, nor of a scenario alone, nor without notes', () => {
    expect(sans(notees({ x: { a: 9, b: 4 } }, { x: 100 })).found).toEqual([]);
    expect(
      sans([noter([note('presta', 9), note('tech', 4)], [note('presta', 2)])]).found.map((one) => one.evaluateur),
    ).toEqual(['tech']);
    expect(sans([deux], ['a']).found).toEqual([]);
    expect(sansEvaluateursEnClair([], [0], { evaluateur: String, scenario: String }, 5)).toBeNull();
  });
});
