import { unzipSync } from 'fflate';
import type { GridChart } from '../../documents/workbook.js';
import { editParts, packed } from '../ooxml/parts.js';
import { withScheme } from '../ooxml/scheme.js';
import type { Theme } from '../theme.js';
import { placeCharts } from './charts.js';
import { repairSheets } from './repair.js';

const GUID = /\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}/gi;

/** The same archive with the same bytes for the same content: names sorted, dates fixed, random identifiers of sheets numbered. */
export function deterministicZip(archive: Uint8Array, theme: Theme, charts: readonly GridChart[] = []): Uint8Array {
  const files = unzipSync(archive);
  placeCharts(files, charts, theme);
  repairSheets(files);
  withScheme(files, theme);
  const guids = new Map<string, string>();
  const renumber = (guid: string): string => {
    const known = guids.get(guid) ?? `{00000000-0000-4000-8000-${String(guids.size + 1).padStart(12, '0')}}`;
    guids.set(guid, known);
    return known;
  };
  editParts(files, /^xl\/worksheets\/[^/]+\.xml$/, (xml) => xml.replace(GUID, renumber));
  return packed(files);
}
