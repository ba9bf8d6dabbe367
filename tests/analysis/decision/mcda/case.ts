import type { Check } from './compare.js';

type Json = Record<string, unknown>;

export interface ReferenceCase {
  id: string;
  method: string;
  input: Json;
  expected: Json;
  tolerance: Json;
}

/** Runs the engine on a case and says what to compare. */
export type Runner = (reference: ReferenceCase) => Check[];

/** The input of a case in the shape that its method documents. */
export const inputOf = <T>({ input }: ReferenceCase): T => input as T;
