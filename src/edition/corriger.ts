/** Certain corrections, made in a copy of the study again and again until nothing certain is left: one may uncover another. */
import { lstat, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { temporaryFolder, writeTemporary } from '../build/disk/temporary-folder.js';
import type { Diagnostic } from '../study/diagnostic.js';
import { filesBelow } from '../study/files/files-below.js';
import { contient } from '../study/files/liens.js';
import { makeFolder } from '../study/files/make-folder.js';
import { type LoadedStudy, loadStudy } from '../study/load.js';
import type { FichierChange } from './ecrire.js';

/** Rounds after which corrections that answer one another for ever are given up. */
const TOURS = 8;

export interface Corrections {
  /** Faults that are mended, as first told. */
  faites: Diagnostic[];
  /** Files that change, by their path in the study. */
  fichiers: (FichierChange & { nom: string })[];
  /** The study once corrected. */
  apres: LoadedStudy;
}

const estErreur = ({ gravite }: Diagnostic): number => Number(gravite === 'erreur');

/** The text with every correction made; one whose place no longer reads as it did is left. Of two at one place, that of an error is made. */
export function appliquer(text: string, diagnostics: readonly Diagnostic[]): string {
  const lines = text.split('\n');
  const fromTheEnd = [...diagnostics].sort(
    (a, b) => b.plage.ligne - a.plage.ligne || b.plage.colonne - a.plage.colonne || estErreur(b) - estErreur(a),
  );
  for (const { plage, correction } of fromTheEnd) {
    const line = lines[plage.ligne - 1];
    const start = plage.colonne - 1 - (correction?.recul ?? 0);
    if (!correction || start < 0 || !line?.startsWith(correction.remplacer, start)) continue;
    const end = start + correction.remplacer.length;
    lines[plage.ligne - 1] = line.slice(0, start) + correction.par + line.slice(end);
  }
  return lines.join('\n');
}

/** Where a link stands within the study, from the folder that holds it; null for what is no link, or leads out of it. */
async function dansLEtude(dir: string, path: string): Promise<string | null> {
  if (!(await lstat(path)).isSymbolicLink()) return null;
  const [real, holder, root] = await Promise.all([realpath(path), realpath(dirname(path)), realpath(dir)]);
  return contient(root, real) && contient(root, holder) ? relative(holder, real) : null;
}

/**
 * What is read of a study, links followed. What cannot be read is a link to where it stands: it is told as it would be there; so is a link to what the study
 * holds, or to what holds it.
 */
async function copier(dir: string, copy: string): Promise<void> {
  const { files, unread } = await filesBelow(dir, (name) => /\.(yaml|geojson|json)$/.test(name));
  const place = async (path: string): Promise<string> => {
    const to = join(copy, path.slice(dir.length));
    await makeFolder(dirname(to));
    return to;
  };
  for (const path of files) {
    const to = await place(path);
    const within = await dansLEtude(dir, path).catch(() => null);
    const content = within === null ? await readFile(path).catch(() => null) : null;
    if (content === null) await symlink(within ?? path, to);
    else await writeTemporary(to, content);
  }
  for (const { path, cause } of unread)
    if (path !== dir) await symlink(cause === 'ELOOP' ? '.' : path, await place(path));
}

/** Corrects the study of `dir` in a temporary copy: nothing of the study itself is written. */
export async function corriger(dir: string): Promise<Corrections> {
  const copy = await temporaryFolder('corrections');
  try {
    await copier(dir, copy);
    const before = new Map<string, string>();
    const faites: Diagnostic[] = [];
    let apres = await loadStudy(copy, { cwd: copy });
    for (const { path, text } of apres.files) before.set(path, text);
    for (let round = 0; round < TOURS; round++) {
      const sure = apres.diagnostics.filter(({ correction }) => correction !== undefined);
      if (sure.length === 0) break;
      faites.push(...sure);
      for (const [fichier, text] of apres.texts) {
        const concerned = sure.filter((diagnostic) => diagnostic.fichier === fichier);
        if (concerned.length > 0) await writeTemporary(join(copy, fichier), appliquer(text, concerned));
      }
      apres = await loadStudy(copy, { cwd: copy });
    }
    const fichiers = [];
    for (const [nom, avant] of before) {
      const text = await readFile(join(copy, nom), 'utf8');
      if (text !== avant) fichiers.push({ nom, chemin: join(dir, nom), avant, apres: text });
    }
    return { faites, fichiers, apres };
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
