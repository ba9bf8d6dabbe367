import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insecable, typographie } from '../../src/texte/typographie.js';
import { processorTime } from '../support/processor.js';

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
    ['« Retenir « Réseau » ou « Relais » », puis « voter »', '«~Retenir “Réseau” ou “Relais”~», puis «~voter~»'],
    ['« un « deux »', '«~un «~deux~»'],
    ['un » deux «', 'un~» deux «~'],
    ['un - deux', 'un –~deux'],
    ['à l’étape 6, articles 2 et 3', 'à l’étape~6, articles~2 et 3'],
  ])('%s', (typed, expected) => {
    expect(seen(typed)).toBe(expected);
  });

  it.each([
    'Coût : 12 825 € ; est-ce trop ? Oui !',
    'Il a dit « salut », à 38 % de 2 878 km² (n° 4, p. 12)',
    'Micro-fonds (500 à 2 000 € par projet)',
    'Importance (sur 5), Visible (× 2)',
    'l\'étude n\'est pas finie... un - deux "mot" https://ex.fr/a?b=1',
  ])('binds what no end of line may part, and changes no other sign: %s', (typed) => {
    const bound = insecable(typed);
    expect(bound.replace(/[\u202f\u00a0]/g, ' ')).toBe(typed);
    // The spaces that it binds are those that the typography of the pages binds.
    expect(bound.split(/ /).length).toBe(
      typographie(typed)
        .replace(/«\u00a0mot\u00a0»/u, 'mot')
        .replace('–\u00a0', '– ')
        .split(/ /).length,
    );
    expect(insecable(bound)).toBe(bound);
  });

  it('leaves addresses alone', () => {
    expect(seen('Voir https://exemple.fr/a:b?c=d;e et info@exemple.fr')).toBe(
      'Voir https://exemple.fr/a:b?c=d;e et info@exemple.fr',
    );
  });

  it('takes no longer than the text is long, whatever is repeated in it', () => {
    for (const sign of ['a', ' ', '\u00a0', '@', '.', 'a@', '«', '!', '"', ':', 'n°', '9', '9 ', '-', ' -']) {
      expect(
        processorTime(() => void typographie(sign.repeat(20_000))),
        JSON.stringify(sign),
      ).toBeLessThan(500);
    }
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
    fc.assert(
      fc.property(text, (typed) => {
        expect(typographie(typographie(typed))).toBe(typographie(typed));
      }),
    );
  });

  it('loses no letter and no digit', () => {
    const words = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (typed) => {
        expect(words(typographie(typed))).toBe(words(typed));
      }),
    );
  });
});

it('drops the vowel of « de » and « que » before a quotation, as before its word', () => {
  const said = (text: string): string => typographie(text).replaceAll('\u00a0', ' ');
  expect(said('le poids de « Ambert », de « Lyon » et de « Hongrie »')).toBe(
    'le poids d’« Ambert », de « Lyon » et de « Hongrie »',
  );
  expect(said('plus que « Intégré », ou que "Relais"')).toBe('plus qu’« Intégré », ou que « Relais »');
  expect(said('code « Entretien », inde « A »')).toBe('code « Entretien », inde « A »');
});
