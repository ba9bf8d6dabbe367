/** What is wrong with the templates that a study brings, before any is filled: a folder or a file that cannot be read, a name that nothing uses. */
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { diagnostic } from '../study/codes.js';
import type { Diagnostic } from '../study/diagnostic.js';
import { unreadable } from '../study/read-text.js';
import { vouliezVousDire } from '../texte/ordre.js';
import type { Templates } from './template.js';
import { EXTENSION } from './template-files.js';

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** Folders and files of the study's templates that the system does not give: without them the program's own would be used without a word. */
async function unreadFiles(folder: string, shown: (path: string) => string): Promise<Diagnostic[]> {
  if (!(await exists(folder))) return [];
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const read = await Promise.all(
      entries
        .filter((entry) => !entry.isDirectory() && entry.name.endsWith(EXTENSION))
        .map(async (entry) => {
          const path = join(entry.parentPath, entry.name);
          if (!entry.isFile() && !entry.isSymbolicLink()) return [unreadable(shown(path), 'special')];
          return readFile(path).then(
            () => [],
            (cause: unknown) => [unreadable(shown(path), cause)],
          );
        }),
    );
    return read.flat();
  } catch (cause) {
    return [unreadable(shown(folder), cause)];
  }
}

/** `templates` are those that were read; `studyFolder` is the folder of the study. */
export async function ownTemplateFaults(
  templates: Templates,
  studyFolder: string,
  cwd: string,
  known: ReadonlySet<string>,
): Promise<Diagnostic[]> {
  const shown = (path: string): string => relative(cwd, path).split('\\').join('/');
  const texts = [...templates.values()].map(({ text }) => text);
  const called = (name: string): boolean =>
    texts.some((text) => text.includes(`> ${name}`) || text.includes(`>${name}`) || text.includes(`"${name}"`));
  const unused = [...templates].filter(([name, { own }]) => own === true && !known.has(name) && !called(name));
  return [
    ...(await unreadFiles(join(studyFolder, 'templates'), shown)),
    ...unused.map(([name, { fichier }]) =>
      diagnostic('modele-sans-emploi', {
        fichier,
        plage: { ligne: 1, colonne: 1, longueur: 1 },
        chemin: '',
        message: `« ${name} » n'est le nom d'aucun modèle du programme, et aucun modèle ne l'appelle : il ne sert à rien.`,
        aide: vouliezVousDire(name, known),
      }),
    ),
  ];
}
