/** What who does not see the documents of the example is told, read from the PDF files of its release. No rule of PDF/UA asks for it. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { pdfText } from '../support/pdf-text.js';
import { type Dictionary, isDictionary, type PdfFile, readPdf, text, type Value } from '../support/pdfua/document.js';
import { type ReadElement, readingOf } from '../support/pdfua/reading.js';
import { releaseExemple } from '../support/release.js';

const DOCUMENTS = ['diagnostic', 'scenarios', 'mode-operatoire', 'fiches-projets', 'bilan', 'copil'];

/** What each document has: nothing is proved of what is not there. */
const HOLDS: Readonly<Record<'numbered' | 'groups' | 'figures', readonly string[]>> = {
  numbered: ['diagnostic', 'scenarios'],
  groups: ['diagnostic', 'scenarios', 'mode-operatoire', 'bilan', 'copil'],
  figures: ['diagnostic', 'scenarios', 'mode-operatoire', 'fiches-projets', 'bilan'],
};

/** Bookmarks, with those that each holds. */
interface Bookmark {
  title: string;
  held: Bookmark[];
}

function bookmarksOf(pdf: PdfFile): Bookmark[] {
  const from = (reference: Value | undefined): Bookmark[] => {
    if (reference === undefined) return [];
    const entry = pdf.dictionary(reference);
    return [{ title: text(entry['/Title']), held: from(entry['/First']) }, ...from(entry['/Next'])];
  };
  return from(pdf.dictionary(pdf.dictionary(pdf.trailer['/Root'])['/Outlines'])['/First']);
}

/** Elements of the structure, as they stand in the file. */
function elementsOf(pdf: PdfFile): { element: Dictionary; parents: Dictionary[] }[] {
  const found: { element: Dictionary; parents: Dictionary[] }[] = [];
  const visit = (reference: Value, parents: Dictionary[]): void => {
    const element = pdf.dictionary(reference);
    found.push({ element, parents });
    for (const kid of pdf.elements(element['/K'])) {
      const target = pdf.resolve(kid);
      if (isDictionary(target) && target['/S'] !== undefined) visit(kid, [...parents, element]);
    }
  };
  const root = pdf.dictionary(pdf.dictionary(pdf.trailer['/Root'])['/StructTreeRoot']);
  for (const kid of pdf.elements(root['/K'])) visit(kid, []);
  return found;
}

describe.each(DOCUMENTS)('%s', (name) => {
  let file: string;
  let pdf: PdfFile;
  let read: ReadElement[];
  const of = (type: string): ReadElement[] => read.filter((one) => one.type === type);
  const sees = (what: keyof typeof HOLDS, count: number): void => {
    expect(count > 0, what).toBe(HOLDS[what].includes(name));
  };

  beforeAll(async () => {
    file = join((await releaseExemple()).folder, 'out', '1.0', `${name}.pdf`);
    pdf = readPdf(file);
    read = readingOf(pdf);
  });

  it('has chapters that hold their sections, in its bookmarks', () => {
    const chapters = bookmarksOf(pdf);
    let numbered = 0;
    for (const { title, held } of chapters) {
      const [, number] = /^([\dA-Z]+) /.exec(title) ?? [];
      expect(title).not.toMatch(/^[\dA-Z]+\.\d/);
      if (!number) continue;
      numbered += held.length;
      for (const { title: section } of held) expect(section.startsWith(`${number}.`)).toBe(true);
    }
    sees('numbered', numbered);
    expect(chapters.length).toBeGreaterThan(2);
  });

  it('says a caption apart from its source, and a total under a name', () => {
    expect(of('Caption').length).toBeGreaterThan(3);
    for (const { text: said } of of('Caption')) {
      expect(said).toMatch(/^(Tableau|Figure)\u00a0\d+ {2}\S/);
      expect(said).not.toMatch(/Source\u00a0?:/);
    }
    expect(of('TH').filter(({ text: said }) => said.trim() === '')).toEqual([]);
    const sources = of('P').filter(({ text: said }) => /^Source\u00a0?:/.test(said));
    expect(sources.length).toBeGreaterThan(0);
  });

  it('makes of each line of its contents one link, whose page is read apart', () => {
    const lines = of('TOCI').map(({ text: said }) => said);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toMatch(/\S \d+$/);
    const links = read.filter(({ type, inside }) => type === 'Link' && inside.includes('TOCI'));
    expect(links).toHaveLength(lines.length);
  });

  it('names the group of a row in each of its cells', () => {
    const attributes = (element: Dictionary): Dictionary[] => pdf.elements(element['/A']).map(pdf.dictionary);
    const all = elementsOf(pdf);
    const groups = new Map<Dictionary, number>();
    for (const { element, parents } of all)
      if (element['/S'] === '/TH' && attributes(element).some((one) => Number(one['/ColSpan'] ?? 1) > 1)) {
        const table = parents.find((one) => one['/S'] === '/Table');
        if (table) groups.set(table, (groups.get(table) ?? 0) + 1);
      }
    let cells = 0;
    for (const { element, parents } of all) {
      const table = parents.find((one) => one['/S'] === '/Table');
      if (element['/S'] !== '/TD' || !table || !groups.has(table)) continue;
      const headers = attributes(element).flatMap((one) => pdf.elements(one['/Headers']).map(text));
      cells++;
      // Forms head no column.
      expect(headers.some((header) => /^t\d+g\d+$/.test(header))).toBe(true);
    }
    sees('groups', cells);
  });

  it('describes each figure: what it shows, what kind of drawing, its values; no date of a machine', () => {
    const alts = elementsOf(pdf).flatMap(({ element }) => (element['/S'] === '/Figure' ? [text(element['/Alt'])] : []));
    sees('figures', alts.length);
    for (const alt of alts) {
      expect(alt).not.toMatch(/\d{4}-\d{2}(-\d{2})?\b|undefined|NaN/);
      expect(alt).toMatch(
        /^.+?\. (Barres|Carte|Courbes?|Diagramme|Grille|Matrice|Frise|Nuage|Organigramme|Couloirs|Points)\b.+?\. .+\.$/s,
      );
    }
  });

  it('says and copies each word whole, wherever its line cuts it', () => {
    const copied = pdfText(file);
    expect(copied).not.toContain('\u00ad');
    const cut = of('Span').filter(({ actual }) => actual);
    expect(cut.length).toBeGreaterThan(0);
    for (const { text: word } of cut) {
      expect(word).not.toMatch(/[\u00ad-]\s*$/);
      expect(copied).toContain(word.trim());
    }
  });
});
