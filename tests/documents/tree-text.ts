import { plainText } from '../../src/documents/markdown/inlines.js';
import type { Block, DocumentTree } from '../../src/documents/tree.js';

/** One line a block: what a reader reads, and which exhibit stands where. */
export function outlineOf(blocks: readonly Block[], indent = ''): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'heading':
        return [
          `${indent}${'#'.repeat(block.level)} ${block.number ? `${block.number} ` : ''}${plainText(block.children)}`,
        ];
      case 'paragraph':
        return [indent + plainText(block.children)];
      case 'list':
        return block.items.flatMap((item) => outlineOf(item, `${indent}- `));
      case 'quote':
        return outlineOf(block.children, `${indent}> `);
      case 'callout':
        return [`${indent}[${block.title}]`, ...outlineOf(block.children, `${indent}| `)];
      case 'definitions':
        return block.items.map(({ term, children }) => `${indent}${plainText(term)} : ${plainText(children)}`);
      case 'table':
        return [`${indent}<Tableau ${block.number} ${block.exhibit.name}>`];
      case 'figure':
        return [`${indent}<Figure ${block.number} ${block.exhibit.name}>`];
      default:
        return [`${indent}<saut de page>`];
    }
  });
}

/** Throws for a document with nothing in it: what a test does not find there would prove nothing. */
export function textOf({ front, body }: DocumentTree): string {
  const lines = outlineOf([...front, ...body]);
  if (lines.length === 0) throw new Error('a document with nothing in it');
  return lines.join('\n');
}
