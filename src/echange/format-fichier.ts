/** What a file is by its first bytes: its name may say another thing. */

export type Format = 'xlsx' | 'texte' | 'ods' | 'ancien' | 'html';

const begins = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte);

/** The format of a list; `texte` (a CSV) for all that has no mark of another. */
export function formatDe(bytes: Uint8Array): Format {
  // A ZIP archive: an OpenDocument one names its type first.
  if (begins(bytes, 0x50, 0x4b)) {
    const head = Buffer.from(bytes.subarray(0, 120)).toString('latin1');
    return head.includes('opendocument') ? 'ods' : 'xlsx';
  }
  // The container of Excel 97 to 2003, and of any workbook under a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ancien';
  const start = Buffer.from(bytes.subarray(0, 400)).toString('latin1').toLowerCase();
  return /<(?:!doctype html|html|table|head)\b/.test(start) ? 'html' : 'texte';
}

/** Why a format is not read, and what to do of the file. */
export const REFUS: Readonly<Record<Exclude<Format, 'xlsx' | 'ods' | 'texte'>, string>> = {
  ancien:
    'c’est un ancien classeur Excel (.xls), ou un classeur protégé par un mot de passe. Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx, sans mot de passe.',
  html: 'c’est une page Web enregistrée sous un nom de tableur. Ouvrez-la dans votre tableur et enregistrez-la au format .xlsx.',
};
