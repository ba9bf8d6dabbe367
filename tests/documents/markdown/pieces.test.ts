/** Markdown read heading by heading is Markdown read at once, whatever it holds. */
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';
import { expect, it } from 'vitest';
import { piecesOf } from '../../../src/documents/markdown/pieces.js';

const { text: _, ...extension } = directive();
const whole = (markdown: string): unknown[] =>
  fromMarkdown(markdown, { extensions: [extension], mdastExtensions: [directiveFromMarkdown()] }).children;

/** The lines of the nodes are those of the whole text; columns and offsets, which nothing reads, are left out. */
function placed(node: unknown, before: number): unknown {
  if (Array.isArray(node)) return node.map((one) => placed(one, before));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) =>
      key === 'position'
        ? [key, before + (value as { start: { line: number } }).start.line]
        : [key, placed(value, before)],
    ),
  );
}

/** What may hold a heading, or reach over it. */
const BEFORE = [
  'Du texte, *et* [un lien](#titre).',
  '- un point',
  '- un point\n\n  # dans un point',
  '> cité',
  '::tableau{#couts}',
  ':::note\nDu texte.\n:::',
  ':::note\nDu texte.',
  ':::note\n\n:::retenir[Un titre]\n\n:::',
  '::::note\n\n:::retenir\n\n:::\n\n:::',
  '- un point\n\n  :::note\n\n  :::',
  ':::',
  '```\ndu code',
  '~~~\ndu code',
  '<!-- une note',
  '[nom]',
  '[nom]: https://exemple.fr',
];
const HEADINGS = [
  '\n# Titre {#titre}',
  '# Titre sans blanc',
  '\n ## Décalé',
  '\nSouligné\n===',
  '\n    # du code',
  '\n#',
];
const AFTER = ['Du texte.', ':::', '```', '-->', '[nom]', '[nom]: https://exemple.fr', '  suite'];

it('gives the nodes of the whole text, at their lines', () => {
  for (const before of BEFORE)
    for (const heading of HEADINGS)
      for (const after of AFTER) {
        const text = `${before}\n${heading}\n\n${after}`;
        const found = piecesOf(text).flatMap(({ nodes, before: lines }) => placed(nodes, lines));
        expect(found, text).toEqual(placed(whole(text), 0));
      }
});

it('reads what stands between two headings once', () => {
  const [first] = piecesOf('# Un\n\nDu texte.\n\n# Deux\n');
  const [, second] = piecesOf('# Zéro\n\n# Un\n\nDu texte.\n\n# Trois\n');
  expect(second?.nodes).toBe(first?.nodes);
  expect(second?.before).toBe(2);
});
