/** Exhibits that go to the top of the next page, and space given to pages that end early: on lists of heights. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Orders, type Piece, withFloats } from '../../../src/render/pdf/pages/floats.js';
import { type Box, FORBIDDEN, FORCED, planPages } from '../../../src/render/pdf/pages/page-plan.js';
import { stretches } from '../../../src/render/pdf/pages/stretch.js';

interface Given {
  height: number;
  exhibit?: 'figure' | 'table';
  heading?: boolean;
  keep?: Piece['keep'];
  chapter?: boolean;
  gap?: number;
}

/** Blocks of one box each, ten points apart. */
function flow(given: readonly Given[]): { boxes: Box[]; pieces: Piece[] } {
  let y = 0;
  const boxes: Box[] = [];
  const pieces = given.map(({ height, exhibit, heading, keep, chapter, gap }, i): Piece => {
    const before = given[i - 1];
    const held = before?.heading || before?.keep === 'next' || keep === 'previous';
    boxes.push({
      top: y,
      bottom: y + height,
      penalty: chapter ? FORCED : held ? FORBIDDEN : 0,
      header: 0,
      ...(gap === undefined ? {} : { gap }),
    });
    y += height + 10;
    return {
      from: i,
      to: i + 1,
      top: y - height - 10,
      bottom: y,
      exhibit,
      keep: heading ? 'next' : keep,
      barrier: heading === true || chapter === true,
    };
  });
  return { boxes, pieces };
}

const orderOf = (given: readonly Given[], height: number): number[] => {
  const { boxes, pieces } = flow(given);
  return withFloats(boxes, pieces, height, height).order;
};

describe('an exhibit that would leave a hole', () => {
  const text: Given = { height: 90 };
  const map: Given = { height: 400, exhibit: 'figure' };

  it('goes to the top of the next page, and the text goes on', () => {
    expect(orderOf([text, text, text, map, text, text, { ...text, chapter: true }], 600)).toEqual([
      0, 1, 2, 4, 5, 3, 6,
    ]);
  });

  it('stays where the page holds it, and where nothing would be gained', () => {
    expect(orderOf([text, map, text, text], 600)).toEqual([0, 1, 2, 3]);
    expect(orderOf([text, text, text, map, { ...text, chapter: true }], 600)).toEqual([0, 1, 2, 3, 4]);
  });

  it('passes no heading, no exhibit of its own kind, and takes its quotation with it', () => {
    expect(orderOf([text, text, text, map, { height: 30, heading: true }, text, text, text], 600)[3]).toBe(3);
    expect(orderOf([text, text, text, map, { height: 150, exhibit: 'figure' }, text, text], 600).slice(3)).toEqual([
      5, 6, 3, 4,
    ]);
    expect(orderOf([text, text, text, map, { height: 150, exhibit: 'table' }, text, text], 600)[3]).toBe(4);
    expect(orderOf([text, text, text, map, { height: 30, keep: 'previous' }, text, text], 600)[3]).toBe(3);
  });

  it('goes with the table that follows it, when the text after both fills the page', () => {
    const both: Given[] = [text, text, text, map, { height: 320, exhibit: 'table' }, text, text, text];
    const order = orderOf(both, 600);
    expect(order.indexOf(5)).toBeLessThan(order.indexOf(3));
    expect(order.indexOf(4)).toBe(order.indexOf(3) + 1);
  });

  const block = fc.record({
    height: fc.integer({ min: 10, max: 450 }),
    exhibit: fc.constantFrom('figure' as const, 'table' as const, undefined),
    heading: fc.constantFrom(false, false, false, true),
    chapter: fc.constantFrom(false, false, false, false, true),
  });

  it('loses no block, keeps the order of each kind and of the text, and parts no heading from what follows', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 40 }), (drawn) => {
        const given = drawn.map(({ exhibit, ...one }): Given => (exhibit && !one.heading ? { ...one, exhibit } : one));
        const { boxes, pieces } = flow(given);
        const laid = withFloats(boxes, pieces, 600, 600);
        expect([...laid.order].sort((a, b) => a - b)).toEqual(given.map((_, i) => i));
        for (const kind of ['figure', 'table', undefined]) {
          const own = laid.order.filter((i) => given[i]?.exhibit === kind);
          expect(own).toEqual([...own].sort((a, b) => a - b));
        }
        const starts = planPages(laid.boxes, 600);
        for (const [rank, i] of laid.order.entries())
          if (rank > 0 && given[laid.order[rank - 1] ?? -1]?.heading && !given[i]?.chapter)
            expect(laid.boxes[rank]?.penalty).toBe(FORBIDDEN);
        for (const at of starts) expect(laid.boxes[at]).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });

  it('is found where it was, chapter by chapter, once a block further on is another', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 2, maxLength: 40 }), fc.nat(), (drawn, chance) => {
        const given = drawn.map(({ exhibit, ...one }): Given => (exhibit && !one.heading ? { ...one, exhibit } : one));
        const { boxes, pieces } = flow(given);
        const orders: Orders = new Map();
        expect(withFloats(boxes, pieces, 600, 500, orders)).toEqual(withFloats(boxes, pieces, 600, 500));
        // From a block on, all is lower; it opens a page no longer.
        const at = chance % given.length;
        const lower = boxes.map((box, i) =>
          i < at ? box : { ...box, top: box.top + 20, bottom: box.bottom + 20, ...(i === at ? { penalty: 0 } : {}) },
        );
        const moved = pieces.map((piece, i) =>
          i < at ? piece : { ...piece, top: piece.top + (i === at ? 0 : 20), bottom: piece.bottom + 20 },
        );
        expect(withFloats(lower, moved, 600, 500, orders)).toEqual(withFloats(lower, moved, 600, 500));
      }),
      { numRuns: 200 },
    );
  });
});

describe('space given to a page that ends early', () => {
  const block = fc.record({
    height: fc.integer({ min: 10, max: 300 }),
    gap: fc.integer({ min: 0, max: 20 }),
    chapter: fc.constantFrom(false, false, false, true),
  });

  it('never makes a page overflow, never takes more than the gaps can, and leaves alone the page before a chapter', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 40 }), (given) => {
        const { boxes } = flow(given);
        const starts = planPages(boxes, 600);
        const spaces = stretches(boxes, starts, 600);
        const pages = [0, ...starts.filter((at) => at > 0)];
        for (const [rank, at] of pages.entries()) {
          const end = pages[rank + 1] ?? boxes.length;
          const added = boxes.slice(at, end).map((_, k) => spaces.get(at + k) ?? 0);
          const used = (boxes[end - 1]?.bottom ?? 0) - (boxes[at]?.top ?? 0);
          for (const [k, more] of added.entries()) expect(more).toBeLessThanOrEqual(boxes[at + k]?.gap ?? 0);
          expect(added[0]).toBe(0);
          if (added.some((more) => more > 0)) {
            expect(used + added.reduce((sum, more) => sum + more, 0)).toBeLessThanOrEqual(600);
            expect([undefined, FORCED]).not.toContain(boxes[end]?.penalty);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
