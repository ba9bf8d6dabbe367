/** A table draws every line of every cell, however tall its rows. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, DocumentTree } from '../../../src/documents/tree.js';
import type { Row, TableExhibit } from '../../../src/exhibits/types.js';
import { renderPdf } from '../../../src/render/pdf/index.js';
import { loadTheme } from '../../../src/render/theme.js';
import { pdfText } from '../../support/pdf-text.js';
import { readPdf } from '../../support/pdfua/document.js';
import { checkPdf } from '../../support/pdfua/index.js';
import { readingOf } from '../../support/pdfua/reading.js';
import { temporaryFolder } from '../../support/temporary.js';
import { paragraph, sample, table } from '../sample-tree.js';

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
});

/** A cell of so many lines, each with a word of its own; `list` makes them items. */
const cell = (name: string, lines: number, list: boolean): string =>
  Array.from({ length: lines }, (_, i) => `${name}mot${i}fin`).join(list ? '\n' : ' et encore ');

const body = (exhibits: readonly TableExhibit[]): Block[] =>
  exhibits.flatMap((exhibit, i): Block[] => [
    paragraph('Avant le tableau.'),
    { type: 'table', id: `t${i}`, number: i + 1, exhibit },
  ]);

async function words(exhibits: readonly TableExhibit[]): Promise<{ found: Set<string>; faults: string[] }> {
  const tree: DocumentTree = { ...sample, front: [], body: [...sample.body.slice(0, 1), ...body(exhibits)] };
  const { bytes } = await renderPdf(tree, await loadTheme(), { attachments: [], date: '2018-02-15' });
  const file = join(folder, 'rangees.pdf');
  await writeFile(file, bytes);
  const text = pdfText(file);
  return { found: new Set(text.match(/\p{L}+mot\d+fin/gu)), faults: checkPdf(file).faults };
}

const row = (name: string, lines: number, list = false): Row => ({
  groupe: 'Premier',
  nom: `${name}mot0fin`,
  detail: cell(name, lines, list),
  nombre: 1,
});

async function expectWhole(exhibits: readonly TableExhibit[]): Promise<void> {
  const { found, faults } = await words(exhibits);
  const wanted = exhibits.flatMap(({ rows }) =>
    rows.flatMap(({ detail }) => String(detail).match(/\p{L}+mot\d+fin/gu)),
  );
  expect(wanted.filter((word) => !found.has(word ?? ''))).toEqual([]);
  expect(faults).toEqual([]);
}

describe('a row taller than a page', () => {
  it.each([60, 120, 400])('of %i lines is whole as the first, a middle and the last row', async (lines) => {
    await expectWhole([
      table('a', 0, {
        rows: [row('premier', lines), row('b', 2), row('c', lines, true), row('d', 1), row('dernier', lines)],
      }),
    ]);
  });

  it('is whole in a landscape table, in a grouped one, and just after a heading row', async () => {
    const groups = [
      row('alpha', 90),
      { ...row('beta', 90), groupe: 'Second' },
      { ...row('gamma', 3), groupe: 'Second' },
    ];
    await expectWhole([
      table('paysage', 0, { landscape: true, rows: [row('large', 150), row('suite', 70, true)] }),
      table('groupes', 0, {
        groupBy: 'groupe',
        columns: [{ key: 'groupe', header: 'Groupe', format: 'texte' }, ...table('x', 1).columns],
        rows: groups,
      }),
    ]);
  });

  it('is whole whatever its height, between half a page and two', async () => {
    const heights = [20, 28, 36, 44, 48, 52, 56, 60, 64, 80];
    await expectWhole(
      heights.map((lines, i) => table(`t${i}`, 0, { rows: [row(`h${'abcdefghij'[i]}`, lines, true), row('x', 1)] })),
    );
  });

  it('is whole under a header taller than a page, and in a box', async () => {
    const columns = table('x', 1).columns.map((column) => ({ ...column, header: `Titre ${'très '.repeat(160)}long` }));
    await expectWhole([table('entete', 0, { columns, rows: [row('sous', 60), row('apres', 3)] })]);
    const tree: DocumentTree = {
      ...sample,
      front: [],
      body: [
        {
          type: 'callout',
          kind: 'limite',
          title: 'Limite',
          children: Array.from({ length: 90 }, (_, i) => paragraph(`boitemot${i}fin`)),
        },
        { type: 'quote', children: [paragraph(cell('citation', 500, false))] },
      ],
    };
    const { bytes } = await renderPdf(tree, await loadTheme(), { attachments: [], date: '2018-02-15' });
    await writeFile(join(folder, 'boite.pdf'), bytes);
    const text = pdfText(join(folder, 'boite.pdf'));
    expect(new Set(text.match(/boitemot\d+fin/g)).size).toBe(90);
    // What the box is stands on each of its pages, and is read aloud once.
    const held = text.split('\f').filter((page) => /boitemot\d+fin/.test(page));
    expect(held.length).toBeGreaterThan(1);
    for (const [i, page] of held.entries())
      expect(page.match(/Limite.*/)?.[0]?.trim()).toBe(i === 0 ? 'Limite' : 'Limite (suite)');
    const read = readingOf(readPdf(join(folder, 'boite.pdf')));
    expect(read.filter(({ text: said }) => said === 'Limite').map(({ type }) => type)).toEqual(['H2']);
    expect(new Set(text.match(/citationmot\d+fin/g)).size).toBe(500);
  });

  it('a word without end is cut, and ends', async () => {
    const { bytes } = await renderPdf(
      {
        ...sample,
        front: [],
        body: [
          paragraph('a'.repeat(33_000)),
          {
            type: 'table',
            id: 't',
            number: 1,
            exhibit: table('t', 0, { rows: [{ nom: 'b'.repeat(33_000), detail: 'c', nombre: 1 }] }),
          },
        ],
      },
      await loadTheme(),
      { attachments: [], date: '2018-02-15' },
    );
    await writeFile(join(folder, 'mot.pdf'), bytes);
    const text = pdfText(join(folder, 'mot.pdf'));
    expect((text.match(/a/g) ?? []).length).toBeGreaterThanOrEqual(33_000);
    expect((text.match(/b/g) ?? []).length).toBeGreaterThanOrEqual(33_000);
  });
});

describe('a quotation under a table', () => {
  it.each([26, 27, 28, 29, 30, 31])('stands on the page of its last row, after %i rows', async (rows) => {
    const quote: Block = { type: 'quote', children: [paragraph('Une parole citée.')] };
    const tree: DocumentTree = {
      ...sample,
      front: [],
      body: [
        ...sample.body.slice(0, 1),
        { type: 'table', id: 't', number: 1, exhibit: table('t', rows) },
        quote,
        ...Array.from({ length: 30 }, () => paragraph('Une suite de texte, qui remplit la page suivante.')),
      ],
    };
    const { bytes } = await renderPdf(tree, await loadTheme(), { attachments: [], date: '2018-02-15' });
    const file = join(folder, `citation-${rows}.pdf`);
    await writeFile(file, bytes);
    const pages = pdfText(file).split('\f');
    const on = pages.findIndex((page) => page.includes('Une parole citée'));
    expect(on).toBeGreaterThan(0);
    expect(pages[on]).toContain(`Ligne ${rows}`);
  });
});
