/** Where the headings of a table stand, and the field that each column holds. */
import { distance } from 'fastest-levenshtein';
import { enId } from '../study/ecritures.js';
import { type Cellule, texteDe } from './cellules.js';
import type { Champ } from './champs.js';
import { nomsDe } from './libelles.js';
import type { Ligne } from './lire.js';

/** Columns and the key of the field each holds (`contacts.1.courriel`); `#` for one kept as a comment, `-` for one left aside. */
export type Correspondance = Readonly<Record<string, string>>;

export interface Colonne {
  index: number;
  titre: string;
  /** The heading with and without that of its group. */
  noms: string[];
  champ: Champ | null;
  /** The mapping kept says that nothing is taken from it. */
  ecartee: boolean;
  /** How it was found: given by the mapping kept, the same word, the nearest one, or what the column holds. */
  par: 'table' | 'nom' | 'proche' | 'contenu' | null;
}

export interface Entete {
  /** Index of the first row of data. */
  debut: number;
  colonnes: Colonne[];
}

/** Headings of what the workbook of refused rows says of each: an import of that workbook leaves them. */
export const TITRES_REJETS = ['Ligne du fichier', 'Ce qui ne va pas', 'Que faire'] as const;

const whole = (text: string): string => enId(text.replaceAll('*', ' '));

const plain = (text: string): string => whole(text.replace(/\(.*?\)/g, ' '));

interface Candidat {
  champ: Champ;
  nom: string;
  /** Own label or key before the words that other fields may claim too. */
  rang: number;
}

const candidatsDe = (champs: readonly Champ[]): Candidat[] =>
  champs.flatMap((champ) =>
    nomsDe(champ.chemin).map((nom, index) => ({ champ, nom: plain(nom), rang: index < 2 ? 0 : index })),
  );

/** The fields that a heading may be, best first. */
function possibles(titre: string, candidats: readonly Candidat[]): { champ: Champ; par: 'nom' | 'proche' }[] {
  const word = plain(titre);
  if (word === '') return [];
  // « Contact (mail) » is an address before it is a contact.
  const exact = [...new Set([whole(titre), word])].flatMap((one) =>
    candidats.filter(({ nom }) => nom === one).sort((a, b) => a.rang - b.rang),
  );
  const least = word.length >= 5 ? Math.max(1, Math.floor(word.length / 6)) : 0;
  const near = candidats
    .map((candidat) => ({
      ...candidat,
      ecart: Math.abs(candidat.nom.length - word.length) > least ? 99 : distance(candidat.nom, word),
    }))
    .filter(({ ecart }) => ecart > 0 && ecart <= least)
    .sort((a, b) => a.ecart - b.ecart || a.rang - b.rang);
  return [
    ...exact.map(({ champ }) => ({ champ, par: 'nom' as const })),
    ...near.map(({ champ }) => ({ champ, par: 'proche' as const })),
  ];
}

/** The same field of the next element of its list: a second « Mél » is that of the second contact. */
function suivant(champ: Champ, byKey: ReadonlyMap<string, Champ>): Champ | undefined {
  const cle = champ.chemin.map((step) => (typeof step === 'number' ? step + 1 : step)).join('.');
  return cle === champ.cle ? undefined : byKey.get(cle);
}

/** Gives each column its field, the surest first; a field goes to one column. */
function attribuer(titres: readonly string[][], champs: readonly Champ[], table: Correspondance): Colonne[] {
  const candidats = candidatsDe(champs);
  const byKey = new Map(champs.map((champ) => [champ.cle, champ]));
  const kept = new Map(Object.entries(table).map(([titre, cle]) => [whole(titre), cle]));
  const taken = new Set<string>();
  const times = new Map<string, number>();
  const colonnes = titres.map((names, index): Colonne => {
    const heading = names[0] ?? '';
    // A heading met again is told from the first: each keeps its own place in the mapping.
    const rank = (times.get(whole(heading)) ?? 0) + 1;
    times.set(whole(heading), rank);
    const titre = heading === '' || rank === 1 ? heading : `${heading} (${rank})`;
    const cle = kept.get(whole(titre));
    const champ = cle === undefined ? undefined : byKey.get(cle);
    if (champ) taken.add(champ.cle);
    const ecartee = cle === '-' || (cle === undefined && TITRES_REJETS.some((one) => one === titre));
    return {
      index,
      titre,
      noms: names,
      champ: champ ?? null,
      ecartee,
      par: champ || ecartee || cle === '#' ? 'table' : null,
    };
  });
  for (const par of ['nom', 'proche'] as const)
    for (const rank of [0, 1])
      for (const colonne of colonnes) {
        if (colonne.par !== null) continue;
        const all = titres[colonne.index] ?? [];
        const names = rank === 0 ? all.slice(0, Math.max(1, all.length - 2)) : all.slice(-2);
        const found = names
          .flatMap((name) => possibles(name, candidats))
          .filter((one) => one.par === par)
          .map((one) => ({ champ: taken.has(one.champ.cle) ? suivant(one.champ, byKey) : one.champ }))
          .find(({ champ }) => champ !== undefined && !taken.has(champ.cle)) as { champ: Champ } | undefined;
        if (!found) continue;
        taken.add(found.champ.cle);
        Object.assign(colonne, { champ: found.champ, par });
      }
  return colonnes.filter(({ titre }) => titre !== '');
}

/** Rows among which the headings are looked for. */
const PREMIERES = 25;

/** Texts of a row; those of a cell merged over columns stand above each of them when `etaler`. */
function textes(cellules: readonly Cellule[], etalees: ReadonlySet<number>, etaler: boolean): string[] {
  let last = '';
  return cellules.map((cell, index) => {
    const text = texteDe(cell).replace(/\s+/g, ' ');
    if (text !== '' || !etalees.has(index)) last = text;
    return etaler && etalees.has(index) ? last : text;
  });
}

/** Finds the row of headings: the one of the first rows where the most cells name a field; a row of groups above is taken into account. */
export function trouverEntete(
  lignes: readonly Ligne[],
  champs: readonly Champ[],
  table: Correspondance,
): Entete | null {
  let best: { entete: Entete; score: number } | null = null;
  for (const [index, ligne] of lignes.slice(0, PREMIERES).entries()) {
    const own = textes(ligne.cellules, ligne.etalees, false);
    if (own.filter((text) => text !== '').length < (lignes.length > 1 ? 1 : 2)) continue;
    if (ligne.cellules.some((cell) => typeof cell === 'number')) continue;
    const above = lignes[index - 1];
    const merged = above && above.numero === ligne.numero - 1 && above.etalees.size > 0;
    const spread = merged ? textes(above.cellules, above.etalees, true) : [];
    // One text over the whole table is its title, not a group of columns.
    const groups = new Set(spread.filter((text) => text !== '')).size > 1 ? spread : [];
    const titres = Array.from({ length: Math.max(own.length, groups.length) }, (_, column) => {
      const text = own[column] ?? '';
      const group = groups[column] ?? '';
      if (group === '' || group === text) return text === '' ? [] : [text];
      return text === '' ? [group] : [`${group} ${text}`, `${text} ${group}`, text, group];
    });
    const colonnes = attribuer(titres, champs, table);
    const score = colonnes.reduce((sum, { par }) => sum + (par === null ? 0 : par === 'proche' ? 0.8 : 1), 0);
    if (score > 0 && (best === null || score > best.score)) best = { entete: { debut: index + 1, colonnes }, score };
  }
  return best?.entete ?? null;
}

/** Index of the row where another table begins, by a row of headings under an empty row; the number of rows when there is none. */
export function finDeTableau(lignes: readonly Ligne[], champs: readonly Champ[], colonnes: readonly Colonne[]): number {
  const candidats = candidatsDe(champs);
  const own = new Set(colonnes.flatMap(({ index, noms }) => noms.map((nom) => `${index} ${whole(nom)}`)));
  const found = lignes.findIndex(({ numero, cellules }, index) => {
    const before = lignes[index - 1];
    const apart = before && (before.numero < numero - 1 || before.cellules.every((cell) => texteDe(cell) === ''));
    if (!apart || cellules.some((cell) => typeof cell === 'number')) return false;
    const filled = cellules.flatMap((cell, column) => (texteDe(cell) === '' ? [] : [{ text: texteDe(cell), column }]));
    const names = filled.filter(({ text }) => candidats.some(({ nom }) => nom === plain(text)));
    const repeated = filled.filter(({ text, column }) => own.has(`${column} ${whole(text)}`));
    return names.length >= 2 && names.length * 2 >= filled.length && repeated.length < names.length;
  });
  return found < 0 ? lignes.length : found;
}
