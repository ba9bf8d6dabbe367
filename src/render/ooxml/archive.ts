/** Zip archives (APPNOTE 6.3, without its extensions), deflated by Node itself: a library of scripts is slow for as long as a command lasts. */
import { crc32, deflateRawSync } from 'node:zlib';

/** Version 2.0 of the format: deflated files and folders. */
const VERSION = 20;
const DEFLATED = 8;
/** The name is in UTF-8, beyond ASCII. */
const UTF_8 = 0x800;
/** 1 January 1980 at midnight, the first that an archive can tell: the same bytes whenever it is made. */
const [TIME, DAY] = [0, (1 << 5) | 1];

/** Two and four bytes, the lowest first. */
type Field = [bytes: 2 | 4, value: number];

function record(fields: readonly Field[], ...tail: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) at = head.writeUIntLE(value, at, bytes);
  return Buffer.concat([head, ...tail]);
}

/** The files in the order in which they are given: the same bytes for the same files. */
export function zipped(files: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  const records: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [path, bytes] of files) {
    const name = Buffer.from(path);
    const deflated = deflateRawSync(bytes);
    const told: Field[] = [
      [2, VERSION],
      [2, name.length === path.length ? 0 : UTF_8],
      [2, DEFLATED],
      [2, TIME],
      [2, DAY],
      [4, crc32(bytes)],
      [4, deflated.length],
      [4, bytes.length],
      [2, name.length],
      [2, 0],
    ];
    const local = record([[4, 0x04034b50], ...told], name, deflated);
    // No comment, first disk, no attributes, then where the file stands.
    central.push(record([[4, 0x02014b50], [2, VERSION], ...told, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]], name));
    records.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(central);
  const count = files.length;
  const end = record([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, index.length],
    [4, offset],
    [2, 0],
  ]);
  return new Uint8Array(Buffer.concat([...records, index, end]));
}
