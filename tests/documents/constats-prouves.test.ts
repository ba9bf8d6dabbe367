/** A finding that leads to exhibits quotes no figure that they do not show. */
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/documents/markdown/inlines.js';
import type { Block, FigureBlock, Inline, TableBlock } from '../../src/documents/tree.js';
import { formatCell } from '../../src/exhibits/format.js';
import { composee } from '../support/composed.js';

type Piece = FigureBlock | TableBlock;

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
/** « 109 439 » and « 46,2 » are a figure each; what is quoted is a name, and no figure of the finding. */
const chiffres = (text: string): string[] =>
  plain(text)
    .replace(/« [^»]* »/g, '')
    .match(/\d+(?: \d{3})*(?:,\d+)?/g)
    // A column gives all its figures as many decimals as one of them needs.
    ?.map((one) => one.replace(/,0+$/, '')) ?? [];

const cibles = (inlines: readonly Inline[]): string[] =>
  inlines.flatMap((one) =>
    one.type === 'link'
      ? one.target === undefined
        ? []
        : [one.target]
      : 'children' in one
        ? cibles(one.children)
        : [],
  );

/** The findings of the framed blocks, with the exhibits that each leads to. */
const constatsDe = (blocks: readonly Block[]): { texte: string; renvois: string[] }[] =>
  blocks
    .flatMap((block) =>
      block.type === 'callout' && block.kind === 'retenir'
        ? block.children.flatMap((list) => (list.type === 'list' ? list.items.flat() : []))
        : [],
    )
    .flatMap((one) =>
      one.type === 'paragraph' ? [{ texte: plainText(one.children), renvois: cibles(one.children) }] : [],
    );

/** All that a page shows of an exhibit, and how many rows a table has. */
function montre({ exhibit }: Piece): string {
  const { title, source = '' } = exhibit;
  if (exhibit.kind === 'figure') return [title, source, exhibit.svg.replace(/<[^>]*>/g, ' ')].join(' | ');
  const { columns, rows, totals } = exhibit;
  const cells = [...rows, ...(totals ? [totals] : [])].flatMap((row) =>
    columns.map(({ key, format, decimals }) => formatCell(row[key] ?? null, format, decimals)),
  );
  return [title, source, ...columns.map(({ header }) => header), ...cells, `${rows.length} lignes`].join(' | ');
}

describe.each(['data', 'modeles/exemple', 'tests/fixtures/autre-etude'])('the diagnostic of %s', async (folder) => {
  const tree = (await composee(folder, 'diagnostic'))?.produced[0]?.tree;
  const blocks = tree ? [...tree.front, ...tree.body] : [];
  const pieces = new Map(
    blocks.flatMap((block) => (block.type === 'table' || block.type === 'figure' ? [[block.id, block]] : [])),
  );
  const menes = constatsDe(blocks).filter(({ renvois }) => renvois.length > 0);

  it('says what a table or a figure is for before it stands under a heading', () => {
    const bare = blocks.flatMap((block, i) => {
      const after = blocks[i + 1];
      return block.type === 'heading' && (after?.type === 'table' || after?.type === 'figure')
        ? [`${plainText(block.children)} → ${after.exhibit.name}`]
        : [];
    });
    expect(bare).toEqual([]);
  });

  it('leads each finding to what shows its figures', () => {
    expect(menes.length).toBeGreaterThan(5);
    const wrong = menes.flatMap(({ texte, renvois }) => {
      const [dit = ''] = texte.split(/ \((?:figure|tableau|tableaux|figures)[\u00a0 ]\d+[^()]*\)\.$/u);
      const shown = new Set(
        renvois.flatMap((id) => {
          const piece = pieces.get(id);
          return piece ? chiffres(montre(piece)) : [];
        }),
      );
      const missing = chiffres(dit).filter((one) => !shown.has(one));
      return missing.length > 0 ? [`${plain(texte)} → ${missing.join(', ')}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});
