/** `atelier corriger`: the corrections that leave no doubt, shown as a patch, written on demand. */

import { resolve } from 'node:path';
import { corriger } from '../../edition/corriger.js';
import { accord, compte } from '../../texte/accords.js';
import type { CommonOptions } from '../options/options.js';
import { proposer } from '../terminal/changements.js';
import { choosePaint } from '../terminal/colour.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';
import { sansEtude } from './sans-etude.js';

export type CorrigerOptions = Pick<CommonOptions, 'etude' | 'color'> & { ecrire: boolean };

export async function runCorriger(options: CorrigerOptions, io: Io): Promise<number> {
  const none = await sansEtude(options.etude, io);
  if (none !== null) return none;
  const { faites, fichiers, apres } = await corriger(resolve(io.cwd, options.etude));
  const left = apres.diagnostics.filter(({ gravite }) => gravite === 'erreur').length;
  const reste = (none: string, one: string, many: string): string =>
    left === 0
      ? `${none} aucune erreur dans les inventaires.`
      : `${accord(left, one, many)} ${compte(left, 'erreur')} : « atelier check » les dit.`;
  const done = reste('Il ne reste', 'Reste', 'Restent');
  if (fichiers.length === 0) {
    io.stdout.write(`Aucune correction certaine à faire. ${done}\n`);
    return left === 0 ? EXIT.ok : EXIT.failure;
  }
  const paint = await choosePaint(options.color, io);
  const code = await proposer(fichiers, { ecrire: options.ecrire, paint, io });
  if (code === EXIT.ok)
    io.stderr.write(
      `${compte(faites.length, 'correction')} sans doute possible. ${options.ecrire ? done : reste('Il ne resterait', 'Resterait', 'Resteraient')}\n`,
    );
  return code;
}
