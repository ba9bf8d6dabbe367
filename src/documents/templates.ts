/** Templates of the deliverables: the package's own, each replaced by the study's file of the same name under its `templates/`. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../study/diagnostic.js';
import { templateFault } from './faults.js';
import { markdownTemplates } from './handlebars.js';
import { type HelperContext, registerHelpers } from './helpers.js';

const EXTENSION = '.md.hbs';

/** The same two levels up from `src/documents` and from `dist/documents`. */
export const PACKAGE_TEMPLATES = fileURLToPath(new URL('../../templates/', import.meta.url));

export interface Template {
  /** Path shown to the user. */
  fichier: string;
  text: string;
  /** Whether the study brought it, in place of the program's or beside. */
  own?: boolean;
}

/** By name: `diagnostic`, `diagnostic/besoins`. */
export type Templates = ReadonlyMap<string, Template>;

async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith(EXTENSION))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [];
  }
}

/** `studyFolder` is the folder of the study; paths are shown relative to `cwd`. */
export async function readTemplates(studyFolder: string, cwd: string): Promise<Templates> {
  const found = new Map<string, Template>();
  for (const [folder, own] of [
    [PACKAGE_TEMPLATES, false],
    [join(studyFolder, 'templates'), true],
  ] as const)
    for (const file of await filesIn(folder)) {
      const name = relative(folder, file).slice(0, -EXTENSION.length).split(sep).join('/');
      const fichier = own ? relative(cwd, file) : `templates/${name}${EXTENSION}`;
      found.set(name, { fichier, text: await readFile(file, 'utf8'), own });
    }
  return found;
}

/** Fills the template `name`; the Markdown it gives, or what is wrong with the template. */
export function fillTemplate(
  templates: Templates,
  name: string,
  view: object,
  context: HelperContext,
): { markdown: string; diagnostics: Diagnostic[] } {
  const handlebars = markdownTemplates();
  registerHelpers(handlebars, context);
  const diagnostics: Diagnostic[] = [];
  for (const [partial, { fichier, text }] of templates) {
    try {
      handlebars.parse(text);
      handlebars.registerPartial(partial, text);
    } catch (error) {
      diagnostics.push(templateFault(fichier, error));
    }
  }
  const main = templates.get(name);
  if (!main || diagnostics.length > 0) return { markdown: '', diagnostics };
  try {
    const fill = handlebars.compile(main.text, { preventIndent: true });
    return { markdown: fill(view, { allowProtoPropertiesByDefault: false }), diagnostics };
  } catch (error) {
    return { markdown: '', diagnostics: [templateFault(main.fichier, error)] };
  }
}
