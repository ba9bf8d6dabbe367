/** Of any table, each word is proposed to the study, or its row is named: nothing that somebody typed is left without a word. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import excel from 'exceljs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copyStudy } from '../support/cli.js';
import { runIn } from '../support/in-process.js';

interface Table {
  titres: string[];
  /** For each row, whether each cell is filled, by its rank; a row may be longer or shorter than the headings. */
  rows: number[][];
  avant: number;
  vide: number;
  total: boolean;
}

const TITRES = ['Rôle', 'Commentaire', 'Secteur', '', 'Nom', 'Domaines', 'Notes', 'Mél', 'Tél.', 'Public'];

const table = fc.record<Table>({
  titres: fc
    .array(fc.constantFrom(...TITRES), { minLength: 1, maxLength: 5 })
    .map((titres) => ['Nom', 'Type', ...titres]),
  rows: fc.array(fc.array(fc.nat({ max: 5 }), { minLength: 2, maxLength: 8 }), { minLength: 1, maxLength: 5 }),
  avant: fc.nat({ max: 2 }),
  vide: fc.nat({ max: 4 }),
  total: fc.boolean(),
});

/** The cells of the table, each word unique: « mot3x2 » is the third row’s second cell. */
function cellsOf({ titres, rows, avant, vide, total }: Table): string[][] {
  const cells = rows.map((row, r) =>
    row.map((kind, c) => {
      const word = `mot${r}x${c}`;
      // Most rows are entries: of those that are refused, nothing more is asked than their number.
      if (c === 1) return 'association';
      if (c === 0) return word;
      return ['', word, `${word} ; autre${r}x${c}`, 'association', `${word}\nsuite${r}x${c}`, `12 ${word}`][kind] ?? '';
    }),
  );
  return [
    ...Array.from({ length: avant }, (_, n) => [`Titre du tableau ${n}`]),
    titres,
    ...cells.slice(0, vide),
    ...(vide < cells.length && vide > 0 ? [[]] : []),
    ...cells.slice(vide),
    ...(total ? [['Total', '', '9']] : []),
  ];
}

const FORMATS: Readonly<Record<string, (cells: string[][]) => Promise<string | Uint8Array>>> = {
  'x.csv': async (cells) => cells.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n'),
  'y.csv': async (cells) => `\ufeff${cells.map((row) => row.map((cell) => `"${cell}"`).join('\t')).join('\n')}`,
  'x.xlsx': async (cells) => {
    const workbook = new excel.Workbook();
    workbook.addWorksheet('Liste').addRows(cells.map((row) => row.map((cell) => (cell === '' ? null : cell))));
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  },
};

/** Rows that a text names: « ligne 3 », « lignes 2 et 4 », « lignes 5 à 8 ». */
function lignesDites(said: string): Set<number> {
  const found = new Set<number>();
  for (const [, list = ''] of said.matchAll(/lignes? ((?:\d+(?:, | et | à )?)+)/g)) {
    const [from, to] = list.split(' à ').map(Number);
    if (to !== undefined) for (let n = Number(from); n <= to; n++) found.add(n);
    else for (const n of list.match(/\d+/g) ?? []) found.add(Number(n));
  }
  return found;
}

it('each word of a list is proposed to the study, or its row is named', async () => {
  const cwd = await copyStudy('tests/fixtures/autre-etude');
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom(...Object.keys(FORMATS)), async (given, file) => {
      const cells = cellsOf(given);
      await writeFile(join(cwd, file), (await FORMATS[file]?.(cells)) ?? '');
      const { stdout, stderr } = await runIn(cwd, 'import', 'acteurs', file);
      const said = `${stdout}\n${stderr}`;
      if (/aucune colonne ne ressemble/.test(stderr)) return;
      // A line of the file, for a text whose cells run over several; a row, for a workbook.
      let line = 1;
      const dites = lignesDites(said.replace(/# Import : .*|.* est lu .*/g, ''));
      for (const row of cells) {
        const numero = line;
        line += 1 + (file.endsWith('.csv') ? row.join('').split('\n').length - 1 : 0);
        const lost = (row.join('\n').match(/(?:mot|autre|suite)\d+x\d+/g) ?? []).filter(
          (word) => !new RegExp(`${word}\\b`).test(said),
        );
        expect({ numero, lost: dites.has(numero) ? [] : lost }).toEqual({ numero, lost: [] });
      }
    }),
    { numRuns: Number(process.env.FUZZ_LISTES ?? 12) },
  );
});
