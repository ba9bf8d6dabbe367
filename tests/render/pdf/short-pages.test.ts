/** A chapter follows on where the page before it has room, and the document is a page shorter for it, or emptier by less. */
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../../src/render/pdf/pages/floats.js';
import { type Box, FORCED } from '../../../src/render/pdf/pages/page-plan.js';
import { planWithoutShortPages } from '../../../src/render/pdf/pages/short-pages.js';

/**
 * Chapters of so many lines of 10 points, a block a line, better cut where ten have filled a page; all but the first open a page, and may follow on
 * below 20 points.
 */
function chapters(...counts: number[]): { boxes: Box[]; pieces: Piece[] } {
  const lines = counts.flatMap((count, rank) => Array.from({ length: count }, (_, i) => i === 0 && rank > 0));
  return {
    boxes: lines.map((opens, i) => ({
      top: 10 * i,
      bottom: 10 * i + 10,
      penalty: opens ? FORCED : i === 10 ? 0 : 900,
      header: 0,
    })),
    pieces: lines.map((opens, i) => ({
      from: i,
      to: i + 1,
      top: 10 * i,
      bottom: 10 * i + 10,
      ...(opens ? { follows: 20, barrier: true } : {}),
    })),
  };
}

describe('a chapter after a page that has room', () => {
  it('follows on, below the space between chapters, where a page is saved', () => {
    const { ranks, laid, starts } = planWithoutShortPages(chapters(12, 5, 5), 100, 100);
    expect(ranks).toEqual([12]);
    expect(laid.boxes.slice(11, 14).map(({ top }) => top)).toEqual([110, 140, 150]);
    expect(laid.pieces[12]).toMatchObject({ top: 120, bottom: 150 });
    expect(starts).toEqual([10, 17]);
  });

  it('follows on where the document is as long, and a hole goes to its end', () => {
    // Two lines on a page, then nine: the nine fill the page, and four of them end the document.
    const { ranks, starts } = planWithoutShortPages(chapters(12, 9), 100, 100);
    expect([ranks, starts]).toEqual([[12], [10, 17]]);
  });

  it('keeps its page where what it would fill is little, or where one line alone would end the document', () => {
    expect(planWithoutShortPages(chapters(16, 9, 9), 100, 100).ranks).toEqual([]);
    expect(planWithoutShortPages(chapters(16, 4), 100, 100).ranks).toEqual([]);
    expect(planWithoutShortPages(chapters(14, 5), 100, 100).ranks).toEqual([]);
  });

  it('keeps its page after one that is full for two thirds', () => {
    expect(planWithoutShortPages(chapters(16, 2), 100, 100).ranks).toEqual([16]);
    expect(planWithoutShortPages(chapters(17, 1), 100, 100).ranks).toEqual([]);
    expect(planWithoutShortPages(chapters(2, 5), 100, 100).ranks).toEqual([]);
  });

  it('follows on a chapter of less than half a page too', () => {
    expect(planWithoutShortPages(chapters(17, 2, 5), 100, 100).ranks).toEqual([19]);
  });

  it('follows on where only the next one spares a page by it', () => {
    // Two lines on a page of their own, seven and two: the second leaves as many pages, the third one less.
    expect(planWithoutShortPages(chapters(12, 17, 12), 100, 100).ranks).toEqual([12, 29]);
  });

  it('keeps the page that was asked for', () => {
    const { boxes, pieces } = chapters(12, 5);
    const asked = pieces.map(({ follows: _follows, ...piece }): Piece => piece);
    const { ranks, starts } = planWithoutShortPages({ boxes, pieces: asked }, 100, 100);
    expect(ranks).toEqual([]);
    expect(starts).toEqual([10, 12]);
  });
});
