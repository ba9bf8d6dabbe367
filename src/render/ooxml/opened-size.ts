/** How large an archive is once opened, before anybody opens it (APPNOTE of PKWARE, 4.3): its own list may lie. */
import { inflateRawSync } from 'node:zlib';

/** What deflate makes smaller at most (RFC 1951): an archive smaller than this share of a size cannot hold it. */
const RATIO = 1_032;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const DEFLATED = 8;

interface Part {
  method: number;
  announced: number;
  content: Buffer;
}

/** The parts of an archive, as the list at its end has them. */
function partsOf(archive: Buffer): Part[] {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || archive.readUInt32LE(end) !== END || end + END_LENGTH > archive.length) return [];
  const parts: Part[] = [];
  let at = archive.readUInt32LE(end + 16);
  while (at + ENTRY_LENGTH <= archive.length && archive.readUInt32LE(at) === ENTRY) {
    const [method, size, announced] = [
      archive.readUInt16LE(at + 10),
      archive.readUInt32LE(at + 20),
      archive.readUInt32LE(at + 24),
    ];
    const local = archive.readUInt32LE(at + 42);
    if (local + LOCAL_LENGTH <= archive.length) {
      const start = local + LOCAL_LENGTH + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      parts.push({ method, announced, content: archive.subarray(start, start + size) });
    }
    at += ENTRY_LENGTH + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return parts;
}

/** Bytes that a part gives, `most` and one more when it gives more; what cannot be opened gives none. */
function opened({ method, content }: Part, most: number): number {
  if (method !== DEFLATED) return content.length;
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : 0;
  }
}

/** Whether an archive holds more than `most` bytes, by what it announces, then by what it holds where it could hide more. */
export function holdsMoreThan(bytes: Uint8Array, most: number): boolean {
  const parts = partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (parts.reduce((total, { announced }) => total + announced, 0) > most) return true;
  if (bytes.length * RATIO <= most) return false;
  let total = 0;
  return parts.some((part) => {
    total += opened(part, most - total);
    return total > most;
  });
}
