/** Files of the templates, as they are: what fills them is loaded by who fills one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { PACKAGE } from '../../package/package.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import { filesBelow } from '../../study/files/files-below.js';
import { readText, unreadable, withLineFeeds } from '../../study/files/read-text.js';
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

/** Nothing where a file of the program cannot be read: what asks for it tells that it is missing. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Those of the program, in the order of their paths: read at once, as its own code is; in turns, the system was waited for at each of them. */
function packageTemplates(): Map<string, Template> {
  const files = attempt(() => readdirSync(PACKAGE_TEMPLATES, { recursive: true, withFileTypes: true })) ?? [];
  const paths = files
    .filter((one) => one.isFile() && isTemplate(one.name))
    .map((one) => join(one.parentPath, one.name));
  const templates = new Map<string, Template>();
  for (const path of paths.sort()) {
    const name = nameOf(PACKAGE_TEMPLATES, path);
    const text = attempt(() => withLineFeeds(readFileSync(path, 'utf8')));
    if (text !== undefined)
      templates.set(name, garde(path, { fichier: `templates/${name}${EXTENSION}`, text, own: false }));
  }
  return templates;
}

/** What the system, or an encoding, refuses of the templates that a study brings: without it the program's own would be used without a word. Paths are shown relative to `cwd`. */
export async function readOwnTemplates(
  studyFolder: string,
  cwd: string,
): Promise<{ templates: Map<string, Template>; unread: Diagnostic[] }> {
  const folder = ownFolder(studyFolder);
  const shown = (path: string): string => relative(cwd, path).split(sep).join('/');
  const { files, unread } = await filesBelow(folder, isTemplate);
  const templates = new Map<string, Template>();
  const faults = unread.map(({ path, cause }) => unreadable(shown(path), cause));
  for (const file of files) {
    const fichier = shown(file);
    const read = await readText(file, fichier);
    if ('code' in read) faults.push(read);
    else templates.set(nameOf(folder, file), garde(file, { fichier, text: read.text, own: true }));
  }
  return { templates, unread: faults };
}

/** The program's templates, each replaced by the study's of the same name. What cannot be read is told by `ownTemplateFaults`. */
export async function readTemplates(studyFolder: string, cwd: string): Promise<Templates> {
  const own = await readOwnTemplates(studyFolder, cwd);
  return new Map([...packageTemplates(), ...own.templates]);
}
