/** Safe writing of a release: built beside the former one, then put in its place whole. A reader finds one or the other, never a part of either. */
import { copyFile, link, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

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

const codeOf = (cause: unknown): string => (cause instanceof Error && 'code' in cause ? String(cause.code) : '');

function explain(path: string, cause: unknown): string {
  const reasons: Record<string, string> = {
    ENOSPC: 'le disque est plein. Libérez de la place, puis relancez la commande',
    EROFS: 'le disque est en lecture seule. Choisissez un autre dossier avec --out',
    EACCES: "vous n'avez pas le droit d'y écrire. Choisissez un autre dossier avec --out",
    EPERM: "vous n'avez pas le droit d'y écrire. Choisissez un autre dossier avec --out",
    ENOTDIR: 'une partie du chemin est un fichier, pas un dossier. Choisissez un autre dossier avec --out',
    EEXIST: 'une partie du chemin est un fichier, pas un dossier. Choisissez un autre dossier avec --out',
    EISDIR: 'un dossier porte déjà ce nom. Déplacez-le, puis relancez la commande',
    EBUSY: 'le fichier est ouvert dans un autre programme. Fermez-le, puis relancez la commande',
    VERROU: 'une autre construction y écrit depuis trop longtemps. Attendez sa fin, puis relancez la commande',
  };
  const code = codeOf(cause);
  return `« ${path} » n'a pas pu être écrit : ${reasons[code] ?? `le système répond « ${code || String(cause)} »`}.`;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Names beside the release: its temporary folder, the former release while they change places, the lock. */
const beside = (folder: string) => {
  const [parent, name] = [dirname(folder), basename(folder)];
  return {
    parent,
    temporary: join(parent, `.${name}.${process.pid}.tmp`),
    former: join(parent, `.${name}.ancien`),
    lock: join(parent, `.${name}.verrou`),
    leftover: new RegExp(`^\\.${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\.(\\d+)\\.tmp$`),
  };
};

/** Puts a release back that a build was killed in the middle of replacing, and clears what dead builds left. */
export async function recover(folder: string): Promise<void> {
  const { parent, former, leftover } = beside(folder);
  if (!(await exists(folder)) && (await exists(former))) await rename(former, folder).catch(() => undefined);
  const names = await readdir(parent).catch(() => []);
  for (const name of names) {
    const pid = Number(leftover.exec(name)?.[1] ?? 0);
    if (pid > 0 && pid !== process.pid && !alive(pid)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

const PATIENCE = 30_000;
const STEP = 25;

/** Runs `work` while no other build changes the release. The lock of a dead process is broken. */
async function locked<T>(lock: string, work: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += STEP) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      const pid = Number(await readFile(lock, 'utf8').catch(() => '0'));
      if (pid > 0 && !alive(pid)) await rm(lock, { force: true });
      else if (waited >= PATIENCE) throw Object.assign(new Error('lock'), { code: 'VERROU' });
      else await pause(STEP);
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Files of the former release that this build does not replace, as links where the disk allows it. */
async function carryOver(from: string, to: string, replaced: ReadonlySet<string>): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(from.length + 1);
    if (replaced.has(name)) continue;
    const target = join(to, name);
    await mkdir(dirname(target), { recursive: true });
    await link(path, target).catch(() => copyFile(path, target));
  }
}

/** Refuses at once a place where the release could not be written, rather than after the time of a build. Throws a `WriteError`. */
export async function checkWritable(folder: string): Promise<void> {
  const { parent, temporary } = beside(folder);
  try {
    await mkdir(parent, { recursive: true });
    if ((await exists(folder)) && !(await stat(folder)).isDirectory())
      throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary);
    await rm(temporary, { recursive: true, force: true });
  } catch (cause) {
    throw new WriteError(folder, cause);
  }
}

/**
 * Writes a release: `files`, what the former one held beside, and last what `finish` makes of the former release (its manifest). All goes to a
 * temporary folder first; then two renames put it in place. Throws a `WriteError`; nothing has changed then.
 */
export async function writeRelease(
  folder: string,
  files: readonly OutputFile[],
  finish: () => Promise<OutputFile>,
): Promise<void> {
  const { temporary, former, lock } = beside(folder);
  let current = folder;
  try {
    await checkWritable(folder);
    await mkdir(temporary);
    for (const { name, bytes } of files) {
      current = join(folder, name);
      await writeWhole(join(temporary, name), bytes);
    }
    current = folder;
    await locked(lock, async () => {
      await recover(folder);
      const last = await finish();
      if (await exists(folder))
        await carryOver(folder, temporary, new Set([...files.map(({ name }) => name), last.name]));
      await writeWhole(join(temporary, last.name), last.bytes);
      await rm(former, { recursive: true, force: true });
      if (await exists(folder)) await rename(folder, former);
      try {
        await rename(temporary, folder);
      } catch (error) {
        if (await exists(former)) await rename(former, folder);
        throw error;
      }
      await rm(former, { recursive: true, force: true });
    });
  } catch (cause) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    throw cause instanceof WriteError ? cause : new WriteError(current, cause);
  }
}
