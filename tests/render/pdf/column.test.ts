/** Running text keeps to its column, and what it cites stands beside it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Block, type DocumentTree, type Inline, REFERENCES_ID } from '../../../src/documents/tree.js';
import { renderPdf } from '../../../src/render/pdf/index.js';
import { loadTheme } from '../../../src/render/theme.js';
import { pdfText } from '../../support/pdf-text.js';
import { readPdf } from '../../support/pdfua/document.js';
import { checkPdf } from '../../support/pdfua/index.js';
import { readingOf } from '../../support/pdfua/reading.js';
import { temporaryFolder } from '../../support/temporary.js';
import { paragraph, sample, text } from '../sample-tree.js';

const PHRASE = 'Les communes demandent un interlocuteur avant tout nouvel outil, et le disent à chaque rencontre. ';
const chapter = (id: string, number: string, title: string): Block => ({
  type: 'heading',
  level: 1,
  id,
  number,
  children: text(title),
});
const cite = (label: string): Inline => ({ type: 'link', target: REFERENCES_ID, children: text(`[${label}]`) });

const body: Block[] = [
  chapter('chapitre', '1', 'Chapitre'),
  {
    type: 'paragraph',
    children: [...text(PHRASE.repeat(6)), cite('2, p. 12'), ...text(' et '), cite('2'), ...text('.')],
  },
  { type: 'list', ordered: false, items: [[paragraph(PHRASE.repeat(3))]] },
  chapter(REFERENCES_ID, 'A', 'Références citées'),
  {
    type: 'list',
    ordered: true,
    items: [
      [paragraph('Bureau, Premier rapport, 2016.')],
      [
        {
          type: 'paragraph',
          children: [
            ...text('Bureau, Rapport singulier, 2017, '),
            { type: 'link', url: 'https://exemple.fr/rapport', children: text('https://exemple.fr/rapport') },
          ],
        },
      ],
    ],
  },
];

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
});

interface Word {
  left: number;
  right: number;
  text: string;
}

async function wordsOf(column: boolean): Promise<{ words: Word[]; lines: string[]; faults: string[] }> {
  const file = join(folder, `${column}.pdf`);
  const tree: DocumentTree = { ...sample, front: [], body, column };
  await writeFile(file, (await renderPdf(tree, await loadTheme(), { attachments: [], date: '2018-02-15' })).bytes);
  const words = [
    ...pdfText(file, '-bbox').matchAll(
      /<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(.*?)<\/word>/g,
    ),
  ];
  return {
    words: words.map(([, left, right, value = '']) => ({ left: Number(left), right: Number(right), text: value })),
    lines: pdfText(file, '-raw').split('\n'),
    faults: checkPdf(file).faults,
  };
}

describe('the last word of a paragraph', () => {
  it('is never cut: no last line holds the mere end of a word', async () => {
    const words = 'accompagnement intercommunalité fonctionnement établissement démonstration'.split(' ');
    const body = Array.from({ length: 60 }, (_, i) =>
      paragraph(Array.from({ length: 5 + i }, (_, k) => words[(k * 7 + i) % words.length]).join(' de ')),
    );
    const file = join(await temporaryFolder(), 'a.pdf');
    const options = { attachments: [], date: '2018-02-15' };
    const tree = { ...sample, front: [], body: [chapter('h', '1', 'Chapitre'), ...body] };
    await writeFile(file, (await renderPdf(tree, await loadTheme(), options)).bytes);
    const read = readingOf(readPdf(file));
    expect(read.filter(({ actual }) => actual).length).toBeGreaterThan(10);
    const last = read.filter(
      ({ type, actual }, i) =>
        actual && type === 'Span' && read[i + 1]?.type === 'P' && read[i + 1]?.text.endsWith(read[i]?.text ?? '-'),
    );
    expect(last.map((one) => one.text)).toEqual([]);
  });
});

describe('running text', () => {
  it('has lines of 65 to 75 characters or so, in a document to read', async () => {
    const { page } = await loadTheme();
    const { words, lines, faults } = await wordsOf(true);
    expect(faults).toEqual([]);
    const edge = page.marginSide + page.measure;
    expect(words.filter((word) => /interlocuteur|communes|rencontre/.test(word.text) && word.right > edge + 1)).toEqual(
      [],
    );
    const full = lines.filter((line) => /communes|interlocuteur|outil|rencontre/.test(line)).slice(1, 5);
    // A word cut at the end of a line is read whole on it.
    for (const line of full) expect(line.trimEnd().lastIndexOf(' ')).toBeLessThanOrEqual(80);
    expect(full.reduce((sum, { length }) => sum + length, 0) / full.length).toBeGreaterThan(62);
  });

  it('tells beside it what it cites, once, with the page and without the address', async () => {
    const { page } = await loadTheme();
    const { words } = await wordsOf(true);
    const beside = words.filter(({ left }) => left > page.marginSide + page.measure).map((word) => word.text);
    expect(beside.filter((word) => word === 'singulier,')).toHaveLength(1);
    expect(beside.join(' ')).toMatch(/2, p\.\s12/);
    expect(beside.join(' ')).not.toContain('exemple.fr');
  });

  it('takes the whole width in a sheet, without notes', async () => {
    const { page } = await loadTheme();
    const { words } = await wordsOf(false);
    expect(
      words.some((word) => /communes|rencontre/.test(word.text) && word.right > page.marginSide + page.measure + 60),
    ).toBe(true);
    expect(words.filter((word) => word.text === 'singulier,')).toHaveLength(1);
  });
});
