/** The file that a PDF carries, put in the place of another, as if the pages had been drawn with it: they are the same whatever it holds. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

const MARK = '/Type /EmbeddedFile';
const END = '\nendstream\nendobj\n';
/** « 0000000017 00000 n » and the end of its line: what says where an object begins (ISO 32000-1, 7.5.4). */
const ENTRY = 20;

interface Table {
  /** Where the table begins, and its first entry. */
  at: number;
  entries: number;
  offsets: number[];
}

/** Null for what does not end by one table of plain entries, as pdfkit writes it. */
function tableOf(pdf: Buffer): Table | null {
  const [, start] = /\nstartxref\n(\d+)\n%%EOF\n$/.exec(pdf.toString('latin1', Math.max(0, pdf.length - 60))) ?? [];
  const at = Number(start);
  const [header, count] = /^xref\n0 (\d+)\n/.exec(pdf.toString('latin1', at, at + 30)) ?? [];
  if (start === undefined || header === undefined) return null;
  const entries = at + header.length;
  const lines = pdf.toString('latin1', entries, entries + Number(count) * ENTRY).match(/\d{10} \d{5} [nf] \n/g) ?? [];
  if (lines.length !== Number(count)) return null;
  return { at, entries, offsets: lines.map((line) => Number(line.slice(0, 10))) };
}

/** The object that holds the file, written as pdfkit does; null when its form is another. */
function objectWith(before: string, bytes: Uint8Array): Buffer | null {
  const [head] = /^[\s\S]*?>>\nstream\n/.exec(before) ?? [];
  if (head === undefined) return null;
  const packed = deflateSync(bytes);
  const values: [RegExp, string][] = [
    [/(?<=\/CheckSum \()[0-9a-f]{32}(?=\)\n)/g, createHash('md5').update(bytes).digest('hex')],
    [/(?<=\/Size )\d+(?=\n)/g, String(bytes.length)],
    [/(?<=\/Length )\d+(?=\n)/g, String(packed.length)],
  ];
  if (values.some(([pattern]) => head.match(pattern)?.length !== 1)) return null;
  const dictionary = values.reduce((text, [pattern, value]) => text.replace(pattern, value), head);
  return Buffer.concat([Buffer.from(dictionary, 'latin1'), packed, Buffer.from(END, 'latin1')]);
}

/** Null when the PDF does not carry one file, or was not written by this program. */
export function withAttached(given: Uint8Array, bytes: Uint8Array): Uint8Array | null {
  const pdf = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const table = tableOf(pdf);
  const mark = pdf.indexOf(MARK);
  if (!table || mark < 0 || pdf.indexOf(MARK, mark + 1) >= 0) return null;
  const { at, entries, offsets } = table;
  const begin = Math.max(...offsets.filter((offset) => offset <= mark));
  const end = Math.min(at, ...offsets.filter((offset) => offset > mark));
  const object = objectWith(pdf.toString('latin1', begin, end), bytes);
  if (!object) return null;
  const shift = object.length - (end - begin);
  const moved = Buffer.from(pdf.subarray(entries, entries + offsets.length * ENTRY));
  for (const [i, offset] of offsets.entries())
    if (offset > begin) moved.write(String(offset + shift).padStart(10, '0'), i * ENTRY, 'latin1');
  const trailer = pdf.toString('latin1', entries + moved.length).replace(/\d+(?=\n%%EOF\n$)/, String(at + shift));
  return Buffer.concat([
    pdf.subarray(0, begin),
    object,
    pdf.subarray(end, entries),
    moved,
    Buffer.from(trailer, 'latin1'),
  ]);
}
