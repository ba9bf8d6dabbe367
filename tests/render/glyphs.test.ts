import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { drawable } from '../../src/render/text/glyphs.js';
import { withoutGlyph } from '../../src/study/rules/caracteres.js';

const require = createRequire(import.meta.url);

describe('characters that the font does not draw', () => {
  it('are written in letters that it draws', () => {
    expect(drawable('★ 中国 😀\ufe0f \ue000')).toBe('* ZhongGuo :grinning: [?]');
    expect(drawable('Été : 12\u202f000 €, « œuvre » → ≤ ✓')).toBe('Été : 12\u202f000 €, « œuvre » → ≤ ✓');
    expect(drawable('《eau》', true)).toBe('&lt;&lt;eau&gt;&gt;');
  });

  it('are the same for the check and for the page, and in the four faces', () => {
    const fontkit = require('fontkit') as { openSync(path: string): { characterSet: number[] } };
    const [first = new Set<number>(), ...others] = ['Regular', 'Semibold', 'It', 'SemiboldIt'].map(
      (face) => new Set(fontkit.openSync(require.resolve(`source-sans/TTF/SourceSans3-${face}.ttf`)).characterSet),
    );
    expect(first.size).toBeGreaterThan(1000);
    expect(others).toHaveLength(3);
    for (const other of others) expect([...other].filter((code) => !first.has(code))).toEqual([]);
    for (const other of others) expect([...first].filter((code) => !other.has(code))).toEqual([]);
    const tried = Array.from({ length: 0x3000 - 0x20 }, (_, i) => String.fromCodePoint(i + 0x20));
    const signs = tried.filter((one) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(one)).map((one) => one.normalize('NFC'));
    // A code that is no character is told as what is not seen, and is not printed at all.
    expect(withoutGlyph('a\ufffeb')).toEqual([]);
    expect(signs.length).toBeGreaterThan(5000);
    for (const sign of signs) expect(withoutGlyph(sign).length === 0, sign).toBe(drawable(sign) === sign);
  });
});
