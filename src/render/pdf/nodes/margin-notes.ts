/** What a paragraph cites, told beside it: the reader need not turn to the list of references. */
import { plainText } from '../../../documents/markdown/inlines.js';
import { type Block, type Inline, REFERENCES_ID } from '../../../documents/tree.js';
import type { Context, Node } from '../definition.js';

/** Between the column of the text and that of its notes, in points. */
const GAP = 14;

/** Longest note, in characters. */
const LONGEST = 110;

/** The list of references of a document, by their number: without their addresses, which the list gives. */
export function referencesOf(blocks: readonly Block[]): Map<number, string> {
  const at = blocks.findIndex((block) => block.type === 'heading' && block.id === REFERENCES_ID);
  const list = blocks.slice(at + 1).find((block) => block.type === 'list');
  if (at < 0 || list?.type !== 'list') return new Map();
  return new Map(
    list.items.map((item, i): [number, string] => {
      const said = item.flatMap((block) => (block.type === 'paragraph' ? block.children : []));
      const text = plainText(said.filter((inline) => inline.type !== 'link' || inline.url === undefined));
      return [i + 1, text.replace(/https?:\S+/g, '').replace(/[\s,.;:]+$/, '')];
    }),
  );
}

/** « [5, p. 12] » as it stands in the text, and the number. */
function citations(content: readonly Inline[]): { number: number; label: string }[] {
  return content.flatMap((inline) => {
    if (inline.type === 'strong' || inline.type === 'emphasis') return citations(inline.children);
    if (inline.type !== 'link' || inline.target !== REFERENCES_ID) return [];
    const label = plainText(inline.children).replace(/^\[|\]$/g, '');
    const number = Number.parseInt(label, 10);
    return Number.isNaN(number) ? [] : [{ number, label }];
  });
}

const shorten = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')}…` : text;

/** The paragraph alone, or beside the references that it cites. `text`: its runs. */
export function withNotes(content: readonly Inline[], paragraph: Node, context: Context): Node {
  const { measure, references, theme } = context;
  if (measure === undefined) return paragraph;
  const told = new Map<number, Node>();
  for (const { number, label } of citations(content)) {
    const title = references.get(number);
    if (title !== undefined && !told.has(number))
      told.set(number, { text: [{ text: `${label}  `, bold: true }, { text: shorten(title) }], margin: [0, 2, 0, 2] });
  }
  const [left = 0, top = 0, , bottom = 0] = paragraph.margin ?? [];
  if (told.size === 0) return { ...paragraph, margin: [left, top, context.width - measure, bottom] };
  const { margin: _, ...body } = paragraph;
  const notes = [...told.values()].map((note) => ({
    ...note,
    fontSize: theme.sizes.small - 0.5,
    color: theme.colours.muted,
  }));
  return {
    beside: true,
    columns: [
      { ...body, width: measure },
      { stack: notes, width: '*' },
    ],
    columnGap: GAP,
    margin: [left, top, 0, bottom],
  };
}
