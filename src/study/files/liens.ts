/** Links of a study that lead to what is read already: the folder that holds them, or a file or an inventory under another name. */
import { realpath } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';

/** Whether a real path is a folder that holds another one, or that one itself. */
export const contient = (holder: string, held: string): boolean =>
  held === holder || held.startsWith(holder.endsWith(sep) ? holder : holder + sep);

/** Whether a link leads to a folder that holds it; one that leads nowhere is told by the reading. */
export const seContient = async (link: string): Promise<boolean> =>
  realpath(link).then(
    async (real) => contient(real, await realpath(dirname(resolve(link)))),
    () => false,
  );

/** Something that an inventory is read from; `lien` where its own name is a link, or the folder that it was found in. */
export interface Lu {
  path: string;
  lien: boolean;
}

/** Those that are another one under another name, with that one: what is no link comes first, then the order that is given. */
export async function dejaLus(read: readonly Lu[]): Promise<Map<string, string>> {
  const again = new Map<string, string>();
  if (!read.some(({ lien }) => lien)) return again;
  const first = new Map<string, string>();
  for (const { path } of [...read].sort((a, b) => Number(a.lien) - Number(b.lien))) {
    // What cannot be reached is told by who reads it.
    const real = await realpath(path).catch(() => path);
    const before = first.get(real);
    if (before === undefined) first.set(real, path);
    else again.set(path, before);
  }
  return again;
}
