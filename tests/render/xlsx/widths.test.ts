import { describe, expect, it } from 'vitest';
import type { Row, TableExhibit } from '../../../src/exhibits/types.js';
import { ACROSS_A4, UPRIGHT } from '../../../src/render/xlsx/page.js';
import { textWidth } from '../../../src/render/xlsx/text-width.js';
import { linesIn, rowHeight } from '../../../src/render/xlsx/values.js';
import { sharedWidths } from '../../../src/render/xlsx/widths.js';

const sentence = (words: number): string => Array.from({ length: words }, (_, i) => `motif${i % 7}`).join(' ');

const table = (rows: Row[], columns: string[]): TableExhibit => ({
  kind: 'table',
  name: 'a',
  title: 'a',
  empty: '',
  columns: columns.map((key) => ({ key, header: key, format: 'texte' })),
  rows,
});

const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);
const tall = (given: TableExhibit, widths: readonly number[]): number =>
  given.rows.reduce((sum, row) => sum + rowHeight(given.columns, row, widths), 0);

describe('the columns of a sheet', () => {
  it('give what is left of the page to the text that makes rows tall, and the sheet stays upright', () => {
    const rows = Array.from({ length: 20 }, () => ({ a: 'Court', b: 'Oui', c: sentence(30) }));
    const given = table(rows, ['a', 'b', 'c']);
    const widths = sharedWidths([given]);
    expect(total(widths)).toBeLessThanOrEqual(UPRIGHT);
    expect(widths[2]).toBeGreaterThan(60);
    expect(tall(given, widths)).toBeLessThan(0.7 * tall(given, [10, 10, 40]));
  });

  it('share it between the texts of one row, and grow no wider than a page read without effort', () => {
    const rows = Array.from({ length: 20 }, () => ({ a: sentence(30), b: sentence(30), c: sentence(30) }));
    const widths = sharedWidths([table(rows, ['a', 'b', 'c'])]);
    expect(total(widths)).toBeGreaterThan(120);
    expect(total(widths)).toBeLessThanOrEqual(ACROSS_A4);
  });

  it('stay as they are where no row would be shorter, or where the sheet is wider than a page', () => {
    const short = table([{ a: 'Un', b: 'Deux' }], ['a', 'b']);
    expect(total(sharedWidths([short]))).toBeLessThan(40);
    const many = Array.from({ length: 9 }, (_, i) => `c${i}`);
    const wide = table([Object.fromEntries(many.map((key) => [key, sentence(30)]))], many);
    expect(sharedWidths([wide])).toEqual(many.map(() => 40));
  });

  it('of several tables, take from the ones that need it least what the tallest text of a full page asks', () => {
    const texts = table(
      Array.from({ length: 20 }, (_, i) => ({ rang: `R${i}`, texte: sentence(40), renvois: 'C1, C2', qui: 'Parc' })),
      ['rang', 'texte', 'renvois', 'qui'],
    );
    const names = table(
      [
        {
          quoi: 'Ce qu’elle fait',
          un: 'Une phrase de quarante signes ou presque',
          deux: 'Une autre phrase, de même longueur',
          trois: 'Une troisième phrase, tout aussi longue',
          quatre: 'Et la dernière de ces phrases',
        },
      ],
      ['quoi', 'un', 'deux', 'trois', 'quatre'],
    );
    const widths = sharedWidths([texts, names]);
    expect(total(widths)).toBeLessThanOrEqual(ACROSS_A4);
    expect(widths[1]).toBeGreaterThanOrEqual(60);
    expect(tall(texts, widths)).toBeLessThan(0.7 * tall(texts, [12, 36, 36, 36, 36]));
  });

  it('are never narrowed under a word of theirs, a figure or an address', () => {
    const rows = Array.from({ length: 20 }, () => ({
      a: 'anticonstitutionnellement',
      b: sentence(60),
      c: sentence(60),
      d: 'https://exemple.fr/un/chemin/assez/long/pour/ne/pas/tenir/ailleurs',
      e: 123456789,
    }));
    const given: TableExhibit = {
      ...table(rows, ['a', 'b', 'c', 'd', 'e']),
      columns: ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key, header: key, format: key === 'e' ? 'entier' : 'texte' })),
    };
    const [a = 0, , , d = 0, e = 0] = sharedWidths([given]);
    expect(linesIn(String(rows[0]?.a), a)).toBe(1);
    expect(linesIn(String(rows[0]?.d), d)).toBe(1);
    expect(e).toBeGreaterThanOrEqual(13);
  });
});

describe('the width of a text', () => {
  it('is that of its letters, not their number', () => {
    expect(textWidth('0123456789')).toBe(10);
    // As measured in Carlito, whose widths are those of Calibri, and in DejaVu Sans, each to its own digits.
    const name =
      'Syndicat de valorisation et de traitement des déchets ménagers du Puy-de-Dôme et du nord de la Haute-Loire';
    expect(textWidth(name)).toBeGreaterThan(87);
    expect(textWidth(name)).toBeLessThan(89);
    expect(textWidth('ÉÈÊ')).toBe(textWidth('EEE'));
    expect(textWidth('図')).toBeGreaterThan(textWidth('M'));
  });

  it('gives a row no line that its text does not need', () => {
    const given = table([{ a: 'Vérifier la charpente avant l’étude solaire' }], ['a']);
    const widths = sharedWidths([given]);
    expect(widths[0]).toBeLessThanOrEqual(40);
    expect(tall(given, widths)).toBe(tall(table([{ a: 'Court' }], ['a']), widths));
  });
});
