/** Checks across entries that the schemas declare: every reference leads somewhere, every id is unique in its list. */

import { compte } from '../../texte/accords.js';
import { plusProche } from '../../texte/ordre.js';
import { diagnostic } from '../codes/codes.js';
import { COLLECTIONS, collectionNamed, noneOf } from '../collections.js';
import type { Diagnostic } from '../diagnostic.js';
import { type Entry, pathOf, type StudyFile } from '../files/study-file.js';
import { isRecord } from '../record.js';
import type { Shape } from '../shape.js';
import { SHAPES } from '../shapes.gen.js';
import { correction, referenceCorrecte } from '../valeurs/corrections.js';
import { enId } from '../valeurs/ecritures.js';
import { placeOfKey, placeOfValue, type Step } from '../yaml/locate.js';

/** Entries of each collection, by its name. */
export type EntriesByCollection = ReadonlyMap<string, readonly Entry[]>;

/** Beyond so many faults the nearest ids are no longer looked for: the search reads a whole collection. */
const SUGGESTION_LIMIT = 200;

/** Ids that a message lists when none is near. */
const LISTED = 12;

/** Keys that must be unique among the elements of a list. */
const UNIQUE_KEYS = ['id', 'code', 'siren'] as const;

interface Visitor {
  reference(name: string, id: string, file: StudyFile, steps: Step[], onKey: boolean): void;
  list(elements: readonly unknown[], shape: Shape, file: StudyFile, steps: Step[]): void;
}

/** Visits every value that has the type its shape asks for; the others are the schema's business. */
function walk(value: unknown, shape: Shape, file: StudyFile, steps: Step[], visitor: Visitor): void {
  if (typeof value === 'string') {
    if (shape.reference) visitor.reference(shape.reference, value, file, steps, false);
  } else if (Array.isArray(value)) {
    if (!shape.items) return;
    visitor.list(value, shape.items, file, steps);
    for (let index = 0; index < value.length; index++)
      walk(value[index], shape.items, file, [...steps, index], visitor);
  } else if (isRecord(value)) {
    for (const [key, child] of Object.entries(value)) {
      const known = shape.properties?.[key];
      if (!known && shape.keyReference) visitor.reference(shape.keyReference, key, file, [...steps, key], true);
      const below = known ?? shape.values;
      if (below) walk(child, below, file, [...steps, key], visitor);
    }
  }
}

const LABEL_KEYS = ['libelle', 'nom', 'titre'] as const;

const labelOf = (element: Record<string, unknown>): string =>
  LABEL_KEYS.map((key) => element[key]).find((value) => typeof value === 'string') ?? '';

/** Ids that `etude.publics`, `territoire.communes#code` or `acteurs` names, with their labels. */
function targetsOf(reference: string, entries: EntriesByCollection): Map<string, string> {
  const [path = '', key = 'id'] = reference.split('#');
  const [name = '', field] = path.split('.');
  const values = (entries.get(name) ?? []).map(({ value }) => value).filter(isRecord);
  const elements =
    field === undefined ? values : values.flatMap((value) => (Array.isArray(value[field]) ? value[field] : []));
  return new Map(
    elements
      .filter(isRecord)
      .flatMap((element) => (typeof element[key] === 'string' ? [[element[key], labelOf(element)]] : [])),
  );
}

/** The targets, each under the id that its own fault calls for where it is written with accents or capitals. */
const bienEcrits = (reference: string, targets: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...targets].map(([id, label]) => [reference.includes('#') ? id : enId(id) || id, label]));

/** A commune that the territory has not got is a fault of its own: the list of communes is closed. */
const codeOf = (reference: string): string =>
  reference.startsWith('territoire.communes') ? 'commune-hors-territoire' : 'reference-inconnue';

/** `incomplete` names the collections of which a file could not be read: nothing is said of references to them. */
export function checkReferences(entries: EntriesByCollection, incomplete: ReadonlySet<string>): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const targets = new Map<string, { asTyped: Map<string, string>; known: Map<string, string> }>();
  let suggestions = 0;

  const hint = (reference: string, id: string, known: Map<string, string>): string | undefined => {
    const home = collectionNamed(reference.split(/[.#]/)[0] ?? '');
    if (known.size === 0 && home)
      return `« ${home.nom} » n'a aucune fiche de cette sorte : ajoutez-la${home.liste ? `, ou retrouvez le fichier ${home.nom}.yaml` : ''}.`;
    if (++suggestions > SUGGESTION_LIMIT) return undefined;
    const near = plusProche(id, known.keys()) ?? labelled(id, known);
    if (near !== undefined) {
      const label = known.get(near);
      return `Le plus proche : « ${near} »${label ? ` (${label})` : ''}.`;
    }
    const ids = [...known.keys()];
    const others = ids.length - LISTED;
    return `Identifiants connus : ${ids.slice(0, LISTED).join(', ')}${others > 0 ? `, et ${compte(others, 'autre')}` : ''}.`;
  };

  const visitor: Visitor = {
    reference(reference, id, file, steps, onKey) {
      if (incomplete.has(reference.split(/[.#]/)[0] ?? '')) return;
      let target = targets.get(reference);
      if (!target) {
        const asTyped = targetsOf(reference, entries);
        target = { asTyped, known: bienEcrits(reference, asTyped) };
        targets.set(reference, target);
      }
      const { asTyped, known } = target;
      if (asTyped.has(id) || known.has(id)) return;
      const plage = (onKey ? placeOfKey : placeOfValue)(file.parsed, steps);
      const message = `${noneOf(reference)} « ${id} ».`;
      const aide = hint(reference, id, known);
      const chemin = pathOf(file, steps);
      const sure = correction(file.text, plage, id, referenceCorrecte(id, known));
      diagnostics.push(
        diagnostic(codeOf(reference), { fichier: file.fichier, plage, chemin, message, aide, correction: sure }),
      );
    },
    list(elements, shape, file, steps) {
      const key = UNIQUE_KEYS.find((candidate) => shape.properties?.[candidate]);
      if (!key || steps.length === 0) return;
      const places = elements.map((value, index): Entry => ({ file, steps: [...steps, index], value, name: '' }));
      diagnostics.push(...duplicates(places, key));
    },
  };

  for (const { nom, liste } of COLLECTIONS) {
    const shape = SHAPES[nom];
    if (!shape) continue;
    const list = entries.get(nom) ?? [];
    if (liste) diagnostics.push(...duplicates(list, 'id'));
    for (const { file, steps, value } of list) walk(value, shape, file, steps, visitor);
  }
  return diagnostics;
}

/** The id whose label was typed in its place. */
function labelled(typed: string, known: Map<string, string>): string | undefined {
  const label = plusProche(typed, known.values());
  return label ? [...known].find(([, candidate]) => candidate === label)?.[0] : undefined;
}

function duplicates(entries: readonly Entry[], key: string): Diagnostic[] {
  const first = new Map<string, Entry>();
  return entries.flatMap((entry) => {
    const id = isRecord(entry.value) ? entry.value[key] : undefined;
    if (typeof id !== 'string') return [];
    const known = first.get(id);
    if (!known) {
      first.set(id, entry);
      return [];
    }
    const { fichier, parsed } = entry.file;
    const { ligne } = placeOfValue(known.file.parsed, [...known.steps, key]);
    const where = known.file === entry.file ? `à la ligne ${ligne}` : `dans ${known.file.fichier}, à la ligne ${ligne}`;
    const steps = [...entry.steps, key];
    return [
      diagnostic('id-en-double', {
        fichier,
        plage: placeOfValue(parsed, steps),
        chemin: pathOf(entry.file, steps),
        message: `« ${id} » est déjà pris ${where}.`,
        aide: 'Un identifiant ne sert qu’une fois : changez l’un des deux, ou retirez la fiche en double.',
      }),
    ];
  });
}
