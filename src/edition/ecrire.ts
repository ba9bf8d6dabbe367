/** Writing the files of a study: all or none, each by rename, and only over what was read. */

import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { WriteError } from '../build/write-error.js';
import { makeFolder } from '../study/make-folder.js';
import { systemCode } from '../study/system-code.js';

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

/** Throws a `FichierModifie` or a `WriteError`; no file has changed then. */
export async function ecrireFichiers(changes: readonly FichierChange[]): Promise<void> {
  const ready: { temporary: string; path: string }[] = [];
  let begun: string | undefined;
  try {
    for (const { chemin, avant, apres } of changes) {
      const now = await actuel(chemin);
      if ((now === null ? null : lu(now)) !== avant) throw new FichierModifie(chemin);
      // A symbolic link stays one: what it leads to is replaced.
      const path = now === null ? chemin : await realpath(chemin);
      await makeFolder(dirname(path));
      const temporary = `${path}.${process.pid}.tmp`;
      const mode = now === null ? undefined : (await stat(path)).mode;
      begun = temporary;
      await writeFile(temporary, `${now?.startsWith(BOM) ? BOM : ''}${apres}`, mode === undefined ? {} : { mode });
      ready.push({ temporary, path });
    }
    for (const { temporary, path } of ready) await rename(temporary, path);
    for (const { depuis } of changes) if (depuis) await rm(depuis.chemin);
  } catch (cause) {
    for (const { temporary } of ready) await rm(temporary, { force: true });
    // The one that the disk did not take whole.
    if (begun !== undefined) await rm(begun, { force: true }).catch(() => undefined);
    if (cause instanceof FichierModifie) throw cause;
    throw new WriteError(changes[ready.length]?.chemin ?? '', cause);
  }
}
