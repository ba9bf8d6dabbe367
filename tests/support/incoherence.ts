/** A study spoilt by a small patch, and what `atelier check` must say of it: one case at least for each rule of coherence. */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnosticsDe } from '../../src/analysis/coherence/diagnostics.js';
import type { Diagnostic } from '../../src/study/diagnostic.js';
import { type LoadedStudy, loadStudy } from '../../src/study/load.js';
import { root } from './cli.js';
import { temporaryFolder } from './temporary.js';

/** Studies that have no contradiction before they are patched. */
export type Base = 'autre-etude' | 'autre-marche';

export interface Retouche {
  /** File of the study. */
  dans: string;
  /** Text to replace, which must be there; the first one is. A file without it is written anew. */
  de?: string;
  par: string;
}

export interface Incoherence {
  regle: string;
  /** What is wrong, when a rule has several cases. */
  cas?: string;
  base: Base;
  retouches: Retouche[];
  /** `file: text of the line` of the place told, the text cut where that is enough. */
  lieu: string;
  /** The same for each of the related places. */
  contre: string[];
  /** What the sentence must say. */
  dit?: RegExp;
}

/** The study of another contract is the one that `atelier init --exemple` gives. */
const from = (base: Base): string =>
  base === 'autre-marche' ? join(root, 'modeles/exemple') : join(root, 'tests/fixtures', base);

/** A copy of the study, patched, loaded, in a folder that is then removed. */
export async function loadPatched(base: Base, retouches: readonly Retouche[]): Promise<LoadedStudy> {
  const cwd = await temporaryFolder();
  try {
    const data = join(cwd, 'data');
    await cp(from(base), data, { recursive: true });
    for (const { dans, de, par } of retouches) {
      const file = join(data, dans);
      const text = de === undefined ? '' : await readFile(file, 'utf8');
      if (de !== undefined && !text.includes(de)) throw new Error(`${dans} does not contain: ${de}`);
      await writeFile(file, de === undefined ? par : text.replace(de, () => par));
    }
    return await loadStudy(data, { cwd });
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

export const toldOf = (loaded: LoadedStudy): Diagnostic[] => diagnosticsDe(loaded);

/** « scenarios.yaml: the text of the line ». */
export function lineAt(loaded: LoadedStudy, { fichier, plage }: Pick<Diagnostic, 'fichier' | 'plage'>): string {
  const line = loaded.texts.get(fichier)?.split('\n')[plage.ligne - 1] ?? '';
  return `${fichier.replace(/^data\//, '')}: ${line.trim()}`;
}
