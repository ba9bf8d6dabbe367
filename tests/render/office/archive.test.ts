/** Archives are read back whole, and are the same bytes for the same files. */
import { crc32, inflateRawSync } from 'node:zlib';
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

  it('holds a date that no clock changes, what Node deflated, and its sum', () => {
    const text = '<a/>'.repeat(100);
    const archive = Buffer.from(zipped([['a.xml', new Uint8Array(Buffer.from(text))]]));
    const index = archive.readUInt32LE(archive.length - 6);
    expect(archive.readUInt32LE(index)).toBe(0x02014b50);
    // Deflated, at midnight, on 1 January 1980.
    expect([
      archive.readUInt16LE(index + 10),
      archive.readUInt16LE(index + 12),
      archive.readUInt16LE(index + 14),
    ]).toEqual([8, 0, 33]);
    expect(archive.readUInt32LE(index + 16)).toBe(crc32(text));
    const start = 30 + 'a.xml'.length;
    expect(inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(index + 20))).toString()).toBe(text);
  });
});
