import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { identifiant, sansAccents } from '../../src/texte/identifiant.js';
import { ordre, parOrdreFrancais, proches, vouliezVousDire } from '../../src/texte/ordre.js';

describe('order', () => {
  it('of a French reader: accents and case do not push a word to the end, figures go by value', () => {
    const words = ['Vol', 'Âge', 'action 10', 'Zone', 'eau', 'Action 2', 'Œuvre', 'École'];
    expect([...words].sort(parOrdreFrancais)).toEqual([
      'Action 2',
      'action 10',
      'Âge',
      'eau',
      'École',
      'Œuvre',
      'Vol',
      'Zone',
    ]);
    expect([...words].sort(ordre).at(-1)).toBe('Œuvre');
  });

  it('is total: two different texts never compare equal', () => {
    expect(parOrdreFrancais('a\u0301', 'á')).not.toBe(0);
  });
});

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

describe('plain forms and nearness', () => {
  it('without accents nor ligatures', () => {
    expect(sansAccents('Élan, œuvre, Ægir')).toBe('Elan, oeuvre, Aegir');
    expect([identifiant(' Réseau d’aide !'), identifiant('A  b', ' ')]).toEqual(['reseau-d-aide', 'a b']);
  });

  it('finds what was meant, the nearest first, and nothing when all are far', () => {
    expect(proches('acteur', ['actions', 'acteurs', 'outils'])[0]).toBe('acteurs');
    expect(proches('Énergie', ['energie'])).toEqual(['energie']);
    expect(proches('date_engagement', ['engagement', 'engagement_date'])[0]).toBe('engagement_date');
    expect(vouliezVousDire('zzzz', ['acteurs'])).toBeUndefined();
    expect(vouliezVousDire('acteur', ['acteurs'])).toBe('Vouliez-vous dire « acteurs » ?');
    expect(vouliezVousDire('assoc', ['association', 'collectif'])).toBe('Vouliez-vous dire « association » ?');
    expect(vouliezVousDire('moulin', ['le-moulin-d-en-bas', 'collectif'])).toBe(
      'Vouliez-vous dire « le-moulin-d-en-bas » ?',
    );
    expect(vouliezVousDire('le-moulin-d-en-bas', ['moulin', 'collectif'])).toBe('Vouliez-vous dire « moulin » ?');
    expect(vouliezVousDire('moulin', ['le-moulin-d-en-bas', 'un-moulin-d-en-haut'])).toBeUndefined();
    expect(vouliezVousDire('bas', ['le-moulin-d-en-bas'])).toBeUndefined();
    expect(vouliezVousDire('coll', ['collectif', 'collectivite'])).toBeUndefined();
  });
});

describe('names that a reader sees', () => {
  it('are never put in the order of code points, where « Âge » comes after « Vol »', () => {
    expect(['Vol', 'Âge', 'Eau'].sort(parOrdreFrancais)).toEqual(['Âge', 'Eau', 'Vol']);
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(?<!\.gen)\.ts$/.test(name),
    );
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((name) =>
      [
        ...readFileSync(`${SRC}${name}`, 'utf8').matchAll(
          /\bordre\(\w+\.(?:nom|libelle|titre|texte|court|sigle|terme)\b|\.(?:nom|libelle|titre|sigle) [<>] \w+\.|localeCompare/g,
        ),
      ].map(([found]) => `${name}: ${found}`),
    );
    expect(found).toEqual([]);
  });
});
