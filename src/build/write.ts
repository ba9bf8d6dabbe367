/** Safe writing: a reader finds either the former file or the new one, whole; never a part of either. */
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface OutputFile {
  /** Path relative to the release folder. */
  name: string;
  bytes: Uint8Array;
}

/** A file could not be written: who must act is the user (disk, rights), so the message is theirs. */
export class WriteError extends Error {
  readonly path: string;
  constructor(path: string, cause: unknown) {
    super(explain(path, cause), { cause });
    this.path = path;
  }
}

function explain(path: string, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const reasons: Record<string, string> = {
    ENOSPC: 'le disque est plein. Libérez de la place, puis relancez la commande',
    EROFS: 'le disque est en lecture seule. Choisissez un autre dossier avec --out',
    EACCES: "vous n'avez pas le droit d'y écrire. Choisissez un autre dossier avec --out",
    EPERM: "vous n'avez pas le droit d'y écrire. Choisissez un autre dossier avec --out",
    ENOTDIR: 'une partie du chemin est un fichier, pas un dossier. Choisissez un autre dossier avec --out',
    EEXIST: 'une partie du chemin est un fichier, pas un dossier. Choisissez un autre dossier avec --out',
    EISDIR: 'un dossier porte déjà ce nom. Déplacez-le, puis relancez la commande',
    EBUSY: 'le fichier est ouvert dans un autre programme. Fermez-le, puis relancez la commande',
  };
  return `« ${path} » n'a pas pu être écrit : ${reasons[code] ?? `le système répond « ${code || String(cause)} »`}.`;
}

async function writeTemporary(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Writes all files, or none: each goes to a temporary name in the same folder first, and only when every one is on
 * disk are they renamed over the former ones. Throws a `WriteError`; the temporary files are then removed.
 */
export async function writeAll(folder: string, files: OutputFile[]): Promise<string[]> {
  const plan = files.map((file) => {
    const path = join(folder, file.name);
    return {
      path,
      temporary: join(dirname(path), `.${file.name.split('/').at(-1)}.${process.pid}.tmp`),
      bytes: file.bytes,
    };
  });
  let current = folder;
  try {
    for (const step of plan) {
      current = step.path;
      await mkdir(dirname(step.path), { recursive: true });
      await writeTemporary(step.temporary, step.bytes);
    }
    for (const step of plan) {
      current = step.path;
      await rename(step.temporary, step.path);
    }
  } catch (cause) {
    await Promise.allSettled(plan.map((step) => rm(step.temporary, { force: true })));
    throw new WriteError(current, cause);
  }
  return plan.map((step) => step.path);
}
