/** Figures in a PDF, whose sizes are read and written in their first tag where the program drew them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { FigureBlock } from '../../../src/documents/tree.js';
import { renderPdf } from '../../../src/render/pdf/index.js';
import { loadTheme } from '../../../src/render/theme.js';
import { pdfText } from '../../support/pdf-text.js';
import { temporaryFolder } from '../../support/temporary.js';
import { sample } from '../sample-tree.js';

const SIZE = { width: 900, height: 300 };
const DRAWN = `<rect x="0" y="5" width="120" height="20" fill="#1f5c4d"/><g><text x="450" y="40" font-size="9">Largeur &amp; hauteur</text></g></svg>`;
const XMLNS = 'xmlns="http://www.w3.org/2000/svg"';
const VIEW = 'viewBox="0 0 900 300" font-family="Sans"';

const figure = (svg: string): FigureBlock => ({
  type: 'figure',
  id: 'f',
  number: 1,
  exhibit: {
    kind: 'figure',
    name: 'f',
    title: 'Une figure plus large que la page',
    svg,
    ...SIZE,
    alt: 'Un rectangle.',
    data: { kind: 'table', name: 'd', title: 'Données', columns: [], rows: [], empty: 'Rien.' },
  },
});

it('is drawn to the width of the page whatever the order in which its drawing says its size', async () => {
  const theme = await loadTheme();
  const drawn = async (svg: string): Promise<Uint8Array> => {
    const tree = { ...sample, front: [], body: [figure(svg)] };
    return (await renderPdf(tree, theme, { attachments: [], date: '2018-02-15' })).bytes;
  };
  const own = await drawn(`<svg ${XMLNS} width="900" height="300" ${VIEW}>${DRAWN}`);
  const others = await drawn(`<svg ${XMLNS} ${VIEW} height="300" width="900">${DRAWN}`);
  expect(Buffer.from(own).equals(others)).toBe(true);
  const file = join(await temporaryFolder(), 'figure.pdf');
  await writeFile(file, own);
  expect(pdfText(file)).toContain('Largeur & hauteur');
});
