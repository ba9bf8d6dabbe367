import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typographie } from '../../src/texte/typographie.js';

/** No-break spaces made visible: « · » for the narrow one, « ~ » for the other. */
const seen = (text: string): string =>
  typographie(text)
    .replace(/\u202f/g, '·')
    .replace(/\u00a0/g, '~');

describe('French typography', () => {
  it.each([
    ['Coût : 1 240 500 € ; est-ce trop ? Oui !', 'Coût~: 1·240·500~€·; est-ce trop·? Oui·!'],
    ['Il a dit "bonjour" et « salut ».', 'Il a dit «~bonjour~» et «~salut~».'],
    ["l'étude n'est pas finie...", 'l’étude n’est pas finie…'],
    ['à 14:30, p. 12, n° 4, 63 % de 120 m²', 'à 14:30, p.~12, n°~4, 63~% de 120~m²'],
    ['Vraiment ?!', 'Vraiment·?!'],
    ['un - deux', 'un –~deux'],
  ])('%s', (typed, expected) => {
    expect(seen(typed)).toBe(expected);
  });

  it('leaves addresses alone', () => {
    expect(seen('Voir https://exemple.fr/a:b?c=d;e et info@exemple.fr')).toBe(
      'Voir https://exemple.fr/a:b?c=d;e et info@exemple.fr',
    );
  });

  it('changes nothing when applied again', () => {
    const words = [
      'Coût',
      ':',
      '1 240 500',
      '€',
      ';',
      'est-ce',
      '?',
      '«',
      'oui',
      '»',
      "l'un",
      '63 %',
      'n° 4',
      '...',
      '–',
      '14:30',
    ];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(' '));
    fc.assert(fc.property(text, (typed) => typographie(typographie(typed)) === typographie(typed)));
  });

  it('loses no letter and no digit', () => {
    const words = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (typed) => words(typographie(typed)) === words(typed)));
  });
});
