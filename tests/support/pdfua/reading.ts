/** What a screen reader says of a PDF: the text of the elements of its structure, in their order, `ActualText` standing for the contents that it replaces. */
import { isDictionary, list, type PdfFile, text, type Value } from './document.js';

const TOKEN = /\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|\/[^\s<>[\]()/]*|[^\s<>[\]()/]+/g;

const unicode = (hex: string): string =>
  Buffer.from(hex.replace(/\s/g, ''), 'hex')
    .swap16()
    .toString('utf16le')
    .replace(/^\ufeff/, '');

/** Characters by code, from the ToUnicode table of a font, as pdfkit writes it: ranges of consecutive codes. */
export function charactersOf(pdf: PdfFile, font: Value | undefined): Map<number, string> {
  const table = pdf.stream(pdf.dictionary(font)['/ToUnicode']).toString('latin1');
  const found = new Map<number, string>();
  for (const [, first = '', , all = ''] of table.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*\[([^\]]*)\]/gi)) {
    const from = Number.parseInt(first, 16);
    for (const [i, [, hex = '']] of [...all.matchAll(/<([0-9a-f\s]*)>/gi)].entries()) found.set(from + i, unicode(hex));
  }
  return found;
}

/** Text of the marked contents of the pages, by « page#mcid ». */
function contentsOf(pdf: PdfFile): Map<string, string> {
  const fonts = new Map<string, Map<number, string>>();
  const found = new Map<string, string>();
  for (const { object } of pdf.pages) {
    const page = pdf.dictionary(object);
    const named = pdf.dictionary(pdf.dictionary(page['/Resources'])['/Font']);
    const source = list(page['/Contents'])
      .map((reference) => pdf.stream(reference).toString('latin1'))
      .join('\n');
    const open: (string | null)[] = [];
    let font = new Map<number, string>();
    let args: string[] = [];
    for (const [token] of source.matchAll(TOKEN)) {
      if (!/^[A-Za-z'"*]/.test(token)) {
        args.push(token);
        continue;
      }
      if (token === 'BDC' || token === 'BMC') {
        const at = args.indexOf('/MCID');
        open.push(at < 0 ? null : `${object}#${args[at + 1]}`);
      } else if (token === 'EMC') open.pop();
      else if (token === 'Tf') {
        const reference = named[args[0] ?? ''];
        const key = String(reference);
        font = fonts.get(key) ?? charactersOf(pdf, reference);
        fonts.set(key, font);
      } else if (token === 'TJ') {
        const key = open.findLast((one) => one !== null);
        const codes = args
          .filter((one) => /^<[0-9a-f]+>$/i.test(one))
          .flatMap((one) => one.slice(1, -1).match(/.{4}/g));
        const drawn = codes.map((code) => font.get(Number.parseInt(String(code), 16)) ?? '').join('');
        if (key) found.set(key, (found.get(key) ?? '') + drawn);
      }
      args = [];
    }
  }
  return found;
}

export interface ReadElement {
  type: string;
  /** Types of the elements around it, from the document inwards. */
  inside: string[];
  /** All that it holds, its descendants among it. */
  text: string;
  actual: boolean;
}

/** Every element of the structure, those that it holds before it. */
export function readingOf(pdf: PdfFile): ReadElement[] {
  const contents = contentsOf(pdf);
  const found: ReadElement[] = [];
  const visit = (reference: Value, inside: string[]): string => {
    const element = pdf.dictionary(reference);
    const type = text(element['/S']).slice(1);
    const parts = pdf.elements(element['/K']).map((kid): string => {
      const target = pdf.resolve(kid);
      if (typeof target === 'number') return contents.get(`${text(element['/Pg'])}#${target}`) ?? '';
      if (!isDictionary(target)) return '';
      if (target['/Type'] === '/OBJR') return '';
      if (target['/Type'] !== '/MCR') return visit(kid, [...inside, type]);
      return contents.get(`${text(target['/Pg'] ?? element['/Pg'])}#${String(target['/MCID'])}`) ?? '';
    });
    const said = element['/ActualText'];
    const read = said === undefined ? parts.join('') : text(said);
    found.push({ type, inside, text: read, actual: said !== undefined });
    return read;
  };
  const root = pdf.dictionary(pdf.dictionary(pdf.trailer['/Root'])['/StructTreeRoot']);
  for (const kid of pdf.elements(root['/K'])) visit(kid, []);
  if (!found.some(({ text: read }) => read.trim() !== '')) throw new Error('a document in which nothing is read');
  return found;
}
