/** Drawings given one after the other, made by this thread and by a second one at once: each takes what is free. */
import type { FoundReserves } from '../../documents/deliverable.js';
import { type Claims, claimsFor, SHARED, take } from './claims.js';
import { type Done, type Drawing, draw } from './drawing.js';

/** Another thread that draws; `onDone` is told each drawing that it took, null for one that it could not make. */
export interface Thread {
  claims: Claims;
  give(index: number, drawing: Drawing): void;
  onDone(told: (index: number, done: Done | null) => void): void;
  /** It ended, of itself or of a fault: what it had taken will not come. */
  onEnd(told: () => void): void;
  /** What it has found so far of the reserves of a deliverable at a date; null when it has not. */
  reserves?: FoundReserves;
}

export interface Desk {
  /** Begun at once where a second thread is at hand. */
  give(drawing: Drawing): void;
  /** This thread draws what is free, pages first, from the last given, and waits for the others: all of them. `begun` is told those that it takes. */
  finish(begun: (drawing: Drawing) => void): Promise<Map<Drawing, Done>>;
}

/** Pages are the longest work: begun first, they leave to both threads the short ones to end with. */
const isPages = ([, { extension }]: readonly [number, Drawing]): number => Number(extension === 'pdf');

/** Without a thread all is drawn here. */
export function openDesk(thread: Thread | null): Desk {
  const claims = thread?.claims ?? claimsFor(SHARED);
  const given: Drawing[] = [];
  const answers: Promise<Done | null>[] = [];
  const settle = new Map<number, (done: Done | null) => void>();
  let ended = false;
  thread?.onDone((index, done) => settle.get(index)?.(done));
  thread?.onEnd(() => {
    ended = true;
    for (const told of settle.values()) told(null);
  });
  return {
    give(drawing) {
      const index = given.push(drawing) - 1;
      if (!thread || ended || index >= SHARED) return;
      answers[index] = new Promise((resolve) => settle.set(index, resolve));
      thread.give(index, drawing);
    },
    async finish(begun) {
      const all = new Map<Drawing, Done>();
      const order = [...given.entries()].reverse().sort((a, b) => isPages(b) - isPages(a));
      for (const [index, drawing] of order) {
        if (index < SHARED && !take(claims, index)) continue;
        begun(drawing);
        all.set(drawing, await draw(drawing));
      }
      for (const [index, drawing] of given.entries())
        if (!all.has(drawing)) all.set(drawing, (await answers[index]) ?? (await draw(drawing)));
      return all;
    },
  };
}
