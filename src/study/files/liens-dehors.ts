/** Links of a study that lead out of its folder: what they hold is read, and may be printed, though nobody sees it in the study. */
import { realpath } from 'node:fs/promises';
import { diagnostic } from '../codes/codes.js';
import type { Diagnostic } from '../diagnostic.js';
import { contient } from './liens.js';
import type { Item } from './read-below.js';
import { START } from './unknown-file.js';

/** One fault a link that leads out of `dir`, in the order of their names; one that leads nowhere, or to what holds the study, is told by the reading. `shown` is how a path is shown. */
export async function liensDehors(
  dir: string,
  items: readonly Item[],
  shown: (path: string) => string,
): Promise<Diagnostic[]> {
  const links = items.filter(({ link }) => link).map(({ path }) => path);
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
