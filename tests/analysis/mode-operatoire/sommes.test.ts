import { expect, it } from 'vitest';
import { sommesConvenues } from '../../../src/analysis/mode-operatoire/conventions.js';

it('says the sides of the conventions that pay, and that none does', () => {
  const said = (totalVerse: number, totalRecu: number | null): string =>
    sommesConvenues({ totalVerse, totalRecu }).replace(/[\u00a0\u202f]/g, ' ');
  expect(said(11_000, 3500)).toBe('11 000 € versés et 3 500 € reçus par an');
  expect(said(11_000, 0)).toBe('11 000 € versés par an');
  expect(said(0, 0)).toBe('sans paiement');
  expect(said(0, null)).toBe('recettes sans montant écrit');
  expect(said(11_000, null)).toBe('11 000 € versés par an, recettes sans montant écrit');
});
