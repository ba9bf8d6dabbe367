import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Attachment, Block, Inline } from '../../../src/documents/tree.js';
import { renderPdf } from '../../../src/render/pdf/index.js';
import { loadTheme } from '../../../src/render/theme.js';
import { pdfText } from '../../support/pdf-text.js';
import { type Dictionary, readPdf, text as textOf } from '../../support/pdfua/document.js';
import { checkPdf } from '../../support/pdfua/index.js';
import { readingOf } from '../../support/pdfua/reading.js';
import { temporaryFolder } from '../../support/temporary.js';
import { paragraph, sample, short, text } from '../sample-tree.js';

const attachment: Attachment = {
  name: 'etude.json',
  description: 'Étude',
  mime: 'application/json',
  bytes: new TextEncoder().encode('{"id":"essai"}'),
  relationship: 'Source',
};

let folder: string;
let file: string;
let bytes: Uint8Array;
let pages: number;
const tool = (name: string, ...args: string[]): string =>
  execFileSync(name, args, { encoding: 'utf8', maxBuffer: 1 << 26 });

const render = async () => renderPdf(sample, await loadTheme(), { attachments: [attachment], date: '2018-02-15' });

beforeAll(async () => {
  folder = await temporaryFolder();
  ({ bytes, pages } = await render());
  file = join(folder, 'essai.pdf');
  await writeFile(file, bytes);
});

describe('two documents of one command', () => {
  it('take nothing of each other: the two hyphens of Unicode, drawn by one glyph, stay what was written', async () => {
    const theme = await loadTheme();
    const saying = async (name: string, value: string): Promise<string> => {
      const { bytes: made } = await renderPdf({ ...sample, body: [paragraph(value)] }, theme, {
        attachments: [],
        date: '2018-02-15',
      });
      await writeFile(join(folder, name), made);
      return pdfText(join(folder, name));
    };
    expect(await saying('premier.pdf', 'un vis-à-vis, une arrière-cour')).toContain('vis-à-vis');
    expect(await saying('second.pdf', 'un vis\u2010à\u2010vis, un avant\u2010projet')).toContain('vis\u2010à\u2010vis');
    expect(await saying('second.pdf', 'un avant\u2010projet, un vis-à-vis')).toContain('vis-à-vis');
    expect(await saying('second.pdf', 'un avant-projet, un vis-à-vis')).toContain('avant-projet');
  });
});

describe('a cover', () => {
  const firstPage = async (notices: string[], chapters: number): Promise<string> => {
    const body = Array.from({ length: chapters }, (_, i): Block[] => [
      {
        type: 'heading',
        level: 1,
        id: `chapitre-${i}`,
        number: `${i + 1}`,
        children: text(`Chapitre de rang ${i + 1}`),
      },
      paragraph('Une ligne.'),
    ]).flat();
    const tree = { ...sample, meta: { ...sample.meta, notices }, front: [], body };
    const { bytes: made } = await renderPdf(tree, await loadTheme(), { attachments: [], date: '2018-02-15' });
    await writeFile(join(folder, 'couverture.pdf'), made);
    return pdfText(join(folder, 'couverture.pdf'), '-l', '1').replace(/\s+/g, ' ');
  };
  const notice = `${'Mention qui prend de la place sur la page de garde. '.repeat(4)}Fin de la mention.`;

  it('holds the contents of a document of few chapters, and of no other', async () => {
    expect(await firstPage([notice], 5)).toMatch(/Sommaire.*Chapitre de rang 5.*Fin de la mention/);
    expect(await firstPage([notice], 16)).not.toContain('Sommaire');
  });

  it('loses no line of its notices, however many', async () => {
    for (const chapters of [5, 12]) {
      const said = await firstPage(Array<string>(6).fill(notice), chapters);
      expect(said.split('Fin de la mention').length - 1).toBe(6);
    }
  });
});

describe('annexes', () => {
  it('begin a page together, then follow one another on it', async () => {
    const annexe = (number: string): Block[] => [
      { type: 'heading', level: 1, id: `annexe-${number}`, number, children: text(`Annexe ${number}`) },
      paragraph(/\d/.test(number) ? 'Une ligne. '.repeat(60) : 'Une ligne.'),
    ];
    const chapters = async (numbers: readonly string[]): Promise<number> =>
      (
        await renderPdf({ ...sample, body: numbers.flatMap(annexe) }, await loadTheme(), {
          attachments: [],
          date: '2018-02-15',
        })
      ).pages;
    const one = await chapters(['1']);
    expect(await chapters(['1', '2'])).toBe(one + 1);
    expect(await chapters(['1', 'A', 'B', 'C'])).toBe(one + 1);
  });
});

describe('a PDF', () => {
  it('is tagged throughout, with every structure that its tree has', () => {
    const report = checkPdf(file);
    expect(report.faults).toEqual([]);
    expect(report.pages).toBe(pages);
    for (const type of [
      'H1',
      'H2',
      'P',
      'L',
      'LI',
      'Table',
      'TH',
      'TD',
      'Figure',
      'Caption',
      'BlockQuote',
      'TOC',
      'Link',
    ])
      expect(report.counts.get(type), type).toBeGreaterThan(0);
    expect(report.counts.get('Figure')).toBe(1);
    expect(report.counts.get('Table')).toBe(3);
  });

  it('reads back as it was written: accents, no-break spaces, cut words, page numbers', () => {
    const words = pdfText(file).replace(/\s+/g, ' ');
    expect(words).not.toContain('\u00ad');
    expect(words).toContain('douze structures, 1');
    expect(words).toContain('Mutualisation intercommunale des équipements socioculturels');
    expect(words).toContain('Communauté <&> Rives');
    expect(words).toMatch(/tableau 2 et un site, page \d/);
    expect(words).toContain('Aucune ligne.');
    expect(words).toContain(`page ${pages} / ${pages}`);
    expect(words).not.toMatch(/undefined|NaN|\[object/);
  });

  it('keeps the space after a word that ends its line to the point, wherever lines break', async () => {
    const sentence =
      'Le diagnostic porte sur la mutualisation des équipements intercommunaux et sur les associations qui les animent, dont les responsables souhaitent un interlocuteur disponible.';
    // Each begins a narrow letter further: some word ends where the space that follows it does not hold.
    const written = Array.from(
      { length: 60 },
      (_, i) => `${'i'.repeat(1 + (i % 30))}${'l'.repeat(Math.floor(i / 30))} ${sentence}`,
    );
    const shifted = { ...short, body: [...short.body, ...written.map(paragraph)] };
    const path = join(folder, 'decale.pdf');
    const theme = await loadTheme();
    await writeFile(path, (await renderPdf(shifted, theme, { attachments: [], date: '2018-02-15' })).bytes);
    const read = readingOf(readPdf(path)).flatMap(({ type, text: said }) =>
      type === 'P' && said.includes('diagnostic porte') ? [said.trim()] : [],
    );
    expect(read).toEqual(written);
  });

  it('is read aloud as its tree says, words cut at the end of a line among it', () => {
    const read = readingOf(readPdf(file));
    const cut = read.filter(({ actual }) => actual).map(({ text: said }) => said);
    expect(cut).toEqual(['inconnu\u202f; ', 'structures, ']);
    const long = sample.body.flatMap((block) => (block.type === 'paragraph' ? [block.children] : []));
    const plain = (inlines: readonly Inline[]): string =>
      inlines
        .map((one) =>
          one.type === 'text'
            ? one.value
            : one.type === 'pageReference'
              ? '3'
              : 'children' in one
                ? plain(one.children)
                : '',
        )
        .join('');
    const said = read.filter(({ type }) => type === 'P').map(({ text: one }) => one);
    expect(long.length).toBeGreaterThan(0);
    for (const children of long) expect(said).toContain(plain(children));
  });

  it('repeats the header of a table on each of its pages', () => {
    const shown = pdfText(file, '-layout')
      .split('\f')
      .filter((page) => /Ligne \d+ .*Mutualisation/.test(page));
    expect(shown.length).toBeGreaterThan(2);
    for (const page of shown) expect(page).toMatch(/Nom +Détail +Nombre/);
  });

  it('lays a wide table on a landscape page, and what follows upright again', () => {
    const sizes = tool('pdfinfo', '-f', '1', '-l', String(pages), file)
      .split('\n')
      .filter((line) => /^Page +\d+ size/.test(line))
      .map((line) => (/841\.89 x 595/.test(line) ? 'paysage' : 'portrait'));
    expect(sizes.filter((size) => size === 'paysage')).toHaveLength(1);
    expect(sizes.at(-1)).toBe('portrait');
  });

  it('has bookmarks nested as its chapters are', () => {
    const { dictionary, trailer } = readPdf(file);
    const outline = dictionary(dictionary(trailer['/Root'])['/Outlines']);
    const titles = (first: Dictionary): string[] => [
      textOf(first['/Title']),
      ...(first['/Next'] === undefined ? [] : titles(dictionary(first['/Next']))),
    ];
    const top = titles(dictionary(outline['/First']));
    expect(top.map((title) => title)).toEqual(['L’essentiel', '1 Chapitre', 'A Annexe']);
    const chapter = dictionary(dictionary(outline['/First'])['/Next']);
    expect(titles(dictionary(chapter['/First']))).toHaveLength(3);
  });

  it('makes of each line of the contents one link, that says the page', () => {
    const { objects } = readPdf(file);
    const contents = Object.values(objects).flatMap((object) => {
      const value = (object as { value?: Dictionary }).value;
      return value?.['/Subtype'] === '/Link' ? [textOf(value['/Contents'])] : [];
    });
    const entries = contents.filter((said) => /, page \d+$/.test(said));
    expect(entries).toHaveLength(7);
    expect(entries[0]).toBe('L’essentiel, page 2');
    expect(entries[1]).toMatch(/^1\s+Chapitre, page \d$/);
    // The one reference to a page in the text is a link of its own.
    expect(contents.filter((said) => /^\d+$/.test(said))).toHaveLength(1);
  });

  it('names in each cell of a group the header of its column, its group and its row', () => {
    const { objects } = readPdf(file);
    const headers = Object.values(objects).flatMap((object) => {
      const attributes = (object as { value?: Dictionary }).value?.['/A'] as Dictionary | undefined;
      const names = attributes?.['/Headers'];
      return Array.isArray(names) ? [names.map(textOf).join(' ')] : [];
    });
    expect(headers.filter((names) => /t2c1 t2g\d+ t2r\d+c0/.test(names)).length).toBeGreaterThanOrEqual(90);
  });

  it('carries its attachment', () => {
    expect(tool('pdfdetach', '-list', file)).toContain('etude.json');
  });

  it('has the same bytes for the same tree', async () => {
    expect(Buffer.compare(Buffer.from((await render()).bytes), Buffer.from(bytes))).toBe(0);
  });
});

describe('the structure check', () => {
  /** The file with one thing changed, at the same length so that its offsets hold. */
  const broken = async (pattern: RegExp, by: string): Promise<string> => {
    const plain = join(folder, 'ouvert.pdf');
    tool('qpdf', '--qdf', '--object-streams=disable', file, plain);
    const source = await readFile(plain, 'latin1');
    const changed = source.replace(pattern, by);
    expect(changed).not.toBe(source);
    expect(changed).toHaveLength(source.length);
    const path = join(folder, 'casse.pdf');
    await writeFile(path, changed, 'latin1');
    return checkPdf(path).faults.join('\n');
  };

  it('fails on text that no element owns', async () => {
    expect(await broken(/<<\/MCID (\d+)>> BDC/, '<</MCIX $1>> BDC')).toMatch(/is not on the page/);
  });

  it('fails on a figure without text and on a header without scope', async () => {
    expect(await broken(/\/Alt </, '/Alx <')).toMatch(/13-004/);
    expect(await broken(/\/Scope \/Column/, '/Scopx /Column')).toMatch(/15-003/);
  });
});
