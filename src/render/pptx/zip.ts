/** The same deck as the same bytes: names sorted, dates of the deliverable, random identifiers numbered, down to the workbooks of the charts. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { packed, stamped } from '../ooxml/parts.js';
import { withScheme } from '../ooxml/scheme.js';
import type { Theme } from '../theme.js';
import { repairDeck } from './repair.js';

/** One in an attribute `uri` names a feature of the format, not this file. */
const GUID = /(?<!uri=")\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}/gi;
/** Identifiers that name a feature of the format, not this file. */
const FIXED = /^\{(BEBA8EAE|28A0092B|5C22544A|2D5ABB26|0FB|3D|50|14|90)/i;

function numbered(text: string): string {
  const ids = new Map<string, string>();
  return text.replace(GUID, (guid) => {
    if (FIXED.test(guid)) return guid;
    const known = ids.get(guid) ?? `{00000000-0000-4000-8000-${String(ids.size + 1).padStart(12, '0')}}`;
    ids.set(guid, known);
    return known;
  });
}

export function deterministicPptx(archive: Uint8Array, date: string, theme: Theme): Uint8Array {
  const files = unzipSync(archive);
  if (files['ppt/presentation.xml']) repairDeck(files);
  withScheme(files, theme);
  const stamp = `${`${date}-01-01`.slice(0, 10)}T00:00:00Z`;
  for (const [name, bytes] of Object.entries(files)) {
    if (name.endsWith('.xlsx')) files[name] = new Uint8Array(deterministicPptx(bytes, date, theme));
    else if (name.endsWith('.xml')) {
      const text = strFromU8(bytes);
      files[name] = strToU8(numbered(stamped(text, stamp)));
    }
  }
  return packed(files);
}
