/** The parts of a sentence and what they are made of, at the edges of each reading. */
import { expect, it } from 'vitest';
import {
  fractionDe,
  memeDate,
  nomNu,
  premierMot,
  propositions,
  propositionsEntieres,
} from '../../../../src/analysis/coherence/ecrits/propositions.js';

it('a quotation over several parts is another’s until it closes, and what follows it is read again', () => {
  expect(
    propositionsEntieres('Le maire dit « le réseau coûte cher ; il faut attendre » avant tout. Le relais coûte moins.'),
  ).toEqual(['le relais coute moins']);
  expect(propositionsEntieres('Le « réseau animé » coûte moins. Coûte-t-il plus qu’avant ? Trop court.')).toEqual([
    'le « reseau anime » coute moins',
    'trop court',
  ]);
});

it('what is said beside, or of who does it, leaves what is said', () => {
  expect(propositions('Le réseau, qui sert douze communes, coûte moins.')).toEqual(['le reseau coute moins']);
  expect(propositions('Grâce au prêt, c’est le réseau qui coûte le moins.')).toEqual(['le reseau coute le moins']);
});

it('the marks that quote a name are taken from its ends alone', () => {
  expect(nomNu('la « Maison des Rives »')).toBe('maison des rives');
  expect(nomNu('atelier « bois » du bourg')).toBe('atelier « bois » du bourg');
});

it('a day is compared where both give it', () => {
  expect(memeDate('2018-04-19', { jour: 19, mois: 4 })).toBe(true);
  expect(memeDate('2018-04-19', { jour: 18, mois: 4 })).toBe(false);
  expect(memeDate('2018-04', { jour: 18, mois: 4 })).toBe(true);
  expect(memeDate('2018-04', { mois: 5 })).toBe(false);
  expect(memeDate('2018', { mois: 5, annee: '2018' })).toBe(true);
  expect(memeDate('2018', { mois: 5, annee: '2017' })).toBe(false);
});

it('a fraction in words is at most the whole', () => {
  expect(fractionDe('les quatre cinquiemes')).toBeCloseTo(0.8);
  expect(fractionDe('le tiers')).toBeCloseTo(1 / 3);
  expect(fractionDe('les cinq quarts')).toBeNull();
  expect(fractionDe('les quatre bouts')).toBeNull();
});

it('a part begins by the name of what it is of', () => {
  expect(premierMot('le projet de jardin partage coute')).toBe('jardin');
  expect(premierMot('les scenarios « relais » coutent')).toBe('relais');
});
