/** `atelier textes LIVRABLE`: makes the missing files of the author's texts, each with the questions that its section must answer. */

import { dirname, join, relative, resolve } from 'node:path';
import { createFile } from '../../build/disk/put-file.js';
import { WriteError } from '../../build/disk/write-error.js';
import { DELIVERABLES, isDeliverable } from '../../documents/registry.js';
import { readTemplates } from '../../documents/templates/template-files.js';
import { DOSSIER, lireTextes } from '../../documents/textes/lire.js';
import { squelette } from '../../documents/textes/questions.js';
import { aSaSection, elementsDe, sectionsDe } from '../../documents/textes/sections.js';
import { makeFolder } from '../../study/files/make-folder.js';
import { systemCode } from '../../study/files/system-code.js';
import { vouliezVousDire } from '../../texte/ordre.js';
import type { CommonOptions } from '../options/options.js';
import { EXIT } from '../terminal/exit-codes.js';
import type { Io } from '../terminal/io.js';
import { sansEtude } from './sans-etude.js';

export type TextesOptions = Pick<CommonOptions, 'etude'> & { liste: boolean };

/** Without a section: the chapters, annexes apart. */
export async function runTextes(livrable: string, wanted: string[], options: TextesOptions, io: Io): Promise<number> {
  if (!isDeliverable(livrable)) {
    io.stderr.write(
      `« ${livrable} » n'est pas un livrable. ${vouliezVousDire(livrable, DELIVERABLES) ?? `Livrables : ${DELIVERABLES.join(', ')}.`}\n`,
    );
    return EXIT.usage;
  }
  const dir = resolve(io.cwd, options.etude);
  const templates = await readTemplates(dir, io.cwd);
  const sections = sectionsDe(templates, livrable);
  const unknown = wanted.filter((name) => !aSaSection(sections, name));
  if (unknown.length > 0) {
    const near = vouliezVousDire(
      unknown[0] ?? '',
      sections.map(({ id }) => id),
    );
    io.stderr.write(
      `« ${livrable} » n'a pas de section « ${unknown.join(' », « ')} ». ${near ?? `« atelier textes ${livrable} --liste » donne ses sections.`}\n`,
    );
    return EXIT.usage;
  }
  if (options.liste) {
    const elements = elementsDe(templates, livrable);
    const nom = (id: string): string => id.replace(/\{+[^}]*\}+/g, 'ID');
    for (const { id, titre, niveau } of sections) {
      io.stdout.write(`${'  '.repeat(niveau - 1)}${nom(id)}${titre === '' ? '' : `  ${titre}`}\n`);
      for (const element of elements.filter(({ section }) => section === id))
        io.stdout.write(`${'  '.repeat(niveau)}{voir ${nom(element.id)}}  ${element.sorte}\n`);
    }
    return EXIT.ok;
  }
  const none = await sansEtude(options.etude, io);
  if (none !== null) return none;
  const chosen =
    wanted.length > 0
      ? wanted
      : sections
          .filter(({ id, niveau, variable }) => niveau === 1 && !variable && !id.startsWith('annexe'))
          .map(({ id }) => id);
  const { textes } = await lireTextes(dir, io.cwd);
  const missing = chosen.filter(
    (section) => !textes.some((texte) => texte.livrable === livrable && texte.section === section),
  );
  for (const section of missing) {
    const path = join(dir, DOSSIER, livrable, `${section}.md`);
    const shown = relative(io.cwd, path);
    try {
      // Never over what stands there, were it unreadable to us.
      await makeFolder(dirname(path));
      await createFile(path, squelette(livrable, section, sections.find(({ id }) => id === section)?.titre ?? ''));
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw new WriteError(shown, error);
      io.stderr.write(`${shown} existe déjà : il a été laissé tel quel.\n`);
      return EXIT.failure;
    }
    io.stdout.write(`  ${shown}\n`);
  }
  io.stdout.write(
    missing.length === 0
      ? 'Tous ces textes existent déjà.\n'
      : 'Écrivez sous les questions, qui ne s’impriment pas ; « atelier check » relit les chiffres.\n',
  );
  return EXIT.ok;
}
