/**
 * The pairs of signs of the documents' font as fontkit shapes them, so that a build does not: its first text costs more than a page. A sign is a character
 * of French texts, or several that the font draws as one (« ff »).
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type PairTable, place } from '../../src/fonts/pair-shaper.js';
import { type Face, fontOf } from '../../src/fonts/run.js';
import { known } from '../../src/lists/at.js';

const require = createRequire(import.meta.url);
const FACES = ['Regular', 'Semibold', 'It', 'SemiboldIt'].map((name) =>
  require.resolve(`source-sans/TTF/SourceSans3-${name}.ttf`),
);

const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
const CHARACTERS = [...ASCII, ...'\u00a0\u202f§©®÷µàâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ«»’‘“”‐–—…•·€°±²³½×−≤≥→↑'];
const LATIN = /\p{Script=Latin}/u;

interface Sign {
  text: string;
  glyph: number;
  advance: number;
}

const still = ({ yAdvance, xOffset, yOffset }: { yAdvance: number; xOffset: number; yOffset: number }): boolean =>
  yAdvance === 0 && xOffset === 0 && yOffset === 0;

/** A text without letters may stand alone, or in one that has some: both must be drawn alike. */
const scriptsOf = (text: string): string[] => (LATIN.test(text) ? ['latn'] : ['latn', 'zyyy']);

/** The sign that the face draws this text as; null when it takes several glyphs, or another one alone than among letters. */
function signOf(face: Face, text: string): Sign | null {
  const found = scriptsOf(text).map((script) => face.layout(text, undefined, script));
  const [first] = found;
  const [glyph] = first?.glyphs ?? [];
  if (!glyph || (text.length === 1 && glyph.id !== face.glyphForCodePoint(text.charCodeAt(0)).id)) return null;
  const alone = found.every(({ glyphs, positions: [at] }) => {
    const [own] = glyphs;
    return glyphs.length === 1 && own?.id === glyph.id && at?.xAdvance === glyph.advanceWidth && still(at);
  });
  return alone ? { text, glyph: glyph.id, advance: glyph.advanceWidth } : null;
}

/** What the second sign adds to the advance of the first, in units of the face; null when they are not drawn side by side as they are alone. */
function kernOf(face: Face, a: Sign, b: Sign): number | null {
  const kerns = scriptsOf(a.text + b.text).map((script) => {
    const { glyphs, positions } = face.layout(a.text + b.text, undefined, script);
    const [first, second] = positions;
    const whole = glyphs.length === 2 && glyphs[0]?.id === a.glyph && glyphs[1]?.id === b.glyph;
    if (!whole || !first || !second || !still(first) || !still(second) || second.xAdvance !== b.advance) return null;
    return first.xAdvance - a.advance;
  });
  const [kern = null] = kerns;
  return kerns.every((one) => one === kern) ? kern : null;
}

type Kern = (a: Sign, b: Sign) => number | null;

/** Signs of more than a character: the pairs that are drawn as one, then such a sign and what follows it. */
function ligatures(face: Face, kern: Kern, signs: readonly Sign[], characters: readonly Sign[]): Sign[] {
  const joined = signs.flatMap((a) => characters.filter((b) => kern(a, b) === null).map((b) => a.text + b.text));
  return joined.flatMap((text) => signOf(face, text) ?? []);
}

function tableOf(face: Face): PairTable {
  const characters = CHARACTERS.flatMap((text) => signOf(face, text) ?? []);
  const met = new Map<string, number | null>();
  const kernOnce: Kern = (a, b) => {
    const key = `${a.text}|${b.text}`;
    const kern = met.get(key);
    if (kern !== undefined) return kern;
    const found = kernOf(face, a, b);
    met.set(key, found);
    return found;
  };
  const two = ligatures(face, kernOnce, characters, characters);
  const signs = [...characters, ...two, ...ligatures(face, kernOnce, two, characters)];
  const kerns: number[] = [];
  const others: number[] = [];
  for (const [i, a] of signs.entries())
    for (const [j, b] of signs.entries()) {
      const kern = kernOnce(a, b);
      const at = place(i, j, signs.length);
      if (kern === null) others.push(at);
      else if (kern !== 0) kerns.push(at, kern);
    }
  return {
    font: known(fontOf(face), 'file of the font'),
    signs: signs.map(({ text }) => text),
    glyphs: signs.map(({ glyph }) => glyph),
    advances: signs.map(({ advance }) => advance),
    kerns,
    others,
  };
}

/** Source of the module, or null when the one that stands in `path` was made from the same fonts, by the same program. */
export function pairsSource(path: string): string | null {
  const hash = createHash('sha256');
  const makers = ['./pairs.ts', '../../src/fonts/pair-shaper.ts', '../../src/fonts/run.ts'];
  for (const file of [
    ...FACES,
    require.resolve('fontkit'),
    ...makers.map((own) => fileURLToPath(new URL(own, import.meta.url))),
  ])
    hash.update(readFileSync(file));
  const header = `// Generated by scripts/generate.ts from the documents' font. Do not edit. ${hash.digest('hex')}\n`;
  if (existsSync(path) && readFileSync(path, 'utf8').startsWith(header)) return null;
  const fontkit = require('fontkit') as { openSync(path: string): Face };
  const tables = FACES.map((face) => tableOf(fontkit.openSync(face)));
  return `${header}import type { PairTable } from './pair-shaper.js';\n\nexport const PAIRS = JSON.parse(\n  ${JSON.stringify(JSON.stringify(tables))},\n) as readonly PairTable[];\n`;
}
