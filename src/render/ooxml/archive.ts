/** Zip archives: the library writes the format, Node deflates what they hold, of which a library of scripts is slow for as long as a command lasts. */
import { crc32, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

/** « Deflated », for the format. */
const DEFLATED = 8;

/** The first day that an archive can tell, as the library reads it, in local time: the same bytes whenever and wherever it is made. */
const epoch = (): Date => new Date(1980, 0, 1);

/** The files in the order in which they are given: the same bytes for the same files. */
export function zipped(files: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  const written: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    written.push(chunk);
  });
  for (const [filename, bytes] of files) {
    const part: ZipInputFile = {
      filename,
      size: bytes.length,
      crc: crc32(bytes),
      compression: DEFLATED,
      mtime: epoch(),
    };
    archive.add(part);
    part.ondata?.(null, deflateRawSync(bytes), true);
  }
  archive.end();
  return new Uint8Array(Buffer.concat(written));
}
