/** What is gathered until the end of an object is what pdfkit would have written piece by piece. */
import { expect, it } from 'vitest';
import { gathered, type PdfReference } from '../../../src/render/pdf/tagging/reference.js';

/** As pdfkit's: a line a text, and the object is closed once. */
function object(): { content: PdfReference; bytes: () => string; ended: () => number } {
  let text = '';
  let ends = 0;
  const content: PdfReference = {
    data: {},
    write: (chunk) => {
      text += `${chunk}\n`;
    },
    end: () => {
      ends++;
    },
  };
  return { content, bytes: () => text, ended: () => ends };
}

const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `${i} w`);

it.each([[['q']], [['q', '1 0 0 1 0 0 cm', 'Q']], [[]], [many(500)], [many(1203)]])('texts, then the end', (texts) => {
  const [plain, kept] = [object(), object()];
  for (const { content } of [plain, kept]) content.write('BT');
  gathered(kept.content);
  for (const { content } of [plain, kept]) {
    for (const text of texts) content.write(text);
    content.end();
  }
  expect(kept.bytes()).toBe(plain.bytes());
  expect(kept.ended()).toBe(1);
});
