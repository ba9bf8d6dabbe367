/** Draws from a seeded generator. */
import type { Random } from '../../src/analysis/incertitude/random.js';

/** An integer from 0 to `below` - 1; 0 when there is none. */
export const indexBelow = (random: Random, below: number): number => Math.floor(random() * below);

/** One of a list that is not empty. */
export const oneOf = <T>(random: Random, list: readonly T[]): T => list[indexBelow(random, list.length)] as T;
