/** What the blocks of a flow tell the plan of its pages: a title in bold goes with what follows it, and no exhibit passes a box. */
import { expect, it } from 'vitest';
import type { Block, Inline } from '../../../src/documents/tree.js';
import type { Context, Node } from '../../../src/render/pdf/definition.js';
import { flow } from '../../../src/render/pdf/pages/flow.js';
import { rowsByKind } from '../../../src/render/pdf/tables/table-kinds.js';
import { loadTheme } from '../../../src/render/theme.js';
import { paragraph, table, text } from '../sample-tree.js';

const context: Context = {
  theme: await loadTheme(),
  width: 460,
  height: 712,
  landscape: false,
  measure: undefined,
  references: new Map(),
  tocDepth: 2,
  denseContents: false,
  second: new Set(),
  targets: new Set(),
  parents: new Map(),
  rowsOfKind: rowsByKind([]),
};

const nodesOf = (...blocks: Block[]): Node[] => flow(blocks, context, true).stack ?? [];
const bold = (value: string): Inline => ({ type: 'strong', children: text(value) });

it('a line in bold goes with what it is the title of, and a sentence that begins in bold is a sentence', () => {
  const [title, sentence] = nodesOf(
    { type: 'paragraph', children: [bold('Une réserve.')] },
    { type: 'paragraph', children: [bold('Une réserve.'), ...text(' Ce qui la fonde.')] },
    paragraph('Ce qui la lève.'),
  );
  expect(title?.keep).toBe('next');
  expect(sentence?.keep).toBeUndefined();
});

it('one line goes with the texts in bold that it announces, a paragraph with none', () => {
  const [line, , long] = nodesOf(
    paragraph('On entend trois demandes.'),
    { type: 'paragraph', children: [bold('Quelqu’un à qui parler.'), ...text(' Les communes.')] },
    paragraph(`Une phrase plus longue ${'que la ligne '.repeat(9)}où elle commence.`),
    { type: 'paragraph', children: [bold('Un appui.'), ...text(' Les associations.')] },
  );
  expect([line?.keep, long?.keep]).toEqual(['next', undefined]);
});

it('the lines that open a chapter go with the box that follows them, those of a section may part from it', () => {
  const retenir: Block = { type: 'callout', kind: 'retenir', title: 'À retenir', children: [paragraph('Un coût.')] };
  const [, chapeau, , , line] = nodesOf(
    { type: 'heading', level: 1, id: 'c', children: text('Une régie') },
    paragraph('La communauté ouvre la maison dans l’ancienne cuisine.'),
    retenir,
    { type: 'heading', level: 2, id: 's', children: text('Son coût') },
    paragraph('La première année coûte plus que les suivantes.'),
    retenir,
  );
  expect([chapeau?.keep, line?.keep]).toEqual(['next', 'near']);
});

it('a table of which the groups are read together is kept whole', () => {
  const exhibit = table('t', 9);
  const [apart, whole] = nodesOf(
    { type: 'table', id: 't', number: 1, exhibit },
    { type: 'table', id: 'u', number: 2, exhibit: { ...exhibit, together: true } },
  );
  expect([apart?.keep, whole?.keep]).toEqual([undefined, 'whole']);
});

it('a box is passed by no exhibit, and an exhibit may pass a text', () => {
  const [exhibit, box, after] = nodesOf(
    { type: 'table', id: 't', number: 1, exhibit: table('t', 9) },
    { type: 'callout', kind: 'limite', title: 'Ce que le chapitre ne dit pas', children: [paragraph('Rien.')] },
    paragraph('La suite.'),
  );
  expect([exhibit?.exhibit, exhibit?.barrier]).toEqual(['table', undefined]);
  expect([box?.exhibit, box?.barrier]).toEqual([undefined, true]);
  expect(after?.barrier).toBeUndefined();
});

it('a chapter that is composed on its own pages keeps them; another, an annex too, may follow on where there is room', () => {
  const chapter = (id: string, number: string): Block => ({
    type: 'heading',
    level: 1,
    id,
    number,
    children: text(id),
  });
  const section: Block = { type: 'heading', level: 2, id: 's', children: text('Résultats') };
  const words = paragraph('Une phrase qui occupe le chapitre. '.repeat(20));
  const [, , sheet, , results, , annex] = nodesOf(
    chapter('c1', '1'),
    words,
    chapter('c2', '2'),
    words,
    { type: 'pageBreak' },
    section,
    words,
    chapter('a', 'A'),
    words,
  );
  expect([sheet, results, annex].map((node) => node?.pageBreak)).toEqual(['before', 'before', 'before']);
  expect([sheet, results, annex].map((node) => node?.follows !== undefined)).toEqual([false, false, true]);
  // The space above a heading has no use at the top of a page.
  expect(results?.margin?.[1]).toBe(0);
});
