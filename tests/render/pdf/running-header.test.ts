/** The line above each page: the name of the study and that of the deliverable, neither broken where both hold. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { renderPdf } from '../../../src/render/pdf/index.js';
import { loadTheme } from '../../../src/render/theme.js';
import { pdfText } from '../../support/pdf-text.js';
import { temporaryFolder } from '../../support/temporary.js';
import { sample } from '../sample-tree.js';

it('gives each end its share of the line, so that the name of an internal edition is not broken', async () => {
  const deliverable = 'Diagnostic des besoins, des actions et des ressources, édition interne, à ne pas diffuser';
  const meta = { ...sample.meta, shortTitle: 'Atelier des pratiques vertueuses', deliverable };
  const file = join(await temporaryFolder(), 'a.pdf');
  const { bytes } = await renderPdf({ ...sample, meta }, await loadTheme(), { attachments: [], date: '2018-01-01' });
  await writeFile(file, bytes);
  const lines = pdfText(file, '-layout', '-f', '2', '-l', '2')
    .replace(/\u00a0/g, ' ')
    .split('\n');
  const whole = /^\s*Atelier des pratiques vertueuses\s{2,}Diagnostic .* à ne pas diffuser\s*$/;
  expect(lines.some((line) => whole.test(line))).toBe(true);
});
