import { describe, expect, it } from 'vitest';
import { referenceCorrecte, valeurCorrecte } from '../../src/study/valeurs/corrections.js';
import { aideDeLaDate, aideDuNombre, listeDe } from '../../src/study/valeurs/douteuses.js';
import { booleenDe, dateDe, enId, idTireDe, nombreDe } from '../../src/study/valeurs/ecritures.js';
import { loadPatched } from '../support/incoherence.js';
import { gare } from '../support/retouches.js';

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
    ['lundi 5 février 2018', '2018-02-05'],
    ['le mardi 6 févr. 2018', '2018-02-06'],
    ['22-janv-24', '2024-01-22'],
    ['22 janv. 24', '2024-01-22'],
    ['22 01 2024', '2024-01-22'],
    ['2018/02/05', '2018-02-05'],
    ['2011/12', null],
    ['mars 24', null],
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
    ['½', 0.5],
    ['1 ¼', 1.25],
    ['⅓', null],
    ['', null],
  ])('%s → %s', (text, value) => expect(nombreDe(text)).toBe(value));

  it.each([
    ['64 %', 0.64],
    ['1 %', 0.01],
    ['0,5%', 0.005],
    ['0,64', 0.64],
  ])('%s is the share %s', (text, value) => expect(nombreDe(text, { share: true })).toBe(value));
});

describe('what is written where a value leaves a doubt', () => {
  const range = { properties: { min: {}, mode: {}, max: {} } };
  it.each([
    ['env. 40', undefined, /le nombre seul, 40 :/],
    ['≈ 40,5', undefined, /le nombre seul, 40\.5 :/],
    ['40 (estimé)', undefined, /le nombre seul, 40 :/],
    ['40 ?', undefined, /le nombre seul, 40 :/],
    ['< 1 200', undefined, /le nombre seul, 1200 :/],
    ['env. 12 k€', undefined, /le nombre seul, 12000 :/],
    ['30 à 40', undefined, /entre 30 et 40/],
    ['1/2', undefined, /en décimales : 0\.5\./],
    ['⅓', undefined, /en décimales : 0\.33\./],
    ['38 000 - 43 000 €', range, /\{ min: 38000, mode: …, max: 43000 \}/],
    ['entre 38000 et 43000', range, /\{ min: 38000, mode: …, max: 43000 \}/],
    ['40 jours', { description: 'Jours par an.' }, /nombre seul, 40, dans l’unité de ce champ \(Jours par an\)/],
    ['40 j/an', undefined, /le nombre seul, 40, dans l’unité/],
    ['40 000 €/an', undefined, /le nombre seul, 40000, dans l’unité/],
    ['n.c.', undefined, /retirez la clé/],
    ['NC', undefined, /retirez la clé/],
    ['n/a', undefined, /retirez la clé/],
    ['?', undefined, /retirez la clé/],
    ['–', undefined, /retirez la clé/],
    ['à préciser', undefined, /retirez la clé/],
    ['Non communiqué', undefined, /retirez la clé/],
    ['quarante', undefined, /en chiffres : 40\./],
    ['84 000 £', undefined, /n’est pas en euros/],
    ['84000 GBP', undefined, /n’est pas en euros/],
    ['$ 1 200', undefined, /n’est pas en euros/],
    ['12 500 CHF', undefined, /n’est pas en euros/],
    ['40 à 30', undefined, null],
    ['40k', undefined, null],
    ['la moitié', undefined, null],
    ['1/2', { share: true } as const, /0\.5\./],
    ['12 500 € TTC', undefined, null],
  ])('number %s', (text, shape, told) => {
    const aide = aideDuNombre(text, shape);
    if (told === null) expect(aide).toBeUndefined();
    else expect(aide).toMatch(told);
  });

  it.each([
    ['T1 2024', /2024-01 pour le début de ce trimestre, ou 2024\./],
    ['4e trimestre 2024', /2024-10 pour/],
    ['deuxième trimestre 2024', /2024-04 pour/],
    ['fin janvier 2024', /Écrivez 2024-01 :/],
    ['début 2024', /Écrivez 2024 :/],
    ['vers le 22/01/2024', /Écrivez 2024-01-22 :/],
    ['à définir', /retirez la clé/],
    ['bientôt', null],
    ['le 22 janvier 2024', null],
    ['hiver 2023-2024', null],
  ])('date %s', (text, told) => {
    const aide = aideDeLaDate(text);
    if (told === null) expect(aide).toBeUndefined();
    else expect(aide).toMatch(told);
  });

  it.each([
    ['velo, covoiturage', '[velo, covoiturage]'],
    ['velo ; covoiturage', '[velo, covoiturage]'],
    ['velo et covoiturage', '[velo, covoiturage]'],
    ['velo', undefined],
    ['Une phrase qui est bien longue, et une autre.', undefined],
  ])('list %s', (text, list) => expect(listeDe(text)).toBe(list));
});

describe('booleenDe, enId', () => {
  it('read what people type', () => {
    expect(['Oui', 'x', 'FAUX', 'peut-être'].map(booleenDe)).toEqual([true, true, false, null]);
    // As a word processor leaves them.
    expect(['co\u00advoi\u00adturage', 'vélo\u200b', '« vélo »'].map(enId)).toEqual(['covoiturage', 'velo', 'velo']);
    expect(['Communauté de l’Île', ' Œuvre n° 2 ', '—'].map(enId)).toEqual(['communaute-de-l-ile', 'oeuvre-n-2', '']);
  });
});

describe('the list to write for a text', () => {
  const any = (value: unknown): boolean => Array.isArray(value);
  const list = (items: object) => ({ types: ['array' as const], items });
  it.each([
    ['velo, covoiturage', { reference: 'etude.domaines' }, '[velo, covoiturage]'],
    ['velo;covoiturage', { reference: 'etude.domaines' }, '[velo, covoiturage]'],
    ['Prêt, conseils', { choices: ['pret', 'conseil'] }, '[pret, conseil]'],
    ['velo', { reference: 'etude.domaines' }, '[velo]'],
    // One label or two.
    ['Eau et sols', { reference: 'etude.domaines' }, undefined],
    ['Visible, pas cher', {}, undefined],
    ['Visible', {}, '[Visible]'],
  ])('%s', (text, items, written) => expect(valeurCorrecte(text, list(items), [], any)).toBe(written));
  it('takes a figure for the code that it is', () => {
    const codes = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');
    expect(valeurCorrecte(99012, list({}), [], codes)).toBe('["99012"]');
  });
  it('takes a list of one for its element where one value is wanted, and leaves a longer list', () => {
    const text = (value: unknown): boolean => typeof value === 'string';
    expect(valeurCorrecte(['Un seul mot'], { types: ['string'] }, [], text)).toBe('Un seul mot');
    expect(valeurCorrecte(['un', 'deux'], { types: ['string'] }, [], text)).toBeUndefined();
    expect(valeurCorrecte(['12 500 €'], { types: ['number'] }, [], (value) => typeof value === 'number')).toBe('12500');
  });
});

it.each([
  ['Un atelier de la laine partagé au pays d’Ys et dans ses îles', 'un-atelier-de-la-laine-partage-au-pays'],
  ['Une maison commune des métiers d’art et de la réparation', 'une-maison-commune-des-metiers-d-art'],
  ['Atelier d’Ys', 'atelier-d-ys'],
  ['Maison des associations de Saint-Rome-l’Haute', 'maison-des-associations'],
  ['Saint-Germain-des-Champs-sur-la-Rivière-Haute en fête', 'saint-germain-des-champs-sur-la-riviere'],
  ['Un Saint-Germain-des-Champs-sur-la-Rivière-Haute', 'un-saint-germain-des-champs'],
])('the id drawn from « %s » ends with a word that says something', (title, id) => expect(idTireDe(title)).toBe(id));

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

it('a reference that leads nowhere gets the id that is the same word, unless it holds a sign that nobody sees', () => {
  expect(referenceCorrecte('Club Pêche', new Map([['club-peche', 'Le club']]))).toBe('club-peche');
  expect(referenceCorrecte('990000001', new Map([['990000001\u000b', 'Rive']]))).toBeUndefined();
  expect(referenceCorrecte('Rive', new Map([['990000001\u000b', 'Rive']]))).toBeUndefined();
});

it('a number where counts by public are wanted is told how they are written; a usual word, what it stands for', async () => {
  const { diagnostics } = await loadPatched('autre-marche', [
    { dans: 'participation.yaml', de: 'participants: { salaries: 14, aines: 6 }', par: 'participants: 20' },
    { dans: 'scenarios.yaml', de: 'statut: sollicite', par: 'statut: demandé' },
  ]);
  expect(diagnostics.map(({ message, aide }) => `${message} ${aide}`).join('\n')).toMatch(
    /Nombre de participants par public\. Écrivez \{ identifiant: valeur \}[\s\S]*« sollicite »/,
  );
});

it.each([
  ['14,9O0', /écrivez 14900 pour 14\s900, 14\.900 pour des millièmes\./],
  ['0,4O', /écrivez 0\.40\./],
  ['12,5l', /écrivez 12\.51\./],
])('a letter in the decimals of « %s » is told with the whole number', async (written, told) => {
  const { diagnostics } = await loadPatched('autre-marche', [
    gare(`budget: [{ poste: Antivols, prevu: 500, realise: ${written} }]`),
  ]);
  expect(diagnostics.map(({ aide }) => aide).join()).toMatch(told);
});
