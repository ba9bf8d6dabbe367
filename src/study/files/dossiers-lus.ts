/** The folders of a study that the program reads: nothing that it makes is to be put there. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { COLLECTIONS } from '../collections.js';
import { OTHER_FOLDERS } from './unknown-file.js';

/** What the program and git keep there. */
const CACHES = ['.atelier', '.git'];
const LUS = new Set([...COLLECTIONS.map(({ nom }) => nom), ...OTHER_FOLDERS, ...CACHES]);

/** A path as the system knows it, links followed, whether it is there or is to be made. */
function reel(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(reel(above), basename(path));
  }
}

/** The folder of the study at `dir`, as « projets », that is read and that `path` is or would be in; null elsewhere. */
export function dossierLu(dir: string, path: string): string | null {
  const [first = ''] = relative(reel(dir), reel(path)).split(/[/\\]/);
  return LUS.has(first) ? first : null;
}

/** What is told of it, and what to do. */
export const direDossierLu = (nom: string, quoi: string): { message: string; aide: string } => ({
  message: `« ${nom} » est un dossier de l’étude, que le programme lit : ${quoi} s’y mêleraient.`,
  aide: 'Donnez un autre dossier avec --out.',
});
