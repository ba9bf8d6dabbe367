/** What Excel, PowerPoint and Word ask of the parts of a package beyond well-formed XML, where the libraries that write them fall short. */
import { strFromU8, strToU8 } from 'fflate';
import { zipped } from './archive.js';

export type Parts = Record<string, Uint8Array>;

const FIRST = ['[Content_Types].xml', '_rels/.rels'];

/** The archive of the parts, the same bytes for the same parts: names sorted, dates fixed. */
export function packed(parts: Parts): Uint8Array {
  const names = Object.keys(parts).filter((name) => !FIRST.includes(name) && !name.endsWith('/'));
  const content = [...FIRST, ...names.sort()].flatMap((name): [string, Uint8Array][] =>
    parts[name] ? [[name, parts[name]]] : [],
  );
  return zipped(content);
}

/** The dates of the properties of a document, which the library takes from the clock, set to `stamp` (« 2018-02-15T00:00:00Z »). */
export const stamped = (xml: string, stamp: string): string =>
  xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${stamp}`);

/** Changes the text of the parts whose name matches. */
export function editParts(parts: Parts, pattern: RegExp, change: (xml: string, name: string) => string): void {
  for (const [name, bytes] of Object.entries(parts)) {
    if (!pattern.test(name)) continue;
    const before = strFromU8(bytes);
    const after = change(before, name);
    if (after !== before) parts[name] = strToU8(after);
  }
}

/** The content types declare no part that is absent (ECMA-376, part 2, 10.1.2). */
export function dropAbsentTypes(parts: Parts): void {
  editParts(parts, /^\[Content_Types\]\.xml$/, (xml) =>
    xml.replace(/\s*<Override PartName="\/([^"]+)"[^>]*\/>/g, (override, name: string) =>
      parts[name] ? override.trim() : '',
    ),
  );
}

/** A top-level element with its content: no element of these lists holds another of its own name. */
const ELEMENT = /<([\w:]+)(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/\1>)/g;

/** The elements of `xml`, in the order of `names`; one that is not named keeps its rank among the last. */
export function inOrder(xml: string, names: readonly string[]): string {
  const rank = (element: string): number => {
    const at = names.indexOf(/^<([\w:]+)/.exec(element)?.[1] ?? '');
    return at < 0 ? names.length : at;
  };
  const elements = xml.match(ELEMENT) ?? [];
  return elements
    .map((element, index) => ({ element, index, rank: rank(element) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ element }) => element)
    .join('');
}
