/**
 * A workbook as Excel writes it, for a reader that knows only that: other programs name every element by a prefix (« x:worksheet », as the kits of Microsoft do),
 * or write « true » where Excel writes « 1 » (LibreOffice, of a calendar that begins in 1904: its days were read four years early). Where the reader gives up all
 * the same, the cells alone: notes, drawings and tables that are held under names of their own (a list taken out of a business software, most often) say nothing
 * of a list.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The name that a part gives to the language of workbooks, in either of its two editions (ECMA-376, part 1, annex A). */
const PREFIXE =
  /xmlns:([\w.-]+)=(["'])(http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/spreadsheetml\/main)\2/;
const DEPUIS_1904 = /(<workbookPr\b[^>]*?\bdate1904=["'])true(?=["'])/;

function sansPrefixe(xml: string): string {
  const [declared, prefix, , address] = PREFIXE.exec(xml) ?? [];
  if (declared === undefined || prefix === undefined || !xml.includes(`<${prefix}:`)) return xml;
  const named = new RegExp(`<(/?)${prefix.replace(/[.-]/g, '\\$&')}:`, 'g');
  return xml.replace(declared, `xmlns="${address}"`).replace(named, '<$1');
}

const usuelle = (xml: string): string => sansPrefixe(xml).replace(DEPUIS_1904, '$11');

/** The same bytes for a workbook that Excel would write. Throws when they are no archive. */
export function partiesUsuelles(bytes: Uint8Array): Uint8Array {
  const book = unzipSync(bytes, { filter: ({ name }) => name === 'xl/workbook.xml' })['xl/workbook.xml'];
  const xml = book && strFromU8(book);
  if (xml === undefined || usuelle(xml) === xml) return bytes;
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]): [string, Uint8Array] =>
    /^xl\/.*\.xml$/.test(name) ? [name, strToU8(usuelle(strFromU8(content)))] : [name, content],
  );
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

/** What a sheet says that it holds beside its cells. */
const A_COTE =
  /<(legacyDrawing|legacyDrawingHF|drawing|picture|tableParts|oleObjects|controls)\b(?:[^>]*\/>|[\s\S]*?<\/\1>)/g;

/** A link from a sheet to a part; only those of the cells to addresses are kept. */
const LIEN = /<Relationship\b[^>]*?(?:\/>|><\/Relationship>)/g;

/** Addresses of the cells that have a note, of all the sheets. */
export function notesDe(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^xl\/.*comments?\d*\.xml$/i.test(name) });
  return Object.values(parts).flatMap((part) =>
    [...strFromU8(part).matchAll(/<(?:\w+:)?comment\b[^>]*\bref=["']([A-Z]+\d+)["']/g)].map(([, ref = '']) => ref),
  );
}

export function cellulesSeules(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, content] of Object.entries(parts)) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) parts[name] = strToU8(strFromU8(content).replace(A_COTE, ''));
    else if (/^xl\/worksheets\/_rels\//.test(name))
      parts[name] = strToU8(strFromU8(content).replace(LIEN, (link) => (/\/hyperlink"/.test(link) ? link : '')));
    else if (/^xl\/(?:comments|drawings|tables|media|threadedComments|charts|pivot)/.test(name)) delete parts[name];
  }
  return zipSync(parts, { level: 0 });
}
