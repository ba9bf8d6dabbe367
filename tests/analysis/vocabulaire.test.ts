import { describe, expect, it } from 'vitest';
import { formeEcrite, natureEcrite, nomCite } from '../../src/analysis/vocabulaire.js';

describe('the name of an actor in a sentence', () => {
  it('has marks where it has no article, and none where it has one that nothing contracts', () => {
    expect(nomCite('Conseil régional')).toBe('« Conseil régional »');
    expect(nomCite('Le Relais')).toBe('« Le Relais »');
    expect(nomCite('Lagrange')).toBe('« Lagrange »');
    expect(['La Poste', 'L’Épicerie'].map(nomCite)).toEqual(['La Poste', 'L’Épicerie']);
  });
});

describe('a word of a list that the author wrote where any text may stand', () => {
  it('is told by its name, and any other text as it is', () => {
    expect(['etablissement-public', 'collectivite', 'service-etat', 'commune'].map(natureEcrite)).toEqual([
      'établissement public',
      'collectivité',
      'service de l’État',
      'commune',
    ]);
    expect(['scic', 'regie', 'Régie dotée de la seule autonomie financière'].map(formeEcrite)).toEqual([
      'société coopérative d’intérêt collectif',
      'service en régie',
      'Régie dotée de la seule autonomie financière',
    ]);
  });
});
