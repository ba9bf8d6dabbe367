/** Blocks of the document as nodes, each with the room that a heading before it must keep. */
import type { Block, FigureBlock, Heading } from '../../documents/tree.js';
import type { CalloutKind } from '../theme.js';
import type { Context, Node } from './definition.js';
import { inlineNodes } from './inline-nodes.js';
import { captionNode, sourceNode, tableNodes } from './table-nodes.js';

/** Nodes of a block, and the height in points that must hold on the page with the heading before it. */
export interface Laid {
  nodes: Node[];
  room: number;
}

const LINE = 14;

/** Rough number of characters in a line of text as wide as the page. */
const charactersIn = (width: number): number => width / 4.9;

const textLength = (nodes: readonly Node[]): number =>
  nodes.reduce((sum, { text }) => sum + (typeof text === 'string' ? text.length : Array.isArray(text) ? 60 : 0), 0);

export function headingNode(heading: Heading, context: Context, first: boolean): Node {
  const { sizes, colours } = context.theme;
  const { level, number } = heading;
  const runs = inlineNodes(heading.children, context, false);
  const label =
    number === undefined ? [] : [{ text: `${number}\u00a0\u00a0`, ...(level === 1 ? { color: colours.accent } : {}) }];
  const margins: Record<Heading['level'], [number, number, number, number]> = {
    1: [0, 0, 0, 14],
    2: [0, 16, 0, 6],
    3: [0, 12, 0, 4],
    4: [0, 8, 0, 3],
  };
  const plain = [...label, ...runs].map(({ text }) => (typeof text === 'string' ? text : '')).join('');
  return {
    struct: { type: `H${level}` },
    id: heading.id,
    text: [...label, ...runs],
    bold: true,
    fontSize: sizes[`h${level}`],
    lineHeight: 1.1,
    color: level === 1 ? colours.accent : colours.ink,
    margin: margins[level],
    ...(level === 1 && !first ? { pageBreak: 'before' as const } : {}),
    ...(level <= context.tocDepth
      ? {
          tocItem: true,
          tocMargin: [level === 1 ? 0 : 14, level === 1 ? 5 : 0, 0, 0] as [number, number, number, number],
          tocStyle: { fontSize: sizes.caption, bold: level === 1, color: colours.ink, lineHeight: 1.05 },
          tocNumberStyle: { fontSize: sizes.caption, bold: level === 1, color: colours.ink },
          outline: true,
          outlineText: plain.replace(/\u00a0\u00a0/g, ' '),
          outlineExpanded: false,
        }
      : {}),
  };
}

function figureLaid({ exhibit, number, id }: FigureBlock, context: Context): Laid {
  const { colours } = context.theme;
  const caption = captionNode('Figure', number, exhibit.title, id, context);
  const source = sourceNode(exhibit.source, context);
  if (exhibit.empty !== undefined || !exhibit.svg) {
    const empty: Node = { text: exhibit.empty ?? '', italics: true, color: colours.muted };
    return {
      nodes: [{ struct: { type: 'Sect' }, unbreakable: true, stack: [caption, empty], margin: [0, 0, 0, 12] }],
      room: 60,
    };
  }
  const width = Math.min(exhibit.width, context.width);
  const drawing: Node = { svg: exhibit.svg, width, struct: { type: 'Figure', alt: exhibit.alt }, margin: [0, 2, 0, 0] };
  return {
    nodes: [
      { struct: { type: 'Sect' }, unbreakable: true, stack: [caption, drawing, ...source], margin: [0, 2, 0, 12] },
    ],
    room: (exhibit.height * width) / exhibit.width + 70,
  };
}

/** Printed at 150 pixels an inch at least, and never higher than half a page. */
function imageLaid(
  { mime, base64, width, height, alt, credit }: Extract<Block, { type: 'image' }>,
  context: Context,
): Laid {
  const { sizes, colours } = context.theme;
  const natural = (width * 72) / 150;
  const wide = Math.min(context.width, natural, (360 * width) / height);
  const picture: Node = { image: `data:${mime};base64,${base64}`, width: wide, struct: { type: 'Figure', alt } };
  const line: Node = { text: credit, fontSize: sizes.small, color: colours.muted, margin: [0, 3, 0, 0] };
  return {
    nodes: [{ struct: { type: 'Sect' }, unbreakable: true, stack: [picture, line], margin: [0, 4, 0, 12] }],
    room: (height * wide) / width + 40,
  };
}

function calloutLaid(kind: CalloutKind, title: string, children: readonly Block[], context: Context): Laid {
  const { sizes, callouts } = context.theme;
  const { bar, fill } = callouts[kind];
  const inner: Context = { ...context, width: context.width - 27 };
  const content = children.flatMap((child) => blockLaid(child, inner).nodes);
  const heading: Node = { text: title, bold: true, color: bar, fontSize: sizes.body + 0.5, margin: [0, 0, 0, 4] };
  const lines = children.reduce((sum, child) => sum + linesOf(child, inner), 0);
  const height = (lines + 1) * LINE + 24;
  const layout = {
    hLineWidth: () => 0,
    vLineWidth: (i: number) => (i === 0 ? 3 : 0),
    vLineColor: () => bar,
    fillColor: () => fill,
    paddingLeft: () => 12,
    paddingRight: () => 12,
    paddingTop: () => 9,
    paddingBottom: () => 5,
  };
  const box: Node = {
    struct: { type: 'Sect' },
    table: { widths: ['*'], dontBreakRows: height < 500, body: [[{ stack: [heading, ...content] }]] },
    layout,
    margin: [1.5, 6, 0, 12],
  };
  return { nodes: [box], room: Math.min(height, 400) };
}

/** Rough number of lines of a block. */
function linesOf(block: Block, context: Context): number {
  switch (block.type) {
    case 'paragraph':
      return Math.ceil(Math.max(1, textOf(block.children)) / charactersIn(context.width)) + 0.6;
    case 'list':
      return block.items.reduce((sum, item) => sum + item.reduce((n, child) => n + linesOf(child, context), 0), 0);
    case 'callout':
    case 'quote':
      return block.children.reduce((sum, child) => sum + linesOf(child, context), 1);
    default:
      return 3;
  }
}

const textOf = (content: Extract<Block, { type: 'paragraph' }>['children']): number =>
  content.reduce((sum, inline) => {
    if (inline.type === 'text') return sum + inline.value.length;
    return sum + ('children' in inline ? textOf(inline.children) : 2);
  }, 0);

function listNode(block: Extract<Block, { type: 'list' }>, context: Context): Node {
  const items = block.items.map((item): Node => {
    const nodes = item.flatMap((child) => blockLaid(child, context).nodes);
    const [only] = nodes;
    if (nodes.length === 1 && only) return { ...only, margin: [0, 0, 0, 3] };
    return { stack: nodes };
  });
  const list = block.ordered ? { ol: items } : { ul: items };
  return { ...list, markerColor: context.theme.colours.accent, margin: [0, 0, 0, 6] };
}

export function blockLaid(block: Block, context: Context): Laid {
  const { sizes, colours } = context.theme;
  switch (block.type) {
    case 'heading':
      return { nodes: [headingNode(block, context, false)], room: 30 };
    case 'paragraph': {
      const text = inlineNodes(block.children, context);
      const style =
        block.style === 'lead'
          ? { fontSize: sizes.lead }
          : block.style === 'small'
            ? { fontSize: sizes.small, color: colours.muted }
            : {};
      if (textLength(text) === 0 && text.length === 0) return { nodes: [], room: 0 };
      return { nodes: [{ text, ...style, margin: [0, 0, 0, 7] }], room: 3 * LINE };
    }
    case 'list':
      return { nodes: [listNode(block, context)], room: 3 * LINE };
    case 'quote': {
      const inner: Context = { ...context, width: context.width - 24 };
      const stack = block.children.flatMap((child) => blockLaid(child, inner).nodes);
      return {
        nodes: [
          {
            struct: { type: 'BlockQuote' },
            unbreakable: true,
            color: colours.muted,
            stack: stack.map((node) => ({ ...node, margin: [16, 0, 8, 2] as [number, number, number, number] })),
            margin: [0, 2, 0, 8],
          },
        ],
        room: 3 * LINE,
      };
    }
    case 'callout':
      return calloutLaid(block.kind, block.title, block.children, context);
    case 'definitions':
      return {
        nodes: block.items.map(({ term, children }) => ({
          text: [
            ...inlineNodes(term, context, true, { bold: true }),
            { text: ' : ' },
            ...inlineNodes(children, context),
          ],
          margin: [0, 0, 0, 3] as [number, number, number, number],
        })),
        room: 3 * LINE,
      };
    case 'table':
      return tableNodes(block.exhibit, block.number, block.id, context);
    case 'figure':
      return figureLaid(block, context);
    case 'image':
      return imageLaid(block, context);
    default:
      return { nodes: [{ text: '', pageBreak: 'after', struct: 'Artifact' }], room: 0 };
  }
}
