import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadStudy } from '../../src/study/load.js';
import { withoutPersonalData } from '../../src/study/personal.js';
import { copyStudy } from '../support/cli.js';

let cwd: string;
let data: string;
beforeEach(async () => {
  cwd = await copyStudy('tests/fixtures/base');
  data = join(cwd, 'data');
});

const load = () => loadStudy(data, { cwd });
const write = (name: string, text: string) => writeFile(join(data, name), text);
const edit = async (name: string, from: string, to: string) =>
  write(name, (await readFile(join(data, name), 'utf8')).replace(from, to));

describe('loading a study', () => {
  it('finds all the faults of all the files in one run', async () => {
    await edit('acteurs.yaml', 'type: entreprise', 'type: scierie');
    await edit('besoins.yaml', 'importance: 4', 'importance: 9');
    await edit('besoins.yaml', 'public: pecheurs', 'public: pecheur');
    await edit('actions.yaml', 'titre: Réfection', 'titre: "Réfection');
    const { diagnostics } = await load();
    expect(diagnostics.map(({ fichier, code }) => `${fichier} ${code}`)).toEqual([
      'data/acteurs.yaml valeur-hors-liste',
      'data/actions.yaml syntaxe-yaml',
      'data/besoins.yaml valeur-hors-bornes',
      'data/besoins.yaml reference-inconnue',
    ]);
  });

  it('says which fields stand in place of a value that should be an object', async () => {
    await edit('etude.yaml', '\npublics:', '\nmarche: 2025-07\npublics:');
    const { diagnostics } = await load();
    expect(diagnostics).toMatchObject([
      {
        code: 'type-incorrect',
        aide: expect.stringMatching(/^Écrivez \{ procedure: … \}\. Champs : procedure, reference/),
      },
    ]);
    await edit('etude.yaml', 'marche: 2025-07', 'calendrier: [2025]');
    expect((await load()).diagnostics).toMatchObject([
      { code: 'type-incorrect', aide: expect.stringMatching(/^Écrivez \{ phase: …/) },
    ]);
    await edit('etude.yaml', 'calendrier: [2025]', 'calendrier: 2025');
    expect((await load()).diagnostics).toMatchObject([
      {
        code: 'type-incorrect',
        aide: expect.stringMatching(/après un tiret, ou entre crochets\. Écrivez \[\{ phase: …/),
      },
    ]);
  });

  it('has no spelling to give for an entry that is a word: an id is no entry', async () => {
    await write('outils.yaml', '- Barque à fond plat\n- 12 500 €\n');
    const { diagnostics } = await load();
    expect(diagnostics.map(({ code, correction }) => [code, correction])).toEqual([
      ['type-incorrect', undefined],
      ['type-incorrect', undefined],
    ]);
  });

  it('reads a collection from one file or from a folder with one entry a file', async () => {
    const before = (await load()).study?.outils;
    await mkdir(join(data, 'outils'));
    const outil = (id: string) =>
      `id: ${id}\nnom: Outil ${id}\ndomaines: [eau]\npublics: [familles]\ndisponibilite: existant\n`;
    await write('outils/b.yaml', outil('bateau'));
    await write('outils/a.yaml', outil('abri'));
    const { study, diagnostics, entries } = await load();
    expect(before).toEqual([]);
    expect(diagnostics).toEqual([]);
    expect(study?.outils.map(({ id }) => id)).toEqual(['abri', 'bateau']);
    expect(entries).toBe(13);
  });

  it('keeps as text what the schema says is text: codes with a leading zero, years', async () => {
    await edit('territoire.yaml', 'code: "99001"', 'code: 01004');
    await edit('territoire.yaml', '"99001", "99002"', '01004, "99002"');
    await edit('actions.yaml', '["99001"]', '[01004]');
    await edit('actions.yaml', 'debut: "2018"', 'debut: 2018');
    const { study, diagnostics } = await load();
    expect(diagnostics).toEqual([]);
    expect(study?.territoire.communes[0]?.code).toBe('01004');
    expect(study?.actions[0]?.debut).toBe('2018');
  });

  it('follows anchors and aliases', async () => {
    await edit('besoins.yaml', 'fonctions: [ecouter]', 'fonctions: &f [ecouter]');
    const text = await readFile(join(data, 'besoins.yaml'), 'utf8');
    const at = text.lastIndexOf('fonctions: [ecouter]');
    await write('besoins.yaml', `${text.slice(0, at)}fonctions: *f${text.slice(at + 'fonctions: [ecouter]'.length)}`);
    const { study, diagnostics } = await load();
    expect(diagnostics).toEqual([]);
    expect(study?.besoins[1]?.fonctions).toEqual(['ecouter']);
  });

  it('tells where a path by ids stands', async () => {
    const { origin } = await load();
    expect(origin('acteurs/scierie/type')).toEqual({ fichier: 'data/acteurs.yaml', ligne: 13 });
    expect(origin('territoire/communes/99002/nom')).toEqual({ fichier: 'data/territoire.yaml', ligne: 5 });
    expect(origin('nulle-part')).toBeUndefined();
  });

  it('refuses a key named like a part of JavaScript', async () => {
    await edit('besoins.yaml', '  importance: 4', '  importance: 4\n  __proto__: { libelle: x }');
    expect((await load()).diagnostics.map(({ code }) => code)).toEqual(['cle-inconnue']);
  });

  it('tells a mandatory key that is misspelt once, with the one that is meant', async () => {
    await edit('acteurs.yaml', '  nom:', '  non:');
    expect((await load()).diagnostics).toMatchObject([
      { code: 'cle-inconnue', message: expect.stringContaining('Vouliez-vous dire « nom » ?') },
    ]);
  });

  it('says that a folder does not exist', async () => {
    const { diagnostics, study } = await loadStudy(join(cwd, 'absent'), { cwd });
    expect(study).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'etude-introuvable', aide: expect.stringContaining('-C data') }]);
    const elsewhere = await loadStudy(join(cwd, 'data/textes'), { cwd: join(cwd, 'nulle-part') });
    expect(elsewhere.diagnostics[0]?.aide).toContain('atelier init');
    const file = await loadStudy(join(cwd, 'data/etude.yaml'), { cwd });
    expect(file.diagnostics).toMatchObject([{ code: 'etude-introuvable', aide: 'Désignez le dossier : -C data.' }]);
  });
});

describe('personal data', () => {
  it('is published for those who consent, and for nobody else', async () => {
    await edit(
      'acteurs.yaml',
      '  publics: [familles]\n',
      '  publics: [familles]\n  contacts:\n    - { nom: Accueil public, courriel: accueil@exemple.fr, consentement: true }\n    - { nom: Bureau fermé, courriel: bureau@exemple.fr, telephone: "01 02 03 04 05", consentement: false }\n',
    );
    const { study } = await load();
    if (!study) throw new Error('the study does not load');
    const published = JSON.stringify(withoutPersonalData(study));
    expect(JSON.stringify(study)).toContain('bureau@exemple.fr');
    expect(published).toContain('accueil@exemple.fr');
    expect(published).not.toMatch(/bureau@exemple\.fr|01 02 03 04 05|Bureau fermé/);
  });
});
