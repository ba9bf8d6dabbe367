/** `atelier diff A B`: what changed from one release to another. */

import { resolve } from 'node:path';
import { comparer, lignesDe } from '../../build/changements/diff.js';
import { memoireDeVersion } from '../../build/memoire.js';
import { readRelease } from '../../build/release/read-manifest.js';
import { compte } from '../../texte/accords.js';
import { dateEnLettres } from '../../texte/dates.js';
import type { CommonOptions } from '../options/options.js';
import { pasUneVersion } from '../options/versions.js';
import { choosePaint } from '../terminal/colour.js';
import { EXIT } from '../terminal/exit-codes.js';
import { visible } from '../terminal/guarded.js';
import type { Io } from '../terminal/io.js';

const nommee = ({ version, date }: { version: string; date: string }): string =>
  visible(`${version} (${dateEnLettres(date)})`);

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
    if (!found) io.stderr.write(`${await pasUneVersion(path, io.cwd)}\n`);
  if (!a || !b) return EXIT.usage;
  const memoires = [
    await memoireDeVersion(a.dossier, a.manifeste),
    await memoireDeVersion(b.dossier, b.manifeste),
  ] as const;
  const difference = comparer(a.manifeste.contenu, b.manifeste.contenu, memoires);
  const [avant, apres] = [a.manifeste.etude, b.manifeste.etude];
  if (options.json) {
    const head = { avant, apres };
    io.stdout.write(
      `${JSON.stringify({ ...head, ...difference, fiches: difference.fiches.map(({ noms: _, ...fiche }) => fiche) }, null, 2)}\n`,
    );
    return EXIT.ok;
  }
  const paint = await choosePaint(options.color, io);
  const lines = lignesDe(difference, b.manifeste.contenu);
  io.stdout.write(`${paint.strong(`Version ${nommee(avant)} → ${nommee(apres)}`)}\n`);
  if (lines.length === 0) io.stdout.write('Rien n’a changé.\n');
  let part = '';
  for (const { partie, objet, changement } of lines) {
    if (partie !== part) io.stdout.write(`\n${paint.strong(visible(partie))}\n`);
    part = partie;
    io.stdout.write(`  ${visible(objet)} : ${visible(changement)}\n`);
  }
  if (lines.length > 0) io.stdout.write(`\n${compte(lines.length, 'changement')}.\n`);
  return EXIT.ok;
}
