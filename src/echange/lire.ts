/** Reads the tables of a file as people keep them: any separator, UTF-8, UTF-16 or Windows-1252, visible sheets, merged cells. */

import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Cell, Worksheet } from 'exceljs';
import { systemCode } from '../study/system-code.js';
import { compte } from '../texte/accords.js';
import type { Cellule } from './cellules.js';
import { formatDe, REFUS } from './format-fichier.js';

export interface Ligne {
  /** Row in the file, from 1. */
  numero: number;
  cellules: Cellule[];
  /** Columns (from 0) whose value comes from a cell merged over several columns. */
  etalees: Set<number>;
}

export interface Tableau {
  /** Name of the sheet; null for a CSV file. */
  feuille: string | null;
  lignes: Ligne[];
}

export interface Classeur {
  tableaux: Tableau[];
  /** What the reader should know of how the file was read, in French. */
  remarques: string[];
}

/** The file cannot be read as a table; the sentence is for the user. */
export class LectureImpossible extends Error {}

/** Bytes beyond which a list is no list: a guard against a file picked by mistake. */
const TAILLE_MAX = 50_000_000;
/** The same for what a workbook, which is compressed, holds once opened; and columns. */
const OUVERT_MAX = 400_000_000;
const COLONNES_MAX = 1_000;

/** Characters of Windows-1252 from 0x80 to 0x9f; Node's own decoder takes them for Latin-1 in some versions. */
const HAUTS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const enWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (mark) => HAUTS[mark.charCodeAt(0) - 0x80] ?? mark);

function decoder(bytes: Uint8Array, remarques: string[]): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    remarques.push('Le fichier n’est pas en UTF-8 : il est lu en Windows-1252, l’encodage d’Excel.');
    return enWindows1252(bytes);
  }
}

/** Rows by which the separator is chosen. */
const PREMIERES = 30;

const SEPARATEURS = [';', ',', '\t', '|'] as const;
const NOMS: Readonly<Record<string, string>> = {
  ';': 'le point-virgule',
  ',': 'la virgule',
  '\t': 'la tabulation',
  '|': 'la barre',
};

/** The separator that gives the most columns on the most of the first lines, quotes taken into account. */
function separateurDe(text: string, parse: (text: string, separator: string) => string[][]): string {
  const scores = SEPARATEURS.map((separator) => {
    const counts = parse(text, separator).map((row) => row.length);
    const widths = new Map<number, number>();
    for (const width of counts) widths.set(width, (widths.get(width) ?? 0) + 1);
    const [width, lines] = [...widths].sort(([aw, a], [bw, b]) => b * (bw - 1) - a * (aw - 1))[0] ?? [1, 0];
    const share = lines / Math.max(1, counts.length);
    return { separator, score: (Math.min(width, 50) - 1) * lines * share * share };
  });
  return scores.sort((a, b) => b.score - a.score)[0]?.separator ?? ';';
}

async function lireCsv(bytes: Uint8Array): Promise<Classeur> {
  const { parse } = await import('csv-parse/sync');
  const remarques: string[] = [];
  const text = decoder(bytes, remarques);
  const rows = (source: string, delimiter: string, to?: number): { record: string[]; info: { lines: number } }[] =>
    parse(source, {
      bom: true,
      delimiter,
      ...(to === undefined ? {} : { to }),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
    }) as unknown as { record: string[]; info: { lines: number } }[];
  try {
    const separator = separateurDe(text, (head, delimiter) => {
      try {
        return rows(head, delimiter, PREMIERES).map(({ record }) => record);
      } catch {
        // A separator that is not the right one may leave a quote open.
        return [];
      }
    });
    if (separator !== ';') remarques.push(`Les colonnes sont séparées par ${NOMS[separator]}.`);
    const lignes = rows(text, separator).map(({ record, info }): Ligne => {
      const cellules = record.map((cell): Cellule => (cell.trim() === '' ? null : cell));
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      return { numero: info.lines - breaks, cellules, etalees: new Set() };
    });
    return { tableaux: [{ feuille: null, lignes }], remarques };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const line = 'lines' in error ? ` à la ligne ${String(error.lines)}` : '';
    throw new LectureImpossible(
      `le fichier n'est pas un CSV lisible${line} : un guillemet n'est pas fermé, sans doute.`,
    );
  }
}

/** AAAA-MM-JJ of a date cell: Excel has no time zone, exceljs gives UTC. */
const isoDe = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10));

function valeurDe(cell: Cell): Cellule {
  const { value } = cell;
  const plain = (raw: unknown): Cellule => {
    if (raw === null || raw === undefined) return null;
    if (raw instanceof Date) return isoDe(raw);
    if (typeof raw === 'string') return raw.trim() === '' ? null : raw;
    if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
    if (typeof raw !== 'object') return String(raw);
    if ('richText' in raw && Array.isArray(raw.richText))
      return raw.richText.map((part: { text?: string }) => part.text ?? '').join('');
    if ('text' in raw) return plain(raw.text);
    if ('result' in raw) return plain(raw.result);
    if ('error' in raw) return String(raw.error);
    return null;
  };
  const read = plain(value);
  // A phone number or a code kept as a number loses its first zero, unless the cell's format says how many digits it has.
  const zeros = /^0[0 ]*$/.exec(cell.numFmt ?? '')?.[0].replaceAll(' ', '').length ?? 0;
  return typeof read === 'number' && zeros > 1 ? String(read).padStart(zeros, '0') : read;
}

function tableauDe(sheet: Worksheet): Tableau {
  const lignes: Ligne[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, numero) => {
    const cellules: Cellule[] = [];
    const etalees = new Set<number>();
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const index = column - 1;
      const { master } = cell;
      // Merged over columns: the value counts once. Merged over rows: it holds for each of them.
      if (cell.isMerged && Number(master.col) !== column) {
        cellules[index] = null;
        etalees.add(index);
        if (Number(master.row) === numero) etalees.add(Number(master.col) - 1);
      } else cellules[index] = valeurDe(cell.isMerged ? master : cell);
    });
    lignes.push({ numero, cellules: Array.from(cellules, (cell) => cell ?? null), etalees });
  });
  return { feuille: sheet.name, lignes };
}

/** Bytes of a workbook once opened, as its own list of parts tells them. */
async function tailleOuverte(bytes: Uint8Array): Promise<number> {
  const { unzipSync } = await import('fflate');
  let total = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      total += originalSize;
      return false;
    },
  });
  return total;
}

async function lireXlsx(bytes: Uint8Array): Promise<Classeur> {
  if ((await tailleOuverte(bytes).catch(() => 0)) > OUVERT_MAX)
    throw new LectureImpossible('une fois ouvert, le classeur dépasse 400 Mo : ce n’est pas une liste.');
  const { default: Workbook } = await import('exceljs/lib/doc/workbook.js');
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  } catch {
    throw new LectureImpossible(
      'le fichier n’est pas un classeur Excel lisible (.xlsx) : il est sans doute abîmé. Ouvrez-le dans votre tableur et enregistrez-en une copie.',
    );
  }
  const hidden = workbook.worksheets.filter(({ state }) => state !== 'visible').map(({ name }) => `« ${name} »`);
  const remarques =
    hidden.length === 0
      ? []
      : [`Feuille${hidden.length > 1 ? 's masquées laissées' : ' masquée laissée'} de côté : ${hidden.join(', ')}.`];
  const shown = workbook.worksheets.filter(({ state }) => state === 'visible');
  const tableaux = shown.map(tableauDe);
  for (const sheet of shown) {
    let rows = 0;
    sheet.eachRow((row) => {
      if (row.hidden) rows += 1;
    });
    if (rows > 0)
      remarques.push(
        `Feuille « ${sheet.name} » : ${compte(rows, 'ligne masquée', 'lignes masquées')} (un filtre, sans doute), ${rows > 1 ? 'lues' : 'lue'} comme les autres.`,
      );
  }
  return { tableaux, remarques };
}

/** The bytes of a list. A pipe or a device never ends. */
async function contenuDe(path: string, name: string): Promise<Buffer> {
  const found = await stat(path);
  if (!found.isFile()) throw new LectureImpossible(`« ${path} » n'est pas un fichier.`);
  if (found.size > TAILLE_MAX) throw new LectureImpossible(`« ${name} » dépasse 50 Mo : ce n'est pas une liste.`);
  return readFile(path);
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
  if (format !== 'xlsx' && format !== 'texte') throw new LectureImpossible(`« ${name} » : ${REFUS[format]}`);
  const named = ['.xlsx', '.xlsm', '.xls'].includes(extension)
    ? 'xlsx'
    : ['.csv', '.tsv', '.txt'].includes(extension)
      ? 'texte'
      : null;
  if (named === null && format === 'texte') {
    const old = ['.ods', '.numbers', '.xlsb'].includes(extension);
    const what = old ? 'Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx.' : 'Formats lus : .xlsx, .csv.';
    throw new LectureImpossible(`« ${name} » : le format « ${extension || 'sans extension'} » n'est pas lu. ${what}`);
  }
  const read = await (format === 'xlsx' ? lireXlsx(bytes) : lireCsv(bytes));
  const filled = (cellules: readonly Cellule[]): number => cellules.filter((cell) => cell !== null).length;
  if (read.tableaux.some(({ lignes }) => lignes.some(({ cellules }) => filled(cellules) > COLONNES_MAX)))
    throw new LectureImpossible(`« ${name} » a plus de ${COLONNES_MAX} colonnes : ce n'est pas une liste.`);
  const otherwise = format === 'xlsx' ? 'un classeur Excel' : 'du texte, lu comme un CSV';
  return named === format || named === null
    ? read
    : { ...read, remarques: [`« ${name} » est en fait ${otherwise}.`, ...read.remarques] };
}
