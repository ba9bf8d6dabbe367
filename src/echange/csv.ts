/** Reads a table of text: any separator, quotes as people leave them, and nothing that keeps the program busy. */
import { compte } from '../texte/accords.js';
import type { Cellule } from './cellules.js';
import { decoder } from './encodage.js';
import { type Classeur, LectureImpossible, type Ligne } from './tableau.js';

/** Bytes beyond which a text is no list: no inventory of a study may hold as many. */
const OCTETS_MAX = 20_000_000;
/** The same for the characters of a line, and for those of a row, which quotes may spread over several lines. */
const LIGNE_MAX = 1_000_000;

/** Rows, and characters of the text, by which the separator is chosen. */
const PREMIERES = { lignes: 30, caracteres: 200_000 };

const SEPARATEURS = [';', ',', '\t', '|'] as const;
const NOMS: Readonly<Record<string, string>> = {
  ';': 'le point-virgule',
  ',': 'la virgule',
  '\t': 'la tabulation',
  '|': 'la barre',
};

/** A text with an apostrophe before the signs by which a spreadsheet takes it for a formula, and computes it. `rendue` gives it back as it was. */
export const protegee = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const rendue = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

interface Rangee {
  cells: string[];
  /** Line of the file where the row begins, from 1. */
  line: number;
}

const sautsDans = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** The number of the first line that is too long and its characters; null when none is. */
function ligneTropLongue(text: string): { numero: number; caracteres: number } | null {
  let numero = 1;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? 10 : text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    if (at - start > LIGNE_MAX) return { numero, caracteres: at - start };
    start = at + 1;
    if (code === 10 || text.charCodeAt(at + 1) !== 10) numero++;
  }
  return null;
}

type Parse = (text: string, separator: string, most?: number) => Rangee[];

/** The rows of a text, those before a fault when `most` of them are enough; throws at the line of the row where a quote stays open. */
async function analyseur(): Promise<Parse> {
  const { parse } = await import('csv-parse/sync');
  return (text, delimiter, to) => {
    const rows: Rangee[] = [];
    let next = 1;
    try {
      parse(text, {
        bom: true,
        delimiter,
        ...(to === undefined ? {} : { to }),
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: false,
        max_record_size: LIGNE_MAX,
        record_delimiter: ['\r\n', '\n', '\r'],
        on_record: (record: string[], { lines }: { lines: number }) => {
          rows.push({ cells: record, line: lines - record.reduce((sum, cell) => sum + sautsDans(cell), 0) });
          next = lines + 1;
          return null;
        },
      });
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      if (to !== undefined) return rows;
      throw new LectureImpossible(
        `le fichier n'est pas un CSV lisible : à la ligne ${next} s'ouvre un guillemet qui n'est pas fermé. Fermez-le, ou retirez-le.`,
      );
    }
    return rows;
  };
}

/** The separator that gives the most columns on the most of the first lines, quotes taken into account. */
function separateurDe(text: string, parse: Parse): string {
  const head = text.slice(0, PREMIERES.caracteres);
  const scores = SEPARATEURS.map((separator) => {
    const counts = parse(head, separator, PREMIERES.lignes).map(({ cells }) => cells.length);
    const widths = new Map<number, number>();
    for (const width of counts) widths.set(width, (widths.get(width) ?? 0) + 1);
    const [width, lines] = [...widths].sort(([aw, a], [bw, b]) => b * (bw - 1) - a * (aw - 1))[0] ?? [1, 0];
    const share = lines / Math.max(1, counts.length);
    return { separator, score: (Math.min(width, 50) - 1) * lines * share * share };
  });
  return scores.sort((a, b) => b.score - a.score)[0]?.separator ?? ';';
}

/** Whether a cell holds rows: one of its lines, the first aside, is parted as those of the table are. */
function tientDesLignes(cell: string, separator: string, columns: number): boolean {
  const [, ...inner] = cell.split(/\r\n|\n|\r/);
  if (inner.length === 0) return false;
  const parted = inner.some((line) => line.split(separator).length >= columns && !line.includes(`${separator} `));
  return columns > 2 ? parted : parted && cell.startsWith('"');
}

/** The cells of a row that a quote left open filled with the rows that follow. */
function illisiblesDe({ cells, line }: Rangee, separator: string, columns: number): Map<number, string> {
  return new Map(
    cells.flatMap((cell, index): [number, string][] => {
      if (!tientDesLignes(cell, separator, columns)) return [];
      const last = line + cells.reduce((sum, one) => sum + sautsDans(one), 0);
      return [[index, `un guillemet ouvert ici n'est pas fermé : la cellule va jusqu'à la ligne ${last}.`]];
    }),
  );
}

/** Throws a `LectureImpossible`; `name` is that of the file. */
export async function lireCsv(bytes: Uint8Array, name: string): Promise<Classeur> {
  if (bytes.length > OCTETS_MAX)
    throw new LectureImpossible(`« ${name} » dépasse 20 Mo : aucun inventaire n’en contient autant.`);
  const remarques: string[] = [];
  const text = decoder(bytes, remarques);
  const long = ligneTropLongue(text);
  if (long)
    throw new LectureImpossible(
      `« ${name} » : la ligne ${long.numero} compte ${compte(long.caracteres, 'caractère')} ; au-delà d’un million, ce n'est pas une liste.`,
    );
  const parse = await analyseur();
  const separator = separateurDe(text, parse);
  if (separator !== ';') remarques.push(`Les colonnes sont séparées par ${NOMS[separator]}.`);
  const rows = parse(text, separator);
  const columns = Math.max(...rows.slice(0, PREMIERES.lignes).map(({ cells }) => cells.length));
  const lignes = rows.map((row): Ligne => {
    const illisibles = illisiblesDe(row, separator, columns);
    return {
      numero: row.line,
      cellules: row.cells.map((cell): Cellule => (cell.trim() === '' ? null : rendue(cell))),
      etalees: new Set(),
      ...(illisibles.size > 0 ? { illisibles } : {}),
    };
  });
  return { tableaux: [{ feuille: null, lignes }], remarques };
}
