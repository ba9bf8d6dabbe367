/** Files of the templates, as they are: what fills them is loaded by who fills one. */
import { join, relative, sep } from 'node:path';
import { PACKAGE } from '../../package/package.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import { filesBelow } from '../../study/files/files-below.js';
import { readText, unreadable } from '../../study/files/read-text.js';
import type { Template, Templates } from '../template.js';

const EXTENSION = '.md.hbs';
const isTemplate = (name: string): boolean => name.endsWith(EXTENSION);

/** Those of the program. */
export const PACKAGE_TEMPLATES = join(PACKAGE, 'templates/');

/** Folder of the templates that a study brings. */
const ownFolder = (studyFolder: string): string => join(studyFolder, 'templates');

const nameOf = (folder: string, file: string): string =>
  relative(folder, file).slice(0, -EXTENSION.length).split(sep).join('/');

/** Names of the program's own templates. */
export async function packageTemplateNames(): Promise<Set<string>> {
  const { files } = await filesBelow(PACKAGE_TEMPLATES, isTemplate);
  return new Set(files.map((file) => nameOf(PACKAGE_TEMPLATES, file)));
}

/** By file. What is compiled is kept with its template: one that has not changed stays the same object, in `watch` as from one build to the next. */
const lus = new Map<string, Template>();

function garde(file: string, read: Template): Template {
  const known = lus.get(file);
  if (known && known.text === read.text && known.fichier === read.fichier) return known;
  lus.set(file, read);
  return read;
}

/** The templates of a folder, and what of it cannot be read: without it the program's own would be used without a word. */
async function templatesOf(
  folder: string,
  shown: (path: string) => string,
  own: boolean,
): Promise<{ templates: Map<string, Template>; unread: Diagnostic[] }> {
  const { files, unread } = await filesBelow(folder, isTemplate);
  const templates = new Map<string, Template>();
  const faults = unread.map(({ path, cause }) => unreadable(shown(path), cause));
  for (const file of files) {
    const fichier = shown(file);
    const read = await readText(file, fichier);
    if ('code' in read) faults.push(read);
    else templates.set(nameOf(folder, file), garde(file, { fichier, text: read.text, own }));
  }
  return { templates, unread: faults };
}

/** What the system, or an encoding, refuses of the templates that a study brings. Paths are shown relative to `cwd`. */
export const readOwnTemplates = (
  studyFolder: string,
  cwd: string,
): Promise<{ templates: Map<string, Template>; unread: Diagnostic[] }> =>
  templatesOf(ownFolder(studyFolder), (path) => relative(cwd, path).split(sep).join('/'), true);

/** The program's templates, each replaced by the study's of the same name. What cannot be read is told by `ownTemplateFaults`. */
export async function readTemplates(studyFolder: string, cwd: string): Promise<Templates> {
  const shown = (path: string): string => `templates/${nameOf(PACKAGE_TEMPLATES, path)}${EXTENSION}`;
  const [ours, own] = await Promise.all([
    templatesOf(PACKAGE_TEMPLATES, shown, false),
    readOwnTemplates(studyFolder, cwd),
  ]);
  return new Map([...ours.templates, ...own.templates]);
}
