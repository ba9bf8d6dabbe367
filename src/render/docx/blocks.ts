/** Blocks of the document as Word's paragraphs and tables, in named styles. */
import {
  Bookmark,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  PageBreak,
  Paragraph,
  ShadingType,
  TextRun,
} from 'docx';
import type { Block, Heading } from '../../documents/tree.js';
import { chaptersThatRunOn } from '../pdf/pages/chapters.js';
import { leadsOn } from '../pdf/pages/flow.js';
import { colour, twips, type WordContext } from './context.js';
import { afterTable, figureBlock, imageBlock, tableBlock } from './exhibits.js';
import { inlineRuns } from './runs.js';
import { INDENT } from './styles.js';

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/** How the paragraphs of a block are set: inside a box, a quotation, or an item of a list. */
export interface Setting {
  paragraph: Partial<IParagraphOptions>;
  /** Depth of lists around the block. */
  depth: number;
  /** Level of the heading under which it stands. */
  under: number;
  /** A chapter that need not open a page. */
  runsOn?: boolean;
}

const PLAIN: Setting = { paragraph: {}, depth: 0, under: 1 };

function headingBlock(heading: Heading, context: WordContext, { paragraph, runsOn }: Setting): Paragraph {
  const label = heading.number === undefined ? [] : [new TextRun({ text: `${heading.number}\u00a0\u00a0` })];
  const children = [...label, ...inlineRuns(heading.children, context)];
  const name = context.bookmarks.get(heading.id);
  return new Paragraph({
    heading: LEVELS[heading.level - 1] ?? HeadingLevel.HEADING_4,
    ...paragraph,
    ...(heading.level !== 1 ? {} : runsOn ? { spacing: { before: 480 } } : { pageBreakBefore: true }),
    children: name === undefined ? children : [new Bookmark({ id: name, children })],
  });
}

/** Its title is reached from one heading to the next as theirs are, and stands in no contents. */
function calloutBlock(
  block: Extract<Block, { type: 'callout' }>,
  context: WordContext,
  { under }: Setting,
): FileChild[] {
  const { bar, fill } = context.theme.callouts[block.kind];
  const paragraph: Partial<IParagraphOptions> = {
    shading: { type: ShadingType.CLEAR, fill: colour(fill) },
    border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: colour(bar) } },
  };
  const title = new Paragraph({
    ...paragraph,
    keepNext: true,
    // Counted from nought.
    outlineLevel: under,
    children: [new TextRun({ text: block.title, bold: true, color: colour(bar) })],
  });
  // Two boxes do not touch, nor a box and the text below it.
  return [
    title,
    ...block.children.flatMap((child, i) => {
      const kept = leadsOn(child) && i < block.children.length - 1 ? { ...paragraph, keepNext: true } : paragraph;
      return wordBlocks(child, context, { paragraph: kept, depth: 0, under: under + 1 });
    }),
    afterTable(),
  ];
}

function listBlock(
  block: Extract<Block, { type: 'list' }>,
  context: WordContext,
  { paragraph, depth, under }: Setting,
): FileChild[] {
  const level = Math.min(depth, 3);
  const instance = context.lists.get(block);
  const numbering = {
    reference: block.ordered ? 'numeros' : 'puces',
    level,
    ...(block.ordered && instance !== undefined ? { instance } : {}),
  };
  const indent = { left: twips(INDENT * (level + 1)) };
  return block.items.flatMap((item) =>
    item.flatMap((child, index) =>
      wordBlocks(child, context, {
        paragraph:
          index === 0 ? { ...paragraph, numbering } : child.type === 'paragraph' ? { ...paragraph, indent } : paragraph,
        depth: depth + 1,
        under,
      }),
    ),
  );
}

function wordBlocks(block: Block, context: WordContext, setting: Setting = PLAIN): FileChild[] {
  const { paragraph } = setting;
  switch (block.type) {
    case 'heading':
      return [headingBlock(block, context, setting)];
    case 'paragraph': {
      const style = block.style === 'lead' ? 'Chapeau' : block.style === 'small' ? 'Source' : undefined;
      return [
        new Paragraph({ ...(style ? { style } : {}), ...paragraph, children: inlineRuns(block.children, context) }),
      ];
    }
    case 'list':
      return listBlock(block, context, setting);
    case 'quote':
      return block.children.flatMap((child) =>
        wordBlocks(child, context, { ...setting, paragraph: { ...paragraph, style: 'Quote' } }),
      );
    case 'callout':
      return calloutBlock(block, context, setting);
    case 'definitions':
      return block.items.map(
        ({ term, children }) =>
          new Paragraph({
            ...paragraph,
            children: [
              ...inlineRuns(term, context, { bold: true }),
              new TextRun({ text: '\u00a0: ' }),
              ...inlineRuns(children, context),
            ],
          }),
      );
    case 'table':
      return tableBlock(block, context);
    case 'figure':
      return figureBlock(block, context);
    case 'image':
      return imageBlock(block, context);
    default:
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

/** A run of blocks. A break before a heading is the heading's own: one apart, after a page that is full, would leave an empty page. */
export function wordFlow(blocks: readonly Block[], context: WordContext): FileChild[] {
  let { under } = PLAIN;
  const onward = chaptersThatRunOn(blocks);
  return blocks.flatMap((block, i): FileChild[] => {
    const [before, after] = [blocks[i - 1], blocks[i + 1]];
    if (block.type === 'pageBreak' && after?.type === 'heading') return [];
    if (block.type === 'heading') under = block.level;
    const turned = block.type === 'heading' && before?.type === 'pageBreak';
    const paragraph = {
      ...(turned ? { pageBreakBefore: true } : {}),
      // What announces a list, or titles what follows, is not left at the foot of a page.
      ...(after !== undefined && leadsOn(block) ? { keepNext: true } : {}),
    };
    const made = wordBlocks(block, context, { ...PLAIN, under, paragraph, runsOn: onward.has(i) });
    const opens = after?.type === 'heading' && after.level === 1 && !onward.has(i + 1);
    // The blank that parts a box from what is below would be alone on a page that the box leaves full.
    return block.type === 'callout' && (after === undefined || opens) ? made.slice(0, -1) : made;
  });
}
