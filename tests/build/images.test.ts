/** Pictures as people have them: what the documents show is what the file shows, or the reason why it cannot be shown. */
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { beforeAll, expect, it } from 'vitest';
import { lireLogos } from '../../src/build/theme/logos.js';
import { renderPdf } from '../../src/render/pdf/index.js';
import { loadTheme } from '../../src/render/theme.js';
import { short } from '../render/sample-tree.js';
import { checkPdf } from '../support/pdfua/index.js';
import { temporaryFolder } from '../support/temporary.js';

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

/** Sides of the pictures, in pixels. */
const SIDE = 8;
type Rgba = readonly [number, number, number, number];
const RED: Rgba = [200, 80, 60, 255];
const BLUE: Rgba = [20, 90, 160, 255];
const CLEAR: Rgba = [0, 0, 0, 0];
const PALETTE = [CLEAR, RED, BLUE];
/** Index of the colour of a pixel: a clear corner, then red above blue. */
const indexAt = (x: number, y: number): number => (x < 3 && y < 3 ? 0 : y < 4 ? 1 : 2);

/** First column and line of each of the seven passes, and their steps (ISO/IEC 15948, 8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** A PNG whose pixels are written by `bits` each: indexes of the palette, or its colours. */
function png(kind: 'palette' | 'colours', { interlaced = false, clear = true } = {}): Buffer {
  const passes = interlaced ? PASSES : [[0, 0, 1, 1] as const];
  const lines = passes.flatMap(([x0, y0, dx, dy]) =>
    Array.from({ length: Math.ceil((SIDE - y0) / dy) }, (_, line) => {
      const indexes = Array.from({ length: Math.ceil((SIDE - x0) / dx) }, (_, i) =>
        indexAt(x0 + i * dx, y0 + line * dy),
      );
      const data =
        kind === 'colours'
          ? indexes.flatMap((index) => (PALETTE[index] ?? CLEAR).slice(0, 3))
          : indexes.flatMap((index, i) => (i % 2 === 0 ? [(index << 4) | (indexes[i + 1] ?? 0)] : []));
      return [0, ...data];
    }),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIDE, 0);
  head.writeUInt32BE(SIDE, 4);
  head.set([kind === 'palette' ? 4 : 8, kind === 'palette' ? 3 : 2, 0, 0, interlaced ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(kind === 'palette' ? [chunk('PLTE', Uint8Array.from(PALETTE.flatMap((one) => one.slice(0, 3))))] : []),
    ...(clear ? [chunk('tRNS', kind === 'palette' ? Uint8Array.of(0) : Uint8Array.of(0, 0, 0, 0, 0, 0))] : []),
    chunk('IDAT', deflateSync(Uint8Array.from(lines.flat()))),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** A head of JPEG whose frame says so many colours, then a scan. */
const jpeg = (colours: number, end: string): Buffer =>
  Buffer.from(
    `ffd8ffe000040000ffc0${(8 + 3 * colours).toString(16).padStart(4, '0')}0800080008${colours.toString(16).padStart(2, '0')}${'011100'.repeat(colours)}ffda000c03010002110311003f00aa${end}`,
    'hex',
  );

const DRAWN: Record<string, Buffer> = {
  'palette.png': png('palette'),
  'couleurs.png': png('colours'),
  'palette-passes.png': png('palette', { interlaced: true, clear: false }),
  'couleurs-passes.png': png('colours', { interlaced: true, clear: false }),
};
const REFUSED: Record<string, [Buffer, string]> = {
  'coupee.png': [png('colours').subarray(0, 90), 'JPEG ou PNG lisible'],
  'abimee.png': [Buffer.concat([png('colours').subarray(0, 41), png('palette').subarray(41)]), 'JPEG ou PNG lisible'],
  'coupee.jpg': [jpeg(3, ''), 'JPEG ou PNG lisible'],
  'imprimerie.jpg': [jpeg(4, 'ffd9'), 'CMJN'],
};

let dir: string;
beforeAll(async () => {
  dir = await temporaryFolder();
  await mkdir(join(dir, 'logos'));
  for (const [name, bytes] of Object.entries(DRAWN)) await writeFile(join(dir, 'logos', name), bytes);
  for (const [name, [bytes]] of Object.entries(REFUSED)) await writeFile(join(dir, 'logos', name), bytes);
});

const logosNamed = (names: readonly string[]) =>
  lireLogos(
    names.map((name) => ({ fichier: `logos/${name}`, texte_alternatif: name })),
    dir,
  );

it('shows a PNG with a palette, a clear colour or passes as it is', async () => {
  const { logos, refus } = await logosNamed(Object.keys(DRAWN));
  expect(refus).toEqual([]);
  const file = join(dir, 'a.pdf');
  const theme = { ...(await loadTheme()), logos };
  await writeFile(file, (await renderPdf(short, theme, { attachments: [], date: '2018-02-15' })).bytes);
  expect(checkPdf(file).faults).toEqual([]);
  execFileSync('pdfimages', ['-png', '-f', '1', '-l', '1', file, join(dir, 'image')]);
  const found = (await readdir(dir)).filter((name) => name.startsWith('image')).sort();
  const images = await Promise.all(found.map(async (name) => PNG.sync.read(await readFile(join(dir, name)))));
  const pixels = Array.from({ length: SIDE * SIDE }, (_, i) => indexAt(i % SIDE, Math.floor(i / SIDE)));
  const seen = (image: PNG | undefined): number[][] =>
    pixels.map((_, i) => [...(image?.data.subarray(4 * i, 4 * i + 3) ?? [])]);
  const colours = pixels.map((index) => (PALETTE[index] ?? CLEAR).slice(0, 3));
  const mask = pixels.map((index) => (index === 0 ? [0, 0, 0] : [255, 255, 255]));
  expect(images.map(seen)).toEqual([colours, mask, colours, mask, colours, colours]);
});

it('would be found by the checker if it were given to the engine as it is', async () => {
  const given = [
    ['image/png', DRAWN['couleurs.png']],
    ['image/jpeg', REFUSED['imprimerie.jpg']?.[0]],
  ] as const;
  const logos = given.map(([mime, bytes]) => ({
    picture: { mime, base64: Buffer.from(bytes ?? []).toString('base64') },
    width: SIDE,
    height: SIDE,
    alt: 'Essai',
  }));
  const file = join(dir, 'b.pdf');
  const theme = { ...(await loadTheme()), logos };
  await writeFile(file, (await renderPdf(short, theme, { attachments: [], date: '2018-02-15' })).bytes);
  const { faults } = checkPdf(file);
  expect(faults.map((fault) => /6\.2\.4\.3|8\.9\.6\.4/.exec(fault)?.[0]).sort()).toEqual(['6.2.4.3', '8.9.6.4']);
});

it('refuses what is cut short, damaged or in the colours of print', async () => {
  const { logos, refus } = await logosNamed(Object.keys(REFUSED));
  expect(logos).toEqual([]);
  for (const [i, [, reason]] of Object.values(REFUSED).entries()) expect(refus[i]?.refus.message).toContain(reason);
});
