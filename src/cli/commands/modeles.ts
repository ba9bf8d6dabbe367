/** `atelier modeles`: lists the templates of the deliverables, and copies one into the study to be changed there. */

import { writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { readTemplates } from '../../documents/template-files.js';
import { makeFolder } from '../../study/make-folder.js';
import { systemCode } from '../../study/system-code.js';
import { vouliezVousDire } from '../../texte/ordre.js';
import { EXIT } from '../exit-codes.js';
import type { Io } from '../io.js';
import type { CommonOptions } from '../options.js';

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
      await writeFile(path, template.text, { flag: 'wx' });
      io.stdout.write(`  ${shown}\n`);
    } catch (error) {
      io.stderr.write(
        `${shown} n'a pas pu être écrit (${systemCode(error) || 'cause inconnue'}). Vérifiez vos droits.\n`,
      );
      return EXIT.failure;
    }
  }
  return EXIT.ok;
}
