/** What is told of the first mistakes of who writes a study for the first time: each says what to write. */
import { expect, it } from 'vitest';
import { aideDuType, champVoisin, cleProbable, motParent } from '../../src/study/schema/aide-du-type.js';
import { SHAPES } from '../../src/study/shapes.gen.js';

const at = (collection: string, ...keys: string[]) =>
  keys.reduce((shape, key) => shape?.properties?.[key] ?? shape?.items?.properties?.[key], SHAPES[collection]);

it('a sentence that a colon cuts is quoted whole', () => {
  const cut = { 'L’enquête n’est pas un sondage': 'chacun pouvait répondre.' };
  expect(champVoisin(['string'], cut, {})).toBe(
    'Un texte qui contient « : » se met entre guillemets droits. Écrivez "L’enquête n’est pas un sondage : chacun pouvait répondre.".',
  );
  expect(champVoisin(['string'], { texte: 'x' }, {})).toBeUndefined();
  expect(champVoisin(['string'], { 'deux mots': ['x'] }, {})).toBeUndefined();
  expect(champVoisin(['number'], cut, {})).toBeUndefined();
});

it('a text goes to the field that takes it', () => {
  const shape = at('experiences', 'transferabilite');
  expect(aideDuType(['object'], 'Le ticket.', shape)).toContain('{ note: …, justification: "Le ticket." }');
  expect(aideDuType(['object'], 4, shape)).toContain('{ note: … }');
});

it('one object where a list of them is wanted is put between brackets', () => {
  const shape = at('mode-operatoire', 'repli');
  expect(aideDuType(['array'], { humain: 0.7 }, shape?.items?.properties?.evite)).toMatch(
    /ou entre crochets\. Écrivez \[\{ nature: …, montant: … \}\]\.$/,
  );
});

it('the only key that lacks is named to who wrote another in its place', () => {
  const shape = at('actions', 'resultats')?.items;
  const line = { libelle: 'Voyages', valeur: 1120, unite: 'voyages' };
  expect(cleProbable('libelle', line, shape)).toBe('Ce champ s’appelle sans doute « indicateur » ici.');
  expect(cleProbable('libelle', { ...line, autre: 'x' }, shape)).toBeUndefined();
  expect(cleProbable('libelle', { ...line, indicateur: 'Voyages' }, shape)).toBeUndefined();
  expect(cleProbable('total', { total: 12 }, shape)).toBeUndefined();
});

it('a word of a list is known by a long word of it', () => {
  const rules = ['nombre-scenarios', 'nombre-projets', 'experiences-comparees', 'duree-experimentation'];
  expect(motParent('nombre-experiences', rules)).toContain('experiences-comparees');
  expect(motParent('participation', ['demarche-participative', ...rules])).toContain('demarche-participative');
  expect(motParent('nombre', rules)).toBeUndefined();
  expect(motParent('scenarios-projets', ['scenarios-a', 'scenarios-b'])).toBeUndefined();
});

it('words where a number is wanted are told what the number is, an amount written otherwise is not', () => {
  const rank = at('reunions', 'decisions', 'suites', 'reserve');
  expect(aideDuType(['integer'], 'Compléter les volumes', rank)).toMatch(
    /ni guillemets\. Ce champ : rang de la réserve dans la liste, à partir de 1/,
  );
  expect(aideDuType(['number'], '96 000 €', at('scenarios', 'moyens', 'materiels', 'cout'))).not.toMatch(/Ce champ/);
});
