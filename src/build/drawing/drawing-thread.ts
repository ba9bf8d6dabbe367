/** The second thread of a build: draws, of what it is given in turn, what nobody has taken before it. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Claims, take } from './claims.js';
import { type Drawing, draw } from './drawing.js';

export interface Given {
  index: number;
  drawing: Drawing;
}

const claims = workerData as Claims;

// One after the other, in the order in which they come: a message is read when the one before it is done.
let last = Promise.resolve();
parentPort?.on('message', ({ index, drawing }: Given) => {
  last = last.then(async () => {
    if (!take(claims, index)) return;
    try {
      const done = await draw(drawing);
      parentPort?.postMessage({ index, done });
    } catch {
      // Drawn again where it can be told: an error loses its kind on its way between threads.
      parentPort?.postMessage({ index, done: null });
    }
  });
});
