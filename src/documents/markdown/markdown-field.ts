/** Markdown that a field of the study carries (`etude.avertissement`): what a box of a document lays out is kept, all else is printed as it is written. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { escapeMarkdown } from './escape.js';

/** Forms that neither open a part of the document, nor lead to one, nor show what is kept elsewhere. */
const KEPT: ReadonlySet<Nodes['type']> = new Set([
  'root',
  'paragraph',
  'list',
  'listItem',
  'blockquote',
  'strong',
  'emphasis',
  'break',
  'text',
  'inlineCode',
]);

const isKept = (node: Nodes): boolean =>
  node.type === 'link' ? /^(https?:|mailto:)/i.test(node.url) : KEPT.has(node.type);

/** Colons that follow each other open and close the boxes of a document. */
const withoutBoxes = (text: string): string => text.replace(/:{2,}/g, (colons) => '\\:'.repeat(colons.length));

/** The outermost forms that are not kept, as places of the text. */
function others(node: Nodes): { start: number; end: number }[] {
  if (isKept(node)) return 'children' in node ? node.children.flatMap(others) : [];
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  return start === undefined || end === undefined ? [] : [{ start, end }];
}

/** The Markdown of a field, in which nothing can be wrong. */
export function markdownOfField(field: string): string {
  const text = withoutBoxes(field);
  let [safe, from] = ['', 0];
  for (const { start, end } of others(fromMarkdown(text))) {
    safe += text.slice(from, start) + escapeMarkdown(text.slice(start, end));
    from = end;
  }
  return safe + text.slice(from);
}

const textOf = (node: Nodes): string => {
  if ('value' in node) return node.value;
  if (!('children' in node)) return ' ';
  const within = node.children.map(textOf);
  return within.join(node.type === 'root' || node.type === 'list' || node.type === 'listItem' ? ' ' : '');
};

/** Whether one line, as the cover gives it, loses what the field lays out: several paragraphs, a list, a link. Bold and italics are no loss. */
export function demandeSaMiseEnPage(field: string): boolean {
  const linked = (node: Nodes): boolean =>
    node.type === 'link' || ('children' in node && node.children.some((child) => linked(child)));
  const { children } = fromMarkdown(markdownOfField(field));
  return children.length > 1 || children.some((block) => block.type !== 'paragraph' || linked(block));
}

/** The same on one line without its marks, for where nothing can be set in bold. */
export const plainTextOfField = (text: string): string =>
  textOf(fromMarkdown(markdownOfField(text)))
    .replace(/\s+/g, ' ')
    .trim();
