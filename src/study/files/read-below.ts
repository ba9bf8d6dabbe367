/** What stands in the folders of a study that are read: nothing is opened, no link is followed. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { COLLECTIONS } from '../collections.js';
import { OTHER_FOLDERS } from './unknown-file.js';

/** Folders within folders: `templates/diagnostic/` is two, and none of a study goes as far. */
const DEEPEST = 6;

/** Of what stands in the study's folder, what is read: the rest (releases, notes) may be anywhere, and is not looked at. */
const LUS: ReadonlySet<string> = new Set([
  ...COLLECTIONS.flatMap(({ nom, liste }) => [`${nom}.yaml`, ...(liste ? [nom] : [])]),
  ...OTHER_FOLDERS,
]);

export interface Item {
  path: string;
  folder: string;
  name: string;
  link: boolean;
}

async function below(folder: string, left: number, wanted: (name: string) => boolean): Promise<Item[]> {
  const items = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    items
      .filter(({ name }) => wanted(name))
      .map(async (item) => {
        const path = join(folder, item.name);
        const own = { path, folder, name: item.name, link: item.isSymbolicLink() };
        const held = item.isDirectory() && left > 0 ? await below(path, left - 1, visible) : [];
        return [own, ...held];
      }),
  );
  return found.flat();
}

const visible = (name: string): boolean => !name.startsWith('.');

export const readBelow = (dir: string): Promise<Item[]> => below(dir, DEEPEST, (name) => LUS.has(name));
