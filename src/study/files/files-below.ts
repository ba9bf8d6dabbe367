/** The files below a folder of the study: links are followed, and what cannot be read is told rather than left out. */
import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { seContient } from './liens.js';

/** No study has a tenth of it: beyond, a link leads to something else. */
const MOST = 100_000;

export interface Below {
  /** Paths, in the order of their names. */
  files: string[];
  /** Files and folders that are there and that cannot be read, with the cause that `unreadable` takes. */
  unread: { path: string; cause: unknown }[];
}

type Kind = 'file' | 'folder' | 'special';

const kindOf = (found: Pick<Dirent, 'isFile' | 'isDirectory'>): Kind =>
  found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'special';

/** Those whose name is `wanted`; a folder that is not there holds none. Names that begin with a point and installed packages are left. */
export async function filesBelow(folder: string, wanted: (name: string) => boolean): Promise<Below> {
  const found: Below = { files: [], unread: [] };
  let seen = 0;
  const there = await lstat(folder).catch(() => null);
  /** `within` are the real folders that lead here: a link to one of them would never end. */
  const walk = async (path: string, within: readonly string[]): Promise<void> => {
    const unread = (cause: unknown): void => void found.unread.push({ path, cause });
    try {
      const real = await realpath(path);
      if (within.includes(real)) return unread('ELOOP');
      const items = await readdir(path, { withFileTypes: true });
      seen += items.length;
      if (seen > MOST) return unread('trop');
      for (const item of items)
        if (!item.name.startsWith('.') && item.name !== 'node_modules')
          await take(item, join(path, item.name), [...within, real]);
    } catch (cause) {
      unread(cause);
    }
  };
  const take = async (item: Dirent, path: string, within: readonly string[]): Promise<void> => {
    const named = wanted(item.name);
    try {
      const kind = kindOf(item.isSymbolicLink() ? await stat(path) : item);
      if (named && kind !== 'file') found.unread.push({ path, cause: 'special' });
      else if (named) found.files.push(path);
      else if (kind === 'folder') await walk(path, within);
    } catch (cause) {
      // A link that leads nowhere may have been a folder.
      if (named || !item.name.includes('.')) found.unread.push({ path, cause });
    }
  };
  if (there?.isSymbolicLink() && (await seContient(folder))) found.unread.push({ path: folder, cause: 'contenant' });
  else if (there) await walk(folder, []);
  const byPath = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return { files: found.files.sort(byPath), unread: found.unread.sort((a, b) => byPath(a.path, b.path)) };
}
