/** Files of the templates, as they are: what fills them is loaded by who fills one. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
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
