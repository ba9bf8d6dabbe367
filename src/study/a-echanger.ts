/** What the exchange of one inventory with a table rests on, and what stands in its way: the faults of other inventories do not. */
import { collectionNamed } from './collections.js';
import type { Diagnostic } from './diagnostic.js';
import type { Shape } from './shape.js';
import { SHAPES } from './shapes.gen.js';
import type { Study } from './study.js';

export interface AEchanger {
  /** The study's own sheet; null when it cannot be relied upon. */
  etude: Study['etude'] | null;
  /** What was read of each collection, sound or not, by its key in a `Study`: where names are looked for. */
  lus: unknown;
  /** Errors to mend first. */
  genent: Diagnostic[];
  /** Number of errors of the study that touch nothing of the exchange. */
  ailleurs: number;
}

/** Errors of a study that is still being written: what an entry names is not there yet, and a list may bring it. */
const PAS_ENCORE: ReadonlySet<string> = new Set(['reference-inconnue', 'commune-hors-territoire']);

/** Collections that the entries of a shape name. */
function nommees(shape: Shape | undefined, found = new Set<string>()): Set<string> {
  for (const reference of [shape?.reference, shape?.keyReference])
    if (reference !== undefined) found.add(reference.split(/[.#]/)[0] ?? reference);
  for (const below of [shape?.items, shape?.values, ...Object.values(shape?.properties ?? {})])
    if (below) nommees(below, found);
  return found;
}

export function aEchanger(
  nom: string,
  read: {
    etude: Study['etude'] | null;
    lus: unknown;
    diagnostics: readonly Diagnostic[];
    /** The collection of a file that was read. */
    collectionOf: (fichier: string) => string | undefined;
    /** Collections of which something could not be read. */
    incomplete: ReadonlySet<string>;
  },
): AEchanger {
  const { etude, lus, incomplete, collectionOf } = read;
  const own = new Set([nom, 'etude']);
  const needed = new Set([...own, ...[...nommees(SHAPES[nom])].map((name) => collectionNamed(name)?.nom ?? name)]);
  const lacking = [...needed].some((name) => incomplete.has(name));
  const errors = read.diagnostics.filter(({ gravite, code }) => gravite === 'erreur' && !PAS_ENCORE.has(code));
  const genent = errors.filter(({ fichier }) => {
    const collection = collectionOf(fichier);
    if (collection === undefined) return etude === null || lacking;
    return own.has(collection) || (needed.has(collection) && incomplete.has(collection));
  });
  return { etude, lus, genent, ailleurs: errors.length - genent.length };
}
