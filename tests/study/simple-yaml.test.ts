/** The plain reading of YAML answers what the library answers, or nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionNamed } from '../../src/study/collections.js';
import type { Shape } from '../../src/study/shape.js';
import { SHAPES } from '../../src/study/shapes.gen.js';
import { estEcrit, placeOfKey, placeOfValue } from '../../src/study/yaml/locate.js';
import { parseWhole, parseYaml } from '../../src/study/yaml/parse.js';
import type { Located, Places, Range, Step } from '../../src/study/yaml/ranges.js';
import { simpleValue } from '../../src/study/yaml/simple-yaml.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const yamlIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => join(folder, path))
    .sort();

/** The collection that a file of a study holds: that of its name, else of its folder. */
function holds(path: string): { shape: Shape; list: boolean } {
  const names = path.replace('.yaml', '').split('/').reverse();
  const collection = names.map(collectionNamed).find((found) => found !== undefined);
  return { shape: SHAPES[collection?.nom ?? ''] ?? {}, list: collection?.liste ?? true };
}

/** The first value or key of which two readings tell the place otherwise; null when there is none. */
function elsewhere(value: unknown, plain: Places, whole: Places, exact: boolean): string | null {
  const said = ({ place }: Places, range: Range | null): string => JSON.stringify(range && place(...range));
  // The library counts in what holds others the comment that follows the last of them, when one line is all that it takes.
  const begins = ({ place }: Places, range: Range | null): string =>
    JSON.stringify(range && { ...place(...range), longueur: 0 });
  const compare = (own: unknown, a: Located, b: Located, path: string): string | null => {
    const held: [Step, unknown][] = Array.isArray(own)
      ? [...own.entries()]
      : Object.entries(typeof own === 'object' && own !== null ? own : {});
    const told = held.length > 0 && !exact ? begins : said;
    if (own !== null && own !== '' && told(plain, a.range) !== told(whole, b.range))
      return `${path} ${said(plain, a.range)} au lieu de ${said(whole, b.range)}`;
    for (const step of ['absente', held.length])
      if ((a.at(step) === undefined) !== (b.at(step) === undefined)) return `${path}/${step} trop`;
    for (const [step, inside] of held) {
      const [one, other] = [a.at(step), b.at(step)];
      const key = one && other && said(plain, one.key) === said(whole, other.key);
      const found = key ? compare(inside, one.value, other.value, `${path}/${step}`) : `${path}/${step} clé`;
      if (found) return found;
    }
    return null;
  };
  return compare(value, plain.root, whole.root, '');
}

/** Null when both readings agree, keys in the same order, or when the plain one leaves it to the library. */
function difference(text: string, shape: Shape, list: boolean, exact = false): string | null {
  const simple = simpleValue(text, shape, list);
  if (!simple) return null;
  const read = parseWhole(text, shape, list);
  const { value, faults, remarks, readable } = read;
  const said = JSON.stringify([simple.value, [], [], true]);
  const expected = JSON.stringify([value, faults, remarks, readable]);
  if (said !== expected) return `${JSON.stringify(text)} : ${said} au lieu de ${expected}`;
  // The library gives to a list the comment after it when no line ends the text.
  const ended = text.endsWith('\n') ? text : `${text}\n`;
  const [plain, whole] = [parseYaml(ended, shape, list), ended === text ? read : parseWhole(ended, shape, list)];
  const wrong = elsewhere(plain.value, plain.places(), whole.places(), exact);
  return wrong === null ? null : `${JSON.stringify(text)} : ${wrong}`;
}

const EXAMPLE = yamlIn('data');
const texts = [...EXAMPLE, ...yamlIn('tests/fixtures'), ...yamlIn('modeles')].map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
  ...holds(path),
}));

/** Signs and pieces of YAML, plain or not, in the order of chance. */
const PIECES = [
  ...' :-#\'"[]{},\na1|>&*!?%@`\\~é\u00a0’'.split(''),
  ...[
    'a: ',
    'b:',
    '- ',
    '\n  ',
    '\n    ',
    '\n- ',
    '\nb: ',
    '\n\n',
    '  # c',
    ' #',
    ": 'x",
    '"y" ',
    ': |\n  ',
    ': >-\n   ',
  ],
  ...[
    '[a, b]',
    '{a: 1}',
    '{ a: [b], "c": \'d\' }',
    'null',
    'true',
    '18.000',
    '-5',
    '1e3',
    '0x1F',
    '0o17',
    '.inf',
    '01004',
  ],
  ...[
    '&x ',
    '*x',
    '!!str ',
    '<<: ',
    '? ',
    '---\n',
    '...',
    '\t',
    '\r\n',
    'http://x.fr/#a',
    "''",
    '\\n',
    '\\u00e9',
    'nulle',
    '__proto__: 1',
  ],
];
const piece = fc.constantFrom(...PIECES);
const shape = fc.constantFrom<Shape>(
  {},
  { types: ['string'] },
  { values: { types: ['string'] }, items: { types: ['string'], values: { types: ['string'] } } },
  { properties: { a: { types: ['string', 'null'] }, b: { items: { types: ['string'] } } } },
);

describe('the plain reading of YAML', () => {
  it('answers what the library answers of every file of the repository, and reads the example whole', () => {
    expect(texts.flatMap(({ text, shape, list }) => difference(text, shape, list, true) ?? [])).toEqual([]);
    const left = texts.filter(
      ({ path, text, shape, list }) => EXAMPLE.includes(path) && !simpleValue(text, shape, list),
    );
    expect(left.map(({ path }) => path)).toEqual([]);
  });

  it('answers what the library answers of any text', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 14 }), shape, fc.boolean(), (pieces, shape, list) => {
        const text = pieces.join('');
        if (simpleValue(text, shape, list)) read += 1;
        expect(difference(text, shape, list)).toBeNull();
      }),
      { numRuns: 4000 },
    );
    // A reading that leaves everything to the library would prove nothing.
    expect(read).toBeGreaterThan(150);
  });

  it('answers what the library answers of lines of the repository with a few signs changed', () => {
    const lines = texts.map(({ text }) => text.split('\n'));
    let read = 0;
    const edit = fc.record({
      at: fc.nat(),
      drop: fc.integer({ min: 0, max: 3 }),
      put: fc.oneof(fc.constant(''), piece),
    });
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.array(edit, { maxLength: 3 }), fc.boolean(), (file, from, edits, list) => {
        const own = lines[file % lines.length] ?? [];
        const cut = own.slice(from % own.length, (from % own.length) + 8);
        const margin = Math.min(
          ...cut.filter((line) => line !== '').map((line) => line.length - line.trimStart().length),
        );
        const text = edits.reduce(
          (text, { at, drop, put }) => {
            const place = at % (text.length + 1);
            return text.slice(0, place) + put + text.slice(place + drop);
          },
          cut.map((line) => line.slice(margin)).join('\n'),
        );
        const known = texts[file % texts.length]?.shape ?? {};
        if (simpleValue(text, known, list)) read += 1;
        expect(difference(text, known, list)).toBeNull();
      }),
      { numRuns: 1500 },
    );
    expect(read).toBeGreaterThan(300);
  });

  it.each([
    'a: &x 1',
    'a: *x',
    'a: !!str 1',
    '? a\n: 1',
    'a: 1\na: 2',
    '---\na: 1',
    'a: b\tc',
    'a: 1\r\n',
    'a: 18.000',
    'a: texte # commentaire',
    'a: "deux\n  lignes\\n"',
    'a: |2\n   x',
    '<<: {a: 1}',
    'null: 1',
    '[a: b]',
    'a: 0x1F',
    '',
    '# rien',
    'texte seul',
    `a: ${'['.repeat(5000)}`,
    `${'- '.repeat(5000)}a`,
  ])('leaves to the library what is beyond or in doubt: %j', (text) => {
    expect(simpleValue(text, {}, false)).toBeNull();
  });

  it.each(['a: 1\nb: #', 'b: #\n', 'b: #\tc', 'b: # c', 'b: ##'])(
    'a sign « # » alone is a comment of both: %j',
    (text) => {
      expect(difference(text, { values: { types: ['string'] } }, false)).toBeNull();
    },
  );

  it('tells the places that the library finds, of values and of nothing', () => {
    for (const { text, shape, list } of texts.slice(0, 1)) {
      const { place } = parseYaml(text, shape, list).places();
      const whole = parseWhole(text, shape, list).places();
      for (const [start, end] of [
        [0, 1],
        [5, 40],
        [text.length - 1, text.length],
      ] as const)
        expect(place(start, end)).toEqual(whole.place(start, end));
    }
    const file = parseYaml('- id: a\n  vide:\n  liste: [1, "deux"]\n', {}, true);
    expect(placeOfValue(file, [0, 'vide'])).toEqual({ ligne: 2, colonne: 3, longueur: 4 });
    expect(placeOfValue(file, [0, 'liste', 1])).toEqual({ ligne: 3, colonne: 14, longueur: 6 });
    expect(placeOfKey(file, [0, 'liste'])).toEqual({ ligne: 3, colonne: 3, longueur: 5 });
    expect(estEcrit(file, [0, 'liste', 2])).toBe(false);
  });
});
