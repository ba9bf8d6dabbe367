/** Shows what a command would change in the study's files, and writes it only when asked to. */

import { relative } from 'node:path';
import { WriteError } from '../../build/disk/write-error.js';
import { difference } from '../../edition/difference.js';
import { ecrireFichiers, type FichierChange, FichierModifie } from '../../edition/ecrire.js';
import { compte } from '../../texte/accords.js';
import type { Paint } from './colour.js';
import { EXIT } from './exit-codes.js';
import type { Io } from './io.js';

const shown = (path: string, cwd: string): string => {
  const below = relative(cwd, path);
  return (below.startsWith('..') ? path : below).replaceAll('\\', '/');
};

function coloured(text: string, paint: Paint): string {
  return text
    .split('\n')
    .map((line) => (/^(---|\+\+\+|@@)/.test(line) ? paint.faint(line) : /^\+/.test(line) ? paint.strong(line) : line))
    .join('\n');
}

/** Prints the diff of each file, then writes them all or none when `ecrire`; answers the exit code. */
export async function proposer(
  changes: readonly FichierChange[],
  { ecrire, paint, io }: { ecrire: boolean; paint: Paint; io: Io },
): Promise<number> {
  for (const { chemin, avant, apres, depuis } of changes)
    io.stdout.write(
      coloured(
        difference(shown(chemin, io.cwd), depuis?.texte ?? avant, apres, shown(depuis?.chemin ?? chemin, io.cwd)),
        paint,
      ),
    );
  if (!ecrire) {
    io.stderr.write(`Rien n'est écrit : relancez avec --ecrire pour changer ${compte(changes.length, 'fichier')}.\n`);
    return EXIT.ok;
  }
  try {
    await ecrireFichiers(changes);
  } catch (error) {
    if (!(error instanceof WriteError) && !(error instanceof FichierModifie)) throw error;
    io.stderr.write(`${error.message}\n`);
    return EXIT.failure;
  }
  io.stderr.write(`Écrit : ${changes.map(({ chemin }) => shown(chemin, io.cwd)).join(', ')}.\n`);
  return EXIT.ok;
}
