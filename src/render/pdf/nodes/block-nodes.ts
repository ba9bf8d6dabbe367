/** Blocks of the document as nodes of its pages. */
import type { Block, FigureBlock, Heading } from '../../../documents/tree.js';
import type { CalloutKind } from '../../theme.js';
import type { Context, Node } from '../definition.js';
import { exhibitNode } from './caption.js';
import { SECOND } from './contents.js';
import { inlineNodes } from './inline-nodes.js';
import { withNotes } from './margin-notes.js';
import { tableNodes } from './table-nodes.js';

type Margin = [number, number, number, number];

const MARGINS: Record<Heading['level'], Margin> = {
  1: [0, 0, 0, 14],
  2: [0, 16, 0, 6],
  3: [0, 12, 0, 4],
  4: [0, 8, 0, 3],
};

/** Above a chapter that follows another one on the page. */
export const BETWEEN_CHAPTERS = 30;

/** `runsOn`: a chapter's heading that need not stand at the top of a page. */
export function headingNode(heading: Heading, context: Context, runsOn = false): Node {
  const { sizes, colours } = context.theme;
  const { id, level, number } = heading;
  const runs = inlineNodes(heading.children, context, false);
  const label =
    number === undefined ? [] : [{ text: `${number}\u00a0\u00a0`, ...(level === 1 ? { color: colours.accent } : {}) }];
  const plain = [...label, ...runs].map(({ text }) => (typeof text === 'string' ? text : '')).join('');
  const parent = context.parents.get(id);
  const entry = {
    fontSize: context.denseContents ? sizes.small : sizes.caption,
    bold: level === 1,
    color: colours.ink,
  };
  return {
    struct: { type: `H${level}` },
    id,
    text: [...label, ...runs],
    bold: true,
    fontSize: sizes[`h${level}`],
    lineHeight: 1.1,
    color: level === 1 ? colours.accent : colours.ink,
    margin: runsOn ? [0, BETWEEN_CHAPTERS, 0, MARGINS[level][3]] : MARGINS[level],
    keep: 'next',
    ...(runsOn ? { chapter: true } : {}),
    ...(level <= context.tocDepth
      ? {
          tocItem: context.second.has(id) ? SECOND : true,
          tocMargin: (context.denseContents
            ? [level === 1 ? 0 : 14, level === 1 ? 0 : -3, 0, -3]
            : [level === 1 ? 0 : 14, level === 1 ? 5 : 0, 0, 0]) as Margin,
          tocStyle: { ...entry, lineHeight: context.denseContents ? 1 : 1.05 },
          tocNumberStyle: entry,
          outline: true,
          outlineText: plain.replace(/\u00a0\u00a0/g, ' '),
          outlineExpanded: false,
          ...(parent === undefined ? {} : { outlineParentId: parent }),
        }
      : {}),
  };
}

/** Room that a figure leaves on its page for its caption and its source, in points. */
const AROUND_FIGURE = 90;

function figureNode({ exhibit, number, id }: FigureBlock, context: Context): Node {
  const { colours } = context.theme;
  const label = { kind: 'Figure' as const, number, id };
  if (exhibit.empty !== undefined || !exhibit.svg) {
    const empty: Node = { text: exhibit.empty ?? '', italics: true, color: colours.muted };
    return exhibitNode(label, exhibit, empty, context);
  }
  const highest = context.height - AROUND_FIGURE;
  const scale = Math.min(1, context.width / exhibit.width, highest / exhibit.height);
  const drawing: Node = {
    svg: exhibit.svg,
    width: exhibit.width * scale,
    struct: { type: 'Figure', alt: exhibit.alt },
    margin: [0, 2, 0, 0],
  };
  return exhibitNode(label, exhibit, drawing, context);
}

/** Printed at 150 pixels an inch at least, and never higher than half a page. */
function imageNode(
  { mime, base64, width, height, alt, credit }: Extract<Block, { type: 'image' }>,
  context: Context,
): Node {
  const { sizes, colours } = context.theme;
  const natural = (width * 72) / 150;
  const wide = Math.min(context.width, natural, (360 * width) / height);
  const picture: Node = {
    image: `data:${mime};base64,${base64}`,
    width: wide,
    struct: { type: 'Figure', alt },
    keep: 'next',
  };
  const line: Node = { text: credit, fontSize: sizes.small, color: colours.muted, margin: [0, 3, 0, 0] };
  return { struct: { type: 'Sect' }, stack: [picture, line], margin: [0, 4, 0, 12] };
}

const BAR = 3;

function calloutNode(
  kind: CalloutKind,
  title: string,
  children: readonly Block[],
  context: Context,
  level: number,
): Node {
  const { sizes, callouts } = context.theme;
  const { bar, fill } = callouts[kind];
  const own = Math.min(6, level + 1) as 2 | 3 | 4 | 5 | 6;
  const content = children.flatMap((child) =>
    blockNodes(child, { ...context, width: context.width - 27, measure: undefined }, own),
  );
  const heading: Node = {
    struct: { type: `H${own}` },
    text: [{ text: title }, { text: ' (suite)', again: true }],
    bold: true,
    color: bar,
    fontSize: sizes.body + 0.5,
    margin: [0, 0, 0, 4],
  };
  const layout = {
    hLineWidth: () => 0,
    vLineWidth: (i: number) => (i === 0 ? BAR : 0),
    vLineColor: () => bar,
    fillColor: () => fill,
    paddingLeft: () => 12,
    paddingRight: () => 12,
    paddingTop: (i: number) => (i === 0 ? 9 : 0),
    paddingBottom: (i: number) => (i === 0 && content.length > 0 ? 0 : 5),
  };
  // A frame that goes on says again on its next page what it is.
  const body = content.length > 0 ? [[heading], [{ stack: content }]] : [[heading]];
  return {
    struct: { type: 'Sect' },
    table: { widths: ['*'], body, headerRows: body.length - 1 },
    layout,
    margin: [BAR / 2, 6, 0, 12],
  };
}

/** Space on the right of running text, in points. */
const beside = ({ width, measure }: Context): number => (measure === undefined ? 0 : width - measure);

function listNode(block: Extract<Block, { type: 'list' }>, context: Context, level: number): Node {
  const inner: Context = { ...context, width: context.width - beside(context), measure: undefined };
  const items = block.items.map((item): Node => {
    const nodes = item.flatMap((child) => blockNodes(child, inner, level));
    const [only] = nodes;
    if (nodes.length === 1 && only) return { ...only, margin: [0, 0, 0, 3] };
    return { stack: nodes };
  });
  const list = block.ordered ? { ol: items } : { ul: items };
  return { ...list, markerColor: context.theme.colours.accent, margin: [0, 0, beside(context), 6] };
}

/** `level`: that of the heading under which the block stands. */
export function blockNodes(
  block: Exclude<Block, { type: 'pageBreak' }> | Block,
  context: Context,
  level: number,
): Node[] {
  const { sizes, colours } = context.theme;
  switch (block.type) {
    case 'heading':
      return [headingNode(block, context)];
    case 'paragraph': {
      const text = inlineNodes(block.children, context);
      const style =
        block.style === 'lead'
          ? { fontSize: sizes.lead }
          : block.style === 'small'
            ? { fontSize: sizes.small, color: colours.muted }
            : {};
      return text.length === 0 ? [] : [withNotes(block.children, { text, ...style, margin: [0, 0, 0, 7] }, context)];
    }
    case 'list':
      return [listNode(block, context, level)];
    case 'quote': {
      const inner: Context = { ...context, width: context.width - beside(context) - 24, measure: undefined };
      const stack = block.children.flatMap((child) => blockNodes(child, inner, level));
      return [
        {
          struct: { type: 'BlockQuote' },
          keep: 'together',
          color: colours.muted,
          stack: stack.map((node) => ({ ...node, margin: [16, 0, 8, 2] as Margin })),
          margin: [0, 2, beside(context), 8],
        },
      ];
    }
    case 'callout':
      return [calloutNode(block.kind, block.title, block.children, context, level)];
    case 'definitions':
      return block.items.map(({ term, children }) => ({
        text: [...inlineNodes(term, context, true, { bold: true }), { text: ' : ' }, ...inlineNodes(children, context)],
        margin: [0, 0, beside(context), 3] as Margin,
      }));
    case 'table':
      return tableNodes(block, context);
    case 'figure':
      return [figureNode(block, context)];
    case 'image':
      return [imageNode(block, context)];
    default:
      return [];
  }
}
