/** The text of a list from its bytes: UTF-8, UTF-16 or Windows-1252, with or without a mark that says which. */
import { accentsAbimes, enWindows1252, nEstPasWindows1252 } from '../texte/accents.js';
import { LectureImpossible } from './tableau.js';

/** Bytes by which UTF-16 without a mark is known, and the share of them that are its zeros. */
const UTF16 = { octets: 4000, part: 0.3 };

/** UTF-16 writes each letter of the Latin alphabet with a zero, always on the same side. */
function utf16SansMarque(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, UTF16.octets);
  const zeros = (side: number): number => head.filter((byte, index) => byte === 0 && index % 2 === side).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > head.length * UTF16.part && odd > even * 10) return 'utf-16le';
  return even > head.length * UTF16.part && even > odd * 10 ? 'utf-16be' : null;
}

function enUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Each line in its own encoding: lists put end to end were not all saved alike. */
function parLigne(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end + 1;
    const line = bytes.subarray(from, to);
    lines.push(enUtf8(line) ?? enWindows1252(line));
    from = to;
  }
  return lines.join('');
}

/** The text, and what is to be said of its encoding in `remarques`. Throws a `LectureImpossible` where letters would be taken for others. */
export function decoder(bytes: Uint8Array, remarques: string[]): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const unmarked = utf16SansMarque(bytes);
  if (unmarked) return new TextDecoder(unmarked).decode(bytes);
  const utf8 = enUtf8(bytes);
  if (utf8 !== null) return utf8;
  const windows = enWindows1252(bytes);
  const mixed = accentsAbimes(windows) !== null;
  const text = mixed ? parLigne(bytes) : windows;
  if (nEstPasWindows1252(text))
    throw new LectureImpossible(
      'l’encodage du fichier n’est ni UTF-8 ni celui d’Excel (Windows-1252) : ses accents seraient faussés. Ouvrez-le dans le tableur d’où il vient et enregistrez-le au format « CSV UTF-8 » ou .xlsx.',
    );
  remarques.push(
    mixed
      ? 'Le fichier mêle deux encodages : chaque ligne est lue dans le sien, UTF-8 ou Windows-1252.'
      : 'Le fichier n’est pas en UTF-8 : il est lu en Windows-1252, l’encodage d’Excel.',
  );
  return text;
}
