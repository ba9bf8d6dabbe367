/** The list of acronyms of a document: those that it uses, in the order of a French dictionary. */
import type { TableExhibit } from '../../exhibits/types.js';
import { parOrdreFrancais } from '../../texte/ordre.js';
import type { Block } from '../tree.js';
import { plainText } from './inlines.js';

export const GLOSSAIRE = 'glossaire';

const ofTable = ({ title, columns: all, rows, source }: TableExhibit): string[] => {
  const columns = all.filter(({ workbookOnly }) => !workbookOnly);
  return [
    title,
    source ?? '',
    ...columns.map(({ header }) => header),
    ...rows.flatMap((row) => columns.map(({ key }) => row[key]).filter((cell) => typeof cell === 'string')),
  ];
};

/** Words drawn in a figure. */
const drawn = (svg: string | undefined): string => (svg ?? '').replace(/<[^>]*>/g, ' ');

/** Every text that a reader sees in the blocks, the glossary itself left out. */
export function textesLus(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'table':
        return block.exhibit.name === GLOSSAIRE ? [] : ofTable(block.exhibit);
      case 'figure':
        return [block.exhibit.title, drawn(block.exhibit.svg), block.exhibit.source ?? ''];
      case 'list':
        return block.items.flatMap(textesLus);
      case 'quote':
        return textesLus(block.children);
      case 'callout':
        return [block.title, ...textesLus(block.children)];
      case 'definitions':
        return block.items.flatMap(({ term, children }) => [plainText(term), plainText(children)]);
      case 'pageBreak':
        return [];
      default:
        return 'children' in block ? [plainText(block.children)] : [];
    }
  });
}

/** Whether the acronym stands as a word of its own. */
export function cite(sigle: string, text: string): boolean {
  for (let at = text.indexOf(sigle); at >= 0; at = text.indexOf(sigle, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + sigle.length] ?? ' '];
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

const estVide = (block: Block | undefined): boolean =>
  block?.type === 'table' && block.exhibit.name === GLOSSAIRE && block.exhibit.rows.length === 0;

/** The blocks without a glossary that has nothing to say, nor the heading that it had to itself. */
const sansGlossaireVide = <T extends Block>(blocks: readonly T[]): T[] =>
  blocks.filter((block, i) => {
    const after = blocks[i + 2];
    const own = block.type === 'heading' && estVide(blocks[i + 1]);
    return !estVide(block) && !(own && (after === undefined || after.type === 'heading' || after.type === 'callout'));
  });

/** The blocks, their glossary reduced to what the whole document uses. `front` is read with them, and the texts of the cover. */
export function reduireGlossaire<T extends Block>(
  blocks: readonly T[],
  front: readonly Block[],
  cover: readonly string[] = [],
): T[] {
  if (!blocks.some((block) => block.type === 'table' && block.exhibit.name === GLOSSAIRE)) return [...blocks];
  const text = [...cover, ...textesLus([...front, ...blocks])].join('\n');
  const reduced = blocks.map((block) => {
    if (block.type !== 'table' || block.exhibit.name !== GLOSSAIRE) return block;
    const rows = block.exhibit.rows
      .filter(({ sigle }) => typeof sigle === 'string' && cite(sigle, text))
      .sort((a, b) => parOrdreFrancais(String(a.sigle), String(b.sigle)));
    return { ...block, exhibit: { ...block.exhibit, rows } };
  });
  return sansGlossaireVide(reduced);
}
