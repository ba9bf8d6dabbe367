/** What Word does with a document, read from its XML. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/documents/tree.js';
import { renderDocx } from '../../../src/render/docx/index.js';
import { loadTheme } from '../../../src/render/theme.js';
import { paragraph, sample, table } from '../sample-tree.js';

const xmlOf = async (body: Block[], part = 'word/document.xml'): Promise<string> => {
  const bytes = await renderDocx({ ...sample, front: [], body }, await loadTheme(), '2018-02-15');
  return strFromU8(unzipSync(bytes)[part] ?? new Uint8Array());
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

describe('a table', () => {
  it('is referred to by the number that Word counts, so that both follow when one is added', async () => {
    const said = (value: string, target = 't'): Block => ({
      type: 'paragraph',
      children: [{ type: 'link', target, children: [{ type: 'text', value }] }],
    });
    const xml = await xmlOf([
      said('tableau\u00a03'),
      said('le premier'),
      { type: 'table', id: 't', number: 3, exhibit: table('donnees', 2) },
    ]);
    const name = /<w:bookmarkStart w:name="([^"]+)" w:id="\d+"\/><w:fldSimple w:instr="SEQ Tableau/.exec(xml)?.[1];
    expect(name).toBeDefined();
    const refers = new RegExp(
      `w:anchor="${name}"><w:r><w:t[^>]*>tableau\u00a0</w:t></w:r><w:fldSimple w:instr="REF ${name} `,
    );
    expect(xml).toMatch(refers);
    expect(xml.match(/w:instr="REF /g)).toHaveLength(1);
    expect(xml).toMatch(new RegExp(`w:anchor="${name}"><w:r><w:t[^>]*>le premier`));
  });

  it('has the words of its caption for its title, which a screen reader says', async () => {
    const exhibit = table('donnees', 2, { title: 'Ce que « A & B » disent' });
    const xml = await xmlOf([{ type: 'table', id: 't', number: 3, exhibit }]);
    expect(/<w:tblCaption w:val="([^"]*)"\/><\/w:tblPr>/.exec(xml)?.[1]).toBe(
      'Tableau 3 Ce que «\u00a0A &amp; B\u00a0» disent'.replaceAll('\u00a0', ' '),
    );
  });
});

it('a box that fills the last page of a chapter is not followed by an empty page', async () => {
  const box: Block = { type: 'callout', kind: 'limite', title: 'Boîte', children: [paragraph('Dedans.')] };
  const heading: Block = {
    type: 'heading',
    level: 1,
    id: 'h',
    number: '2',
    children: [{ type: 'text', value: 'Suite' }],
  };
  const long = paragraph('Une phrase assez longue. '.repeat(40));
  const blanks = async (...body: Block[]): Promise<number> =>
    ((await xmlOf(body)).match(/w:line="20" w:lineRule="exact"/g) ?? []).length;
  expect(await blanks(long, box, heading, long)).toBe(0);
  expect(await blanks(long, box)).toBe(0);
  expect(await blanks(long, box, long)).toBe(1);
  expect(await blanks(long, box, box, long)).toBe(2);
});

describe('a list', () => {
  it('starts at one, whatever list stands before it', async () => {
    const said = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] });
    const list = (...items: Block[][]): Block => ({ type: 'list', ordered: true, items });
    const xml = await xmlOf([
      list([said('un'), said('suite')], [said('deux'), list([said('a')])]),
      { type: 'quote', children: [list([said('autre')])] },
    ]);
    const numbers = [...xml.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id);
    expect(numbers[1]).toBe(numbers[0]);
    expect(new Set(numbers).size).toBe(3);
    const defined = await xmlOf([list([said('deux'), list([said('a')])])], 'word/numbering.xml');
    expect(defined).toMatch(/<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"\/>/);
    // What follows in an item stands under its text.
    expect(xml).toMatch(/<w:ind w:left="360"\/><\/w:pPr><w:r><w:t[^>]*>suite/);
  });
});

describe('what holds together', () => {
  it('the lines of a source stay on one page', async () => {
    const styles = await xmlOf([], 'word/styles.xml');
    expect(/<w:style [^>]*w:styleId="Source".*?<\/w:style>/s.exec(styles)?.[0]).toContain('<w:keepLines/>');
  });

  it('a row that heads a group goes with the next one, and two boxes do not touch', async () => {
    const rows = [1, 2].map((n) => ({ groupe: 'Premier', nom: `Ligne ${n}`, detail: 'x', nombre: n }));
    const columns = [{ key: 'groupe', header: 'Groupe', format: 'texte' as const }, ...table('t', 1).columns];
    const box = (title: string): Block => ({ type: 'callout', kind: 'limite', title, children: [] });
    const xml = await xmlOf([
      { type: 'table', id: 't', number: 1, exhibit: table('t', 0, { groupBy: 'groupe', columns, rows }) },
      box('Un'),
      box('Deux'),
    ]);
    const heading = /<w:tr>(?:(?!<\/w:tr>).)*Premier.*?<\/w:tr>/s.exec(xml)?.[0] ?? '';
    expect(heading).toContain('<w:keepNext/>');
    expect(/>Un<.*?w:line="20" w:lineRule="exact".*?>Deux</s.test(xml)).toBe(true);
  });

  it('the last row of a table is not left alone on a page: the one before it stays with it', async () => {
    const kept = async (totals: boolean, source = 'Source : essai.'): Promise<boolean[]> => {
      const exhibit = table('donnees', 4, { source, ...(totals ? { totals: { nom: 'Total', nombre: 9 } } : {}) });
      const xml = await xmlOf([{ type: 'table', id: 't', number: 1, exhibit }]);
      return [...xml.matchAll(/<w:tr>(?:(?!<\/w:tr>).)*<\/w:tr>/gs)].map(([row]) => row.includes('<w:keepNext/>'));
    };
    // Nor is its source.
    expect(await kept(false)).toEqual([true, false, false, true, true]);
    expect(await kept(true)).toEqual([true, false, false, false, true, true]);
    expect(await kept(true, '')).toEqual([true, false, false, false, true, false]);
  });

  it('what announces a list, or titles what follows, goes with it', async () => {
    const said = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] });
    const bold = (value: string): Block => ({
      type: 'paragraph',
      children: [{ type: 'strong', children: [{ type: 'text', value }] }],
    });
    const list: Block = { type: 'list', ordered: false, items: [[said('Un article.')]] };
    const box = (...children: Block[]): Block => ({ type: 'callout', kind: 'limite', title: 'Boîte', children });
    const xml = await xmlOf([
      said('Les plus lourds\u00a0:'),
      list,
      bold('Une réserve.'),
      said('Une phrase.'),
      box(said('Dans la boîte\u00a0:'), list),
      bold('La dernière.'),
    ]);
    const kept = (text: string): boolean =>
      (new RegExp(`<w:p>(?:(?!<w:p>).)*${text}`, 's').exec(xml)?.[0] ?? '').includes('<w:keepNext/>');
    expect(
      ['Les plus lourds', 'Un article', 'Une réserve', 'Une phrase', 'Dans la boîte', 'La dernière'].map(kept),
    ).toEqual([true, false, true, false, true, false]);
  });

  it('a page taken out of a draft is known for one', async () => {
    const footer = /Version 0\.1 \(projet\)/;
    expect(await xmlOf([paragraph('Un.')], 'word/footer1.xml')).toMatch(footer);
  });

  it('the cover has neither header nor footer', async () => {
    expect(await xmlOf([])).toContain('<w:titlePg/>');
  });

  it('each chapter begins a page but those of a few lines, and annexes follow the first', async () => {
    const heading = (number: string): Block => ({
      type: 'heading',
      level: 1,
      id: `h${number}`,
      number,
      children: [{ type: 'text', value: `Titre ${number}.` }],
    });
    const xml = await xmlOf(
      ['1', '2', '3', 'A', 'B', 'C'].flatMap((number) => [
        heading(number),
        paragraph(number === '2' ? 'Une ligne.' : 'Une phrase assez longue. '.repeat(40)),
      ]),
    );
    const breaks = (number: string): boolean =>
      new RegExp(`<w:pageBreakBefore/>(?:(?!<w:p>).)*Titre ${number}\\.`, 's').test(xml);
    expect(['1', '2', '3', 'A', 'B', 'C'].map(breaks)).toEqual([true, false, true, true, false, false]);
  });
});
