/** The content of the pages: all of it tagged or an artifact, each glyph there, each annotation in the structure. */
import { isReference, list, type PdfFile, text, type Value } from './document.js';
import { charactersOf } from './reading.js';
import type { Structure } from './structure.js';

const PAINT = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Do', 'sh', 'EI']);
const TOKEN = /\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|\/[^\s<>[\]()/]*|[^\s<>[\]()/]+/g;

/** Colours of print, which no output intent of ours describes. */
const CMYK = new Set(['k', 'K']);
/** Graphics states saved within one another, at most. */
const DEEPEST = 28;

/** Values of the Unicode standard that stand for no character. */
const NO_CHARACTER = /^$|[\0\ufeff\ufffe]/;

/** The parent tree: from a page's or annotation's key to the elements that own its contents. */
function parentTree(pdf: PdfFile): Map<number, Value> {
  const root = pdf.dictionary(pdf.dictionary(pdf.trailer['/Root'])['/StructTreeRoot']);
  const numbers = list(pdf.dictionary(root['/ParentTree'])['/Nums']);
  const tree = new Map<number, Value>();
  for (let i = 0; i < numbers.length; i += 2) {
    const value = numbers[i + 1] ?? null;
    const resolved = pdf.resolve(value);
    tree.set(Number(numbers[i]), Array.isArray(resolved) ? resolved : value);
  }
  return tree;
}

export function checkContent(pdf: PdfFile, structure: Structure): string[] {
  const faults: string[] = [];
  const parents = parentTree(pdf);
  const fonts = new Map<string, Map<number, string>>();
  for (const [index, { object }] of pdf.pages.entries()) {
    const fault = (id: string, message: string): void => {
      faults.push(`${id} page ${index + 1}: ${message}`);
    };
    const page = pdf.dictionary(object);
    const own = list(parents.get(Number(page['/StructParents'])));
    const source = list(page['/Contents'])
      .map((reference) => pdf.stream(reference).toString('latin1'))
      .join('\n');
    const named = pdf.dictionary(pdf.dictionary(page['/Resources'])['/Font']);
    let font = new Map<number, string>();
    let saved = 0;
    const open: (number | 'artifact' | 'other')[] = [];
    const seen = new Set<number>();
    let args: string[] = [];
    for (const [token] of source.matchAll(TOKEN)) {
      if (!/^[A-Za-z'"*]/.test(token) || /^(true|false|null)$/.test(token)) {
        args.push(token);
        continue;
      }
      if (token === 'BDC' || token === 'BMC') {
        const at = args.indexOf('/MCID');
        const mcid = at < 0 ? null : Number(args[at + 1]);
        const artifact = args.includes('/Artifact');
        if (artifact && open.some((entry) => typeof entry === 'number'))
          fault('01-003', 'artifact inside tagged content');
        if (mcid !== null) {
          if (open.includes('artifact')) fault('01-004', 'tagged content inside an artifact');
          const owner = structure.contents.get(`${object}#${mcid}`);
          if (owner === undefined) fault('01-005', `marked content ${mcid} is in no element`);
          else if (own[mcid] !== owner) fault('structure', `the parent tree gives another owner to ${mcid}`);
          seen.add(mcid);
        }
        open.push(artifact ? 'artifact' : (mcid ?? 'other'));
      } else if (token === 'EMC') {
        if (open.pop() === undefined) fault('content', 'EMC without beginning');
      } else if (PAINT.has(token)) {
        if (open.length === 0) fault('01-005', `untagged ${token}`);
        if (token === 'TJ' || token === 'Tj') {
          const codes = args
            .filter((arg) => /^<[0-9a-f]+>$/i.test(arg))
            .flatMap((arg) => [...arg.slice(1, -1).matchAll(/.{4}/g)].map(([code]) => Number.parseInt(code, 16)));
          if (codes.includes(0)) fault('31-030', 'missing glyph');
          const mute = codes.find((code) => NO_CHARACTER.test(font.get(code) ?? ''));
          if (mute) fault('31-027', `glyph ${mute} stands for no character`);
        }
      } else if (token === 'Tf') {
        const key = String(named[args[0] ?? '']);
        font = fonts.get(key) ?? charactersOf(pdf, named[args[0] ?? '']);
        fonts.set(key, font);
      } else if (CMYK.has(token) || args.includes('/DeviceCMYK')) fault('PDF/A 6.2.4.3', 'CMYK without its intent');
      else if (token === 'q' || token === 'Q') {
        saved += token === 'q' ? 1 : -1;
        if (saved > DEEPEST) fault('PDF/A 6.1.13', `${saved} states saved within one another`);
      }
      args = [];
    }
    if (open.length > 0) fault('content', 'marked content left open');
    for (const key of structure.contents.keys()) {
      const [owner, mcid] = key.split('#');
      if (owner === object && !seen.has(Number(mcid))) fault('structure', `marked content ${mcid} is not on the page`);
    }
    checkAnnotations(pdf, structure, parents, object, fault);
  }
  return faults;
}

function checkAnnotations(
  pdf: PdfFile,
  structure: Structure,
  parents: Map<number, Value>,
  page: string,
  fault: (id: string, message: string) => void,
): void {
  const annotations = pdf.elements(pdf.dictionary(page)['/Annots']);
  if (annotations.length > 0 && pdf.dictionary(page)['/Tabs'] !== '/S') fault('28-008', 'no tab order');
  const destinations = new Set(namedDestinations(pdf));
  for (const reference of annotations) {
    const annotation = pdf.dictionary(reference);
    const owner = structure.annotations.get(text(reference));
    if (!owner) fault('28-002', `annotation ${String(reference)} is in no element`);
    else if (owner.type !== 'Link') fault('28-011', `link in ${owner.type}`);
    else if (parents.get(Number(annotation['/StructParent'])) !== owner.element)
      fault('structure', 'link without its parent');
    if (!text(annotation['/Contents'])) fault('28-012', 'link without description');
    if ((Number(annotation['/F']) & 4) === 0) fault('PDF/A 6.3.2', 'annotation that does not print');
    const target = annotation['/Dest'];
    if (typeof target === 'string' && !isReference(target) && !destinations.has(text(target)))
      fault('link', `destination « ${text(target)} » does not exist`);
  }
}

export function nameTree(pdf: PdfFile, value: Value | undefined): [string, Value][] {
  const node = pdf.dictionary(value);
  const names = list(node['/Names']);
  const own = names.flatMap((name, i): [string, Value][] => (i % 2 === 0 ? [[text(name), names[i + 1] ?? null]] : []));
  return [...own, ...list(node['/Kids']).flatMap((kid) => nameTree(pdf, kid))];
}

const namedDestinations = (pdf: PdfFile): string[] =>
  nameTree(pdf, pdf.dictionary(pdf.dictionary(pdf.trailer['/Root'])['/Names'])['/Dests']).map(([name]) => name);
