/** The file that a PDF carries, replaced in what was drawn before: the very bytes of a PDF drawn with it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attachment } from '../../../src/documents/tree.js';
import { renderPdf } from '../../../src/render/pdf/index.js';
import { withAttached } from '../../../src/render/pdf/tagging/attached.js';
import { loadTheme } from '../../../src/render/theme.js';
import { paragraph, sample } from '../sample-tree.js';

const theme = await loadTheme();
const draw = async (...contents: Uint8Array[]): Promise<Uint8Array> => {
  const attachments = contents.map(
    (bytes, i): Attachment => ({
      name: `etude-${i}.json`,
      description: 'Étude',
      mime: 'application/json',
      bytes,
      relationship: 'Source',
    }),
  );
  const tree = { ...sample, body: [paragraph('Une page.')] };
  return (await renderPdf(tree, theme, { attachments, date: '2018-02-15' })).bytes;
};
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a PDF drawn before', () => {
  it('is the one that would be drawn, whatever it carried and carries', async () => {
    const first = await draw(bytesOf('{"id":"essai"}'));
    const content = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 3000 }),
      fc
        .constantFrom('/Type /EmbeddedFile', 'endstream\nendobj\n', 'startxref\n0\n%%EOF\n', '$& /Size 3\n')
        .map(bytesOf),
    );
    await fc.assert(
      fc.asyncProperty(content, async (bytes) => {
        const drawn = await draw(bytes);
        expect(Buffer.compare(withAttached(first, bytes) ?? bytesOf(''), drawn)).toBe(0);
        expect(Buffer.compare(withAttached(drawn, bytesOf('{"id":"essai"}')) ?? bytesOf(''), first)).toBe(0);
      }),
      { numRuns: 8, seed: 3 },
    );
  });

  it('is drawn again when it is not known where its file stands', async () => {
    const whole = await draw(bytesOf('un'));
    for (const other of [
      await draw(),
      await draw(bytesOf('un'), bytesOf('deux')),
      whole.subarray(0, -1),
      Buffer.from(Buffer.from(whole).toString('latin1').replace('/CheckSum', '/CheckSun'), 'latin1'),
      bytesOf('rien'),
    ])
      expect(withAttached(other, bytesOf('trois'))).toBeNull();
  });
});
