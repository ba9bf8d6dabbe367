/**
 * A scenario made from another (`a_partir_de`): committees often retain « the first, with the desks of the third ». It takes all that its base says, and what
 * it borrows elsewhere, less what it does without; what it writes itself counts before both.
 */

import { plusProche } from '../texte/ordre.js';
import { diagnostic } from './codes/codes.js';
import type { Diagnostic } from './diagnostic.js';
import { type Entry, entriesOf, pathOf, type StudyFile } from './files/study-file.js';
import { type Fields, isRecord } from './record.js';
import { placeOfValue, type Step } from './yaml/locate.js';

export interface Heritage {
  /** The files, their scenarios whole. */
  files: StudyFile[];
  diagnostics: Diagnostic[];
  /** Paths of the scenarios that lack what could not be read: what they seem to lack may be written there. */
  enAttente: ReadonlySet<string>;
  /** Where a value that a scenario did not write itself was written: its path by ids there; undefined when it is its own. */
  origine(path: string): string | undefined;
}

/** What names a scenario and tells it apart is its own. */
const PROPRES = new Set(['id', 'titre', 'titre_court', 'ordre', 'resume', 'a_partir_de', 'commentaire']);
/** What names an element of a list, first found. */
const NOMS = ['id', 'acteur', 'outil', 'fonction', 'modalite'] as const;

const nomDe = (element: unknown): string | undefined =>
  isRecord(element) ? NOMS.map((key) => element[key]).find((name) => typeof name === 'string') : undefined;

/** A list whose elements each have a name, and no two the same. */
function nommee(list: unknown): list is Fields[] {
  if (!Array.isArray(list) || list.length === 0) return false;
  const names = list.map(nomDe);
  return !names.includes(undefined) && new Set(names).size === names.length;
}

/** Own values first, so that they keep the ranks that they have in their file. */
function fondre(own: unknown, base: unknown): unknown {
  if (own === undefined) return base;
  if (isRecord(own) && isRecord(base))
    return Object.fromEntries(
      [...new Set([...Object.keys(own), ...Object.keys(base)])].map((key) => [key, fondre(own[key], base[key])]),
    );
  if (!nommee(own) || !nommee(base)) return own;
  const names = new Set(own.map(nomDe));
  return [
    ...own.map((element) =>
      fondre(
        element,
        base.find((other) => nomDe(other) === nomDe(element)),
      ),
    ),
    ...base.filter((element) => !names.has(nomDe(element))),
  ];
}

/** The value with the list at `keys` changed; the same when there is none. */
function changer(value: unknown, keys: readonly string[], change: (list: Fields[]) => Fields[]): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return Array.isArray(value) ? change(value.filter(isRecord)) : value;
  return isRecord(value) ? { ...value, [key]: changer(value[key], rest, change) } : value;
}

const listeA = (value: unknown, keys: readonly string[]): Fields[] | undefined => {
  const found = keys.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);
  return Array.isArray(found) ? found.filter(isRecord) : undefined;
};

const textes = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];

/** « modalites/permanences » cut into its list and the name of an element. */
function couper(path: string): { keys: string[]; nom: string } {
  const keys = path.split('/');
  return { nom: keys.pop() ?? '', keys };
}

/** Lists whose elements can be named, as paths: what can be borrowed, or done without. */
function chemins(value: unknown, prefix = ''): string[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    nommee(below) ? below.map((element) => `${prefix}${key}/${nomDe(element)}`) : chemins(below, `${prefix}${key}/`),
  );
}

interface Lu {
  base: string;
  emprunts: string[];
  sans: string[];
}

function lire(value: unknown): Lu | null {
  const told = isRecord(value) ? value.a_partir_de : undefined;
  if (!isRecord(told) || typeof told.scenario !== 'string') return null;
  return { base: told.scenario, emprunts: textes(told.emprunts), sans: textes(told.sans) };
}

/** Tells what a scenario asks for and cannot have, at a place of its `a_partir_de`. */
type Tell = (below: Step[], message: string, aide: string) => void;

/** The scenario without what it leaves (`sans`). */
function laisser(inherited: unknown, { base, sans }: Lu, tell: Tell): unknown {
  let value = inherited;
  for (const [rank, path] of sans.entries()) {
    const { keys, nom } = couper(path);
    if (!listeA(value, keys)?.some((element) => nomDe(element) === nom)) {
      const near = plusProche(path, chemins(value));
      tell(
        ['sans', rank],
        `« ${base} » n’a pas « ${path} ».`,
        near ? `Le plus proche : « ${near} ».` : 'Écrivez la liste puis l’identifiant : modalites/visites.',
      );
      continue;
    }
    value = changer(value, keys, (list) => list.filter((element) => nomDe(element) !== nom));
  }
  return value;
}

interface Emprunts {
  /** Path of each borrowed element, and where it comes from: filled here. */
  own: Map<string, string>;
  sourceOf(scenario: string): unknown;
  /** What may be borrowed, as it is written. */
  known(): string[];
  /** Whether a scenario may be written where nothing could be read; it is then remembered. */
  nonLu(scenario: string): boolean;
}

/** The scenario with what it takes from others (`emprunts`), in the place of what bears the same name. */
function emprunter(
  inherited: unknown,
  { emprunts }: Lu,
  { own, sourceOf, known, nonLu }: Emprunts,
  tell: Tell,
): unknown {
  let value = inherited;
  for (const [rank, whole] of emprunts.entries()) {
    const [scenario = '', ...rest] = whole.split('/');
    const { keys, nom } = couper(rest.join('/'));
    const element = listeA(sourceOf(scenario), keys)?.find((one) => nomDe(one) === nom);
    if (!element) {
      if (nonLu(scenario)) continue;
      const near = plusProche(whole, known());
      tell(
        ['emprunts', rank],
        `« ${whole} » ne désigne rien dans un autre scénario.`,
        near
          ? `Le plus proche : « ${near} ».`
          : 'Écrivez le scénario, la liste puis l’identifiant : relais/modalites/permanences.',
      );
      continue;
    }
    own.set([...keys, nom].join('/'), whole);
    value = changer(listeA(value, keys) ? value : fondre(value, creer(keys)), keys, (list) => [
      ...list.filter((one) => nomDe(one) !== nom),
      element,
    ]);
  }
  return value;
}

/** A file that holds one entry, of which some fields could not be read: what it is made from may be one of them. */
const enPartie = ({ file: { parsed } }: Entry): boolean => parsed.partial === true && !Array.isArray(parsed.value);

/** Makes each scenario whole; what cannot be found is told at its place, and left out. `complets`: nothing of a scenario is left unread. */
export function heriter(files: readonly StudyFile[], complets = true): Heritage {
  const entries = files.filter(({ collection }) => collection.nom === 'scenarios').flatMap(entriesOf);
  const enAttente = new Set(entries.filter(enPartie).map(({ name }) => `scenarios/${name}`));
  const parId = new Map(
    entries.flatMap((entry) =>
      isRecord(entry.value) && typeof entry.value.id === 'string' && !enPartie(entry)
        ? [[entry.value.id, entry] as const]
        : [],
    ),
  );
  if (![...parId.values()].some(({ value }) => lire(value)))
    return { files: [...files], diagnostics: [], enAttente, origine: () => undefined };

  const diagnostics: Diagnostic[] = [];
  const entiers = new Map<string, unknown>();
  const emprunts = new Map<string, Map<string, string>>();
  const refuses = new Set<string>();
  const dire = ({ file, steps }: Entry, below: Step[], message: string, aide: string): void => {
    const at = [...steps, 'a_partir_de', ...below];
    const plage = placeOfValue(file.parsed, at);
    diagnostics.push(
      diagnostic('heritage-impossible', { fichier: file.fichier, plage, chemin: pathOf(file, at), message, aide }),
    );
  };

  const entier = (id: string, chain: readonly string[]): unknown => {
    const entry = parId.get(id);
    const told = lire(entry?.value);
    if (!entry || !told || refuses.has(id)) return entry?.value;
    if (entiers.has(id)) return entiers.get(id);
    if ([...chain, id].includes(told.base)) {
      refuses.add(id);
      dire(
        entry,
        ['scenario'],
        `« ${id} » part de « ${told.base} », qui part de lui.`,
        'Faites partir l’un des deux d’un scénario écrit en entier.',
      );
      return entry.value;
    }
    const attend = (other: string): boolean => {
      const waits = !complets && (!parId.has(other) || enAttente.has(`scenarios/${other}`));
      if (waits) enAttente.add(`scenarios/${id}`);
      return waits;
    };
    const base = entier(told.base, [...chain, id]);
    if (attend(told.base) || !isRecord(base)) return entry.value;
    const inherited: unknown = Object.fromEntries(Object.entries(base).filter(([key]) => !PROPRES.has(key)));
    const tell: Tell = (below, message, aide) => dire(entry, below, message, aide);
    const own = new Map<string, string>();
    const value = emprunter(
      laisser(inherited, told, tell),
      told,
      {
        own,
        sourceOf: (scenario) => (scenario === id ? undefined : entier(scenario, [...chain, id])),
        known: () =>
          [...parId].flatMap(([other, { value: whole }]) => (other === id ? [] : chemins(whole, `${other}/`))),
        nonLu: attend,
      },
      tell,
    );
    emprunts.set(id, own);
    const made = fondre(entry.value, value);
    entiers.set(id, made);
    return made;
  };
  for (const id of parId.keys()) entier(id, []);

  return {
    files: files.map((file) => remplacer(file, entiers)),
    diagnostics,
    enAttente,
    origine: origineDe(parId, entiers, emprunts),
  };
}

const creer = (keys: readonly string[]): unknown => keys.reduceRight<unknown>((below, key) => ({ [key]: below }), []);

function remplacer(file: StudyFile, entiers: ReadonlyMap<string, unknown>): StudyFile {
  if (file.collection.nom !== 'scenarios') return file;
  const whole = (value: unknown): unknown =>
    isRecord(value) && typeof value.id === 'string' ? (entiers.get(value.id) ?? value) : value;
  const { value } = file.parsed;
  return { ...file, parsed: { ...file.parsed, value: Array.isArray(value) ? value.map(whole) : whole(value) } };
}

const origineDe =
  (
    parId: ReadonlyMap<string, Entry>,
    entiers: ReadonlyMap<string, unknown>,
    emprunts: ReadonlyMap<string, ReadonlyMap<string, string>>,
  ) =>
  (path: string): string | undefined => {
    const [head, id = '', ...rest] = path.split('/');
    const told = head === 'scenarios' && entiers.has(id) ? lire(parId.get(id)?.value) : null;
    if (!told || rest.length === 0 || PROPRES.has(rest[0] ?? '')) return undefined;
    const below = rest.join('/');
    const [, borrowed] =
      [...(emprunts.get(id) ?? [])].find(([name]) => below === name || below.startsWith(`${name}/`)) ?? [];
    if (borrowed === undefined) return ['scenarios', told.base, ...rest].join('/');
    const length = couper(borrowed).keys.length;
    return ['scenarios', borrowed, ...rest.slice(length)].join('/');
  };
