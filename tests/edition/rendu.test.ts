/** What is written in a study's file is read back as it was, and as a person would have written it. */
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { difference } from '../../src/edition/difference.js';
import { bloc, element, paire } from '../../src/edition/rendu.js';

const LONG =
  'Une phrase assez longue pour tenir sur deux lignes, que le programme replie sans rien y changer du tout. '.trim();
const VALUES: readonly unknown[] = [
  'simple',
  'oui',
  '2018-02-15',
  '12',
  '# dièse : et deux-points',
  'l\'apostrophe « et » les guillemets "droits"',
  LONG,
  'deux\nlignes\n',
  'deux\nlignes',
  '  un retrait\nau début',
  'une fin \n\n',
  'trois\n\nlignes\n',
  12.5,
  true,
  null,
  [],
  {},
  ['eau', 'sols'],
  [LONG, LONG],
  { min: 1, mode: 2, max: 3 },
  { id: 'a', nom: LONG, liste: [{ id: 'b', texte: 'deux\nlignes\n' }] },
];

it.each(VALUES.map((value) => [JSON.stringify(value), value]))('%s is read back as it was', (_, value) => {
  for (const retrait of [0, 2, 6]) {
    const marge = ' '.repeat(retrait);
    expect(parse(`${marge}${paire('cle', value, retrait)}\n`)).toEqual({ cle: value });
    expect(parse(`${marge}${element(value, retrait)}\n`)).toEqual([value]);
    expect(parse(`${marge}${bloc(value, retrait)}\n`)).toEqual(value);
  }
});

it('a text over lines is a block, but where its spaces matter; a long one is folded within the width of a page', () => {
  expect(paire('note', 'deux\nlignes\n', 2)).toBe('note: |\n    deux\n    lignes');
  expect(paire('note', '  un retrait\nau début', 2)).toBe('note: "  un retrait\\nau début"');
  expect(paire('note', 'une fin \n\n', 2)).toBe('note: "une fin \\n\\n"');
  // A space of another kind, as a spreadsheet leaves it, is not taken away with the end of the line.
  for (const text of ['\u00a0', 'une fin\u00a0', '\u2003un début', ' ']) {
    expect(paire('note', text, 2)).toBe(`note: "${text}"`);
    expect(parse(bloc([{ id: text }], 0))).toEqual([{ id: text }]);
  }
  for (const retrait of [0, 8, 40])
    for (const line of paire('note', LONG.repeat(4), retrait).split('\n').slice(1))
      expect(line.length).toBeLessThanOrEqual(120);
});

it('a small list stands on its line, an entry never does', () => {
  expect(paire('domaines', ['eau', 'sols'], 2)).toBe('domaines: [eau, sols]');
  expect(bloc({ id: 'a', nom: 'A' }, 2)).toBe('id: a\n  nom: A');
  expect(bloc({ min: 1, max: 2 }, 2)).toBe('{ min: 1, max: 2 }');
});

it('a difference is empty when nothing changes, and says the name that changes', () => {
  expect(difference('a.yaml', 'x\n', 'x\n')).toBe('');
  expect(difference('a.yaml', 'x\n', 'x\n', 'b.yaml')).toMatch(/^--- b\.yaml.*\n\+\+\+ a\.yaml/);
  expect(difference('a.yaml', null, 'x\n')).toMatch(/^--- \/dev\/null.*\n\+\+\+ a\.yaml.*\n@@ -0,0 \+1,1 @@\n\+x\n$/);
});
