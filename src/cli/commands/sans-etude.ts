/** A command that would write into a study, or read one whole, is given a folder that is none. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';

export const pasUneEtude = (typed: string): string =>
  `« ${typed} » n'est pas le dossier d'une étude : il n'a pas de fichier etude.yaml.`;

/** Tells it, and answers the exit code; null where the folder is a study. */
export async function sansEtude(typed: string, io: Io): Promise<number | null> {
  const found = await stat(join(resolve(io.cwd, typed), 'etude.yaml')).catch(() => null);
  if (found?.isFile()) return null;
  io.stderr.write(`${pasUneEtude(typed)} L'option -C désigne celui qui en est un ; « atelier init » en crée un.\n`);
  return EXIT.failure;
}
