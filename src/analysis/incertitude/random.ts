/** Seeded random numbers, the same on every machine: only 32-bit integer arithmetic and IEEE doubles. */

/** Uniform in [0, 1). */
export type Random = () => number;

/** Fills an array with the numbers that follow, uniform in [0, 1). */
export type Uniforms = (into: Float64Array) => void;

/** sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state, seeded through splitmix32. */
export function seededUniforms(seed: number): Uniforms {
  let s = seed >>> 0;
  const splitmix = (): number => {
    s = (s + 0x9e3779b9) | 0;
    let t = s ^ (s >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return (t ^ (t >>> 15)) | 0;
  };
  const state = Int32Array.of(splitmix(), splitmix(), splitmix(), 1);
  advance(state, new Float64Array(12), 0, 12);
  return (into) => {
    for (let from = 0; from < into.length; from += RUN) advance(state, into, from, Math.min(into.length, from + RUN));
  };
}

/** Numbers made in one go: few enough that V8 compiles this loop as a function that is often called, which makes it three times as fast as one that is caught while it runs. */
const RUN = 256;

/** The four integers of the state stand in registers between `from` and `to`. */
function advance(state: Int32Array, into: Float64Array, from: number, to: number): void {
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let counter = state[3] as number;
  for (let i = from; i < to; i++) {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    into[i] = (t >>> 0) / 4294967296;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = counter;
}

/** The numbers of a seed, one after the other. */
export function seededRandom(seed: number): Random {
  const fill = seededUniforms(seed);
  const run = new Float64Array(RUN);
  let at = RUN;
  return () => {
    if (at === RUN) {
      fill(run);
      at = 0;
    }
    return run[at++] ?? Number.NaN;
  };
}

/** A seed of its own for each name (FNV-1a), the same whatever the order in which names come: draws of two names are then independent. */
export function graineDe(graine: number, nom: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < nom.length; i++) hash = Math.imul(hash ^ nom.charCodeAt(i), 0x01000193);
  return (graine + hash) >>> 0;
}

/** Standard normal (Box & Muller, 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Exponential of mean 1. */
export const exponential = (random: Random): number => -Math.log(1 - random());
