import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { GridChart } from '../../documents/workbook.js';
import { placeCharts } from './charts.js';
import { repairSheets } from './repair.js';

/** `zipSync` reads a date in local time, so that the local constructor gives the same bytes everywhere. */
const EPOCH = new Date(1980, 0, 1);
const FIRST = ['[Content_Types].xml', '_rels/.rels'];
const GUID = /\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}/gi;

/** The same archive with the same bytes for the same content: names sorted, dates fixed, random identifiers of sheets numbered. */
export function deterministicZip(archive: Uint8Array, charts: readonly GridChart[] = []): Uint8Array {
  const files = unzipSync(archive);
  placeCharts(files, charts);
  repairSheets(files);
  const names = Object.keys(files)
    .filter((name) => !FIRST.includes(name) && !name.endsWith('/'))
    .sort();
  const guids = new Map<string, string>();
  const renumber = (guid: string): string => {
    const known = guids.get(guid) ?? `{00000000-0000-4000-8000-${String(guids.size + 1).padStart(12, '0')}}`;
    guids.set(guid, known);
    return known;
  };
  const content = [...FIRST, ...names].flatMap((name): [string, Uint8Array][] => {
    const bytes = files[name];
    if (!bytes) return [];
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) return [[name, bytes]];
    const text = strFromU8(bytes);
    const numbered = text.replace(GUID, renumber);
    return [[name, numbered === text ? bytes : strToU8(numbered)]];
  });
  return zipSync(Object.fromEntries(content), { level: 6, mtime: EPOCH });
}
