/** Writing the files of a study: all or none, each by rename, and only over what was read. */

import { readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { clear, keepBeside, writeBeside } from '../build/disk/put-file.js';
import { WriteError } from '../build/disk/write-error.js';
import { itemAt } from '../lists/at.js';
import { makeFolder } from '../study/files/make-folder.js';
import { systemCode } from '../study/files/system-code.js';

export interface FichierChange {
  /** Absolute path. */
  chemin: string;
  /** Text that was read; null for a file that does not exist yet. */
  avant: string | null;
  apres: string;
  /** File that this one takes the place of, under another name: it is removed once all are written. */
  depuis?: { chemin: string; texte: string };
}

/** The file is not what was read a moment ago: somebody else is writing in it. */
export class FichierModifie extends Error {
  readonly chemin: string;
  constructor(chemin: string) {
    super(`« ${chemin} » a changé pendant la commande : rien n'a été écrit. Relancez-la.`);
    this.chemin = chemin;
  }
}

const BOM = '\uFEFF';

/** A text as the study is read: without its byte order mark, lone carriage returns as line breaks. */
const lu = (text: string): string => text.replace(BOM, '').replace(/\r(?!\n)/g, '\n');

async function actuel(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });
}

interface Pret {
  path: string;
  temporary: string;
  /** What stands there: null when nothing does. */
  now: string | null;
  mode: number | undefined;
}

/** Writes beside each file what it will be. */
async function preparer(changes: readonly FichierChange[], ready: Pret[], at: (path: string) => void): Promise<void> {
  for (const { chemin, avant, apres } of changes) {
    at(chemin);
    const now = await actuel(chemin);
    if ((now === null ? null : lu(now)) !== avant) throw new FichierModifie(chemin);
    // A symbolic link stays one: what it leads to is replaced.
    const path = now === null ? chemin : await realpath(chemin);
    const mode = now === null ? undefined : (await stat(path)).mode;
    await makeFolder(dirname(path));
    const temporary = await writeBeside(path, `${now?.startsWith(BOM) ? BOM : ''}${apres}`, mode);
    ready.push({ path, temporary, now, mode });
  }
}

/** What a file was, under the name that keeps it until all is written; null where nothing stood. */
interface Garde {
  path: string;
  kept: string | null;
}

/** Throws a `FichierModifie` or a `WriteError`; no file has changed then, were the disk full. */
export async function ecrireFichiers(changes: readonly FichierChange[]): Promise<void> {
  const ready: Pret[] = [];
  const former: Garde[] = [];
  const changed: Garde[] = [];
  let current = '';
  try {
    await preparer(changes, ready, (path) => {
      current = path;
    });
    // Whatever may need room is done before the first file changes: then there are only names left to change.
    for (const { path, now } of ready) {
      current = path;
      former.push({ path, kept: now === null ? null : await keepBeside(path) });
    }
    for (const [i, one] of ready.entries()) {
      current = one.path;
      // Another command may have written meanwhile, in the time of a disk.
      if ((await actuel(one.path)) !== one.now) throw new FichierModifie(one.path);
      await rename(one.temporary, one.path);
      changed.push(itemAt(former, i));
    }
    for (const { depuis } of changes) {
      if (!depuis) continue;
      current = depuis.chemin;
      const kept = await keepBeside(depuis.chemin);
      former.push({ path: depuis.chemin, kept });
      await rm(depuis.chemin);
      changed.push({ path: depuis.chemin, kept });
    }
  } catch (cause) {
    for (const { path, kept } of changed.reverse())
      await (kept === null ? rm(path, { force: true }) : rename(kept, path)).catch(() => undefined);
    throw cause instanceof FichierModifie ? cause : new WriteError(current, cause);
  } finally {
    for (const { temporary } of ready) await clear(temporary);
    for (const { kept } of former) if (kept !== null) await clear(kept);
  }
}
