/** Templates of the deliverables: the package's own, each replaced by the study's file of the same name under its `templates/`. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parObjet } from '../analysis/une-fois.js';
import type { Diagnostic } from '../study/diagnostic.js';
import { templateFault } from './faults.js';
import { markdownTemplates } from './handlebars.js';
import { type HelperContext, registerHelpers } from './helpers.js';
import { partialsOf } from './partials.js';
import type { Template, Templates } from './template.js';

export const EXTENSION = '.md.hbs';

/** The same two levels up from `src/documents` and from `dist/documents`. */
export const PACKAGE_TEMPLATES = fileURLToPath(new URL('../../templates/', import.meta.url));

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

const nameOf = (folder: string, file: string): string =>
  relative(folder, file).slice(0, -EXTENSION.length).split(sep).join('/');

/** Names of the program's own templates. */
export async function packageTemplateNames(): Promise<Set<string>> {
  return new Set((await filesIn(PACKAGE_TEMPLATES)).map((file) => nameOf(PACKAGE_TEMPLATES, file)));
}

/** `studyFolder` is the folder of the study; paths are shown relative to `cwd`. A file that cannot be read is told by `ownTemplateFaults`. */
export async function readTemplates(studyFolder: string, cwd: string): Promise<Templates> {
  const found = new Map<string, Template>();
  for (const [folder, own] of [
    [PACKAGE_TEMPLATES, false],
    [join(studyFolder, 'templates'), true],
  ] as const)
    for (const file of await filesIn(folder)) {
      const name = nameOf(folder, file);
      const fichier = own ? relative(cwd, file) : `templates/${name}${EXTENSION}`;
      const text = await readFile(file, 'utf8').catch(() => null);
      if (text !== null) found.set(name, { fichier, text, own });
    }
  return found;
}

/** Helpers and partials are set again at each filling, which is never interrupted: what is compiled is kept with its template. */
const HANDLEBARS = markdownTemplates();

const compiled = parObjet(({ text }: Template) => HANDLEBARS.compile(text, { preventIndent: true }));

const syntaxFault = parObjet(({ fichier, text }: Template): Diagnostic | null => {
  try {
    HANDLEBARS.parse(text);
    return null;
  } catch (error) {
    return templateFault(fichier, error);
  }
});

/** Fills the template `name`; the Markdown it gives, or what is wrong with the template. */
export function fillTemplate(
  templates: Templates,
  name: string,
  view: object,
  context: HelperContext,
): { markdown: string; diagnostics: Diagnostic[] } {
  registerHelpers(HANDLEBARS, context);
  const diagnostics = [...templates.values()].flatMap((template) => syntaxFault(template) ?? []);
  const main = templates.get(name);
  if (!main || diagnostics.length > 0) return { markdown: '', diagnostics };
  const partials = partialsOf(HANDLEBARS, templates, compiled);
  try {
    return { markdown: partials.fill(name, view), diagnostics };
  } catch (error) {
    const { fichier, text } = templates.get(partials.failedIn() ?? name) ?? main;
    return { markdown: '', diagnostics: [templateFault(fichier, error, text)] };
  }
}
