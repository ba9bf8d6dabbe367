/** Deliverables, from what they are made from to the bytes of their files. */
import { setImmediate } from 'node:timers/promises';
import type { Templates } from '../documents/template.js';
import { rendererOf } from '../render/registry.js';
import type { Diagnostic } from '../study/diagnostic.js';
import { openDesk, type Thread } from './drawing/desk.js';
import type { Done, Drawing } from './drawing/drawing.js';
import { type DrawnBefore, type Planned, type Prepared, prepare, type Suivi, type Task } from './prepare.js';
import type { OutputFile } from './release/write.js';

export interface RenderedFile extends OutputFile {
  livrable: string;
  pages?: number;
  sheets?: number;
  slides?: number;
  /** Hash of what is drawn in it. */
  dessin?: string;
  /** In milliseconds. */
  ms: number;
}

export interface Product {
  files: RenderedFile[];
  diagnostics: Diagnostic[];
}

/** A deliverable to make, and where its files may stand already. */
export interface Work {
  task: Task;
  before: DrawnBefore;
}

const isError = ({ gravite }: Diagnostic): boolean => gravite === 'erreur';

/**
 * Composed one after the other in this thread, that shares what the analyses have in common; drawn meanwhile in a second one where there is one, then
 * in both. With an error in one, no file of any.
 */
export async function produce(
  works: readonly Work[],
  templates: Templates,
  suivi: Suivi,
  thread: Thread | null = null,
): Promise<Product[]> {
  const desk = openDesk(thread);
  const prepared: Prepared[] = [];
  const known = thread?.reserves ? { reserves: thread.reserves } : {};
  for (const { task, before } of works) {
    // What the second thread has told meanwhile is heard.
    if (thread) await setImmediate();
    const one = await prepare(task, templates, suivi, before, known);
    prepared.push(one);
    for (const { same, drawing } of one.files) if (!same) desk.give(drawing);
  }
  if (prepared.some(({ diagnostics }) => diagnostics.some(isError)))
    return prepared.map(({ diagnostics }) => ({ files: [], diagnostics }));
  const drawn = await desk.finish(({ name, extension }) => suivi.progress(`${rendererOf(extension).label} ${name}`));
  return prepared.map(({ livrable, files, diagnostics }) => ({
    files: files.map((file) => renderedFile(livrable, file, drawn, suivi)),
    diagnostics,
  }));
}

function renderedFile(
  livrable: string,
  { drawing, dessin, same }: Planned,
  drawn: ReadonlyMap<Drawing, Done>,
  { onStep }: Suivi,
): RenderedFile {
  const { name, extension } = drawing;
  const done = same ?? drawn.get(drawing);
  if (!done) throw new Error(`${name} was not drawn`);
  onStep?.({ etape: `Mise en forme ${extension.toUpperCase()}`, ms: done.ms });
  return { livrable, name, ...done.drawn, dessin, ms: done.ms };
}
