import { describe, expect, it } from 'vitest';
import { nomCite } from '../../src/analysis/vocabulaire.js';

describe('the name of an actor in a sentence', () => {
  it('has marks where it has no article, and none where it has one that nothing contracts', () => {
    expect(nomCite('Conseil régional')).toBe('« Conseil régional »');
    expect(nomCite('Le Relais')).toBe('« Le Relais »');
    expect(nomCite('Lagrange')).toBe('« Lagrange »');
    expect(['La Poste', 'L’Épicerie'].map(nomCite)).toEqual(['La Poste', 'L’Épicerie']);
  });
});
