/**
 * A workbook reduced to its cells, for a reader that gives up on the rest: notes, drawings and tables that other programs than Excel hold under names of their own
 * (a list taken out of a business software, most often) say nothing of a list.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

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
