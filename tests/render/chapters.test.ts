/** Chapters of a few lines share a page; the others open one. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/documents/tree.js';
import { chaptersThatRunOn } from '../../src/render/pdf/chapters.js';

const chapter = (number: string): Block => ({
  type: 'heading',
  level: 1,
  id: `c${number}`,
  number,
  children: [{ type: 'text', value: `Chapitre ${number}` }],
});
const words = (count: number): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', value: 'mot '.repeat(count) }],
});
const brief = words(10);
const long = words(400);
const runsOn = (...blocks: Block[]): string[] =>
  [...chaptersThatRunOn(blocks)].flatMap((index) => {
    const block = blocks[index];
    return block?.type === 'heading' ? [block.number ?? ''] : [];
  });

describe('chapters', () => {
  it('open a page each when they have something to fill it', () => {
    expect(runsOn(chapter('1'), long, chapter('2'), long, chapter('A'), long)).toEqual([]);
  });

  it('of a few lines follow the one before, and the next opens its page', () => {
    expect(runsOn(chapter('1'), long, chapter('2'), brief, chapter('3'), long)).toEqual(['2']);
  });

  it('the one after a brief chapter that opens the document follows it', () => {
    expect(runsOn(chapter('1'), brief, chapter('2'), long, chapter('3'), long)).toEqual(['2']);
  });

  it('several brief ones share a page, and an empty list of points is brief', () => {
    const list: Block = { type: 'list', ordered: false, items: [[words(3)]] };
    expect(runsOn(chapter('1'), brief, chapter('2'), list, chapter('3'), brief)).toEqual(['2', '3']);
  });

  it('annexes after the first follow one another', () => {
    expect(runsOn(chapter('8'), long, chapter('A'), long, chapter('B'), long, chapter('C'), long)).toEqual(['B', 'C']);
  });
});
