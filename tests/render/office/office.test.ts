import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { SlideDeck } from '../../../src/documents/slides.js';
import type { Block, Inline } from '../../../src/documents/tree.js';
import type { WorkbookModel } from '../../../src/documents/workbook.js';
import { renderDocx } from '../../../src/render/docx/index.js';
import { renderPptx } from '../../../src/render/pptx/index.js';
import { isAddress, isSafeLink, linkTarget, splitAddresses } from '../../../src/render/text/addresses.js';
import { legible } from '../../../src/render/text/legible.js';
import { loadTheme } from '../../../src/render/theme.js';
import { renderXlsx } from '../../../src/render/xlsx/index.js';
import { checkPackage } from '../../support/office/package.js';
import { pdfText } from '../../support/pdf-text.js';
import { hasSoffice } from '../../support/soffice.js';
import { temporaryFolder } from '../../support/temporary.js';
import { paragraph, sample, table } from '../sample-tree.js';

/** Every character that breaks an XML part, or that a reader must not find. */
const HARSH = `Étude\u000bdu «\u2028bois » & <eau> "fin"\u0000\u0001\u001b[31m\ufffe\ud800\u{1fffe}\u202e]]> 🙂 cle\u0301`;
const columns = table('x', 1).columns.map((column) => ({ ...column, note: HARSH }));
/** Words longer than any place, writing from the right, signs of several characters, addresses that are none. */
const LONG = `${'anticonstitutionnellement'.repeat(9)} مرحبا بالعالم 👩‍👩‍👧 ${'mot '.repeat(60)}`;
const ODD = ['https://exemple.fr/a?b={c}&d=|e|[f]', 'https://[exemple.fr/a', `https://exemple.fr/${'a'.repeat(2500)}`];

const workbook: WorkbookModel = {
  title: HARSH,
  subject: HARSH,
  author: HARSH,
  version: HARSH,
  date: '2018-02-15',
  intro: [HARSH],
  parts: [{ name: HARSH, readers: HARSH }],
  sheets: [['Un'], ['Deux'], [HARSH, 'bis'], [LONG], ['Un nom de trente caractères, 👩‍👩‍👧']].map((names, i) => ({
    part: HARSH,
    kind: 'tableaux',
    name: names[0] ?? '',
    tables: names.map((name) => ({
      ...table(`t${i}${name}`, 2, {
        columns: i === 3 ? columns.map((column) => ({ ...column, header: LONG })) : columns,
        title: HARSH,
        source: HARSH,
      }),
      rows: ['https://exemple.fr/page', ...ODD].map((detail) => ({ nom: HARSH, detail, nombre: 2 })),
    })),
  })),
};

const slide = {
  title: HARSH,
  bullets: [HARSH],
  table: [
    [HARSH, 'b'],
    ['c', HARSH],
  ],
  notes: HARSH,
};
const theme = await loadTheme();

const deck: SlideDeck = {
  title: HARSH,
  subtitle: HARSH,
  lines: [HARSH],
  author: HARSH,
  slides: [
    slide,
    {
      title: HARSH,
      bullets: [],
      chart: {
        kind: 'barres',
        title: HARSH,
        categories: [HARSH, 'b'],
        series: [
          { name: HARSH, values: [1, 2] },
          { name: LONG, values: [2, 3] },
        ],
        stacked: true,
        axis: HARSH,
        alt: HARSH,
      },
    },
    { ...slide, title: LONG, bullets: [LONG, LONG], table: [[LONG, HARSH], ...slide.table] },
    {
      title: 'Un nuage',
      bullets: ['Un.'],
      chart: {
        kind: 'nuage',
        title: HARSH,
        points: [
          { name: HARSH, x: 1, y: 2 },
          { name: LONG, x: 2, y: 3 },
        ],
        xAxis: HARSH,
        yAxis: LONG,
        alt: HARSH,
      },
    },
  ],
};

const word = async (): Promise<Uint8Array> =>
  renderDocx(
    {
      ...sample,
      meta: { ...sample.meta, title: HARSH, author: HARSH, subject: HARSH, keywords: [HARSH] },
      body: [
        ...sample.body,
        paragraph(HARSH),
        paragraph(LONG),
        { type: 'callout', kind: 'limite', title: HARSH, children: [paragraph(LONG)] },
        ...['https://exemple.fr/page', ...ODD].map((url): Block => {
          const children: Inline[] = [{ type: 'text', value: url }];
          return { type: 'paragraph', children: [...children, { type: 'link', url, children }] };
        }),
        {
          type: 'table',
          id: 'rude',
          number: 9,
          exhibit: table('rude', 1, { rows: [{ nom: HARSH, detail: 'b', nombre: 1 }] }),
        },
      ],
    },
    theme,
    '2018-02-15',
  );

describe('a text on its way to a file', () => {
  it('keeps what a reader reads, with the soft return of a word processor as a line break', () => {
    expect(legible(HARSH)).toBe('Étude\ndu «\nbois » & <eau> "fin"[31m]]> 🙂 cl\u00e9');
    expect(legible('a\r\nb\rc\td\u00a0e')).toBe('a\nb\nc\td\u00a0e');
    expect(legible('inter\u00adcommunal')).toBe('intercommunal');
  });
});

describe('addresses in a text', () => {
  it('are found whole, without the punctuation around them', () => {
    expect(splitAddresses('Voir (https://a.fr/b?c=d), puis https://e.fr.').filter(({ address }) => address)).toEqual([
      { text: 'https://a.fr/b?c=d', address: true },
      { text: 'https://e.fr', address: true },
    ]);
    expect(isAddress('https://a.fr/b')).toBe(true);
    expect(isAddress('https://a.fr/b et c')).toBe(false);
    expect(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x'].filter(isSafeLink)).toEqual([]);
  });

  it('are links in a workbook', async () => {
    const parts = unzipSync((await renderXlsx(workbook, theme)).bytes);
    const links = strFromU8(parts['xl/worksheets/_rels/sheet2.xml.rels'] ?? new Uint8Array());
    expect(links).toContain('Target="https://exemple.fr/page"');
  });
});

describe('a link', () => {
  const PAGE = 'https://exemple.fr/page';

  it('whose text is an address is one link in Word, and shows it', async () => {
    const parts = unzipSync(await word());
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const links = [...xml.matchAll(/<w:hyperlink (?:(?!<\/w:hyperlink>).)*<\/w:hyperlink>/gs)].map(([link]) => link);
    expect(links.filter((link) => link.includes(`>${PAGE}<`)).length).toBeGreaterThanOrEqual(2);
    for (const link of links) expect(link).toMatch(/<w:t[ >]/);
  });

  it('is written as an address is, and one that leads nowhere stays a text', () => {
    expect(linkTarget(PAGE)).toBe(PAGE);
    expect(linkTarget('https://exemple.fr/é%20à?b={c}&d=|e|[f] "g"%')).toBe(
      'https://exemple.fr/é%20à?b=%7Bc%7D&d=%7Ce%7C%5Bf%5D%20%22g%22%25',
    );
    expect(linkTarget('https://[2001:db8::1]/a')).toBe('https://[2001:db8::1]/a');
    expect(ODD.slice(1).map(linkTarget)).toEqual([null, null]);
  });

  it('to a sheet of the workbook is a place in it', async () => {
    const parts = unzipSync((await renderXlsx(workbook, theme)).bytes);
    const summary = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(summary).toContain('location="&apos;Deux&apos;!A1"');
    expect(summary).not.toMatch(/<hyperlink [^>]*r:id/);
    expect(strFromU8(parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? new Uint8Array())).not.toContain('Deux');
  });
});

describe('a slide', () => {
  it('sets smaller a title that does not hold', async () => {
    const { bytes, slides } = await renderPptx({ ...deck, subtitle: LONG }, theme, '2018-02-15');
    const parts = unzipSync(bytes);
    const sizeOf = (slide: number): number =>
      Number(/<a:rPr [^>]*sz="(\d+)"/.exec(strFromU8(parts[`ppt/slides/slide${slide}.xml`] ?? new Uint8Array()))?.[1]);
    expect(sizeOf(1)).toBeLessThan(3800);
    expect(sizeOf(4)).toBeLessThan(2400);
    expect(sizeOf(slides)).toBe(2400);
  });

  it('describes its table, and names each of its shapes', async () => {
    const parts = unzipSync((await renderPptx(deck, theme, '2018-02-15')).bytes);
    const xml = strFromU8(parts['ppt/slides/slide2.xml'] ?? new Uint8Array());
    const shapes = [...xml.matchAll(/<p:cNvPr id="(\d+)" name="([^"]+)"/g)];
    expect(new Set(shapes.map(([, id]) => id)).size).toBe(shapes.length);
    expect(new Set(shapes.map(([, , name]) => name)).size).toBe(shapes.length);
    expect(shapes[0]?.[2]).toBe('Titre');
    const show = strFromU8(parts['ppt/presentation.xml'] ?? new Uint8Array());
    expect(show).toContain('<p:notesSz cx="6858000" cy="9144000"/>');
    expect(xml).toMatch(/ descr="Tableau de 1 ligne : .*Étude.*, b\."/s);
  });
});

describe('office files with every harsh character, in every place', () => {
  it('hold to what Excel and PowerPoint ask of their parts', async () => {
    expect(checkPackage((await renderXlsx(workbook, theme)).bytes)).toEqual([]);
    expect(checkPackage((await renderPptx(deck, theme, '2018-02-15')).bytes)).toEqual([]);
    expect(checkPackage(await word())).toEqual([]);
  });

  it.skipIf(!hasSoffice())(
    'open in LibreOffice with their texts',
    async () => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'a.xlsx'), (await renderXlsx(workbook, theme)).bytes);
      await writeFile(join(folder, 'b.pptx'), (await renderPptx(deck, theme, '2018-02-15')).bytes);
      await writeFile(join(folder, 'c.docx'), await word());
      const files = ['a.xlsx', 'b.pptx', 'c.docx'];
      const profile = `-env:UserInstallation=file://${folder}/profil`;
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
        cwd: folder,
        stdio: 'ignore',
        timeout: 90_000,
      });
      for (const name of ['a', 'b', 'c']) {
        const text = pdfText(join(folder, `${name}.pdf`));
        // Slides are set as a French page is; cells and the Word file hold the text as it is written there.
        expect(text.replace(/\s+/g, ' '), name).toMatch(/Étude du « bois » & <eau> ("fin"|« fin »)/);
      }
    },
    120_000,
  );
});

describe('a deck', () => {
  it('has the same bytes each time, in one process too', async () => {
    const [first, second] = [await renderPptx(deck, theme, '2018-02-15'), await renderPptx(deck, theme, '2018-02-15')];
    expect(Buffer.compare(Buffer.from(first.bytes), Buffer.from(second.bytes))).toBe(0);
    expect(Object.keys(unzipSync(second.bytes))).toContain('ppt/charts/chart1.xml');
  });
});

describe('a Word document', () => {
  it('has real headings, captions that Word counts, header rows, bookmarks and contents', async () => {
    const parts = unzipSync(await word());
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const count = (pattern: RegExp): number => (xml.match(pattern) ?? []).length;
    expect(count(/<w:pStyle w:val="Heading1"\/>/g)).toBe(3);
    expect(count(/<w:pStyle w:val="Heading2"\/>/g)).toBe(4);
    expect(count(/SEQ Tableau/g)).toBe(5);
    expect(count(/SEQ Figure/g)).toBe(1);
    expect(count(/<w:tblHeader\/>/g)).toBe(4);
    // Each line of the contents refers to the page of its heading: LibreOffice works it out as it opens the file, which it does of no contents.
    const pages = [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="(_Toc\d+)".*?PAGEREF (_Toc\d+) /g)];
    expect(pages.length).toBe(count(/<w:pStyle w:val="TOC\d"\/>/g));
    expect(pages.every(([, link, page]) => link === page && xml.includes(`w:name="${page}"`))).toBe(true);
    expect(xml).not.toMatch(/>TOC \\/);
    expect(count(/w:fldCharType="begin"/g)).toBe(count(/w:fldCharType="end"/g));
    expect(xml).toContain('w:orient="landscape"');
    expect(xml).toContain('12 écoles, 6 communes');
    const anchors = [...xml.matchAll(/w:anchor="(renvoi_\d+)"/g)].map(([, name]) => name);
    const names = new Set([...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name));
    expect(anchors.length).toBeGreaterThan(0);
    expect(anchors.filter((name) => !names.has(name))).toEqual([]);
  });

  it('has the same bytes each time', async () => {
    expect(Buffer.compare(Buffer.from(await word()), Buffer.from(await word()))).toBe(0);
  });
});

describe('the check of packages', () => {
  const broken = (archive: Uint8Array, name: RegExp, change: (xml: string) => string): string => {
    const parts = unzipSync(archive);
    const found = Object.keys(parts).find((part) => name.test(part));
    if (!found) throw new Error(`no part ${name}`);
    parts[found] = strToU8(change(strFromU8(parts[found] ?? new Uint8Array())));
    return checkPackage(zipSync(parts)).join('\n');
  };

  it('fails on each kind of fault that it is for', async () => {
    const { bytes } = await renderXlsx(workbook, theme);
    expect(broken(bytes, /sheet2\.xml$/, (xml) => xml.replace('&lt;', '<'))).not.toBe('');
    expect(
      broken(bytes, /sheet2\.xml$/, (xml) => {
        const legacy = /<legacyDrawing[^>]*>/.exec(xml)?.[0] ?? '';
        return xml.replace(legacy, '').replace('</worksheet>', `${legacy}</worksheet>`);
      }),
    ).toMatch(/children of worksheet out of order/);
    expect(broken(bytes, /vmlDrawing2\.vml$/, (xml) => xml.replace(/data="\d+"/, 'data="3"'))).toMatch(/block/);
    // What the parts say of one another.
    expect(broken(bytes, /sheet1\.xml$/, (xml) => xml.replace('&apos;Deux&apos;!A1', '&apos;Trois&apos;!A1'))).toMatch(
      /leads to 'Trois'!A1, where nothing is/,
    );
    expect(
      broken(bytes, /sheet2\.xml$/, (xml) => xml.replace('<mergeCell ref="', '<mergeCell ref="A3:B4"/>$&')),
    ).toMatch(/A3:C\d+ over A3:B4/);
    expect(broken(bytes, /table1\.xml$/, (xml) => xml.replace(/ name="Nom"/, ' name="Autre"'))).toMatch(
      /« Autre » heads « Nom »/,
    );
    expect(broken(bytes, /sheet2\.xml$/, (xml) => xml.replace(/ s="\d+"/, ' s="999"'))).toMatch(/style 999, absent/);
    const document = await word();
    expect(broken(document, /document\.xml$/, (xml) => xml.replace('<w:gridCol ', '<w:gridCol w:w="9"/>$&'))).toMatch(
      /a row of \d columns in a grid of \d/,
    );
    expect(broken(document, /document\.xml$/, (xml) => xml.replace('w:val="Cellule"', 'w:val="Case"'))).toMatch(
      /style Case, absent/,
    );
    expect(broken(document, /document\.xml$/, (xml) => xml.replace(' xml:space="preserve"> ', '> '))).toMatch(/spaces/);
    const { bytes: slides } = await renderPptx(deck, theme, '2018-02-15');
    expect(broken(slides, /chart1\.xml$/, (xml) => xml.replace(/(<c:axId [^>]*>)/, '$1<c:axId val="9"/>'))).toMatch(
      /axes/,
    );
    expect(broken(slides, /Content_Types/, (xml) => xml.replace('slideMaster1.xml', 'slideMaster9.xml'))).toMatch(
      /slideMaster9\.xml: declared and absent/,
    );
  });
});

describe('a break of page in Word', () => {
  it('before a heading is the heading’s own: apart, it would leave an empty page after a full one', async () => {
    const heading = {
      type: 'heading' as const,
      level: 2 as const,
      id: 'suite',
      children: [{ type: 'text' as const, value: 'Suite' }],
    };
    const body = [
      paragraph('Avant.'),
      { type: 'pageBreak' as const },
      heading,
      { type: 'pageBreak' as const },
      paragraph('Après.'),
    ];
    const archive = await renderDocx({ ...sample, front: [], body }, await loadTheme(), '2020-01-01');
    const xml = strFromU8(unzipSync(archive)['word/document.xml'] ?? new Uint8Array());
    expect(xml.match(/<w:br w:type="page"\/>/g)).toHaveLength(1);
    expect(xml).toMatch(/<w:pageBreakBefore\/>(?:(?!<w:p>).)*Suite/s);
  });
});
