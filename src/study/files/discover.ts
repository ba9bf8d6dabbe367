/** Finds and reads the files of a study's folder. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { plusProche } from '../../texte/ordre.js';
import { diagnostic } from '../codes/codes.js';
import { COLLECTIONS, type Collection } from '../collections.js';
import type { Diagnostic } from '../diagnostic.js';
import { dejaLus, type Lu, seContient } from './liens.js';
import { liensDehors } from './liens-dehors.js';
import { enMot } from './named-file.js';
import { nomsFragiles } from './noms-portables.js';
import { readBelow } from './read-below.js';
import { inTurn, lienDejaLu, readText, unreadable } from './read-text.js';
import {
  CARTES,
  isTable,
  isYaml,
  nomFini,
  nomMalFini,
  OTHER_FOLDERS,
  otherKind,
  START,
  tableFile,
  unknownFile,
} from './unknown-file.js';

export interface FoundFile {
  /** Path as shown to the user: relative to the current directory where it lies below it. */
  fichier: string;
  collection: Collection;
  bytes: number;
  text: string;
}

/** A file of contours, whether the study names it or not. */
export interface FoundCarte {
  fichier: string;
  /** Path in the study's folder. */
  nom: string;
  bytes: number;
  /** Null when it could not be read, which is told. */
  text: string | null;
}

export interface Discovery {
  /** The study's folder as shown to the user; null when it cannot be read. */
  dossier: string | null;
  files: FoundFile[];
  cartes: FoundCarte[];
  diagnostics: Diagnostic[];
  /** Collections of which a file could not be read. */
  unread: Set<string>;
}

const NAMES = COLLECTIONS.map(({ nom }) => nom);
const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

function shownPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  return (below.startsWith('..') || isAbsolute(below) ? path : below).replaceAll('\\', '/');
}

/** Folders just below `cwd` that are studies. */
async function etudesSous(cwd: string): Promise<string[]> {
  const items = await readdir(cwd, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    items
      .filter((item) => item.isDirectory() && !item.name.startsWith('.'))
      .map(async ({ name }) => ((await isFile(join(cwd, name, 'etude.yaml'))) ? [name] : [])),
  );
  return found.flat().sort();
}

/** The study within which `cwd` is a folder, as it is named from there: « .. ». */
async function etudeAutour(cwd: string): Promise<string | undefined> {
  for (let folder = dirname(cwd); folder !== dirname(folder); folder = dirname(folder))
    if (await isFile(join(folder, 'etude.yaml'))) return relative(cwd, folder).replaceAll('\\', '/');
  return undefined;
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** The study's folder cannot be read: what was meant instead. */
async function introuvable(dir: string, cwd: string): Promise<Diagnostic> {
  const fichier = shownPath(dir, cwd) || '.';
  if (await isFile(dir))
    return diagnostic('etude-introuvable', {
      fichier,
      plage: START,
      chemin: '',
      message: `« ${fichier} » est un fichier : une étude est un dossier.`,
      aide: `Désignez le dossier : -C ${enMot(shownPath(dirname(dir), cwd) || '.')}.`,
    });
  const near = (await etudeAutour(cwd)) ?? (await etudesSous(cwd))[0];
  return diagnostic('etude-introuvable', {
    fichier,
    plage: START,
    chemin: '',
    message: "le dossier de l'étude n'existe pas, ou n'est pas lisible.",
    aide: near
      ? `« ${near} » est une étude : ajoutez -C ${enMot(near)} à la commande, ou allez dans ce dossier.`
      : "« atelier init » crée une étude ; l'option -C désigne le dossier de celle qui existe.",
  });
}

/** What stands at a path, a symbolic link being taken for what it leads to: a file, a folder and what it holds, or why it cannot be read. */
async function asFolder(item: Dirent, path: string): Promise<'file' | { items: Dirent[] } | { cause: unknown }> {
  if (item.isFile()) return 'file';
  try {
    const found = item.isDirectory() ? item : await stat(path);
    if (found.isDirectory()) return { items: await readdir(path, { withFileTypes: true }) };
    return found.isFile() ? 'file' : { cause: 'special' };
  } catch (cause) {
    return { cause };
  }
}

async function unknownFolder(path: string, name: string, cwd: string): Promise<Diagnostic[]> {
  if (OTHER_FOLDERS.has(name) || name.startsWith('.')) return [];
  if (isYaml(name))
    return [
      diagnostic('fichier-inconnu', {
        fichier: shownPath(path, cwd),
        plage: START,
        chemin: '',
        message: `« ${name} » est un dossier, alors que son nom est celui d'un fichier : il n'est pas lu.`,
        aide: 'Un inventaire est un fichier « nom.yaml », ou un dossier « nom » qui contient des fichiers « .yaml ».',
      }),
    ];
  const inside = await readdir(path, { withFileTypes: true }).catch(() => []);
  const first = inside.filter((item) => item.isFile() && isYaml(item.name)).sort(byName)[0];
  if (!first) return [];
  if (inside.some((item) => item.isFile() && item.name === 'etude.yaml')) {
    const fichier = shownPath(join(path, 'etude.yaml'), cwd);
    return [
      diagnostic('fichier-inconnu', {
        fichier,
        plage: START,
        chemin: '',
        message: `« ${name} » est une autre étude : elle n'est pas lue avec ce dossier.`,
        aide: `Si c'est elle que vous vouliez, ajoutez -C ${enMot(shownPath(path, cwd))} à la commande.`,
      }),
    ];
  }
  const known = COLLECTIONS.find(({ nom }) => nom === name);
  const near = plusProche(name, NAMES);
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

/** What is said of an inventory that is too large helps nobody with contours. */
const tropDeContours = (fault: Diagnostic): Diagnostic =>
  fault.code === 'fichier-trop-gros'
    ? {
        ...fault,
        message: 'les contours pèsent plus de 20 Mo : aucune page n’en montre autant.',
        aide: 'Gardez les seules communes de l’étude, et simplifiez leurs contours dans votre logiciel de cartographie (à 50 m, l’œil ne voit rien).',
      }
    : fault;

async function lireCartes(dir: string, cwd: string): Promise<{ cartes: FoundCarte[]; diagnostics: Diagnostic[] }> {
  const items = await readdir(join(dir, CARTES), { withFileTypes: true }).catch(() => []);
  const names = items.filter((item) => !item.isDirectory() && /^[^.].*\.(geo)?json$/.test(item.name)).sort(byName);
  const read = await inTurn(names, async ({ name }) => {
    const path = join(dir, CARTES, name);
    const [fichier, nom] = [shownPath(path, cwd), `${CARTES}/${name}`];
    const content = await readText(path, fichier);
    return 'code' in content
      ? { carte: { fichier, nom, bytes: 0, text: null }, fault: tropDeContours(content) }
      : { carte: { fichier, nom, ...content }, fault: null };
  });
  return { cartes: read.map(({ carte }) => carte), diagnostics: read.flatMap(({ fault }) => fault ?? []) };
}

export async function discover(dir: string, cwd: string): Promise<Discovery> {
  const result: Discovery = { dossier: null, files: [], cartes: [], diagnostics: [], unread: new Set() };
  const items = await readdir(dir, { withFileTypes: true }).catch(() => undefined);
  if (!items) {
    result.diagnostics.push(await introuvable(dir, cwd));
    return result;
  }
  result.dossier = shownPath(dir, cwd);

  const paths: (Lu & { collection: Collection })[] = [];
  const folders: (Lu & { collection: Collection })[] = [];
  const unread = (path: string, collection: Collection, cause: unknown): void => {
    result.diagnostics.push(unreadable(shownPath(path, cwd), cause));
    result.unread.add(collection.nom);
  };
  const present = new Set(items.map(({ name }) => name));
  for (const item of items.sort(byName)) {
    const path = join(dir, item.name);
    const named = COLLECTIONS.find(({ nom }) => nom === item.name.replace(/\.ya?ml$/, ''));
    const folder = await asFolder(item, path);
    if (folder === 'file') {
      const collection = COLLECTIONS.find(({ nom }) => `${nom}.yaml` === item.name);
      if (collection) paths.push({ path, collection, lien: item.isSymbolicLink() });
      else if (isYaml(item.name)) result.diagnostics.push(unknownFile(shownPath(path, cwd), item.name, present));
      else if (isTable(item.name)) result.diagnostics.push(tableFile(shownPath(path, cwd), item.name));
      else if (nomFini(item.name)) result.diagnostics.push(nomMalFini(shownPath(path, cwd), item.name));
      else if (otherKind(item.name) !== undefined) {
        const message = `« ${item.name} » n'est pas lu : c'est « ${otherKind(item.name)}.yaml » qui le serait.`;
        result.diagnostics.push(
          diagnostic('fichier-inconnu', { fichier: shownPath(path, cwd), plage: START, chemin: '', message }),
        );
      }
    } else if ('cause' in folder) {
      // A link that leads nowhere, or a folder without the right to read it: what it holds would be missing without a word.
      if (named) unread(path, named, folder.cause);
      else if (isYaml(item.name)) result.diagnostics.push(unreadable(shownPath(path, cwd), folder.cause));
    } else if (named?.liste && named.nom === item.name && item.isSymbolicLink() && (await seContient(path))) {
      unread(path, named, 'contenant');
    } else if (named?.liste && named.nom === item.name) {
      folders.push({ path, collection: named, lien: item.isSymbolicLink() });
      for (const child of folder.items.sort(byName)) {
        const below = join(path, child.name);
        const inside = await asFolder(child, below);
        if (inside !== 'file') {
          if ('cause' in inside) unread(below, named, inside.cause);
          else result.diagnostics.push(...(await unknownFolder(below, child.name, cwd)));
        } else if (child.name.endsWith('.yaml') && isYaml(child.name))
          paths.push({ path: below, collection: named, lien: item.isSymbolicLink() || child.isSymbolicLink() });
        else if (isYaml(child.name)) {
          const message = "le fichier n'est pas lu : son extension doit être « .yaml », en minuscules.";
          result.diagnostics.push(
            diagnostic('fichier-inconnu', { fichier: shownPath(below, cwd), plage: START, chemin: '', message }),
          );
        } else if (isTable(child.name)) result.diagnostics.push(tableFile(shownPath(below, cwd), child.name));
        else if (nomFini(child.name)) result.diagnostics.push(nomMalFini(shownPath(below, cwd), child.name));
      }
    } else result.diagnostics.push(...(await unknownFolder(path, item.name, cwd)));
  }

  const below = await readBelow(dir);
  const shown = (path: string): string => shownPath(path, cwd);
  result.diagnostics.push(...(await liensDehors(dir, below, shown)), ...nomsFragiles(below, shown));
  const { cartes, diagnostics } = await lireCartes(dir, cwd);
  result.cartes = cartes;
  result.diagnostics.push(...diagnostics);

  const again = await dejaLus(folders);
  const inAgain = (path: string): boolean => again.has(dirname(path));
  for (const [path, before] of [...again, ...(await dejaLus(paths.filter(({ path }) => !inAgain(path))))]) {
    again.set(path, before);
    result.diagnostics.push(lienDejaLu(shownPath(path, cwd), shownPath(before, cwd)));
    const own = [...folders, ...paths].find((one) => one.path === path);
    if (own) result.unread.add(own.collection.nom);
  }
  const wanted = paths.filter(({ path }) => !again.has(path) && !inAgain(path));
  const read = await inTurn(wanted, ({ path }) => readText(path, shownPath(path, cwd)));
  for (const [index, content] of read.entries()) {
    const found = wanted[index];
    if (!found) continue;
    const { path, collection } = found;
    if ('code' in content) {
      result.diagnostics.push(content);
      result.unread.add(collection.nom);
    } else result.files.push({ fichier: shownPath(path, cwd), collection, ...content });
  }
  return result;
}
