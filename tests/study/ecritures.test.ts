import { describe, expect, it } from 'vitest';
import { valeurCorrecte } from '../../src/study/corrections.js';
import { booleenDe, dateDe, enId, nombreDe } from '../../src/study/ecritures.js';

describe('dateDe', () => {
  it.each([
    ['15/02/2018', '2018-02-15'],
    ['1.3.18', '2018-03-01'],
    ['3 mars 2018', '2018-03-03'],
    ['1er août 2018', '2018-08-01'],
    ['févr. 2018', '2018-02'],
    ['02/2018', '2018-02'],
    ['2018-2-5', '2018-02-05'],
    ['2018', '2018'],
    ['2018-02-15T00:00:00.000Z', '2018-02-15'],
    ['30/02/2018', null],
    ['12/31/2018', null],
    ['bientôt', null],
    ['printemps 2018', null],
  ])('%s → %s', (text, date) => expect(dateDe(text)).toBe(date));
});

describe('nombreDe', () => {
  it.each([
    ['12 500 €', 12500],
    ['12\u202f500,50', 12500.5],
    ['12.500,50', 12500.5],
    ['1,234,567.5', 1234567.5],
    ['1.234.567', 1234567],
    ['12,5', 12.5],
    ['0,125', 0.125],
    ['12 k€', 12000],
    ['1 250 hab.', 1250],
    ['8.2 km²', 8.2],
    ['120 personnes', 120],
    ['12 km', null],
    ['12 500 € HT', null],
    ['12 500 € TTC', 12500],
    ['-3', -3],
    ['85 %', 85],
    ['1 200,125', 1200.125],
    ['18.000', null],
    ['12,500', null],
    ['env. 12', null],
    ['', null],
  ])('%s → %s', (text, value) => expect(nombreDe(text)).toBe(value));

  it.each([
    ['64 %', 0.64],
    ['1 %', 0.01],
    ['0,5%', 0.005],
    ['0,64', 0.64],
  ])('%s is the share %s', (text, value) => expect(nombreDe(text, { share: true })).toBe(value));
});

describe('booleenDe, enId', () => {
  it('read what people type', () => {
    expect(['Oui', 'x', 'FAUX', 'peut-être'].map(booleenDe)).toEqual([true, true, false, null]);
    expect(['Communauté de l’Île', ' Œuvre n° 2 ', '—'].map(enId)).toEqual(['communaute-de-l-ile', 'oeuvre-n-2', '']);
  });
});

describe('the number to write for a percentage', () => {
  const fraction = (value: unknown): boolean => typeof value === 'number' && value <= 1;
  it('is a share where 1 is the most, and never a hundred times it', () => {
    expect(valeurCorrecte('1 %', { types: ['number'], share: true }, [], fraction)).toBe('0.01');
    expect(valeurCorrecte('64%', { types: ['number'], share: true }, [], fraction)).toBe('0.64');
  });
  it('is its figure where more is allowed', () => {
    expect(valeurCorrecte('64 %', { types: ['number'] }, [], (value) => typeof value === 'number')).toBe('64');
  });
});
