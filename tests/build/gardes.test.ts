/** What a release and a study keep of the past: files changed by hand, what meetings validated, what a manifest describes. */
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contenuLivrable, modificationsDe, nonGardees } from '../../src/build/changements/validations.js';
import { readValidations, type Validation, writeValidations } from '../../src/build/changements/validations-file.js';
import { horodatageDe, idDe, optionsDe, PAR_DEFAUT } from '../../src/build/inputs/parameters.js';
import { describeFile, type Manifeste, manifestBytes } from '../../src/build/release/manifest.js';
import { keptAside } from '../../src/build/release/set-aside.js';
import { causes, verifyRelease } from '../../src/build/release/verify.js';
import { loadStudy } from '../../src/study/load.js';
import type { Study } from '../../src/study/study.js';
import { root } from '../support/cli.js';
import { temporaryFolder } from '../support/temporary.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let dir: string;
beforeEach(async () => {
  dir = await temporaryFolder();
});
const put = async (name: string, text: string): Promise<void> => {
  await mkdir(join(dir, name, '..'), { recursive: true });
  await writeFile(join(dir, name), text);
};

describe('a file changed by hand', () => {
  const known = [describeFile('a.xlsx', bytes('construit'))];
  const aside = async (text: string, after: string | null, present = ['a.xlsx']) => {
    await put('a.xlsx', text);
    await utimes(join(dir, 'a.xlsx'), new Date('2018-02-15T12:00:00Z'), new Date('2018-02-15T12:00:00Z'));
    const replaced = after === null ? [] : [{ name: 'a.xlsx', bytes: bytes(after) }];
    const removed = new Set(after === null ? ['a.xlsx'] : []);
    return Object.fromEntries(await keptAside(dir, new Set(present), known, { replaced, removed }));
  };

  it('is kept under the day of its change, whether its place is taken or lost', async () => {
    expect(await aside('rempli', 'nouveau')).toEqual({ 'a.xlsx': 'a (modifié le 2018-02-15).xlsx' });
    expect(await aside('rempli', null)).toEqual({ 'a.xlsx': 'a (modifié le 2018-02-15).xlsx' });
    expect(await aside('rempli', 'nouveau', ['a.xlsx', 'a (modifié le 2018-02-15).xlsx'])).toEqual({
      'a.xlsx': 'a (modifié le 2018-02-15, 2).xlsx',
    });
  });
  it('is not, when it is as it was built, or as it is built again, or not there', async () => {
    expect(await aside('construit', 'nouveau')).toEqual({});
    expect(await aside('construit', null)).toEqual({});
    expect(await aside('nouveau', 'nouveau')).toEqual({});
    expect(await aside('rempli', 'nouveau', [])).toEqual({});
  });
});

const MANIFESTE: Manifeste = {
  programme: { nom: 'atelier', version: '1', empreinte: 'x' },
  etude: { id: 'rives', version: '1.0', date: '2020-01-01' },
  git: null,
  entrees: [describeFile('etude.yaml', bytes('a')), describeFile('besoins.yaml', bytes('b'))],
  modeles: [],
  livrables: [
    {
      id: 'bilan',
      empreinte: 'x',
      parametres: PAR_DEFAUT,
      sorties: [describeFile('bilan.pdf', bytes('pages')), describeFile('bilan.xlsx', bytes('feuilles'))],
    },
  ],
  avertissements: [],
  contenu: { fiches: {}, scenarios: {}, retenu: null },
};

describe('a release verified', () => {
  const ecarts = async () => (await verifyRelease(dir)).ecarts.map(({ fichier, nature }) => [fichier, nature]);
  beforeEach(async () => {
    await writeFile(join(dir, 'manifest.json'), manifestBytes(MANIFESTE));
    await put('bilan.pdf', 'pages');
    await put('bilan.xlsx', 'feuilles');
  });

  it('is whole, were a program to have it open', async () => {
    for (const name of ['.~lock.bilan.xlsx#', '~$bilan.xlsx', 'sous/.DS_Store']) await put(name, '');
    expect(await ecarts()).toEqual([]);
  });
  it('tells what is lost, changed, foreign, and of another study', async () => {
    await put('bilan.xlsx', 'feuille!');
    await put('sous/note.txt', '');
    await put('etude.json', '{"etude":{"id":"autre"}}');
    expect(await ecarts()).toEqual([
      ['etude.json', 'different'],
      ['bilan.xlsx', 'modifie'],
      ['etude.json', 'inconnu'],
      ['sous/note.txt', 'inconnu'],
    ]);
  });
  it('tells a file that is not there', async () => {
    await mkdir(join(dir, 'autre'));
    const { livrables, ...rest } = MANIFESTE;
    const sorties = [describeFile('parti.pdf', bytes('x'))];
    await writeFile(
      join(dir, 'manifest.json'),
      manifestBytes({
        ...rest,
        livrables: [...livrables, { id: 'copil', empreinte: 'y', parametres: PAR_DEFAUT, sorties }],
      }),
    );
    expect(await ecarts()).toEqual([['parti.pdf', 'absent']]);
  });
  it('says why the same study gives other bytes', () => {
    const after: Manifeste = {
      ...MANIFESTE,
      programme: { ...MANIFESTE.programme, empreinte: 'y' },
      entrees: [describeFile('etude.yaml', bytes('A')), describeFile('acteurs.yaml', bytes('c'))],
      modeles: [describeFile('templates/a.md.hbs', bytes('m'))],
    };
    expect(causes(MANIFESTE, MANIFESTE)).toEqual([]);
    expect(causes(MANIFESTE, after)).toEqual([
      'programme : 1, mais son code, ses dépendances ou Node ont changé',
      'entrée acteurs.yaml : ajouté',
      'entrée besoins.yaml : retiré',
      'entrée etude.yaml : modifié',
      'modèle templates/a.md.hbs : ajouté',
    ]);
    expect(causes(MANIFESTE, { ...after, programme: { ...after.programme, version: '2' } })[0]).toBe(
      'programme : 1, puis 2',
    );
  });
});

it('what a build was asked for is handed on, but for what was not asked', () => {
  expect(optionsDe(PAR_DEFAUT)).toEqual({});
  const asked = { scenario: 'un', projet: 'deux', reunion: 'trois', interne: true } as const;
  expect(optionsDe({ ...PAR_DEFAUT, ...asked })).toEqual(asked);
  expect(['fiches-projets', 'copil', 'bilan'].map((id) => idDe(id, { ...PAR_DEFAUT, ...asked }))).toEqual([
    'fiches-projets/deux',
    'copil/trois',
    'bilan',
  ]);
  expect(idDe('fiches-projets', { ...PAR_DEFAUT, projet: true })).toBe('fiches-projets');
  expect([horodatageDe('1518652800'), horodatageDe(undefined)]).toEqual([expect.stringMatching(/^2018-02-15/), null]);
});

describe('what meetings validated', () => {
  let study: Study;
  let kept: Validation;
  beforeAll(async () => {
    const loaded = await loadStudy(join(root, 'modeles/exemple'), { cwd: root });
    if (!loaded.study) throw new Error('the example has faults');
    study = loaded.study;
    const [{ id, date }] = study.reunions as [Study['reunions'][number]];
    kept = {
      livrable: 'diagnostic',
      reunion: id,
      titre: 'Lot A',
      date,
      ...contenuLivrable(study, 'diagnostic', {}, {}),
    };
  });

  it('is remembered of that deliverable at that meeting alone', () => {
    expect(nonGardees(study, [])).toContain('diagnostic');
    expect(nonGardees(study, [kept])).not.toContain('diagnostic');
    expect(nonGardees(study, [{ ...kept, livrable: 'bilan' }])).toContain('diagnostic');
    expect(nonGardees(study, [{ ...kept, reunion: 'autre' }])).toContain('diagnostic');
  });

  it('is told apart from what changed since, field by field', () => {
    expect(modificationsDe(study, [kept], {})).toEqual({});
    const besoins = study.besoins.map((one, i) => (i === 0 ? { ...one, importance: 2 as const } : one));
    expect(Object.keys(modificationsDe({ ...study, besoins }, [kept], {}))).toEqual(['diagnostic']);
    expect(modificationsDe({ ...study, besoins }, [{ ...kept, reunion: 'autre' }], {})).toEqual({});
    // Meetings are written after they are held: what is written of them is no fact that changed.
    const reunions = study.reunions.map((one) => ({ ...one, ordre_du_jour: [], titre: 'Réécrite' }));
    expect(
      modificationsDe({ ...study, reunions: [...reunions, { ...reunions[0], id: 'neuve' }] as never }, [kept], {}),
    ).toEqual({});
    const texte = { 'diagnostic/besoins': { libelle: 'Besoins', markdown: 'Neuf.' } };
    expect(Object.keys(modificationsDe(study, [kept], texte))).toEqual(['diagnostic']);
    expect(modificationsDe(study, [kept], { 'bilan/suite': { libelle: 'Suite', markdown: 'Neuf.' } })).toEqual({});
  });

  it('was kept of the study whole by former versions of the program', () => {
    const { forme: _, ...former } = kept;
    // An engagement that comes after the deliverable was no part of it, and is of the study.
    expect(Object.keys(modificationsDe(study, [former], {}))).toEqual(['diagnostic']);
  });

  it('is read back as it was written, and never taken for nothing when it is damaged', async () => {
    expect(await readValidations(dir, dir)).toEqual({ validations: [], text: null });
    const { forme: _, details: __, ...former } = kept;
    for (const list of [[kept], [former], []]) {
      await writeValidations(dir, list);
      expect(await readValidations(dir, dir)).toMatchObject({ validations: list });
    }
    for (const bad of [
      { ...kept, forme: 3 },
      { ...kept, forme: null },
      { ...kept, details: { x: 1 } },
      { ...kept, date: 2018 },
      { ...kept, contenu: { fiches: {} } },
    ]) {
      await put('.atelier/validations.json', JSON.stringify([bad]));
      expect(await readValidations(dir, dir)).toMatchObject({ faute: { code: 'validations-illisibles' } });
    }
    await put('.atelier/validations.json', '[\n<<<<<<< HEAD\n]\n');
    expect(await readValidations(dir, dir)).toMatchObject({
      faute: { message: expect.stringMatching(/marque de conflit/), plage: { ligne: 2 } },
    });
  });
});
