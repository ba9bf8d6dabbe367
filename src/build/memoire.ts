/** Where the fields of an entry are found again: in a release, in what was kept of a validation, in the study itself. */

import { publique } from '../study/internal.js';
import { isRecord } from '../study/record.js';
import type { Study } from '../study/study.js';
import { type Champs, champsDe } from './changements/champs.js';
import type { Memoire } from './changements/diff.js';
import { empreinteDe, type Fiche, type Fiches, fichesDe } from './changements/fiches.js';
import { intactBytes, type Manifeste } from './release/manifest.js';

const de =
  (fiches: Fiches): Memoire =>
  (collection, id) => {
    const entry = fiches[collection]?.[id];
    return entry ? champsDe(entry) : null;
  };

export const memoireDeLEtude = (study: Study): Memoire => de(fichesDe(publique(study)));

const FICHIER = 'etude.json';

/** Of the data that travel with a release, when they are there unchanged. */
export async function memoireDeVersion(folder: string, { livrables }: Manifeste): Promise<Memoire> {
  const file = livrables.flatMap(({ sorties }) => sorties).find(({ fichier }) => fichier === FICHIER);
  const bytes = file ? await intactBytes(folder, file) : null;
  if (!bytes) return () => null;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isRecord(value) ? de(fichesDe(publique(value as unknown as Study))) : () => null;
  } catch {
    // As its manifest says, and no data all the same.
    return () => null;
  }
}

/** Fields of entries by the hash of each, as text: one line an entry in the file that keeps them. */
export type Details = Record<string, string>;

const isChamps = (value: unknown): value is Champs =>
  isRecord(value) && isRecord(value.valeurs) && isRecord(value.noms);

export function memoireDesDetails(details: Details): Memoire {
  return (_collection, _id, hash) => {
    const text = details[hash];
    if (text === undefined) return null;
    try {
      const value: unknown = JSON.parse(text);
      return isChamps(value) ? value : null;
    } catch {
      return null;
    }
  };
}

/** What is kept of these entries, but for those that are kept already. */
export function detailsDe(fiches: Fiches, known: Details): Details {
  const entries = Object.values(fiches).flatMap((own) => Object.values(own));
  return Object.fromEntries(
    entries
      .map((entry): [string, Fiche] => [empreinteDe(entry), entry])
      .filter(([hash]) => known[hash] === undefined)
      .map(([hash, entry]) => [hash, JSON.stringify(champsDe(entry))]),
  );
}
