/** Which chapters open a page, and which follow on: a chapter of a few lines does not waste one. */
import { plainText } from '../../../documents/markdown/inlines.js';
import { type Block, firstAnnex, laterAnnex } from '../../../documents/tree.js';

/** Characters under which a chapter is a few lines. */
const FEW_LINES = 600;

/** What takes the room of so many characters: the title of a section, the frame of a box, the caption, header and source of a table, a row of it. */
const ROOM = { title: 100, box: 150, table: 200, row: 80 } as const;

/** A table of more rows has a page to fill. */
const FEW_ROWS = 2;

/** Characters of running text, or as many as would take the same room; infinite for what fills a page. */
function lengthOf(block: Block): number {
  if (block.type === 'paragraph') return plainText(block.children).length;
  if (block.type === 'list') return block.items.flat().reduce((sum, one) => sum + lengthOf(one), 0);
  if (block.type === 'heading') return ROOM.title;
  if (block.type === 'callout') return ROOM.box + block.children.reduce((sum: number, one) => sum + lengthOf(one), 0);
  if (block.type === 'table' && block.exhibit.rows.length <= FEW_ROWS)
    return block.exhibit.rows.length === 0 ? 0 : ROOM.table + ROOM.row * block.exhibit.rows.length;
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
    // Annexes begin a page; one that is alone does as a chapter.
    const opens = firstAnnex(block) && (rank < chapters.length - 1 || !brief);
    const runsOn: boolean = index > 0 && !opens && (brief || briefOnTop || laterAnnex(block));
    if (runsOn) found.add(index);
    briefOnTop = brief && !runsOn;
  }
  return found;
}
