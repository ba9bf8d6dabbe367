/** What every part of a Word document needs: its theme, its width, and the names of its bookmarks. */
import { convertInchesToTwip } from 'docx';
import type { Block } from '../../documents/tree.js';
import { A4, type Theme } from '../theme.js';

/** A twip is a twentieth of a point. */
export const twips = (points: number): number => Math.round(points * 20);
export const pixels = (points: number): number => Math.round((points * 4) / 3);
/** Word counts sizes of type in half points. */
export const halfPoints = (points: number): number => Math.round(points * 2);
export const colour = (hex: string): string => hex.replace('#', '').toUpperCase();

export const PAGE = { width: twips(A4.width), height: twips(A4.height), margin: convertInchesToTwip(0.9) };

export interface WordContext {
  theme: Theme;
  /** Width of the text, in points. */
  width: number;
  /** By id, the name of the bookmark of each heading and exhibit: Word takes letters, digits and 40 characters. */
  bookmarks: ReadonlyMap<string, string>;
  /** By id, the number of each table and figure. */
  numbers: ReadonlyMap<string, number>;
  /** The rank of each list in the document: Word counts on from one list to the next of the same rank. */
  lists: ReadonlyMap<Block, number>;
}

export const textWidth = (landscape: boolean): number =>
  ((landscape ? PAGE.height : PAGE.width) - 2 * PAGE.margin) / 20;

const listsWithin = (block: Block): Block[] => {
  if (block.type === 'callout' || block.type === 'quote') return block.children.flatMap(listsWithin);
  return block.type === 'list' ? [block, ...block.items.flat().flatMap(listsWithin)] : [];
};

/** The lists of the document, lists within lists too, in their order. */
export const listsOf = (blocks: readonly Block[]): Map<Block, number> =>
  new Map(blocks.flatMap(listsWithin).map((list, index) => [list, index + 1]));

/** The numbers of the tables and figures, those of boxes too. */
export const numbersOf = (blocks: readonly Block[]): Map<string, number> =>
  new Map(
    blocks.flatMap((block): [string, number][] => {
      if (block.type === 'callout' || block.type === 'quote') return [...numbersOf(block.children)];
      return block.type === 'table' || block.type === 'figure' ? [[block.id, block.number]] : [];
    }),
  );

/** A name for each id of the document, in its order. */
export function bookmarksOf(blocks: readonly Block[]): Map<string, string> {
  const ids = blocks.flatMap((block): string[] => {
    if (block.type === 'callout' || block.type === 'quote') return [...bookmarksOf(block.children).keys()];
    return 'id' in block ? [block.id] : [];
  });
  return new Map([...new Set(ids)].map((id, index) => [id, `renvoi_${index + 1}`]));
}
