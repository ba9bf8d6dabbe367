/** From a study's folder to its deliverables: load, reason, lay out, render, write. Prints nothing. */
import { relative } from 'node:path';
import type { DeliverableOptions } from '../documents/deliverable.js';
import type { Diagnostic } from '../study/diagnostic.js';
import { loadStudy } from '../study/load.js';
import type { Study } from '../study/study.js';
import { type OutputFile, writeAll } from './write.js';

export type Format = 'pdf' | 'xlsx';

export interface BuiltFile extends OutputFile {
  /** Deliverable that the file belongs to; `etude` for the normalised study. */
  livrable: string;
  /** Path relative to the current directory. */
  path: string;
  pages?: number;
  sheets?: number;
  /** Time that the rendering took, in milliseconds. */
  ms: number;
}

export interface BuildRequest {
  /** Absolute folders of the study and of the releases. */
  dir: string;
  out: string;
  cwd: string;
  /** Deliverables asked for; none means all that the program gives. */
  livrables: string[];
  formats: Format[];
  options: DeliverableOptions;
  /** Folder of the study as shown to the user. */
  shownDir: string;
  /** What is being done, for a line that moves. */
  progress: (text: string) => void;
  onLoaded: (summary: string) => void;
  onFile: (file: BuiltFile) => void;
}

export interface BuildResult {
  version: string | null;
  /** Absolute folder of the release. */
  folder: string;
  files: BuiltFile[];
  diagnostics: Diagnostic[];
  /** Deliverables not asked for by name that the study cannot give yet, and why. */
  skipped: { livrable: string; message: string }[];
  /** Numbers of files and entries read. */
  read: { files: number; entries: number };
  /** Texts of the files read, for code frames. */
  texts: ReadonlyMap<string, string>;
}

const count = (n: number, one: string, many: string): string => `${n} ${n > 1 ? many : one}`;

function summaryOf(study: Study, files: number, entries: number, warnings: number): string {
  const parts = [count(files, 'fichier', 'fichiers'), count(entries, 'fiche', 'fiches')];
  if (warnings > 0) parts.push(count(warnings, 'avertissement', 'avertissements'));
  return `Étude « ${study.etude.titre} », version ${study.etude.version} (${parts.join(', ')})`;
}

/**
 * Builds the deliverables. With an error in the study nothing is rendered and nothing is written. Every file is rendered before
 * the first is written, and `writeAll` writes all or none. Throws `WriteError` when the disk refuses.
 */
export async function buildDeliverables(request: BuildRequest): Promise<BuildResult> {
  request.progress("Lecture de l'étude");
  const loaded = await loadStudy(request.dir, { cwd: request.cwd });
  const { study, diagnostics, texts } = loaded;
  const read = { files: loaded.files.length, entries: loaded.entries };
  if (!study) return { version: null, folder: request.out, files: [], diagnostics, texts, read, skipped: [] };
  request.onLoaded(summaryOf(study, read.files, read.entries, diagnostics.length));

  const { render } = await import('./render.js');
  const folder = `${request.out}/${study.etude.version}`;
  const rendered = await render({ ...loaded, study }, request);
  const { skipped } = rendered;
  const faults = [...diagnostics, ...rendered.diagnostics];
  if (rendered.diagnostics.some((d) => d.gravite === 'erreur'))
    return { version: study.etude.version, folder, files: [], diagnostics: faults, texts, read, skipped };

  request.progress('Écriture');
  const files = rendered.files.map((file) => ({ ...file, path: relative(request.cwd, `${folder}/${file.name}`) }));
  await writeAll(folder, files);
  for (const file of files) request.onFile(file);
  return { version: study.etude.version, folder, files, diagnostics: faults, texts, read, skipped };
}
