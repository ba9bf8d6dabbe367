import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBox,
  addFrame,
  addLines,
  addRows,
  insidePenalty,
  recorder,
} from '../../../src/render/pdf/pages/flow-record.js';
import {
  type Box,
  cheapestCut,
  FORBIDDEN,
  FORCED,
  holeCost,
  planPages,
} from '../../../src/render/pdf/pages/page-plan.js';

/** Boxes one under the other, from their heights. */
function boxes(...given: (number | ({ height: number } & Partial<Box>))[]): Box[] {
  let y = 0;
  return given.map((one) => {
    const { height, ...rest } = typeof one === 'number' ? { height: one } : one;
    const top = y;
    y += height;
    return { top, bottom: y, penalty: 0, header: 0, ...rest };
  });
}
const lines = (count: number, rest: Partial<Box> = {}) =>
  Array.from({ length: count }, () => ({ height: 10, ...rest }));

describe('pages planned over a list of heights', () => {
  it('are filled one after the other where nothing forbids it', () => {
    expect(planPages(boxes(...lines(25)), 100)).toEqual([10, 20]);
    expect(planPages(boxes(), 100)).toEqual([]);
    expect(planPages(boxes(30), 100)).toEqual([]);
  });

  it('never part a heading from what follows, however many follow each other', () => {
    const kept = { height: 10, penalty: FORBIDDEN };
    expect(planPages(boxes(...lines(8), 10, kept, kept, ...lines(3)), 100)).toEqual([8]);
  });

  it('turn where they must, and a short page before a chapter costs nothing', () => {
    expect(planPages(boxes(...lines(3), { height: 10, penalty: FORCED }, ...lines(4)), 100)).toEqual([3]);
  });

  it('leave a larger hole before a chapter that follows on than before a section', () => {
    const plan = (opens: 'chapter' | undefined) =>
      planPages(
        boxes(...lines(6), { height: 10, opens }, ...lines(3, { penalty: 300 }), ...lines(6, { penalty: 300 })),
        100,
      );
    expect([plan('chapter'), plan(undefined)]).toEqual([[6], [10]]);
  });

  it('leave a small hole rather than a line alone, but not half a page', () => {
    const widow = { height: 10, penalty: 150 };
    expect(planPages(boxes(...lines(10), widow, ...lines(8)), 100)).toEqual([9]);
    expect(planPages(boxes(...lines(5), ...lines(5, { penalty: 150 }), widow, ...lines(8)), 100)).toEqual([10]);
  });

  it('leave a hole between two paragraphs rather than in the middle of one, which is cut only at the foot of a page', () => {
    const line = { height: 10, penalty: 40, line: true };
    const table = { height: 50, penalty: 320 };
    // Six lines, the table that they lead to, and no room for it: the page ends before the table, not two lines earlier.
    expect(planPages(boxes(10, ...Array.from({ length: 5 }, () => line), table), 100)).toEqual([6]);
    expect(planPages(boxes(10, ...Array.from({ length: 14 }, () => line)), 100)).toEqual([10]);
  });

  it('see several pages ahead: a figure that would leave a hole is led up to by shorter pages', () => {
    const plan = planPages(boxes(...lines(18), 95, ...lines(5)), 100);
    expect(plan).toContain(18);
    expect(plan[0]).toBeGreaterThanOrEqual(8);
  });

  it('pull a row back rather than leave it alone before the next chapter', () => {
    expect(planPages(boxes(...lines(11, { penalty: 30 }), { height: 10, penalty: FORCED }), 100)[0]).toBeLessThan(10);
  });

  it('count the header that a table draws again', () => {
    const rows = lines(20, { header: 20 });
    expect(planPages(boxes(20, ...rows), 100)).toEqual([9, 17]);
  });

  it('go on below what stands on the page, or turn at once when nothing holds there', () => {
    expect(planPages(boxes(...lines(12)), 100, 45)).toEqual([4]);
    expect(planPages(boxes(50, 30), 100, 45)).toEqual([0]);
  });

  it('cut slices only where a page is full, and hold what is taller than a page', () => {
    expect(planPages(boxes(10, ...lines(22, { slice: true }), 10), 100)).toEqual([10, 20]);
    expect(planPages(boxes(10, 250, 10), 100)).toEqual([1, 2]);
  });

  it('overflow no page and lose no box, whatever the list', () => {
    const box = fc.record({
      height: fc.integer({ min: 1, max: 60 }),
      penalty: fc.constantFrom(0, 30, 400, FORBIDDEN, FORCED),
      header: fc.constantFrom(0, 15),
    });
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 100 }), (given, first) => {
        const list = boxes(...given);
        const starts = planPages(list, 100, first);
        for (const [index, forced] of list.entries())
          if (index > 0 && forced.penalty === FORCED) expect(starts).toContain(index);
        const pages = [0, ...starts.filter((at) => at > 0)];
        for (const [rank, at] of pages.entries()) {
          const last = list[(pages[rank + 1] ?? list.length) - 1];
          const opening = list[at];
          if (!last || !opening) throw new Error('a page without a box');
          const begun = rank === 0 && starts[0] !== 0;
          const room = begun && opening.penalty !== FORCED ? first : 100;
          expect(last.bottom - opening.top + (rank === 0 ? 0 : opening.header)).toBeLessThanOrEqual(room + 0.5);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keep a table of a few rows whole, and cut a long one', () => {
    const planned = (rows: number): number[] => {
      const record = recorder(700);
      for (let y = 0; y < 400; y += 10) addBox(record, y, y + 10, 30);
      // What introduces the table goes with it: a hole of 43 % of the page.
      addBox(record, 400, 600, 30);
      record.holds = true;
      const tops = Array.from({ length: rows }, (_, k) => 600 + 25 * k);
      addRows(record, { tops, bottom: 600 + 25 * rows, headers: 1, isHeading: () => false });
      return planPages(record.boxes, 700);
    };
    expect(planned(4)).toEqual([]);
    expect(planned(6)).toEqual([40]);
    expect(planned(12).some((at) => at > 41)).toBe(true);
  });

  it('never leave a caption alone at the foot of a page, above a table or a figure, whatever stands above', () => {
    for (let above = 0; above <= 690; above += 5)
      for (const rows of [1, 3, 12, 40]) {
        const record = recorder(700);
        for (let y = 0; y < above; y += 5) addBox(record, y, y + 5, 30);
        const caption = addBox(record, above, above + 24, 30);
        record.holds = true;
        const top = above + 24;
        const tops = Array.from({ length: rows + 1 }, (_, k) => top + 25 * k);
        if (rows === 1) addBox(record, top, top + 300, 30);
        else addRows(record, { tops, bottom: top + 25 * (rows + 1), headers: 1, isHeading: () => false });
        expect(planPages(record.boxes, 700), `${above} ${rows}`).not.toContain(caption + 1);
      }
  });

  it('never part one row from the others, whatever stands above, below and in groups, unless it takes a third of a page', () => {
    const row = fc.record({ height: fc.integer({ min: 12, max: 150 }), heads: fc.boolean() });
    let judged = 0;
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 30 }), fc.integer({ min: 0, max: 65 }), (given, before) => {
        // No heading is last, nor follows another.
        const rows = given.map((one, k) => ({
          ...one,
          heads: one.heads && k < given.length - 1 && !given[k - 1]?.heads && k % 3 === 0,
        }));
        const record = recorder(700);
        for (let y = 0; y < before; y++) addBox(record, y * 10, y * 10 + 10, 30);
        let y = before * 10;
        const tops = [30, ...rows.map(({ height }) => height)].map((height) => {
          y += height;
          return y - height;
        });
        const isHeading = (k: number): boolean => rows[k - 1]?.heads === true;
        const boxes = addRows(record, { tops, bottom: y, headers: 1, isHeading });
        const first = boxes[0] ?? 0;
        for (const at of planPages(record.boxes, 700).filter((box) => box > first)) {
          const k = at - first;
          const sides = [
            { body: rows.slice(0, k - 1), height: (tops[k] ?? y) - (tops[1] ?? 0) },
            { body: rows.slice(k - 1), height: y - (tops[k] ?? y) },
          ];
          for (const { body, height } of sides)
            if (height <= 700 / 3) {
              judged++;
              expect(body.filter(({ heads }) => !heads).length).toBeGreaterThan(1);
            }
        }
      }),
      { numRuns: 200 },
    );
    expect(judged).toBeGreaterThan(20);
  });

  it('turn the page rather than begin a table of which two rows hold, below its group', () => {
    const record = recorder(700);
    for (let y = 0; y < 550; y += 10) addBox(record, y, y + 10, 30);
    // A header, the heading of a group, then two rows hold on the page.
    const tops = Array.from({ length: 13 }, (_, k) => 550 + 35 * k);
    const rows = addRows(record, { tops, bottom: 550 + 35 * 13, headers: 1, isHeading: (row) => row === 1 });
    const starts = planPages(record.boxes, 700);
    expect(starts).toContain(rows[0]);
  });

  it('cut a tall frame between lines, never inside a word, below its title nor beside a lonely line', () => {
    // Paragraphs of 1, 2, 5 and 4 lines, every second line of which begins inside a word.
    const counts = [1, 2, 5, 4];
    for (let above = 0; above <= 30; above++) {
      const record = recorder(300);
      for (let y = 0; y < above; y++) addBox(record, y * 10, y * 10 + 10, 30);
      let y = above * 10;
      const top = y;
      const rows: { paragraph: number; line: number; of: number; inWord: boolean }[] = [];
      const paragraphs = counts.map((count, paragraph) => {
        const lines = Array.from({ length: count }, (_, line) => {
          rows.push({ paragraph, line, of: count, inWord: line % 2 === 1 });
          y += 12;
          return { top: y - 12, inWord: line % 2 === 1 };
        });
        return { lines, bottom: y };
      });
      const firsts = addFrame(record, { top, bottom: y + 5, header: 12, paragraphs });
      expect(firsts.map((at) => at - above)).toEqual([0, 1, 3, 8]);
      // Its title stands again at the top of the next page.
      expect(record.boxes.slice(above).map(({ header }) => header)).toEqual([0, ...Array<number>(11).fill(12)]);
      for (const at of planPages(record.boxes, 300).filter((box) => box > above)) {
        const row = rows[at - above];
        expect([row?.inWord, row?.paragraph === 1 && row.line === 0]).toEqual([false, false]);
        if (row && row.line > 0) expect(Math.min(row.line, row.of - row.line)).toBeGreaterThan(1);
      }
    }
  });

  it('promise no room that the page lacks, be it a fifth of a point', () => {
    const held = { height: 10.2, penalty: FORBIDDEN };
    expect(planPages(boxes(...lines(9), held), 100)).not.toEqual([]);
    expect(planPages(boxes(...lines(9), { ...held, height: 10 }), 100)).toEqual([]);
  });

  it('do not end inside a word where the line before ends a word', () => {
    const record = recorder(100);
    const lines = Array.from({ length: 18 }, (_, k) => ({ top: k * 10, inWord: k === 10 }));
    addLines(record, lines, 180);
    expect(planPages(record.boxes, 100)[0]).toBe(9);
  });

  it('leave more than a third of the last page before a chapter filled, when a page before can give', () => {
    const planned = planPages(boxes(...lines(38, { penalty: 30 }), { height: 10, penalty: FORCED }), 300);
    expect(38 - (planned[0] ?? 0)).toBeGreaterThanOrEqual(10);
  });

  it('cut a paragraph below what stands beside it', () => {
    const record = recorder(100);
    for (let y = 0; y < 50; y += 10) addBox(record, y, y + 10, 30);
    const lines = Array.from({ length: 9 }, (_, k) => ({ top: 50 + k * 10, inWord: false }));
    addLines(record, lines, 140, 75);
    for (const [k, box] of record.boxes.slice(6).entries()) expect(box.penalty >= FORBIDDEN).toBe(k < 2);
  });

  it('do not part the source of a table, nor leave it: rows go with it to the next page', () => {
    const record = recorder(100);
    addRows(record, { tops: [0, 10, 20, 30, 40, 50, 60, 70], bottom: 80, headers: 1, isHeading: () => false });
    Object.assign(record, { holds: true, inside: insidePenalty('previous'), pending: -insidePenalty('previous') });
    addLines(
      record,
      [80, 85, 90, 95, 100, 105].map((top) => ({ top, inWord: false })),
      110,
    );
    expect(planPages(record.boxes, 100)).toEqual([5]);
  });

  it('count as filled what the gaps of a page can take', () => {
    const text = (gap: number) => [...lines(7), { height: 10, gap }, { height: 60, penalty: 30 }, ...lines(4)];
    const [tight] = [cheapestCut(boxes(...text(0)), 100)];
    expect(cheapestCut(boxes(...text(20)), 100).total).toBeLessThan(tight.total);
  });

  it('take no more pages than they need where the holes are alike', () => {
    // Ten blocks of which five fill nine tenths of a page: two pages, not three looser ones.
    const blocks = Array.from({ length: 10 }, () => ({ height: 18, gap: 7 }));
    expect(planPages(boxes(...blocks, { height: 10, penalty: FORCED }), 100)).toEqual([5, 10]);
  });

  it('prefer many small holes to a large one', () => {
    expect(4 * holeCost(0.2)).toBeLessThan(holeCost(0.5));
    expect(holeCost(0.7)).toBeGreaterThan(holeCost(0.5) + 900);
  });
});
