import { unzipSync } from 'fflate';
import { isEmf } from '../emf/index.js';
import { editParts, type Parts, packed } from '../ooxml/parts.js';

const DATES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

/** What the library numbers by process or at random, numbered in the order of the file. */
function numbering(pattern: RegExp, start: string): (xml: string) => string {
  const names = new Map<string, string>();
  return (xml) =>
    xml.replace(pattern, (found) => {
      const known = names.get(found) ?? `${start}${names.size + 1}`;
      names.set(found, known);
      return known;
    });
}

/** Metafiles that the library took for PNG get their own name and type. */
function nameMetafiles(parts: Parts): void {
  const metafiles = Object.entries(parts).filter(([name, bytes]) => name.endsWith('.png') && isEmf(bytes));
  if (metafiles.length === 0) return;
  const names = new Set<string>();
  for (const [name, bytes] of metafiles) {
    delete parts[name];
    parts[name.replace(/\.png$/, '.emf')] = bytes;
    names.add(name.replace(/^word\//, ''));
  }
  editParts(parts, /^word\/_rels\/.*\.rels$/, (xml) =>
    xml.replace(/Target="([^"]+)\.png"/g, (whole, target: string) =>
      names.has(`${target}.png`) ? `Target="${target}.emf"` : whole,
    ),
  );
  editParts(parts, /^\[Content_Types\]\.xml$/, (xml) =>
    xml.replace('<Default ', '<Default Extension="emf" ContentType="image/x-emf"/><Default '),
  );
}

/** The same document as the same bytes: dates of the deliverable, relationships and bookmarks named in their order. */
export function deterministicDocx(archive: Uint8Array, date: string): Uint8Array {
  const parts = unzipSync(archive);
  nameMetafiles(parts);
  const stamp = `${`${date}-01-01`.slice(0, 10)}T00:00:00Z`;
  editParts(parts, /^docProps\/core\.xml$/, (xml) => xml.replace(DATES, `$1${stamp}`));
  const renamed = numbering(/rId[\w-]{12,}/g, 'rIdL');
  const bookmark = numbering(/(?<=<w:bookmark(?:Start|End)\b[^>]*w:id=")\d+/g, '');
  const drawing = numbering(/(?<=<wp:docPr id=")\d+/g, '');
  const entry = numbering(/_Toc\d+/g, '_Toc');
  editParts(parts, /^word\/document\.xml$/, (xml) => entry(drawing(bookmark(renamed(xml)))));
  editParts(parts, /^word\/.*\.(xml|rels)$/, renamed);
  return packed(parts);
}
