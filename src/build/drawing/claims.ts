/** Which thread draws what: each takes what is free, and nothing is drawn twice. */

/** One number a drawing, seen by both threads: 0 while it is free. */
export type Claims = Int32Array<SharedArrayBuffer>;

/** Drawings beyond these are made by the thread that was given them. */
export const SHARED = 1024;

export const claimsFor = (count: number): Claims =>
  new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));

/** Whether the drawing of this number was free, and is now the caller's. */
export const take = (claims: Claims, index: number): boolean => Atomics.compareExchange(claims, index, 0, 1) === 0;
