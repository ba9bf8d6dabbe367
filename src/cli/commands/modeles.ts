/** `atelier modeles`: lists the templates of the deliverables, and copies one into the study to be changed there. */

import { dirname, join, relative, resolve } from 'node:path';
import { createFile } from '../../build/disk/put-file.js';
import { WriteError } from '../../build/disk/write-error.js';
import { readTemplates } from '../../documents/templates/template-files.js';
import { makeFolder } from '../../study/files/make-folder.js';
import { vouliezVousDire } from '../../texte/ordre.js';
import type { CommonOptions } from '../options/options.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';
import { sansEtude } from './sans-etude.js';

export async function runModeles(names: string[], options: Pick<CommonOptions, 'etude'>, io: Io): Promise<number> {
  const dir = resolve(io.cwd, options.etude);
  const templates = await readTemplates(dir, io.cwd);
  if (names.length === 0) {
    for (const [name, { fichier, own }] of [...templates].sort(([a], [b]) => (a < b ? -1 : 1)))
      io.stdout.write(`${name}${own ? `  (remplacé par ${fichier})` : ''}\n`);
    return EXIT.ok;
  }
  const unknown = names.find((name) => !templates.has(name));
  if (unknown !== undefined) {
    io.stderr.write(
      `Aucun modèle « ${unknown} ». ${vouliezVousDire(unknown, templates.keys()) ?? '« atelier modeles » les donne tous.'}\n`,
    );
    return EXIT.usage;
  }
  const none = await sansEtude(options.etude, io);
  if (none !== null) return none;
  for (const name of names) {
    const template = templates.get(name);
    const path = join(dir, 'templates', `${name}.md.hbs`);
    const shown = relative(io.cwd, path);
    if (!template || template.own) {
      io.stderr.write(`${shown} existe déjà : il a été laissé tel quel.\n`);
      continue;
    }
    try {
      await makeFolder(dirname(path));
      await createFile(path, template.text);
      io.stdout.write(`  ${shown}\n`);
    } catch (error) {
      throw new WriteError(shown, error);
    }
  }
  return EXIT.ok;
}
