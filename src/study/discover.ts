/** Finds and reads the files of a study's folder. */
import { readdir, readFile } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { diagnostic } from './codes.js';
import { COLLECTIONS, type Collection } from './collections.js';
import type { Diagnostic, Plage } from './diagnostic.js';
import { nearest } from './nearest.js';

export interface FoundFile {
  /** Path as shown to the user: relative to the current directory where it lies below it. */
  fichier: string;
  collection: Collection;
  bytes: number;
  text: string;
}

export interface Discovery {
  /** The study's folder as shown to the user; null when it cannot be read. */
  dossier: string | null;
  files: FoundFile[];
  diagnostics: Diagnostic[];
  /** Collections of which a file could not be read. */
  unread: Set<string>;
}

const START: Plage = { ligne: 1, colonne: 1, longueur: 1 };
const NAMES = COLLECTIONS.map(({ nom }) => nom);
const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name) && !name.startsWith('.');

function shownPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  return (below.startsWith('..') || isAbsolute(below) ? path : below).replaceAll('\\', '/');
}

function unknownFile(fichier: string, name: string): Diagnostic {
  const base = name.replace(/\.ya?ml$/i, '');
  const known = COLLECTIONS.find(({ nom }) => nom === base);
  const near = known ? known.nom : nearest(base, NAMES);
  const message = known
    ? `le fichier n'est pas lu : il devrait s'appeler « ${known.nom}.yaml ».`
    : `« ${name} » n'est le nom d'aucun inventaire : le fichier n'est pas lu.`;
  const aide = near && !known ? `Vouliez-vous dire « ${near}.yaml » ?` : `Inventaires : ${NAMES.join(', ')}.`;
  return diagnostic('fichier-inconnu', { fichier, plage: START, chemin: '', message, ...(known ? {} : { aide }) });
}

/** Folders of a study that hold something else than inventories. */
const OTHER_FOLDERS = new Set(['templates', 'gabarits']);

async function unknownFolder(path: string, name: string, cwd: string): Promise<Diagnostic[]> {
  if (OTHER_FOLDERS.has(name) || name.startsWith('.')) return [];
  const inside = await readdir(path, { withFileTypes: true }).catch(() => []);
  const first = inside.filter((item) => item.isFile() && isYaml(item.name)).sort(byName)[0];
  if (!first) return [];
  const known = COLLECTIONS.find(({ nom }) => nom === name);
  const near = nearest(name, NAMES);
  const message = known
    ? `« ${name} » tient en un seul fichier, « ${name}.yaml » : ce dossier n'est pas lu.`
    : `« ${name} » n'est le nom d'aucun inventaire : les fichiers de ce dossier ne sont pas lus.`;
  const aide = near && !known ? `Vouliez-vous dire « ${near} » ?` : undefined;
  return [
    diagnostic('fichier-inconnu', {
      fichier: shownPath(join(path, first.name), cwd),
      plage: START,
      chemin: '',
      message,
      aide,
    }),
  ];
}

/** Reads one file; a fault of encoding is a diagnostic. */
async function readText(path: string, fichier: string): Promise<{ text: string; bytes: number } | Diagnostic> {
  const at = { fichier, plage: START, chemin: '' };
  try {
    const bytes = await readFile(path);
    // The decoder also drops a byte order mark.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), bytes: bytes.length };
  } catch (error) {
    if (error instanceof TypeError)
      return diagnostic('encodage-incorrect', {
        ...at,
        message: "le fichier n'est pas en UTF-8 ; ses accents seraient faussés.",
        aide: "Enregistrez-le avec l'encodage UTF-8.",
      });
    return diagnostic('fichier-illisible', {
      ...at,
      message: "le fichier n'a pas pu être lu.",
      aide: 'Vérifiez vos droits sur ce fichier.',
    });
  }
}

export async function discover(dir: string, cwd: string): Promise<Discovery> {
  const result: Discovery = { dossier: null, files: [], diagnostics: [], unread: new Set() };
  const items = await readdir(dir, { withFileTypes: true }).catch(() => undefined);
  if (!items) {
    result.diagnostics.push(
      diagnostic('etude-introuvable', {
        fichier: shownPath(dir, cwd) || '.',
        plage: START,
        chemin: '',
        message: "le dossier de l'étude n'existe pas, ou n'est pas lisible.",
        aide: "Vérifiez le chemin ; l'option -C désigne le dossier de l'étude.",
      }),
    );
    return result;
  }
  result.dossier = shownPath(dir, cwd);

  const paths: { path: string; collection: Collection }[] = [];
  for (const item of items.sort(byName)) {
    const path = join(dir, item.name);
    // A symbolic link is taken for what it leads to.
    const inside = item.isFile() ? undefined : await readdir(path, { withFileTypes: true }).catch(() => undefined);
    if (inside) {
      const collection = COLLECTIONS.find(({ nom, liste }) => liste && nom === item.name);
      if (!collection) result.diagnostics.push(...(await unknownFolder(path, item.name, cwd)));
      for (const child of collection ? inside.sort(byName) : []) {
        const below = join(path, child.name);
        if (child.isDirectory()) result.diagnostics.push(...(await unknownFolder(below, child.name, cwd)));
        else if (collection && child.name.endsWith('.yaml') && isYaml(child.name))
          paths.push({ path: below, collection });
        else if (isYaml(child.name)) {
          const message = "le fichier n'est pas lu : son extension doit être « .yaml », en minuscules.";
          result.diagnostics.push(
            diagnostic('fichier-inconnu', { fichier: shownPath(below, cwd), plage: START, chemin: '', message }),
          );
        }
      }
    } else if (isYaml(item.name)) {
      const collection = COLLECTIONS.find(({ nom }) => `${nom}.yaml` === item.name);
      if (collection) paths.push({ path, collection });
      else result.diagnostics.push(unknownFile(shownPath(path, cwd), item.name));
    }
  }

  const read = await Promise.all(paths.map(({ path }) => readText(path, shownPath(path, cwd))));
  for (const [index, content] of read.entries()) {
    const found = paths[index];
    if (!found) continue;
    const { path, collection } = found;
    if ('code' in content) {
      result.diagnostics.push(content);
      result.unread.add(collection.nom);
    } else result.files.push({ fichier: shownPath(path, cwd), collection, ...content });
  }
  return result;
}
