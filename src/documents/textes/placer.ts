/** Puts the author's blocks in the section of their name. */
import type { Draft } from '../markdown/markdown.js';
import type { Place } from './texte.js';

export interface TexteCompose {
  section: string;
  place: Place;
  blocks: readonly Draft[];
}

/** From the heading to the next one of any level: what the section says of itself, without its parts. */
function etendue(blocks: readonly Draft[], section: string): { debut: number; fin: number } | null {
  const start = blocks.findIndex((block) => block.type === 'heading' && block.id === section);
  if (start < 0) return null;
  const next = blocks.findIndex((block, i) => i > start && (block.type === 'heading' || block.type === 'annexes'));
  return { debut: start + 1, fin: next < 0 ? blocks.length : next };
}

/** Boxes that end a section: what is not known, what is asked. The author's text stands before them. */
const enFin = (block: Draft | undefined): boolean =>
  block?.type === 'pageBreak' || (block?.type === 'callout' && (block.kind === 'limite' || block.kind === 'question'));

/** Level of the section's heading: the author's headings go one below. */
export const niveauDe = (blocks: readonly Draft[], section: string): number => {
  const found = blocks.find((block) => block.type === 'heading' && block.id === section);
  return found?.type === 'heading' ? found.level : 1;
};

/** The blocks with the text in its place; null when no section has this name. */
export function placer(blocks: readonly Draft[], { section, place, blocks: own }: TexteCompose): Draft[] | null {
  const extent = etendue(blocks, section);
  if (!extent) return null;
  const inside = blocks.slice(extent.debut, extent.fin);
  const around = (middle: readonly Draft[]): Draft[] => [
    ...blocks.slice(0, extent.debut),
    ...middle,
    ...blocks.slice(extent.fin),
  ];
  // What the document is and at which date it speaks comes first.
  const lead = inside.findIndex((block) => !(block.type === 'paragraph' && block.style === 'lead'));
  const head = lead < 0 ? inside.length : lead;
  if (place === 'debut') return around([...inside.slice(0, head), ...own, ...inside.slice(head)]);
  // Tables, figures, boxes and sayings stay: the text takes the place of the sentences that the program wrote.
  if (place === 'remplace')
    return around([...own, ...inside.filter(({ type }) => type !== 'paragraph' && type !== 'list')]);
  let end = inside.length;
  while (end > 0 && enFin(inside[end - 1])) end--;
  return around([...inside.slice(0, end), ...own, ...inside.slice(end)]);
}
