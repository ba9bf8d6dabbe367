/** What the engine is told of memory before a large study is built. */
import { setFlagsFromString } from 'node:v8';

/** Entries beyond which the pages of a study fill hundreds of megabytes. */
export const LARGE = 3000;

/** By how much the memory in use may grow before what is no more of use is looked for, in per cent; the engine by itself waits until it is four times as large. */
const GROWTH = 150;

/** A large study keeps to less memory, for a little more time; the others are built as the engine sees fit. The flag is one of V8 to its version 13. */
export function spareMemory(entries: number): void {
  const version = Number(process.versions.v8.split('.')[0]);
  if (entries > LARGE && version <= 13) setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
