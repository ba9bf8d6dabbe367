/** A collection as a form to fill in: one column a field, one row an entry, lists to choose from, a note on each heading. */

import type { Worksheet } from 'exceljs';
import { plageFixe } from '../lists/letters.js';
import { type Cellule, type Cibles, enCellule, nombreSur } from './cellules.js';
import { type Champ, champsDe, champsDesCles, lireChamp } from './champs.js';
import { classeurDe, enPages, type Identite, octetsDe } from './classeur.js';
import { protegee } from './csv.js';
import type { Fiche } from './fiche.js';
import { libelleDe } from './titres/libelles.js';

export interface Formulaire {
  collection: string;
  champs: Champ[];
  titres: string[];
  lignes: Cellule[][];
}

/** The rows of a form. The entries read back the same through `importer`. A map of the study's own words has a column a word: nobody fills in braces. */
export function formulaireDe(
  collection: string,
  fiches: readonly Fiche[],
  cibles: (reference: string) => Cibles,
): Formulaire {
  const keyed = champsDesCles(collection, cibles);
  const champs = champsDe(collection, fiches).flatMap((champ) => {
    const own = keyed.filter(({ chemin }) => chemin[0] === champ.cle);
    return own.length > 0 ? own : [champ];
  });
  return {
    collection,
    champs,
    titres: champs.map(
      ({ chemin, obligatoire, noms }) => `${noms?.at(-1) ?? libelleDe(chemin)}${obligatoire ? ' *' : ''}`,
    ),
    lignes: fiches.map((fiche) => champs.map((champ) => enCellule(lireChamp(fiche, champ.chemin), champ))),
  };
}

const quoted = (cell: Cellule): string => {
  const text = typeof cell === 'number' ? nombreSur(cell) : protegee(String(cell ?? ''));
  return /[";\n\r]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The form as CSV for a French spreadsheet: semicolons, decimal commas, UTF-8 with its mark. */
export const enCsv = ({ titres, lignes }: Formulaire): string =>
  `\uFEFF${[titres, ...lignes].map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`;

/** Rows of the form, empty ones included, that have lists to choose from. */
const LIGNES_PRETES = 200;

/** Longest list that Excel takes within the rule itself. */
const LISTE_COURTE = 250;

function note({ shape, forme, obligatoire, chemin }: Champ): string {
  const parts = [
    obligatoire ? 'Obligatoire.' : null,
    shape.description ?? null,
    forme === 'liste' ? 'Plusieurs valeurs : séparées par un point-virgule, ou une par ligne.' : null,
    forme === 'montant' ? 'Un nombre, ou trois : bas ; probable ; haut.' : null,
    shape.example ? `Exemple : ${shape.example}` : null,
    chemin[0] === 'id' ? 'Laissez vide pour une fiche nouvelle : il sera fait à partir du nom.' : null,
  ];
  return parts.filter((part) => part !== null).join('\n');
}

function choix(
  sheet: Worksheet,
  lists: Worksheet,
  champ: Champ,
  column: number,
  cibles: (reference: string) => Cibles,
): void {
  const reference = champ.shape.reference;
  const words = champ.shape.choices ?? (champ.shape.types?.includes('boolean') ? ['oui', 'non'] : null);
  let formula: string | null = words && words.join(',').length <= LISTE_COURTE ? `"${words.join(',')}"` : null;
  if (reference && cibles(reference).size > 0) {
    const rank = lists.columnCount + 1;
    lists.getCell(1, rank).value = libelleDe(champ.chemin);
    lists.getCell(1, rank + 1).value = 'Libellé';
    for (const [row, [id, [label]]] of [...cibles(reference)].entries()) {
      lists.getCell(row + 2, rank).value = id;
      lists.getCell(row + 2, rank + 1).value = label ?? '';
    }
    formula = `Listes!${plageFixe(2, rank, cibles(reference).size + 1, rank)}`;
  }
  if (formula === null || champ.forme !== 'valeur') return;
  for (let row = 2; row <= LIGNES_PRETES; row++)
    sheet.getCell(row, column).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [formula],
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: 'Valeur inconnue',
      error: 'Choisissez une valeur de la liste : une autre serait refusée à l’import.',
    };
}

/** The form as an Excel workbook. */
export async function enClasseur(
  form: Formulaire,
  cibles: (reference: string) => Cibles,
  identite: Pick<Identite, 'auteur' | 'date'>,
): Promise<Uint8Array> {
  const workbook = await classeurDe({ titre: `Formulaire : ${form.collection}`, ...identite });
  const sheet = workbook.addWorksheet(form.collection, { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] });
  const lists = workbook.addWorksheet('Listes');
  sheet.addRow(form.titres);
  for (const ligne of form.lignes) sheet.addRow(ligne);
  for (const [index, champ] of form.champs.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width =
      champ.forme === 'libre' || ['nom', 'titre', 'libelle', 'description', 'commentaire', 'role'].includes(champ.cle)
        ? 40
        : 20;
    column.alignment = { vertical: 'top', wrapText: true };
    if (!champ.shape.types?.includes('number') && !champ.shape.types?.includes('integer')) column.numFmt = '@';
    const head = sheet.getCell(1, index + 1);
    head.font = { bold: true };
    head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: champ.obligatoire ? 'FFFFE699' : 'FFDDE7EE' } };
    const text = note(champ);
    if (text !== '') head.note = { texts: [{ text }], margins: { insetmode: 'auto' } };
    choix(sheet, lists, champ, index + 1, cibles);
  }
  // Widths are those of the columns above.
  enPages(sheet, form.champs.length * 21, 'A:B');
  lists.getRow(1).font = { bold: true };
  const help = workbook.addWorksheet('Mode d’emploi');
  help.getColumn(1).width = 110;
  for (const line of [
    'Une ligne par fiche. Les colonnes sur fond jaune, marquées d’une étoile, sont obligatoires.',
    'La note de chaque titre (petit triangle) dit ce qui est attendu. La feuille « Listes » donne les identifiants et ce qu’ils désignent.',
    'Laissez l’identifiant vide pour une fiche nouvelle ; ne changez pas celui d’une fiche existante : c’est par lui qu’elle est reconnue.',
    'Une cellule vidée n’efface rien dans l’étude : retirez la valeur dans le fichier YAML.',
    `Pour reprendre ce classeur : atelier import ${form.collection} FICHIER.xlsx, puis la même commande avec --ecrire.`,
  ])
    help.addRow([line]);
  return octetsDe(workbook);
}
