/** Rows that name each other: an entry of a list may be one that the same list brings, above or below. */
import { collectionNamed } from '../study/collections.js';
import { enId, idTireDe } from '../study/valeurs/ecritures.js';
import { type Cibles, texteDe } from './cellules.js';
import { estUnNom } from './doublons.js';
import type { Colonne } from './entete.js';
import { horsListe } from './ligne-lue.js';
import type { Ligne } from './tableau.js';

/** The ids of the entries that the rows will be, and the names by which other rows call them; those that the study has are left out. */
export function annoncees(
  lignes: readonly Ligne[],
  colonnes: readonly Colonne[],
  connue: (id: string, nom: string) => boolean,
): Map<string, string[]> {
  const columns = colonnes.filter(({ champ }) => champ?.chemin.length === 1);
  const idCell = columns.find(({ champ }) => champ?.cle === 'id');
  const names = columns.filter(({ champ }) => champ && estUnNom(champ.cle));
  const found = new Map<string, string[]>();
  for (const ligne of lignes) {
    if (horsListe(ligne, colonnes) !== null) continue;
    const said = ({ index }: Colonne): string => texteDe(ligne.cellules[index] ?? null);
    const words = names.map(said).filter((word) => word !== '');
    const [name = ''] = words;
    const given = idCell ? enId(said(idCell)) : '';
    const id = given === '' ? idTireDe(name) : given;
    if (id !== '' && !connue(id, name) && !found.has(id)) found.set(id, words);
  }
  return found;
}

/** What a reference may name, the entries announced with those of the study. */
export function avecAnnonces(
  cibles: (reference: string) => Cibles,
  collection: string,
  annonces: ReadonlyMap<string, string[]>,
): (reference: string) => Cibles {
  const own = new Map<string, Cibles>();
  return (reference) => {
    const [path = '', key = 'id'] = reference.split('#');
    if (annonces.size === 0 || key !== 'id' || collectionNamed(path)?.nom !== collection) return cibles(reference);
    const known = own.get(reference) ?? new Map([...annonces, ...cibles(reference)]);
    own.set(reference, known);
    return known;
  };
}
