import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Produced } from '../../src/documents/deliverable.js';
import type { SlideDeck } from '../../src/documents/slides.js';
import type { DocumentTree } from '../../src/documents/tree.js';
import type { GridCell, WorkbookModel } from '../../src/documents/workbook.js';
import { stackedColumns } from '../../src/exhibits/charts/bars.js';
import { RENDERERS } from '../../src/render/registry.js';
import { loadTheme, type Theme } from '../../src/render/theme.js';
import { readPdf } from '../support/pdfua/document.js';
import { temporaryFolder } from '../support/temporary.js';
import { sample, table } from './sample-tree.js';

const HEX = /#[0-9a-f]{6}/gi;
const WHITE = '#ffffff';

const base = await loadTheme();

/** The same theme, each of its colours but white turned into one that it has not. */
const other = JSON.parse(
  JSON.stringify(base).replace(HEX, (hex) =>
    hex === WHITE ? hex : `#${hex.slice(5)}${hex.slice(1, 3)}${hex.slice(3, 5)}`,
  ),
) as Theme;

const coloursOf = (theme: Theme): string[] =>
  [...new Set(JSON.stringify(theme).match(HEX))].map((hex) => hex.toLowerCase()).filter((hex) => hex !== WHITE);

const left = coloursOf(base).filter((hex) => !coloursOf(other).includes(hex));

const tree = ({ charts }: Theme): DocumentTree => {
  const chart = stackedColumns(
    {
      categories: ['Avant', 'Après'],
      series: charts.series.map((colour, i) => ({ label: `Série ${i}`, colour, pattern: i % 2 === 1 })),
      values: charts.series.map((_, i) => [40 + i, 50 + i]),
      axis: 'Nombre',
    },
    charts,
  );
  const figures = sample.body.map((block) =>
    block.type === 'figure' ? { ...block, exhibit: { ...block.exhibit, ...chart } } : block,
  );
  return { ...sample, body: figures };
};

const cell = (
  row: number,
  column: number,
  one: GridCell,
): [string, { row: number; column: number; cell: GridCell }] => [`${row}:${column}`, { row, column, cell: one }];

const workbook = ({ charts }: Theme): WorkbookModel => ({
  title: 'Essai',
  subject: 'Essai',
  author: 'Essai',
  version: '1.0',
  date: '2018-01-01',
  intro: ['Une ligne.'],
  parts: [{ name: 'Première', readers: 'pour tous' }],
  sheets: [
    { part: 'Première', kind: 'tableaux', name: 'Tableaux', tables: [table('un', 3), table('deux', 2)] },
    {
      part: 'Première',
      kind: 'grille',
      grid: {
        kind: 'grille',
        name: 'Grille',
        title: 'Grille',
        widths: [20, 20],
        frozen: 1,
        alertes: [{ plage: 'A2:A3', formule: 'A2<0', ton: 'alerte' }],
        cells: new Map([
          cell(1, 1, { value: 'Titre', style: 'titre' }),
          cell(2, 1, { value: 1, style: 'texte', format: 'entier', input: { type: 'nombre', min: 0 } }),
          cell(3, 1, { value: 2, style: 'total', format: 'entier' }),
          cell(4, 1, { value: 'Note', style: 'note' }),
        ]),
        charts: [
          {
            title: 'Graphique',
            axis: 'Nombre',
            direction: 'col',
            stacked: false,
            categories: { range: 'Grille!$A$2:$A$3', values: ['a', 'b'] },
            series: [
              { nameRef: 'Grille!$A$1', name: 'a', range: 'Grille!$A$2:$A$3', values: [1, 2], colour: charts.accent },
            ],
            from: { row: 5, column: 0 },
            to: { row: 20, column: 3 },
            alt: 'Deux barres.',
          },
        ],
      },
    },
  ],
});

const slides: SlideDeck = {
  title: 'Essai',
  subtitle: 'Comité',
  lines: ['15 février'],
  author: 'Essai',
  slides: [
    {
      title: 'Chiffres',
      bullets: ['Un'],
      theme: 'Sujet',
      figures: [{ value: '3', label: 'besoins' }],
      caution: 'Peu.',
    },
    { title: 'Colonnes', bullets: [], columns: [{ title: 'Pour', lines: ['Oui'] }] },
    { title: 'Décisions', bullets: [], resolutions: [{ letter: 'A', title: 'Retenir', text: 'Le comité retient.' }] },
    {
      title: 'Tableau',
      bullets: [],
      table: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    {
      title: 'Graphique',
      bullets: [],
      chart: {
        kind: 'barres',
        title: 'Nombre',
        categories: ['a', 'b'],
        series: [
          { name: 'x', values: [1, 2] },
          { name: 'y', values: [2, 1] },
        ],
        stacked: true,
        axis: 'Nombre',
        alt: 'Deux barres.',
      },
    },
  ],
};

const produced = (theme: Theme): Produced => ({
  name: 'essai',
  tree: tree(theme),
  workbook: workbook(theme),
  slides,
  date: '2018-01-01',
});

/** Colours that a PDF paints with, read from the operators of its streams. */
async function pdfColours(bytes: Uint8Array): Promise<Set<string>> {
  const file = join(await temporaryFolder(), 'a.pdf');
  await writeFile(file, bytes);
  const streams = Object.values(readPdf(file).objects).map(({ stream }) => Buffer.from(stream?.data ?? '', 'base64'));
  const hex = (value: string): string =>
    Math.round(Number(value) * 255)
      .toString(16)
      .padStart(2, '0');
  return new Set(
    streams.flatMap((stream) =>
      [...stream.toString('latin1').matchAll(/([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG|scn|SCN)\b/g)].map(
        ([, r = '', g = '', b = '']) => `#${hex(r)}${hex(g)}${hex(b)}`,
      ),
    ),
  );
}

/** Colours that the parts of an office file name, down to the workbooks of its charts and its drawings. */
function officeColours(bytes: Uint8Array): Set<string> {
  const found = new Set<string>();
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (name.endsWith('.xlsx')) for (const hex of officeColours(part)) found.add(hex);
    if (!/\.(xml|svg|vml)$/.test(name)) continue;
    for (const [, hex] of strFromU8(part).matchAll(/(?:["#]|"FF)([0-9A-F]{6})\b/gi)) found.add(`#${hex}`.toLowerCase());
  }
  return found;
}

describe('the theme', () => {
  it.each(RENDERERS)(
    'restyles $extension: no colour of the former theme is left',
    async ({ extension, draws, render }) => {
      const options = { date: '2018-01-01', attachments: [] };
      const read = extension === 'pdf' ? pdfColours : officeColours;
      const [before, after] = await Promise.all(
        [base, other].map(async (theme) => {
          const one = produced(theme);
          const shown = draws(one);
          expect(shown).not.toBeNull();
          return await read((await render(shown ?? {}, theme, options)).bytes);
        }),
      );
      expect(before).toContain(base.colours.accent);
      expect(after).toContain(other.colours.accent);
      expect(left.filter((hex) => after?.has(hex))).toEqual([]);
    },
  );

  it('alone says the colours: the code that draws names none but white and black', () => {
    const src = fileURLToPath(new URL('../../src', import.meta.url));
    const named = ['exhibits', 'documents', 'render'].flatMap((room) =>
      readdirSync(join(src, room), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .flatMap((file) => {
          const text = readFileSync(join(src, room, file), 'utf8');
          const found = [...text.matchAll(/'(?:#|FF)?[0-9a-f]{6}'|"[0-9A-F]{6}"|#[0-9a-f]{6}/gi)];
          return found.flatMap(([hex]) => (/^['"]?#?(?:ffffff|000000)/i.test(hex) ? [] : [`${room}/${file}: ${hex}`]));
        }),
    );
    expect(named).toEqual([]);
  });
});
