/** A cover holds what a study says, however long: reckoned places, then one drawn. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentTree } from '../../../src/documents/tree.js';
import { renderPdf } from '../../../src/render/pdf/index.js';
import { type CoverText, coverPlan } from '../../../src/render/pdf/nodes/cover-plan.js';
import { A4, loadTheme } from '../../../src/render/theme.js';
import { pdfText } from '../../support/pdf-text.js';
import { temporaryFolder } from '../../support/temporary.js';
import { sample } from '../sample-tree.js';

const frame = {
  width: A4.width - 113,
  marginTop: 68,
  marginBottom: 62,
  sizes: { lead: 11.5, body: 10, small: 8.5 },
};

const words = (most: number) =>
  fc
    .array(fc.constantFrom('Étude', 'de', 'faisabilité', 'communauté', 'intercommunalité', 'et', 'accompagnement'), {
      minLength: 1,
      maxLength: 60,
    })
    .map((list) => list.join(' ').slice(0, most).trim());

const text: fc.Arbitrary<CoverText> = fc.record({
  phase: words(60),
  deliverable: words(120),
  title: words(200),
  said: fc.array(words(110), { minLength: 3, maxLength: 10 }),
  notices: fc.array(words(300), { maxLength: 3 }),
  contents: fc.constant(0),
  logos: fc.constantFrom(0, 42),
});

describe('places of a cover', () => {
  it('never overlap nor leave the page: a title of 200 characters, 8 partners, 6 logos', () => {
    fc.assert(
      fc.property(text, (given) => {
        const plan = coverPlan(given, frame);
        expect(plan.holds).toBe(true);
        const { phase, deliverable, title, said, notices } = plan;
        expect(phase.top).toBeGreaterThanOrEqual(frame.marginTop);
        const blocks = [phase, deliverable, title, { top: plan.band, height: 0 }, said, notices];
        for (const [i, block] of blocks.entries()) {
          const next = blocks[i + 1];
          if (next) expect(block.top + block.height).toBeLessThanOrEqual(next.top + 0.01);
        }
        const foot = given.logos > 0 ? plan.logosFoot - given.logos : A4.height - frame.marginBottom;
        expect(notices.top + notices.height).toBeLessThanOrEqual(foot + 0.01);
      }),
      { numRuns: 300 },
    );
  });

  it('are drawn as they are reckoned: no word of one block stands among those of another', async () => {
    const folder = await temporaryFolder();
    const tree: DocumentTree = {
      ...sample,
      front: [],
      meta: {
        ...sample.meta,
        deliverable: 'LIVRABLE '.repeat(13).trim(),
        title: 'TITRE '.repeat(33).trim(),
        parties: Array.from({ length: 8 }, (_, i): [string, string] => [
          `Partenaire ${i + 1}`,
          'PARTIE '.repeat(14).trim(),
        ]),
        notices: ['MENTION '.repeat(36).trim(), 'MENTION '.repeat(30).trim()],
      },
    };
    const { bytes } = await renderPdf(tree, await loadTheme(), { attachments: [], date: '2018-02-15' });
    const file = join(folder, 'couverture.pdf');
    await writeFile(file, bytes);
    const xml = pdfText(file, '-bbox', '-l', '1');
    const edges = new Map<string, { top: number; bottom: number }>();
    for (const [, top, bottom, word = ''] of xml.matchAll(
      /yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([A-Z]{5,})</g,
    )) {
      const known = edges.get(word) ?? { top: Number.POSITIVE_INFINITY, bottom: 0 };
      edges.set(word, { top: Math.min(known.top, Number(top)), bottom: Math.max(known.bottom, Number(bottom)) });
    }
    // What is laid below the margin of a page would be lost.
    expect(xml.match(/>MENTION</g)).toHaveLength(66);
    expect(xml.match(/>PARTIE</g)).toHaveLength(112);
    const order = ['LIVRABLE', 'TITRE', 'PARTIE', 'MENTION'].map((word) => edges.get(word));
    for (const [i, block] of order.entries()) {
      const next = order[i + 1];
      expect(block).toBeDefined();
      // The box of a line is a little taller than its line.
      if (block && next) expect(block.bottom).toBeLessThanOrEqual(next.top + 4);
    }
    expect(order.at(-1)?.bottom).toBeLessThan(A4.height);
  });
});
