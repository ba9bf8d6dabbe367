/** What moves a result most: each input taken alone to its low and high value, the others at their base. */
import { numberAt } from '../../lists/at.js';
import { additiveModel } from './additive.js';
import { indexOfBest } from './problem.js';
import type { ValueFunction } from './value-functions.js';

export interface Range {
  low: number;
  high: number;
}

export interface TornadoBar {
  input: string;
  /** Results at the low and at the high value of the input. */
  low: number;
  high: number;
  swing: number;
}

/** Bars by falling swing; equal swings keep the order of the inputs. */
function tornado(
  ranges: Readonly<Record<string, Range>>,
  outcome: (input: string | null, value: number) => number,
): { baseOutcome: number; bars: TornadoBar[] } {
  const bars = Object.entries(ranges).map(([input, range]) => {
    const low = outcome(input, range.low);
    const high = outcome(input, range.high);
    return { input, low, high, swing: Math.abs(high - low) };
  });
  return { baseOutcome: outcome(null, 0), bars: bars.sort((a, b) => b.swing - a.swing) };
}

/** Tornado of a sum of inputs. */
export function sumTornado(base: Readonly<Record<string, number>>, ranges: Readonly<Record<string, Range>>) {
  const total = Object.values(base).reduce((sum, value) => sum + value, 0);
  return tornado(ranges, (input, value) => (input === null ? total : total - (base[input] ?? 0) + value));
}

export interface LeadBar extends TornadoBar {
  /** Indexes of the first alternative at either end. */
  bestAtLow: number;
  bestAtHigh: number;
}

/** Tornado of the lead of one alternative over the best of the others, as its own performances vary. `ranges` by index of criterion. */
export function leadTornado(
  matrix: readonly (readonly number[])[],
  valueFunctions: readonly ValueFunction[],
  weights: readonly number[],
  leader: number,
  ranges: ReadonlyMap<number, Range>,
): { baseOutcome: number; bars: (LeadBar & { criterion: number })[] } {
  const scoresWith = (criterion: number | null, value: number): number[] =>
    additiveModel(
      matrix.map((row, i) => row.map((x, j) => (i === leader && j === criterion ? value : x))),
      valueFunctions,
      weights,
    ).scores;
  const lead = (scores: readonly number[]): number =>
    numberAt(scores, leader) - Math.max(...scores.filter((_, i) => i !== leader));
  const byInput = Object.fromEntries([...ranges].map(([criterion, range]) => [String(criterion), range]));
  const { baseOutcome, bars } = tornado(byInput, (input, value) =>
    lead(scoresWith(input === null ? null : Number(input), value)),
  );
  return {
    baseOutcome,
    bars: bars.map((bar) => {
      const criterion = Number(bar.input);
      const range = ranges.get(criterion) ?? { low: 0, high: 0 };
      return {
        ...bar,
        criterion,
        bestAtLow: indexOfBest(scoresWith(criterion, range.low)),
        bestAtHigh: indexOfBest(scoresWith(criterion, range.high)),
      };
    }),
  };
}
