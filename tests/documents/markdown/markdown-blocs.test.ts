/** What the marks of a block make of it: a lead and a note are not set alike, and a heading keeps its name only where it ends by it. */
import { expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/documents/markdown/markdown.js';
import { plainTextOfField } from '../../../src/documents/markdown/markdown-field.js';

const blocks = (markdown: string) =>
  parseMarkdown(markdown, { exhibits: new Map(), templates: new Map() }).blocks.map((block) => ({ ...block }));

it('a note is set small, a lead large, and a paragraph as it is', () => {
  const styles = (markdown: string): unknown[] =>
    blocks(markdown).map((block) => (block.type === 'paragraph' ? (block.style ?? null) : block.type));
  expect(styles(':::note\nUn.\n\nDeux.\n:::\n')).toEqual(['small', 'small']);
  expect(styles(':::chapeau\nUn.\n:::\n')).toEqual(['lead']);
  expect(styles('Un.\n')).toEqual([null]);
});

it('a heading is named at its end, spaces aside', () => {
  const ids = (markdown: string): unknown[] =>
    blocks(markdown).flatMap((block) => (block.type === 'heading' ? [block.id] : []));
  expect(ids('# Un titre {#nom}\n')).toEqual(['nom']);
  expect(ids('# Un titre {#nom }  \n')).toEqual(['nom']);
  expect(ids('# Un titre {#nom} suite\n')).not.toEqual(['nom']);
  expect(ids('# Un titre {#nom}suite\n')).not.toEqual(['nom']);
});

it('a field of several lines is one text, without spaces around it', () => {
  expect(plainTextOfField('  Un **gras**.\n\n- a\n- b\n\n')).toBe('Un gras. a b');
});
