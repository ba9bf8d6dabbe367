/** The entries of a study by collection and id, as a release and a validation remember them. */
import { isRecord } from '../../study/record.js';
import type { Study } from '../../study/study.js';
import { sha256 } from '../inputs/fingerprint.js';

export type Fiche = Readonly<Record<string, unknown>>;

/** By collection and id, in the order of the ids; a single document has the id of its collection. */
export type Fiches = Record<string, Record<string, Fiche>>;

/** What an entry is called. */
export function libelleDe(entry: Fiche): string {
  for (const key of ['titre', 'nom', 'libelle', 'id']) if (typeof entry[key] === 'string') return entry[key];
  return '';
}

/** The same value, its keys sorted: their order in a file says nothing. */
function ordonner(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordonner);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, ordonner(value[key])]),
  );
}

/** Equal for equal values, whatever the order of their keys. */
export const empreinteDe = (value: unknown): string => sha256(JSON.stringify(ordonner(value)) ?? '');

export function fichesDe(study: Study | Fiche): Fiches {
  return Object.fromEntries(
    Object.entries(study as Fiche).map(([collection, value]): [string, Record<string, Fiche>] => {
      const list = (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isRecord);
      const own = list.map((entry): [string, Fiche] => [
        typeof entry.id === 'string' && Array.isArray(value) ? entry.id : collection,
        entry,
      ]);
      return [collection, Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1)))];
    }),
  );
}
