/** What an editor leaves in a file changes nothing of what is read: accents apart from their letters, spaces at the end of a line, other ends of lines. */
import { expect, it } from 'vitest';
import type { Shape } from '../../src/study/shape.js';
import { parseYaml } from '../../src/study/yaml/parse.js';

const SHAPE: Shape = {};
const readIn = (text: string): unknown => parseYaml(text, SHAPE, false).value;

it('a letter and its accent in two are one letter, in a plain file as in one that the library reads', () => {
  const text = 'frequence: mensuelle, hors août\nnoms: ["Élan", été]\n';
  expect(readIn(text.normalize('NFD'))).toEqual(readIn(text));
  const anchored = `${text}deux: &a été\ntrois: *a\n`;
  expect(readIn(anchored.normalize('NFD'))).toEqual(readIn(anchored));
});

it('spaces left at the end of the lines of a text are one space, those typed within a line are as many as they were', () => {
  const text = 'regle: >-\n  plafond de 55\n  000 euros\ntexte: |\n  - un\n    - deux\n';
  expect(readIn(text.replaceAll('\n', '   \n'))).toMatchObject({ regle: 'plafond de 55 000 euros' });
  expect(readIn('a: un  deux\n')).toEqual({ a: 'un  deux' });
  expect(readIn('regle: >-\n  plafond  \n  de 55  000\nreference: "art.  L1612-4" \n')).toEqual({
    regle: 'plafond de 55  000',
    reference: 'art.  L1612-4',
  });
  expect(readIn(text)).toMatchObject({ texte: '- un\n  - deux\n' });
});

it('a file whose lines have other ends is not told to be thrown away', () => {
  for (const end of ['\u0085', '\u2028']) {
    const [fault] = parseYaml(`# acteurs${end}- id: a${end}`, SHAPE, true).faults;
    expect(fault?.message).toMatch(/séparées par un signe \(U\+/);
    expect(fault?.aide).not.toMatch(/supprimez/);
  }
  expect(parseYaml('# rien\n', SHAPE, true).faults[0]?.aide).toMatch(/supprimez-le/);
});
