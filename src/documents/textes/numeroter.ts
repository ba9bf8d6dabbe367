/** The numbers of the references, in the order in which a reader meets them, whatever the order in which the texts were filled. */
import type { Draft } from '../markdown/markdown.js';
import { type Inline, REFERENCES_ID } from '../tree.js';

/** « [4] » and « [4, p. 12] »: what a citation shows. */
const NUMERO = /^\[(\d+)(?=[\],])/;

/** What a citation shows, with the number that `de` gives for its own. */
function citation(inline: Inline, de: (number: number) => number): Inline {
  if (inline.type !== 'link' || inline.target !== REFERENCES_ID) return inline;
  const [first, ...rest] = inline.children;
  if (first?.type !== 'text') return inline;
  const value = first.value.replace(NUMERO, (_, number: string) => `[${de(Number(number))}`);
  return { ...inline, children: [{ ...first, value }, ...rest] };
}

const inlines = (given: readonly Inline[], de: (number: number) => number): Inline[] =>
  given.map((one) =>
    one.type === 'strong' || one.type === 'emphasis'
      ? { ...one, children: inlines(one.children, de) }
      : citation(one, de),
  );

function bloc(block: Draft, de: (number: number) => number): Draft {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return { ...block, children: inlines(block.children, de) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((one) => bloc(one as Draft, de))) } as Draft;
    case 'quote':
    case 'callout':
      return { ...block, children: block.children.map((one) => bloc(one as Draft, de)) } as Draft;
    case 'definitions':
      return {
        ...block,
        items: block.items.map(({ term, children }) => ({ term: inlines(term, de), children: inlines(children, de) })),
      };
    default:
      return block;
  }
}

/** The parts of a document with their references numbered from 1 as they come, and the old numbers in that order. */
export function renumeroter(parts: readonly (readonly Draft[])[]): { parts: Draft[][]; ordre: number[] } {
  const ordre: number[] = [];
  const de = (number: number): number => {
    if (!ordre.includes(number)) ordre.push(number);
    return ordre.indexOf(number) + 1;
  };
  return { parts: parts.map((blocks) => blocks.map((block) => bloc(block, de))), ordre };
}
