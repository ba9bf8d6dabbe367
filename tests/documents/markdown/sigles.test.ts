/** The list of acronyms of a document holds those that it uses, as words. */
import { expect, it } from 'vitest';
import { reduireGlossaire } from '../../../src/documents/markdown/sigles.js';
import type { Block, TableBlock } from '../../../src/documents/tree.js';

const glossaire: TableBlock = {
  type: 'table',
  id: 'glossaire',
  number: 1,
  exhibit: {
    kind: 'table',
    name: 'glossaire',
    title: 'Sigles',
    columns: [
      { key: 'sigle', header: 'Sigle', format: 'texte' },
      { key: 'signification', header: 'Signification', format: 'texte' },
    ],
    rows: ['ETP', 'GAL', 'CAUE 63', 'Été', 'EPCI'].map((sigle) => ({ sigle, signification: `Sens de ${sigle}` })),
    empty: 'Aucun sigle.',
  },
};
const paragraph = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] });
const sigles = (blocks: Block[], front: Block[] = []): unknown[] => {
  const found = reduireGlossaire(blocks, front).find((block) => block.type === 'table' && block.id === 'glossaire');
  return found?.type === 'table' ? found.exhibit.rows.map(({ sigle }) => sigle) : [];
};

it('keeps those that the pages use, summary and tables included, in the order of a dictionary', () => {
  const table: Block = {
    ...glossaire,
    id: 'autre',
    exhibit: { ...glossaire.exhibit, name: 'autre', rows: [{ sigle: 'Le CAUE 63 conseille.', signification: null }] },
  };
  expect(sigles([paragraph('0,8 ETP à l’Été'), table, glossaire], [paragraph('Les EPCI.')])).toEqual([
    'CAUE 63',
    'EPCI',
    'Été',
    'ETP',
  ]);
});

it('reads what the page shows: neither a column of the workbook nor the words that replace a drawing', () => {
  const table: Block = {
    ...glossaire,
    id: 'autre',
    exhibit: {
      ...glossaire.exhibit,
      name: 'autre',
      columns: [{ key: 'sigle', header: 'Nom', format: 'texte', workbookOnly: true }],
    },
  };
  const figure: Block = {
    type: 'figure',
    id: 'f',
    number: 1,
    exhibit: {
      kind: 'figure',
      name: 'f',
      title: 'Une figure',
      svg: '<svg><text>Un GAL</text></svg>',
      alt: 'Les EPCI',
      width: 1,
      height: 1,
      data: glossaire.exhibit,
    },
  };
  expect(sigles([table, figure, glossaire])).toEqual(['GAL']);
});

it('does not take a part of a word for an acronym', () => {
  expect(sigles([paragraph('LÉGALITÉ, GALERIE, aETP'), glossaire])).toEqual([]);
});

it('reads the cover too, where the market is named', () => {
  const found = reduireGlossaire([glossaire], [], ['Propriété du maître d’ouvrage (GAL, article V).']);
  expect(
    found.flatMap((block) => (block.type === 'table' ? block.exhibit.rows.map(({ sigle }) => sigle) : [])),
  ).toEqual(['GAL']);
});
