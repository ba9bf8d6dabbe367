import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/documents/tree.js';
import { renderPdf } from '../../../src/render/pdf/index.js';
import { loadTheme } from '../../../src/render/theme.js';
import { pdfText } from '../../support/pdf-text.js';
import { readPdf } from '../../support/pdfua/document.js';
import { checkPdf } from '../../support/pdfua/index.js';
import { readingOf } from '../../support/pdfua/reading.js';
import { temporaryFolder } from '../../support/temporary.js';
import { paragraph, sample, text } from '../sample-tree.js';

/** A document of `chapters` chapters of `parts` parts. */
async function documentOf(chapters: number, parts = 6, sujet = '') {
  const body = Array.from({ length: chapters }, (_, c) => [
    {
      type: 'heading',
      level: 1,
      id: `c${c}`,
      number: String(c + 1),
      children: text(`Chapitre du sujet ${String.fromCharCode(97 + c)}${sujet}`),
    } as Block,
    ...Array.from({ length: parts }, (_, p): Block[] => [
      {
        type: 'heading',
        level: 2,
        id: `c${c}p${p}`,
        number: `${c + 1}.${p + 1}`,
        children: text('Une partie, et ce que l’on y constate'),
      },
      paragraph('Un paragraphe.'),
    ]).flat(),
  ]).flat();
  const file = join(await temporaryFolder(), 'a.pdf');
  const { bytes } = await renderPdf({ ...sample, front: [], body }, await loadTheme(), {
    attachments: [],
    date: '2018-01-01',
  });
  await writeFile(file, bytes);
  const pages = pdfText(file).split('\f');
  return { file, pages };
}

describe('long contents', () => {
  it('hold on one page, in two columns where one would spill, each entry listed once, in order, with its page', async () => {
    const { file, pages } = await documentOf(12);
    expect(checkPdf(file).faults).toEqual([]);
    const page = pages.findIndex((one) => one.includes('Sommaire'));
    const said = readingOf(readPdf(file))
      .filter(({ type }) => type === 'TOCI')
      .map(({ text: one }) => one);
    expect(said).toHaveLength(84);
    expect(said.map((one) => /^(\d+(?:\.\d)?)/.exec(one)?.[1])).toEqual(
      Array.from({ length: 12 }, (_, c) => [
        `${c + 1}`,
        ...Array.from({ length: 6 }, (_, p) => `${c + 1}.${p + 1}`),
      ]).flat(),
    );
    for (const [i, one] of said.entries())
      if (i % 7 === 0)
        expect(pages[Number(/(\d+)$/.exec(one)?.[1]) - 1]).toContain(
          `Chapitre du sujet ${String.fromCharCode(97 + i / 7)}`,
        );
    expect(pages[page + 1]).toContain('Un paragraphe.');
  });

  it('of long titles, of which a line or two would spill, stand in two columns', async () => {
    const { pages } = await documentOf(12, 4, ', de tous ceux qui y travaillent et de tous ceux qui y viennent');
    const page = pages.findIndex((one) => one.includes('Sommaire'));
    expect(pages[page + 1]).toContain('Un paragraphe.');
  });

  it('stand in one column as long as it holds', async () => {
    const { file } = await documentOf(6);
    const contents = readingOf(readPdf(file)).filter(({ type }) => type === 'TOC');
    expect(contents).toHaveLength(1);
  });
});

describe('contents that stand on the cover', () => {
  const long = (n: number): Block[] =>
    Array.from({ length: n }, () => paragraph('Une ligne que rien ne coupe, assez longue pour être comptée.'));
  const chapter = (number: string, lines: number): Block[] => [
    { type: 'heading', level: 1, id: `c${number}`, number, children: text(`Chapitre ${number}`) },
    ...long(lines),
  ];
  const pages = async (column: boolean): Promise<number> => {
    const front: Block[] = [{ type: 'heading', level: 1, id: 'essentiel', children: text('L’essentiel') }, ...long(34)];
    const tree = { ...sample, column, front, body: [...chapter('1', 20), ...chapter('2', 20)] };
    return (await renderPdf(tree, await loadTheme(), { attachments: [], date: '2018-01-01' })).pages;
  };

  it('leave no page of a few lines between the opening pages and the first chapter', async () => {
    expect(await pages(false)).toBeLessThan(await pages(true));
  });
});
