/** The characters that the documents' font draws, as ranges of code points: checking a study must not load a font. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export function glyphsSource(): string {
  const fontkit = require('fontkit') as { openSync(path: string): { characterSet: number[] } };
  const font = fontkit.openSync(require.resolve('source-sans/TTF/SourceSans3-Regular.ttf'));
  const ranges: [number, number][] = [];
  for (const code of [...font.characterSet].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return `/** First and last code point of each range, in order. */\nexport const GLYPHS: readonly (readonly [number, number])[] = ${JSON.stringify(ranges)};\n`;
}
