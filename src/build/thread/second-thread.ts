/** The second thread, where one is worth its start. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Deliverable } from '../../documents/registry.js';
import { PROGRAM } from '../../package/package.js';
import type { Study } from '../../study/study.js';
import type { Contenu } from '../changements/content.js';
import type { TextesEcrits } from '../changements/textes-ecrits.js';
import { claimsFor, SHARED } from '../drawing/claims.js';
import type { Thread } from '../drawing/desk.js';
import type { Ahead } from './ahead.js';
import type { Looking } from './contradictions.js';
import type { Answer, Asked } from './program.js';

export interface SecondThread extends Thread, Looking {
  /** It will be asked for contradictions: the rules are loaded meanwhile. */
  expectContradictions(): void;
  /** What a release of this study will say that it holds; null when it could not be known there. */
  contents(study: Study, textes: TextesEcrits): Promise<Contenu | null>;
  /** The deliverables of the release that `contents` was asked of, in the order in which they will be composed: the reserves of those that may be known before are looked for. */
  expectReserves(names: readonly Deliverable[]): void;
  /** To be called whatever happens. What it has not given by then will not come. */
  end(): void;
}

/** Built only: the sources have none, and do all in one thread. */
const THREAD = join(PROGRAM, 'launch/thread.js');

/** Those that speak of the study at their own date, and of no scenario alone. */
const AHEAD: ReadonlySet<Deliverable> = new Set(['diagnostic', 'scenarios', 'fiches-projets', 'bilan']);

/** Deliverables worth asking for, of those that will be composed in this order: the first is composed before an answer could come. */
const worthAsking = (names: readonly Deliverable[]): Deliverable[] => names.slice(1).filter((name) => AHEAD.has(name));

/** A thread that runs `program`, which is `launch/thread.ts` built. */
export function threadOf(program: string): SecondThread {
  const claims = claimsFor(SHARED);
  // What Node was told to load before this command is not for the thread.
  const worker = new Worker(program, { workerData: claims, execArgv: [] });
  const ask = (asked: Asked): void => worker.postMessage(asked);
  const onAnswer = (told: (answer: Answer) => void): unknown => worker.on('message', told);
  const ends: (() => void)[] = [];
  let ended = false;
  const end = (): void => {
    ended = true;
    for (const told of ends) told();
  };
  worker.on('error', end);
  worker.on('exit', end);
  const onEnd = (told: () => void): void => {
    ends.push(told);
    if (ended) told();
  };
  /** The first answer that `read` knows; null when the thread ends without one. */
  const answerTo = <T>(read: (answer: Answer) => T | null | undefined): Promise<T | null> =>
    new Promise((resolve) => {
      onAnswer((answer) => {
        const known = read(answer);
        if (known !== undefined) resolve(known);
      });
      onEnd(() => resolve(null));
    });
  const found: Ahead[] = [];
  onAnswer((answer) => answer.kind === 'reserves' && answer.found && found.push(answer.found));
  return {
    claims,
    give: (index, drawing) => ask({ kind: 'drawing', index, drawing }),
    onDone: (told) => onAnswer((answer) => answer.kind === 'drawing' && told(answer.index, answer.done)),
    onEnd,
    expectContradictions: () => ask({ kind: 'rules' }),
    contradictions(study) {
      ask({ kind: 'contradictions', study });
      return answerTo((answer) => (answer.kind === 'contradictions' ? answer.found : undefined));
    },
    contents(study, textes) {
      ask({ kind: 'contents', study, textes });
      return answerTo((answer) => (answer.kind === 'contents' ? answer.contenu : undefined));
    },
    expectReserves(names) {
      for (const name of worthAsking(names)) ask({ kind: 'reserves', name });
    },
    reserves: (livrable, date) => found.find((one) => one.livrable === livrable && one.date === date)?.reserves ?? null,
    end: () => void worker.terminate(),
  };
}

/** Null on one core, and where the program is not built. */
export const secondThread = (): SecondThread | null =>
  availableParallelism() < 2 || !existsSync(THREAD) ? null : threadOf(THREAD);
