/** `atelier diff A B`: what changed from one release to another. */

import { resolve } from 'node:path';
import { comparer, lignesDe } from '../../build/diff.js';
import { readRelease } from '../../build/read-manifest.js';
import { compte } from '../../texte/accords.js';
import { choosePaint } from '../colour.js';
import { EXIT } from '../exit-codes.js';
import type { Io } from '../io.js';
import type { CommonOptions } from '../options.js';

export async function runDiff(
  before: string,
  after: string,
  options: Pick<CommonOptions, 'json' | 'color'>,
  io: Io,
): Promise<number> {
  const [a, b] = await Promise.all([before, after].map((path) => readRelease(resolve(io.cwd, path))));
  for (const [path, found] of [
    [before, a],
    [after, b],
  ] as const)
    if (!found)
      io.stderr.write(
        `« ${path} » n'a pas de manifeste lisible. Donnez le dossier d'une version construite, par exemple out/1.0.\n`,
      );
  if (!a || !b) return EXIT.usage;
  const difference = comparer(a.contenu, b.contenu);
  if (options.json) {
    const head = { avant: a.etude, apres: b.etude };
    io.stdout.write(`${JSON.stringify({ ...head, ...difference }, null, 2)}\n`);
    return EXIT.ok;
  }
  const paint = await choosePaint(options.color, io);
  const lines = lignesDe(difference, b.contenu);
  io.stdout.write(
    `${paint.strong(`Version ${a.etude.version} (${a.etude.date}) → ${b.etude.version} (${b.etude.date})`)}\n`,
  );
  if (lines.length === 0) io.stdout.write('Rien n’a changé.\n');
  let part = '';
  for (const { partie, objet, changement } of lines) {
    if (partie !== part) io.stdout.write(`\n${paint.strong(partie)}\n`);
    part = partie;
    io.stdout.write(`  ${objet} : ${changement}\n`);
  }
  if (lines.length > 0) io.stdout.write(`\n${compte(lines.length, 'changement')}.\n`);
  return EXIT.ok;
}
