/** Where the headings of a table stand, and the field that each column holds. */
import { distance } from 'fastest-levenshtein';
import { enId } from '../study/valeurs/ecritures.js';
import { type Cellule, texteDe } from './cellules.js';
import type { Champ } from './champs.js';
import type { Ligne } from './tableau.js';
import { nomsDe } from './titres/libelles.js';

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

/** Words of a heading that name nothing. */
const MOTS_VIDES: ReadonlySet<string> = new Set([
  'a',
  'au',
  'd',
  'de',
  'des',
  'du',
  'en',
  'et',
  'l',
  'la',
  'le',
  'les',
  'ou',
]);

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
    [...(champ.noms ?? nomsDe(champ.chemin)), ...(champ.usuels ?? [])].map((nom, index) => ({
      champ,
      nom: plain(nom),
      rang: index < 2 ? 0 : index,
    })),
  );

/** The fields that a heading may be, best first: by the same word, or by one near it. */
type Lexique = Readonly<Record<'nom' | 'proche', (titre: string) => Champ[]>>;

/** What a result, a cost or a date is not yet: it is another one than that which is told without it. */
const A_VENIR = /(?:^|-)(?:attendu|prevu|previsionnel|souhaite|vise)(?:le)?e?s?(?:-|$)/;

/** « statut » for « statut-de-l-action », where an action is what the table lists; null for another heading. */
function sansLaFiche(champs: readonly Champ[]): (word: string) => string | null {
  const noms = [...new Set(champs.flatMap(({ fiche = [] }) => fiche.map(whole)))];
  const pattern = new RegExp(`^(.{3,}?)-(?:(?:de-l|de-la|du|des|de|d|l)-)?(?:${noms.join('|')})s?$`);
  return (word) => (noms.length > 0 ? (pattern.exec(word)?.[1] ?? null) : null);
}

/** A name is looked for in each of the first rows, most of which are no headings: what it may be is found once. */
function lexiqueDe(champs: readonly Champ[]): Lexique {
  const candidats = candidatsDe(champs);
  const parNom = new Map<string, Candidat[]>();
  for (const candidat of candidats) {
    const same = parNom.get(candidat.nom) ?? [];
    same.push(candidat);
    parNom.set(candidat.nom, same);
  }
  for (const same of parNom.values()) same.sort((a, b) => a.rang - b.rang);
  const proches = (word: string): Champ[] => {
    const least = word.length >= 5 ? Math.max(1, Math.floor(word.length / 6)) : 0;
    if (least === 0) return [];
    return candidats
      .filter(({ nom }) => Math.abs(nom.length - word.length) <= least && A_VENIR.test(nom) === A_VENIR.test(word))
      .map((candidat) => ({ ...candidat, ecart: distance(candidat.nom, word) }))
      .filter(({ ecart }) => ecart > 0 && ecart <= least)
      .sort((a, b) => a.ecart - b.ecart || a.rang - b.rang)
      .map(({ champ }) => champ);
  };
  /** « Nom structure »: each word is a name of one and the same field. */
  const parMots = (word: string): Champ[] => {
    const words = word.split('-').filter((one) => one !== '' && !MOTS_VIDES.has(one));
    const [first, ...others] = words.map((one) => (parNom.get(one) ?? []).map(({ champ }) => champ));
    return first && others.length > 0 ? first.filter((champ) => others.every((list) => list.includes(champ))) : [];
  };
  const exacts = (word: string): Champ[] => (parNom.get(word) ?? []).map(({ champ }) => champ);
  const bare = sansLaFiche(champs);
  /** « Nom / raison sociale », « Besoins et attentes »: each part is a name of one and the same field. */
  const parParties = (titre: string): Champ[] => {
    const [first, ...others] = titre.split(/\/|\s(?:ou|et)\s/i).map((part) => exacts(plain(part)));
    return first && others.length > 0 ? first.filter((champ) => others.every((list) => list.includes(champ))) : [];
  };
  const known = new Map<string, Champ[]>();
  return {
    nom: (titre) => {
      const word = plain(titre);
      if (word === '') return [];
      // « Contact (mail) » is an address before it is a contact.
      return [...new Set([whole(titre), word])].flatMap((one) => (parNom.get(one) ?? []).map(({ champ }) => champ));
    },
    proche: (titre) => {
      const word = plain(titre);
      const short = bare(word);
      const near = (): Champ[] => (short === null ? proches(word) : [...exacts(short), ...proches(short)]);
      const found = known.get(word) ?? [...parParties(titre), ...near(), ...parMots(word)];
      known.set(word, found);
      return found;
    },
  };
}

/** The same field of the next element of its list: a second « Mél » is that of the second contact. */
function suivant(champ: Champ, byKey: ReadonlyMap<string, Champ>): Champ | undefined {
  const cle = champ.chemin.map((step) => (typeof step === 'number' ? step + 1 : step)).join('.');
  return cle === champ.cle ? undefined : byKey.get(cle);
}

/** Gives each column its field, the surest first; a field goes to one column. */
function attribuer(
  titres: readonly string[][],
  champs: readonly Champ[],
  lexique: Lexique,
  table: Correspondance,
): Colonne[] {
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
          .flatMap(lexique[par])
          .map((champ) => (taken.has(champ.cle) ? suivant(champ, byKey) : champ))
          .find((champ) => champ !== undefined && !taken.has(champ.cle));
        if (!found) continue;
        taken.add(found.cle);
        Object.assign(colonne, { champ: found, par });
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
  const lexique = lexiqueDe(champs);
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
    const colonnes = attribuer(titres, champs, lexique, table);
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
