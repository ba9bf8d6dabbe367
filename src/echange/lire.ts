/** Reads the tables of a file as people keep them: text or workbook, visible sheets, merged cells. */

import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Cell, Worksheet } from 'exceljs';
import { lettres } from '../lists/letters.js';
import { holdsMoreThan } from '../render/ooxml/opened-size.js';
import { systemCode } from '../study/files/system-code.js';
import { nombreFr } from '../texte/nombres.js';
import type { Cellule } from './cellules.js';
import { lireCsv } from './csv.js';
import { formatDe, REFUS } from './format-fichier.js';
import { direSansValeur, formulesJamaisCalculees } from './formules.js';
import { type ACote, type Classeur, LectureImpossible, type Ligne, remarquesDe, type Tableau } from './tableau.js';

/** Bytes beyond which a list is no list: a guard against a file picked by mistake. */
const TAILLE_MAX = 50_000_000;
/** The same for what a workbook, which is compressed, holds once opened; and columns. */
const OUVERT_MAX = 400_000_000;
const COLONNES_MAX = 1_000;
/** Rows beyond which no inventory is kept: a national register, more often. */
const LIGNES_MAX = 50_000;

/** AAAA-MM-JJ of a date cell: Excel has no time zone, exceljs gives UTC. Before the calendar of Excel begins, it is a time of the day. */
function isoDe(date: Date): string {
  if (Number.isNaN(date.getTime())) return 'date illisible';
  return date.toISOString().slice(...(date.getTime() < Date.UTC(1900, 0, 1) ? [11, 16] : [0, 10]));
}

/** A number without what a computation leaves beyond the fifteen digits that Excel keeps. */
const quinzeChiffres = (value: number): number => Number(value.toPrecision(15));

function valeurDe(cell: Cell): Cellule {
  const { value, result } = cell;
  const plain = (raw: unknown): Cellule => {
    if (raw === null || raw === undefined) return null;
    if (raw instanceof Date) return isoDe(raw);
    if (typeof raw === 'string') return raw.trim() === '' ? null : raw;
    if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
    if (typeof raw !== 'object') return String(raw);
    if ('richText' in raw && Array.isArray(raw.richText))
      return raw.richText.map((part: { text?: string }) => part.text ?? '').join('');
    if ('text' in raw) return plain(raw.text);
    if ('error' in raw) return String(raw.error);
    return null;
  };
  // The value of a formula: the one that the library copies leaves out nought, false and an empty text.
  const read = plain(typeof result === 'number' ? quinzeChiffres(result) : (result ?? value));
  // A phone number or a code kept as a number loses its first zero, unless the cell's format says how many digits it has.
  const zeros = /^0[0 ]*$/.exec(cell.numFmt ?? '')?.[0].replaceAll(' ', '').length ?? 0;
  return typeof read === 'number' && zeros > 1 ? String(read).padStart(zeros, '0') : read;
}

function tableauDe(sheet: Worksheet, sansValeur: (cell: Cell) => boolean): Tableau {
  const lignes: Ligne[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, numero) => {
    const cellules: Cellule[] = [];
    const etalees = new Set<number>();
    const fusionnees = new Map<number, string>();
    const formules = new Map<number, string>();
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const index = column - 1;
      const { master } = cell;
      // Merged over columns: the value counts once. Merged over rows: it holds for each of them.
      if (cell.isMerged && Number(master.col) !== column) {
        cellules[index] = null;
        etalees.add(index);
        if (Number(master.row) === numero) etalees.add(Number(master.col) - 1);
        return;
      }
      const held = cell.isMerged ? master : cell;
      cellules[index] = valeurDe(held);
      if (Number(held.row) !== numero) fusionnees.set(index, held.address);
      if (sansValeur(held)) formules.set(index, held.formula);
    });
    const whole = Array.from(cellules, (cell) => cell ?? null);
    lignes.push(
      direSansValeur({ numero, cellules: whole, etalees, ...(fusionnees.size > 0 && { fusionnees }) }, formules),
    );
  });
  return { feuille: sheet.name, lignes };
}

/** What the sheet holds beside the values that it shows; of columns, those that hold something. */
function acoteDe(sheet: Worksheet): ACote {
  let lignes = 0;
  const colonnes = new Set<number>();
  const barrees: string[] = [];
  const notes: string[] = [];
  sheet.eachRow((row) => {
    if (row.hidden) lignes += 1;
    row.eachCell((cell, column) => {
      if (cell.isMerged && cell.master !== cell) return;
      if (cell.note !== undefined) notes.push(cell.address);
      if (cell.value === null) return;
      if (cell.font?.strike) barrees.push(cell.address);
      if (sheet.getColumn(column).hidden) colonnes.add(column);
    });
  });
  return { feuille: sheet.name, lignes, colonnes: [...colonnes].sort((a, b) => a - b).map(lettres), barrees, notes };
}

async function lireXlsx(given: Uint8Array): Promise<Classeur> {
  const { default: Workbook } = await import('exceljs/lib/doc/workbook.js');
  const ouvert = async (content: Uint8Array) => {
    const workbook = new Workbook();
    await workbook.xlsx.load(content as unknown as ArrayBuffer);
    return workbook;
  };
  const { cellulesSeules, notesDe, partiesUsuelles } = await import('./parties-usuelles.js');
  const bytes = await Promise.resolve(given)
    .then(partiesUsuelles)
    .catch(() => given);
  let notes: string[] = [];
  const workbook = await ouvert(bytes)
    .catch(async () => {
      const read = await ouvert(cellulesSeules(bytes));
      notes = notesDe(bytes);
      return read;
    })
    .catch(() => null);
  if (workbook === null)
    throw new LectureImpossible(
      'le fichier n’est pas un classeur Excel lisible (.xlsx) : il est sans doute abîmé. Ouvrez-le dans votre tableur et enregistrez-en une copie.',
    );
  const hidden = workbook.worksheets.filter(({ state }) => state !== 'visible').map(({ name }) => name);
  const shown = workbook.worksheets.filter(({ state }) => state === 'visible');
  const sansValeur = formulesJamaisCalculees(bytes);
  const tableaux = shown.map((sheet) => tableauDe(sheet, sansValeur));
  return {
    tableaux,
    remarques: remarquesDe(hidden, [
      ...shown.map(acoteDe),
      { feuille: null, lignes: 0, colonnes: [], barrees: [], notes },
    ]),
  };
}

/** The bytes of a list. A pipe or a device never ends. */
async function contenuDe(path: string, name: string): Promise<Buffer> {
  const found = await stat(path);
  if (!found.isFile()) throw new LectureImpossible(`« ${path} » n'est pas un fichier.`);
  if (found.size > TAILLE_MAX) throw new LectureImpossible(`« ${name} » dépasse 50 Mo : ce n'est pas une liste.`);
  return readFile(path);
}

/** A workbook of either format, unless it swells. */
async function lireArchive(bytes: Uint8Array, format: 'xlsx' | 'ods'): Promise<Classeur> {
  if (holdsMoreThan(bytes, OUVERT_MAX))
    throw new LectureImpossible('une fois ouvert, le classeur dépasse 400 Mo : ce n’est pas une liste.');
  return format === 'xlsx' ? lireXlsx(bytes) : (await import('./ods/ods.js')).lireOds(bytes);
}

/** Endings of the names of the formats that are read. */
const EXTENSIONS: Readonly<Record<string, 'xlsx' | 'ods' | 'texte'>> = {
  ...{ '.xlsx': 'xlsx', '.xlsm': 'xlsx', '.xls': 'xlsx', '.ods': 'ods' },
  ...{ '.csv': 'texte', '.tsv': 'texte', '.txt': 'texte' },
};

/** A table that no list is: too many columns, or rows. */
function mesurer(lignes: readonly Ligne[], name: string): void {
  const filled = lignes.map(({ cellules }) => cellules.filter((cell) => cell !== null).length);
  if (filled.some((cells) => cells > COLONNES_MAX))
    throw new LectureImpossible(`« ${name} » a plus de ${COLONNES_MAX} colonnes : ce n'est pas une liste.`);
  if (filled.filter((cells) => cells > 0).length > LIGNES_MAX)
    throw new LectureImpossible(
      `« ${name} » a plus de ${nombreFr(LIGNES_MAX)} lignes : n'en gardez que celles de l’étude.`,
    );
}

/** Reads a file by what it is, whatever its name says. Throws a `LectureImpossible`. */
export async function lireClasseur(path: string): Promise<Classeur> {
  const name = basename(path);
  const extension = extname(path).toLowerCase();
  const bytes = await contenuDe(path, name).catch((error: unknown) => {
    if (error instanceof LectureImpossible) throw error;
    throw new LectureImpossible(
      systemCode(error) === 'ENOENT'
        ? `« ${path} » n'existe pas.`
        : `« ${path} » n'a pas pu être lu (${systemCode(error) || 'erreur'}).`,
    );
  });
  if (bytes.length === 0) throw new LectureImpossible(`« ${name} » est vide.`);
  const format = formatDe(bytes);
  if (format === 'ancien' || format === 'html') throw new LectureImpossible(`« ${name} » : ${REFUS[format]}`);
  const named = EXTENSIONS[extension] ?? null;
  if (named === null && format === 'texte') {
    const old = ['.numbers', '.xlsb'].includes(extension);
    const what = old
      ? 'Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx.'
      : 'Formats lus : .xlsx, .ods, .csv.';
    throw new LectureImpossible(`« ${name} » : le format « ${extension || 'sans extension'} » n'est pas lu. ${what}`);
  }
  const read = await (format === 'texte' ? lireCsv(bytes, name) : lireArchive(bytes, format));
  for (const { lignes } of read.tableaux) mesurer(lignes, name);
  const otherwise = {
    xlsx: 'un classeur Excel',
    ods: 'un classeur OpenDocument',
    texte: 'du texte, lu comme un CSV',
  }[format];
  return named === format || named === null
    ? read
    : { ...read, remarques: [`« ${name} » est en fait ${otherwise}.`, ...read.remarques] };
}
