/** A study spoilt by a small patch, and what `atelier check` must say of it: one case at least for each rule of coherence. */
import { join } from 'node:path';
import { asDiscovery, readStudyFiles, type StudyFiles } from '../../scripts/fuzz/files.js';
import type { Diagnostic } from '../../src/study/diagnostic.js';
import { type LoadedStudy, studyFrom } from '../../src/study/load.js';
import { root } from './cli.js';

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
  /** How many times the rule tells; once unless it says so. */
  fois?: number;
  /** What the sentence must say. */
  dit?: RegExp;
}

/** The study of another contract is the one that `atelier init --exemple` gives. */
const from = (base: Base): string =>
  base === 'autre-marche' ? join(root, 'modeles/exemple') : join(root, 'tests/fixtures', base);

/** Texts of each base, read once. */
const bases = new Map<Base, Promise<StudyFiles>>();
const filesOf = (base: Base): Promise<StudyFiles> => {
  const read = bases.get(base) ?? readStudyFiles(from(base));
  bases.set(base, read);
  return read;
};

/** The study, patched and loaded without a disk. */
export async function loadPatched(base: Base, retouches: readonly Retouche[]): Promise<LoadedStudy> {
  const files = new Map(await filesOf(base));
  for (const { dans, de, par } of retouches) {
    const text = files.get(dans) ?? '';
    if (de !== undefined && !text.includes(de)) throw new Error(`${dans} does not contain: ${de}`);
    files.set(dans, de === undefined ? par : text.replace(de, () => par));
  }
  return studyFrom(asDiscovery(files));
}

/** « scenarios.yaml: the text of the line ». */
export function lineAt(loaded: LoadedStudy, { fichier, plage }: Pick<Diagnostic, 'fichier' | 'plage'>): string {
  const line = loaded.texts.get(fichier)?.split('\n')[plage.ligne - 1] ?? '';
  return `${fichier.replace(/^[^/]+\//, '')}: ${line.trim()}`;
}
