/** A workbook of plain tables: each exhibit, each inventory and the table behind each figure, those of one subject on one sheet. */

import { groups } from 'd3-array';
import { versionEnClair } from '../../exhibits/format.js';
import type { Exhibits, TableExhibit } from '../../exhibits/types.js';
import { partiesEnPhrase } from '../../study/parties.js';
import type { Study } from '../../study/study.js';
import { enumerer } from '../../texte/accords.js';
import type { DocumentTree } from '../tree.js';
import type { Sheet, WorkbookModel, WorkbookPart } from '../workbook.js';

interface Placed {
  part: string;
  table: TableExhibit;
}

/** Two exhibits that show the same rows are shown once. */
function tablesOf(exhibits: Exhibits, other: string): Placed[] {
  const seen = new Set<string>();
  return [...exhibits.values()]
    .flatMap((exhibit) => {
      const table = exhibit.kind === 'table' ? exhibit : exhibit.data;
      const part = table.part === undefined ? exhibit.part : table.part;
      return part === null ? [] : [{ part: part ?? other, table }];
    })
    .filter(({ table }) => {
      const content = JSON.stringify([table.columns.map(({ key }) => key), table.rows]);
      if (table.rows.length > 0 && seen.has(content)) return false;
      seen.add(content);
      return true;
    });
}

/**
 * Tables of the same columns without those, past the first, that no row of theirs fills: a line under each names them. Those that fill a column in one table keep
 * it in all, so that they are read down.
 */
function sansColonnesVides(tables: readonly TableExhibit[]): TableExhibit[] {
  const filled = (key: string): boolean =>
    tables.some(({ rows, totals }) => [...rows, totals ?? {}].some((row) => (row[key] ?? '') !== ''));
  const blank = (tables[0]?.columns ?? []).filter(({ key }, i) => i > 0 && !filled(key));
  if (blank.length === 0) return [...tables];
  const named = enumerer(blank.map(({ header }) => `« ${header.replace(/\*$/, '')} »`));
  const left = new Set(blank.map(({ key }) => key));
  return tables.map((table) =>
    table.rows.length === 0
      ? table
      : {
          ...table,
          columns: table.columns.filter(({ key }) => !left.has(key)),
          source: [table.source, `Aucune ligne ne renseigne ${named}.`].filter(Boolean).join(' '),
        },
  );
}

/** Tables of the same columns one after the other, so that they are read down. */
const alike = (tables: readonly TableExhibit[]): TableExhibit[] =>
  groups(tables, ({ columns }) => columns.map(({ key }) => key).join(' ')).flatMap(([, same]) =>
    sansColonnesVides(same),
  );

type TablesSheet = Extract<Sheet, { kind: 'tableaux' }>;

/** Tables that name one sheet share it, in the part of the first of them. */
function sheetsOf(placed: readonly Placed[]): TablesSheet[] {
  const sheets = new Map<string, TablesSheet>();
  for (const { part, table } of placed) {
    const name = table.sheet ?? table.title;
    const known = sheets.get(name);
    if (known) known.tables.push(table);
    else sheets.set(name, { part, kind: 'tableaux', name, tables: [table] });
  }
  return [...sheets.values()].map((sheet) => ({ ...sheet, tables: alike(sheet.tables) }));
}

/** Whether one of its tables has a line: a sheet of none tells nothing but its name. */
const dit = ({ tables }: TablesSheet): boolean => tables.some(({ rows }) => rows.length > 0);

/** « Sans feuille, faute de données : « A » et « B ». »; nothing where each subject has some. */
const sansFeuille = (sheets: readonly TablesSheet[]): string[] =>
  sheets.length === 0
    ? []
    : [`Sans feuille, faute de données à ce jour : ${enumerer(sheets.map(({ name }) => `« ${name} »`))}.`];

const HOW_TO_READ =
  'Chaque tableau se filtre et se trie ; les chiffres sont ceux du document PDF de même version. Une note sur un en-tête dit comment la colonne est calculée.';

/** `parts` in the order of the workbook; an exhibit that names none goes to the last one. */
export function tablesWorkbook(
  study: Study,
  exhibits: Exhibits,
  { meta }: DocumentTree,
  parts: readonly WorkbookPart[],
  howToRead = HOW_TO_READ,
): WorkbookModel {
  const order = parts.map(({ name }) => name);
  const all = sheetsOf(tablesOf(exhibits, order.at(-1) ?? '')).sort(
    (a, b) => order.indexOf(a.part) - order.indexOf(b.part),
  );
  // A workbook of none would have nothing to open on.
  const sheets = all.some(dit) ? all.filter(dit) : all;
  return {
    title: `${meta.deliverable} – ${meta.title}`,
    subject: meta.subject,
    author: meta.author,
    version: meta.version,
    date: meta.date,
    intro: [
      `Version ${versionEnClair(meta)}. ${meta.state.label}.`,
      partiesEnPhrase(study.etude),
      howToRead,
      ...sansFeuille(all.filter((one) => !sheets.includes(one))),
      ...meta.notices,
    ],
    parts: [...parts],
    sheets,
  };
}
