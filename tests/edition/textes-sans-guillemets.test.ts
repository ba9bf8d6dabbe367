/** Texts that YAML reads as something else for want of quotes: what to write is told, and `corriger` writes it where nothing is doubtful. */
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corriger } from '../../src/edition/corriger.js';
import { loadStudy } from '../../src/study/load.js';
import { copyStudy } from '../support/cli.js';

const flow = (fields: string): string =>
  `- { id: orme, ${fields}, type: association, domaines: [eau], fonctions: [ecouter], publics: [pecheurs] }\n`;
const block = (fields: string): string =>
  `- id: orme\n  type: association\n  domaines: [eau]\n  fonctions: [ecouter]\n  publics: [pecheurs]\n${fields}\n`;

/** The study with one more actor, as it is told and as it is mended. */
async function avec(entry: string) {
  const dir = join(await copyStudy('tests/fixtures/base'), 'data');
  await appendFile(join(dir, 'acteurs.yaml'), entry);
  const before = (await loadStudy(dir, { cwd: dir })).diagnostics.filter(({ gravite }) => gravite === 'erreur');
  const { apres, fichiers } = await corriger(dir);
  return { before, acteur: apres.study?.acteurs.find(({ id }) => id === 'orme'), apres, fichiers };
}

describe('a text without its quotes is quoted', () => {
  it.each([
    'Commune, agglomération et Parc',
    'Atelier (le Fil, la Roue)',
    "L'Orme, l'Érable",
    'Commune, agglo, 3 lieux',
    '2,5 ans',
    'La Roue: atelier',
    'Les amis : un lieu, deux ateliers',
    '@telier des mots',
    '%age',
    '`Le` lieu',
    '*Étoile filante',
    '*Étoile',
    '!Vite',
    '! important',
    'Le lieu #2 de la vallée, et #3',
    '{ Vive } la vie',
    '[Le] lieu',
    '"Le lieu" du Parc',
    "'Le lieu' du Parc",
    '- Le lieu',
    '| Lieu',
    '> Lieu',
  ])('between braces: %s', async (text) => {
    const { before, acteur } = await avec(flow(`nom: ${text}`));
    expect(before).toHaveLength(1);
    expect(before[0]).toMatchObject({
      plage: { ligne: 17 },
      correction: { par: expect.stringMatching(/^["'].*["']$/) },
    });
    expect(acteur?.nom).toBe(text);
  });

  it.each([
    'La Roue: atelier',
    'Les amis : un lieu, deux ateliers',
    'un lieu :',
    '@telier des mots',
    '%age',
    '`Le` lieu',
    '*Étoile',
    '!Vite fait',
    '{ Vive } la vie',
    '[Le] lieu',
    '"Le lieu" et "le Parc"',
    "'Le lieu' du Parc",
    '- Le lieu',
    '>suite',
  ])('on its line: %s', async (text) => {
    const { before, acteur } = await avec(block(`  nom: ${text}`));
    expect(before).toHaveLength(1);
    expect(acteur?.nom).toBe(text);
  });

  it.each([
    ["'Foyer de l'Orme'", "Foyer de l'Orme"],
    ['"Dit "oui" à tout"', 'Dit "oui" à tout'],
    ['"Le lieu', 'Le lieu'],
  ])('with its quotes mended: %s', async (written, text) => {
    const { before, acteur } = await avec(block(`  nom: ${written}\n  role: Écoute`));
    expect(before).toHaveLength(1);
    expect(acteur).toMatchObject({ nom: text, role: 'Écoute' });
  });

  it('in a list, on two fields of a line, and under another field', async () => {
    const listed = await avec(
      block('  nom: Orme\n  moyens:\n    competences:\n      - Menuiserie: bois massif\n      - @telier'),
    );
    expect(listed.acteur?.moyens?.competences).toEqual(['Menuiserie: bois massif', '@telier']);
    const bracketed = await avec(flow('nom: Orme, moyens: { competences: [Scier, poncer: à la main] }'));
    expect(bracketed.acteur?.moyens?.competences).toEqual(['Scier', 'poncer: à la main']);
    const two = await avec(flow('nom: un: deux, role: trois: quatre, cinq'));
    expect(two.acteur).toMatchObject({ nom: 'un: deux', role: 'trois: quatre, cinq' });
  });

  it('keeps the comment of its line, and every other line', async () => {
    const { fichiers } = await avec(flow('nom: Commune, agglomération').replace('\n', ' # à revoir\n'));
    expect(fichiers[0]?.apres).toContain('nom: "Commune, agglomération", type: association');
    expect(fichiers[0]?.apres).toContain('# à revoir');
    expect(fichiers[0]?.apres.split('\n').slice(0, 16)).toEqual(fichiers[0]?.avant?.split('\n').slice(0, 16));
  });
});

describe('what may mean something else is told, and left to its author', () => {
  it.each([
    ['a field without its colon', flow('nom: Orme, role association')],
    ['the same after a text with a colon', flow('nom: un: deux, role association')],
    ['a field under another name', flow('nom: un, rol: un: deux')],
    ['two fields on a line', block('  nom: Orme, role: écoute')],
    ['what follows a text in quotes', flow('nom: "Un", deux et trois')],
    ['a text that a comment may follow', block('  nom: un: deux # trois')],
    ['a sign that says that nothing is known', flow('nom: ?, sigle: Orme')],
    ['what another field of the line has wrong', flow('nom: un: deux, liens: [{ acteur: ?, nature: x }]')],
    ['a text of several lines', block('  nom: un: deux\n    trois')],
    ['an apostrophe that may open the text', block("  nom: 'tit café")],
    ['a word where an id is wanted', flow('nom: Orme, liens: [{ acteur: club: deux, nature: Voisin }]')],
  ])('%s', async (_, entry) => {
    const { before, fichiers } = await avec(entry);
    expect(before.length).toBeGreaterThan(0);
    expect(before.filter(({ correction }) => correction !== undefined)).toEqual([]);
    expect(fichiers).toEqual([]);
  });

  it('a text that begins with « # » is said to be a comment, and a comment is none', async () => {
    const dir = join(await copyStudy('tests/fixtures/base'), 'data');
    await appendFile(join(dir, 'acteurs.yaml'), block('  nom: #2 de la vallée\n  role:   # à écrire'));
    const { diagnostics } = await loadStudy(dir, { cwd: dir });
    expect(diagnostics.filter(({ code }) => code === 'texte-coupe')).toMatchObject([
      { plage: { ligne: 22, colonne: 8 }, message: expect.stringMatching(/^« #2 de la vallée » n’est pas lu/) },
    ]);
  });

  it('a word that begins with « & » and names nothing is said to be lost', async () => {
    const dir = join(await copyStudy('tests/fixtures/base'), 'data');
    await appendFile(join(dir, 'acteurs.yaml'), block('  nom: &Co Atelier\n  role: &r Écoute\n  note_interne: *r'));
    const { diagnostics } = await loadStudy(dir, { cwd: dir });
    expect(diagnostics.filter(({ code }) => code === 'texte-coupe')).toMatchObject([
      { plage: { ligne: 22 }, message: expect.stringMatching(/« &Co »/), aide: expect.stringMatching(/guillemets/) },
    ]);
    expect(await readFile(join(dir, 'acteurs.yaml'), 'utf8')).toContain('&Co');
  });
});
