import { unzipSync } from 'fflate';
import { nameMetafiles } from '../ooxml/metafiles.js';
import { editParts, packed, stamped } from '../ooxml/parts.js';

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

/** The same document as the same bytes: dates of the deliverable, relationships and bookmarks named in their order. */
export function deterministicDocx(archive: Uint8Array, date: string): Uint8Array {
  const parts = unzipSync(archive);
  nameMetafiles(parts, 'word');
  const stamp = `${`${date}-01-01`.slice(0, 10)}T00:00:00Z`;
  editParts(parts, /^docProps\/core\.xml$/, (xml) => stamped(xml, stamp));
  const renamed = numbering(/rId[\w-]{12,}/g, 'rIdL');
  const bookmark = numbering(/(?<=<w:bookmark(?:Start|End)\b[^>]*w:id=")\d+/g, '');
  const drawing = numbering(/(?<=<wp:docPr id=")\d+/g, '');
  const entry = numbering(/_Toc\d+/g, '_Toc');
  editParts(parts, /^word\/document\.xml$/, (xml) => entry(drawing(bookmark(renamed(xml)))));
  editParts(parts, /^word\/.*\.(xml|rels)$/, renamed);
  return packed(parts);
}
