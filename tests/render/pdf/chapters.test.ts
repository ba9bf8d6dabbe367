/** Chapters of a few lines share a page; the others open one. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/documents/tree.js';
import { chaptersThatRunOn } from '../../../src/render/pdf/pages/chapters.js';

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

  it('sections of a line each, a short box, a table of a row make a brief chapter; a figure does not', () => {
    const section: Block = { ...chapter('3.1'), level: 2 } as Block;
    const box: Block = { type: 'callout', kind: 'limite', title: 'À savoir', children: [brief] } as Block;
    const table = (rows: number): Block =>
      ({
        type: 'table',
        id: 't',
        number: 1,
        exhibit: { kind: 'table', name: 't', title: 'T', columns: [], rows: Array(rows).fill({}), empty: '' },
      }) as unknown as Block;
    const empty = [chapter('1'), long, chapter('2')];
    expect(runsOn(...empty, section, brief, section, brief)).toEqual(['2']);
    expect(runsOn(...empty, section, brief, box)).toEqual(['2']);
    expect(runsOn(...empty, section, table(1))).toEqual(['2']);
    expect(runsOn(...empty, section, table(9))).toEqual([]);
    expect(runsOn(...empty, { type: 'figure' } as Block)).toEqual([]);
  });

  it('annexes after the first follow one another', () => {
    expect(runsOn(chapter('8'), long, chapter('A'), long, chapter('B'), long, chapter('C'), long)).toEqual(['B', 'C']);
    expect(runsOn(chapter('8'), long, chapter('A'), brief, chapter('B'), brief)).toEqual(['B']);
  });

  it('an annex of a few lines that is alone does not take a page', () => {
    expect(runsOn(chapter('8'), long, chapter('A'), brief)).toEqual(['A']);
  });
});
