/** Columns known by what they hold, where their heading says nothing or not enough. */
import { enId } from '../study/valeurs/ecritures.js';
import { type Cibles, lireCellule, texteDe } from './cellules.js';
import { type Champ, champsDesListes } from './champs.js';
import type { Colonne } from './entete.js';
import type { Ligne } from './tableau.js';
import { libelleDe } from './titres/libelles.js';

/** Rows that are looked at, the fewest that tell, and the share of them that must be words of the field. */
const REGLES = { lignes: 200, minimum: 3, part: 0.6 };

/** Fields that take words of a list: closed, or naming entries of the study. */
const aMots = ({ chemin, shape }: Champ): boolean =>
  chemin.length === 1 && Boolean(shape.choices ?? shape.reference) && !shape.types?.includes('boolean');

/**
 * Gives each column that no heading settled the one free field of which most of its cells are words; none when two fields would do as well.
 * `cibles` gives the ids that a reference may name.
 */
export function attribuerAuContenu(
  colonnes: readonly Colonne[],
  lignes: readonly Ligne[],
  champs: readonly Champ[],
  cibles: (reference: string) => Cibles,
): Colonne[] {
  const taken = new Set(colonnes.flatMap(({ champ }) => (champ ? [champ.cle] : [])));
  return colonnes.map((colonne) => {
    if (colonne.par !== null) return colonne;
    const cells = lignes
      .slice(0, REGLES.lignes)
      .map(({ cellules }) => cellules[colonne.index] ?? null)
      .filter((cell) => typeof cell !== 'number' && texteDe(cell) !== '');
    if (cells.length < REGLES.minimum) return colonne;
    const ranked = champs
      .filter((champ) => aMots(champ) && !taken.has(champ.cle))
      .map((champ) => {
        const targets = champ.shape.reference ? cibles(champ.shape.reference) : undefined;
        const read = cells.filter((cell) => 'valeur' in lireCellule(cell, champ, targets)).length;
        return { champ, part: read / cells.length };
      })
      .sort((a, b) => b.part - a.part);
    const [first, second] = ranked;
    if (!first || first.part < REGLES.part || first.part === second?.part) return colonne;
    taken.add(first.champ.cle);
    return { ...colonne, champ: first.champ, par: 'contenu' as const };
  });
}

/** A list of objects as a form writes it whole in a cell: `[{ … }, { … }]`. */
const ENTIERE = /^\[\s*\{.*\}\s*\]$/s;

/** Gives each column that holds whole lists of objects under their name that list, where its entries have a column a rank elsewhere; a column set aside stays so. */
export function listesEntieres(colonnes: readonly Colonne[], lignes: readonly Ligne[], collection: string): Colonne[] {
  const listes = champsDesListes(collection);
  return colonnes.map((colonne) => {
    const named = enId(colonne.titre.replaceAll('*', ' '));
    const champ = listes.find(({ cle, chemin }) => [cle, libelleDe(chemin)].some((nom) => enId(nom) === named));
    if (!champ || colonne.ecartee) return colonne;
    // One is enough: those that are written otherwise are refused, each at its row.
    const whole = lignes.some(({ cellules }) => ENTIERE.test(texteDe(cellules[colonne.index] ?? null)));
    return whole ? { ...colonne, champ, par: 'nom' as const } : colonne;
  });
}
