/** The second thread, where one is worth its start. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PROGRAM } from '../../package/package.js';
import type { Claims } from './claims.js';
import type { Thread } from './desk.js';
import type { Done } from './drawing.js';

/** Built only: the sources have none, and draw in one thread. */
const THREAD = join(PROGRAM, 'launch/thread.js');

/** A thread that runs `program`, which is `launch/thread.ts` built. */
export const threadOf =
  (program: string) =>
  (claims: Claims): Thread => {
    // What Node was told to load before this command is not for the thread.
    const worker = new Worker(program, { workerData: claims, execArgv: [] });
    return {
      give: (index, drawing) => worker.postMessage({ index, drawing }),
      onDone: (told) =>
        worker.on('message', ({ index, done }: { index: number; done: Done | null }) => told(index, done)),
      onEnd(told) {
        worker.on('error', told);
        worker.on('exit', told);
      },
      end: () => void worker.terminate(),
    };
  };

/** Null on one core, and where the program is not built. */
export const secondThread = (): ((claims: Claims) => Thread) | null =>
  availableParallelism() < 2 || !existsSync(THREAD) ? null : threadOf(THREAD);
