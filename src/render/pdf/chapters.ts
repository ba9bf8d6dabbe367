/** Which chapters open a page, and which follow on: a chapter of a few lines does not waste one. */
import { plainText } from '../../documents/inlines.js';
import type { Block, Heading } from '../../documents/tree.js';

/** Characters under which a chapter without exhibit is a few lines. */
const FEW_LINES = 450;

/** Annexes begin a page together, then follow one another on it: they are short. */
const firstAnnex = ({ number }: Heading): boolean => number === 'A';
const laterAnnex = ({ number = '' }: Heading): boolean => /^[B-Z]$/.test(number);

/** Characters of running text; infinite for what takes room of its own. */
function lengthOf(block: Block): number {
  if (block.type === 'paragraph') return plainText(block.children).length;
  if (block.type === 'list') return block.items.flat().reduce((sum, one) => sum + lengthOf(one), 0);
  if (block.type === 'table') return block.exhibit.rows.length === 0 ? 0 : Number.POSITIVE_INFINITY;
  return Number.POSITIVE_INFINITY;
}

/**
 * Ranks of the headings of chapters that need not stand at the top of a page: brief ones, and the one after a brief chapter that opened its page.
 * A chapter that comes first opens a page whatever it holds.
 */
export function chaptersThatRunOn(blocks: readonly Block[]): ReadonlySet<number> {
  const chapters = blocks.flatMap((block, index) =>
    block.type === 'heading' && block.level === 1 ? [{ block, index }] : [],
  );
  const found = new Set<number>();
  let briefOnTop = false;
  for (const [rank, { block, index }] of chapters.entries()) {
    const content = blocks.slice(index + 1, chapters[rank + 1]?.index);
    const brief = content.reduce((sum, one) => sum + lengthOf(one), 0) < FEW_LINES;
    const runsOn: boolean = index > 0 && !firstAnnex(block) && (brief || briefOnTop || laterAnnex(block));
    if (runsOn) found.add(index);
    briefOnTop = brief && !runsOn;
  }
  return found;
}
