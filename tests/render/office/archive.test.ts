/** Archives are read back whole by another program of the format, and are the same bytes for the same files. */
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipped } from '../../../src/render/ooxml/archive.js';

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.string({ minLength: 1, maxLength: 20 }).map((text) => new Uint8Array(Buffer.from(text.repeat(500)))),
);
const name = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9_/.-]{0,30}[a-z]$/),
  fc.constantFrom('[Content_Types].xml', 'œuvre/été.xml', '日本.xml'),
);
const files = fc.uniqueArray(fc.tuple(name, bytes), { selector: ([key]) => key, maxLength: 12 });

describe('an archive', () => {
  it('gives back each file under its name, and the same bytes each time', () => {
    fc.assert(
      fc.property(files, (all) => {
        const archive = zipped(all);
        const read = unzipSync(archive);
        expect(Object.keys(read)).toHaveLength(all.length);
        for (const [key, own] of all) expect(Buffer.from(read[key] ?? []).equals(own)).toBe(true);
        expect(Buffer.from(zipped(all)).equals(archive)).toBe(true);
      }),
    );
  });

  it('is laid out as the format says: local records, the index of them, its end', () => {
    const archive = Buffer.from(zipped([['a.xml', new Uint8Array(Buffer.from('<a/>'.repeat(100)))]]));
    const end = archive.length - 22;
    expect(archive.readUInt32LE(end)).toBe(0x06054b50);
    const index = archive.readUInt32LE(end + 16);
    expect([archive.readUInt16LE(end + 10), archive.readUInt32LE(end + 12)]).toEqual([1, end - index]);
    expect(archive.readUInt32LE(index)).toBe(0x02014b50);
    expect(archive.readUInt32LE(index + 42)).toBe(0);
    expect(archive.readUInt32LE(0)).toBe(0x04034b50);
    // Date of the first day that the format knows, deflated, and what the index repeats.
    expect([archive.readUInt16LE(8), archive.readUInt16LE(10), archive.readUInt16LE(12)]).toEqual([8, 0, 33]);
    expect(archive.subarray(6, 28)).toEqual(archive.subarray(index + 8, index + 30));
    const deflated = archive.subarray(30 + 5, 30 + 5 + archive.readUInt32LE(18));
    expect(inflateRawSync(deflated).toString()).toBe('<a/>'.repeat(100));
  });
});
