/** What the second thread does, in turn, of what it is asked: it looks for the contradictions of a study, and draws what nobody has taken before it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Study } from '../../study/study.js';
import { type Claims, take } from '../drawing/claims.js';
import type { Drawing } from '../drawing/drawing.js';
import type { Found } from './look.js';

/** What it is asked: to have the rules at hand, to look for contradictions, to draw. */
export type Asked =
  | { kind: 'rules' }
  | { kind: 'contradictions'; study: Study }
  | { kind: 'drawing'; index: number; drawing: Drawing };

const claims = workerData as Claims;

// Loaded when they are asked for: a check draws nothing.
const rules = () => import('./look.js');
const drawings = () => import('../drawing/drawing.js');

async function contradictions(study: Study): Promise<void> {
  let found: Found | null = null;
  try {
    found = (await rules()).look(study);
  } catch {
    // Looked for again where it can be told: an error loses its kind on its way between threads.
  }
  parentPort?.postMessage({ kind: 'contradictions', found });
}

async function drawing(index: number, asked: Drawing): Promise<void> {
  if (!take(claims, index)) return;
  let done: unknown = null;
  try {
    done = await (await drawings()).draw(asked);
  } catch {
    // As above.
  }
  parentPort?.postMessage({ kind: 'drawing', index, done });
}

async function answer(asked: Asked): Promise<void> {
  if (asked.kind === 'rules') await rules();
  else if (asked.kind === 'contradictions') await contradictions(asked.study);
  else await drawing(asked.index, asked.drawing);
}

// One after the other, in the order in which they come: a message is read when the one before it is done.
let last = Promise.resolve();
parentPort?.on('message', (asked: Asked) => {
  last = last.then(() => answer(asked));
});
