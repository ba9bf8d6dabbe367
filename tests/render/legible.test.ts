/** Texts as any format may hold them, however deep they stand. */
import { expect, it } from 'vitest';
import { legible, mapTexts } from '../../src/render/text/legible.js';

it('a usual text is as it was; another has its accents composed, its breaks told one way and nothing that a file cannot hold', () => {
  const usual = 'L’été à Ménétrol : « 12 500 € », cœur\tŒuvre…\n→ fin';
  expect(legible(usual)).toBe(usual);
  expect(legible('e\u0301te\u0301\r\nsuite\u2028fin\u200b\u0007\ufeff')).toBe('été\nsuite\nfin');
});

it('texts are changed wherever they stand, and what was given is left as it was', () => {
  const bytes = new Uint8Array([1, 2]);
  const given = {
    titre: 'a',
    lignes: [{ nom: 'x', nombre: 1 }, { nom: 'y' }],
    carte: new Map([['k', 'x']]),
    bytes,
    rien: null,
  };
  const copy = structuredClone(given);
  const changed = mapTexts(given, (text, key) => (text === 'x' ? `${key}!` : text));
  expect(changed).toEqual({
    titre: 'a',
    lignes: [{ nom: 'nom!', nombre: 1 }, { nom: 'y' }],
    carte: new Map([['k', 'k!']]),
    bytes,
    rien: null,
  });
  expect(given).toEqual(copy);
});
