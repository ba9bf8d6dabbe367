/** Links of a study that lead out of its folder: what they hold is read, and may be printed, though nobody sees it in the study. */
import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnostic } from '../codes/codes.js';
import { COLLECTIONS } from '../collections.js';
import type { Diagnostic } from '../diagnostic.js';
import { contient } from './liens.js';
import { OTHER_FOLDERS, START } from './unknown-file.js';

/** Folders within folders: `templates/diagnostic/` is two, and none of a study goes as far. */
const DEEPEST = 6;

/** Of what stands in the study's folder, what is read: the rest (releases, notes) may be anywhere, and is not looked at. */
const LUS: ReadonlySet<string> = new Set([
  ...COLLECTIONS.flatMap(({ nom, liste }) => [`${nom}.yaml`, ...(liste ? [nom] : [])]),
  ...OTHER_FOLDERS,
]);

/** The links below `folder`, of what is `wanted` there; none is followed. */
async function liensDe(
  folder: string,
  left = DEEPEST,
  wanted: (name: string) => boolean = (name) => !name.startsWith('.'),
): Promise<string[]> {
  const items = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const kept = items.filter(({ name }) => wanted(name));
  const below = await Promise.all(
    kept.map(async (item) => {
      const path = join(folder, item.name);
      if (item.isSymbolicLink()) return [path];
      return item.isDirectory() && left > 0 ? liensDe(path, left - 1) : [];
    }),
  );
  return below.flat();
}

/** One fault a link that leads out of `dir`, in the order of their names; one that leads nowhere, or to what holds the study, is told by the reading. `shown` is how a path is shown. */
export async function liensDehors(dir: string, shown: (path: string) => string): Promise<Diagnostic[]> {
  const links = await liensDe(dir, DEEPEST, (name) => LUS.has(name));
  if (links.length === 0) return [];
  const home = await realpath(dir);
  const found = await Promise.all(
    links.sort().map(async (path) => {
      const real = await realpath(path).catch(() => null);
      return real === null || contient(home, real) || contient(real, home) ? null : path;
    }),
  );
  return found.flatMap((path) =>
    path === null
      ? []
      : diagnostic('lien-hors-etude', {
          fichier: shown(path),
          plage: START,
          chemin: '',
          message: `« ${shown(path)} » est un lien vers un fichier ou un dossier qui n’est pas dans l’étude.`,
          aide: 'Mettez à sa place une copie de ce qu’il désigne, ou supprimez-le. Dans une étude reçue d’un autre, voyez d’abord où il mène.',
        }),
  );
}
