/** A document in Word says what it says as a PDF: nothing lost, nothing added. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DocumentTree } from '../../../src/documents/tree.js';
import { renderDocx } from '../../../src/render/docx/index.js';
import { renderPdf } from '../../../src/render/pdf/index.js';
import { loadTheme } from '../../../src/render/theme.js';
import { composee } from '../../support/composed.js';
import { motsPropres } from '../../support/office/memes-mots.js';
import { pdfText } from '../../support/pdf-text.js';
import { temporaryFolder } from '../../support/temporary.js';
import { sample } from '../sample-tree.js';

const DATE = '2018-02-15';

/** Words that only one of the two has; those drawn in the figures apart, which Word has in pictures. */
async function propres(tree: DocumentTree): Promise<{ word: string[]; pdf: string[] }> {
  const theme = await loadTheme();
  const archive = await renderDocx(tree, theme, DATE);
  const file = join(await temporaryFolder(), 'document.pdf');
  await writeFile(file, (await renderPdf(tree, theme, { attachments: [], date: DATE })).bytes);
  const drawn = [...tree.front, ...tree.body].flatMap((one) => (one.type === 'figure' ? [one.exhibit.svg] : []));
  const { word, pdf } = motsPropres(archive, pdfText(file, '-raw'));
  return { word, pdf: pdf.filter((one) => !drawn.join(' ').includes(one)) };
}

/** Across the pages of a draft in the PDF, whose cover and feet say it in both: its letters, one a line. */
const PROJET = [...'PROJET'];

it('every kind of block has the same words in both', async () => {
  const { word, pdf } = await propres(sample);
  expect(word).toEqual([]);
  expect(pdf.filter((one) => !PROJET.includes(one))).toEqual([]);
});

it.each(['mode-operatoire', 'copil'] as const)('so has the deliverable %s', async (name) => {
  const composed = await composee('modeles/exemple', name);
  const trees = composed?.produced.map(({ tree }) => tree) ?? [];
  expect(trees.length).toBeGreaterThan(0);
  for (const tree of trees) {
    const { word, pdf } = await propres(tree);
    expect(word).toEqual([]);
    expect(pdf.filter((one) => !PROJET.includes(one))).toEqual([]);
  }
});
