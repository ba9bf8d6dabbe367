/** What the second thread does, in turn, of what it is asked: it looks for the contradictions of a study, says what a release of it holds, and draws what nobody has taken before it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Deliverable } from '../../documents/registry.js';
import type { Study } from '../../study/study.js';
import type { Contenu } from '../changements/content.js';
import type { TextesEcrits } from '../changements/textes-ecrits.js';
import { type Claims, take } from '../drawing/claims.js';
import type { Done, Drawing } from '../drawing/drawing.js';
import type { Ahead } from './ahead.js';
import type { Found } from './look.js';

/** What it is asked: to have the rules at hand, to look for contradictions, to say what a release holds, to find what a deliverable of that release will print, to draw. */
export type Asked =
  | { kind: 'rules' }
  | { kind: 'contradictions'; study: Study }
  | { kind: 'contents'; study: Study; textes: TextesEcrits }
  | { kind: 'reserves'; name: Deliverable }
  | { kind: 'drawing'; index: number; drawing: Drawing };

/** What it answers: null where it could not. */
export type Answer =
  | { kind: 'contradictions'; found: Found | null }
  | { kind: 'contents'; contenu: Contenu | null }
  | { kind: 'reserves'; found: Ahead | null }
  | { kind: 'drawing'; index: number; done: Done | null };

const claims = workerData as Claims;
const tell = (answer: Answer): void => parentPort?.postMessage(answer);

/** What failed here is made again where it can be told: an error loses its kind on its way between threads. */
const attempt = <T>(make: () => Promise<T>): Promise<T | null> => make().catch(() => null);

// Loaded when they are asked for: a check draws nothing.
const rules = () => import('./look.js');
const contents = () => import('../changements/content.js');
const reserves = () => import('./ahead.js');
const drawings = () => import('../drawing/drawing.js');

/** The study of which it was asked last what a release holds. */
let published: Study | null = null;

async function answer(asked: Asked): Promise<void> {
  switch (asked.kind) {
    case 'rules':
      await rules();
      return;
    case 'contradictions':
      return tell({ kind: 'contradictions', found: await attempt(async () => (await rules()).look(asked.study)) });
    case 'contents': {
      published = asked.study;
      const contenu = await attempt(async () => (await contents()).contenuDe(asked.study, asked.textes));
      return tell({ kind: 'contents', contenu });
    }
    case 'reserves': {
      const study = published;
      const found = study && (await attempt(async () => (await reserves()).ahead(study, asked.name)));
      return tell({ kind: 'reserves', found });
    }
    case 'drawing': {
      const { index, drawing } = asked;
      if (!take(claims, index)) return;
      return tell({ kind: 'drawing', index, done: await attempt(async () => (await drawings()).draw(drawing)) });
    }
  }
}

// One after the other, in the order in which they come: a message is read when the one before it is done.
let last = Promise.resolve();
parentPort?.on('message', (asked: Asked) => {
  last = last.then(() => answer(asked));
});
