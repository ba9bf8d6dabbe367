/** What Word does with a document, read from its XML. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/documents/tree.js';
import { renderDocx } from '../../src/render/docx/index.js';
import { loadTheme } from '../../src/render/theme.js';
import { sample, table } from './sample-tree.js';

const xmlOf = async (body: Block[]): Promise<string> => {
  const bytes = await renderDocx({ ...sample, front: [], body }, await loadTheme(), '2018-02-15');
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
};

describe('a page that a table fills', () => {
  it('is not followed by an empty page: no empty line of text stands after a table', async () => {
    const tableau = (source = ''): Block => ({
      type: 'table',
      id: 't',
      number: 1,
      exhibit: { ...table('donnees', 3), source },
    });
    const xml = await xmlOf([tableau('Inventaire.'), tableau(), tableau()]);
    const after = [...xml.matchAll(/<\/w:tbl>(<w:p>.*?<\/w:p>)/gs)].map(([, next]) => next ?? '');
    expect(after).toHaveLength(3);
    expect(after.map((next) => /<w:t[ >]/.test(next) || /w:line="20" w:lineRule="exact"/.test(next))).toEqual([
      true,
      true,
      true,
    ]);
    expect(after.filter((next) => next.includes('Inventaire.'))).toHaveLength(1);
  });
});
