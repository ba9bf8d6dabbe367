/** The Word files and the workbooks of whole studies, as a strict reader takes them, and as a reader who does not see them goes through them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DELIVERABLES } from '../../../src/documents/registry.js';
import { renderDocx } from '../../../src/render/docx/index.js';
import { loadTheme } from '../../../src/render/theme.js';
import { composee } from '../../support/composed.js';
import { checkPackage } from '../../support/office/package.js';
import { releaseExemple } from '../../support/release.js';

const theme = await loadTheme();

/** The text of each part of an archive. */
function partsOf(archive: Uint8Array): (name: string) => string {
  const parts = unzipSync(archive);
  return (name) => strFromU8(parts[name] ?? new Uint8Array());
}

it('the workbooks of the example, as its release has them: Excel finds nothing to mend in them', async () => {
  const folder = join((await releaseExemple()).folder, 'out', '1.0');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.xlsx'));
  expect(names).toHaveLength(5);
  for (const name of names) {
    const archive = await readFile(join(folder, name));
    expect(checkPackage(archive), name).toEqual([]);
    // The summary leads to each sheet, and each sheet back to it; that a link leads somewhere is a matter of the package.
    const part = partsOf(archive);
    const count = [...part('xl/workbook.xml').matchAll(/<sheet /g)].length;
    const linksOf = (sheet: number) =>
      [...part(`xl/worksheets/sheet${sheet}.xml`).matchAll(/ location="&apos;(.*?)&apos;!/g)].map(([, to]) => to);
    expect(new Set(linksOf(1)).size, name).toBe(count - 1);
    for (let sheet = 2; sheet <= count; sheet++) expect(linksOf(sheet), `${name}, ${sheet}`).toContain('Sommaire');
  }
});

describe('the Word files of the example', () => {
  it.each(DELIVERABLES)('%s: Word finds nothing to mend in them', async (name) => {
    const composed = await composee('data', name);
    if (!composed) throw new Error(`${name} is not composed`);
    expect(composed.produced.length).toBeGreaterThan(0);
    for (const { tree, date } of composed.produced) {
      const word = await renderDocx(tree, theme, date);
      expect(checkPackage(word)).toEqual([]);

      const part = partsOf(word);
      const document = part('word/document.xml');
      // Every picture is described, every table heads its columns and its rows, every title of a box is reached as a heading is.
      expect(document).not.toMatch(/<wp:docPr(?![^>]* descr="[^"]{20,}")/);
      const tables = document.match(/<w:tbl>[\s\S]*?<\/w:tbl>/g) ?? [];
      expect(tables.length).toBeGreaterThan(0);
      for (const one of tables) expect(one).toMatch(/<w:tblLook [^>]*w:firstRow="true"[\s\S]*?<w:tblHeader\/>/);
      const boxes = document.match(/<w:shd w:fill="\w+" w:val="clear"\/>(?:(?!<\/w:pPr>).)*<w:outlineLvl /gs) ?? [];
      const drawn = [...tree.front, ...tree.body].filter(({ type }) => type === 'callout');
      expect(boxes).toHaveLength(drawn.length);
      expect(part('docProps/core.xml')).toMatch(/<dc:title>[^<]{10,}/);
      expect(part('word/styles.xml')).toContain('<w:lang w:val="fr-FR"');
    }
  });
});
