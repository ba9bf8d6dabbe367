/** What import makes of headings and words that are not those of the study, and what an export says of its tables. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import excel from 'exceljs';
import { beforeEach, describe, expect, it } from 'vitest';
import { motUsuel } from '../../src/study/valeurs/mots-usuels.js';
import { copyStudy } from '../support/cli.js';
import { runIn, type Said } from '../support/in-process.js';

let cwd: string;
beforeEach(async () => {
  cwd = await copyStudy('tests/fixtures/autre-etude');
});

const glob = async (folder: string, name: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((path) => path.endsWith(name)).map((path) => join(folder, path));

const take = async (list: string, name: string, content: string | Uint8Array): Promise<Said> => {
  await writeFile(join(cwd, name), content);
  return runIn(cwd, 'import', list, name);
};

describe('a column known by what it holds', () => {
  const list = (words: readonly string[]): string =>
    `Nom;Type;Ce qu’ils font\n${words.map((word, n) => `Neuve ${n};association;${word}`).join('\n')}\n`;

  it('is taken when most of its cells are words of a field, not when some are', async () => {
    const most = await take('acteurs', 'a.csv', list(['former', 'écouter', 'relier', 'former', 'rien']));
    expect(most.stderr).toMatch(/Ce qu’ils font → fonctions \(à ce qu’elle contient\)/);
    const some = await take('acteurs', 'b.csv', list(['former', 'écouter', 'rien', 'bof', 'néant']));
    expect(some.stderr).toMatch(/Ce qu’ils font → aucun champ/);
    const few = await take('acteurs', 'c.csv', list(['former', 'écouter']));
    expect(few.stderr).toMatch(/Ce qu’ils font → aucun champ/);
  });
});

it('rows that no column names ask for the column, not for a name each', async () => {
  const { stderr } = await take(
    'acteurs',
    'a.csv',
    'Bidule;Type;Sigle\nLes Amis;association;LA\nLes Autres;association;AU\n',
  );
  expect(stderr).toMatch(/Aucune colonne ne donne le nom : dites laquelle, par exemple « --colonne "Bidule=nom" »/);
  const one = await take('acteurs', 'b.csv', 'Nom;Type;Sigle\nLes Amis;association;LA\n;association;AU\n');
  expect(one.stderr).toMatch(/Donnez-lui un nom \(colonne « nom »\) ou un identifiant/);
});

it('a hidden sheet is never read, however well it answers', async () => {
  const workbook = new excel.Workbook();
  workbook.addWorksheet('Ancienne', { state: 'hidden' }).addRows([
    ['Nom', 'Type', 'Rôle', 'Domaines'],
    ['Disparue', 'association', 'x', 'eau'],
  ]);
  workbook.addWorksheet('Liste').addRows([
    ['Nom', 'Type'],
    ['Neuve', 'association'],
  ]);
  const { stdout } = await take('acteurs', 'x.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
  expect(stdout).toMatch(/nom: Neuve/);
  expect(stdout).not.toMatch(/Disparue/);
});

it('only a separator that is not the usual one is told', async () => {
  expect((await take('acteurs', 'x.csv', 'Nom;Type\nNeuve;association\n')).stderr).not.toMatch(/séparées/);
  expect((await take('acteurs', 'x.csv', 'Nom|Type\nNeuve|association\n')).stderr).toMatch(/séparées par la barre/);
  expect((await take('acteurs', 'x.csv', 'Nom\tType\nNeuve\tassociation\n')).stderr).toMatch(/par la tabulation/);
});

it('usual headings are those of their field', async () => {
  const usual: Readonly<Record<string, string>> = {
    Bénéficiaires: 'publics',
    'Public visé': 'publics',
    Missions: 'role',
    Thématiques: 'domaines',
    Structure: 'nom',
  };
  for (const [heading, field] of Object.entries(usual)) {
    const titles = field === 'nom' ? `${heading};Type` : `Nom;Type;${heading}`;
    const { stderr } = await take('acteurs', 'x.csv', `${titles}\nNeuve;association;\n`);
    expect(stderr, heading).toMatch(new RegExp(`${heading} +→ ${field}\\n`));
  }
});

it('usual words of a closed list, whatever their accents and agreement', () => {
  for (const [field, word, value] of [
    ['disponibilite', 'En place', 'existant'],
    ['disponibilite', 'à adapter', 'a-adapter'],
    ['disponibilite', 'n’existe pas', 'a-creer'],
    ['engagement', 'Rencontrée', 'contacte'],
    ['engagement', 'à rencontrer', 'pressenti'],
    ['type', 'Asso (loi 1901)', 'association'],
    ['type', 'préfecture', 'service-etat'],
    ['type', 'SIVOM', 'syndicat-intercommunal'],
  ] as const)
    expect({ word, value: motUsuel(field, word) }).toEqual({ word, value });
  expect(motUsuel('type', 'inconnu')).toBeUndefined();
  expect(motUsuel('absent', 'en place')).toBeUndefined();
});

it('an open package names the key of each of its tables, which no row repeats', async () => {
  const { code, stderr } = await runIn(cwd, 'exporter-donnees');
  expect(code, stderr).toBe(0);
  const [path] = await glob(join(cwd, 'out'), 'datapackage.json');
  const { resources } = JSON.parse(await readFile(path ?? '', 'utf8')) as {
    resources: { name: string; schema?: { primaryKey?: string[] } }[];
  };
  const keyOf = (name: string): string[] | undefined => resources.find((one) => one.name === name)?.schema?.primaryKey;
  expect(keyOf('acteurs')).toEqual(['id']);
  expect(keyOf('actions')).toEqual(['id']);
});

describe('the mapping kept, once written by hand', () => {
  it.each([
    ['- x\n', /s’écrit « colonnes: …, valeurs: …, defauts: … »/],
    ['colonnes: [nom]\n', /« colonnes » s’écrit \{ mot: valeur \}/],
    ['colonnes: { nom: [a] }\n', /« colonnes » : « nom » attend un mot/],
    ['valeurs: { type: association }\n', /« valeurs, type » s’écrit/],
    ['valeurs: x\n', /« valeurs » s’écrit \{ champ: /],
    ['valeur: { type: { Asso: association } }\n', /« valeur » n’y est pas attendu\. Vouliez-vous dire « valeurs »/],
    ['colonnes: [\n', /pas du YAML lisible/],
  ])('is refused when it is not what it should be, never lost: %j', async (kept, message) => {
    const path = join(cwd, 'data/.atelier/import/acteurs.yaml');
    await mkdir(join(cwd, 'data/.atelier/import'), { recursive: true });
    await writeFile(path, kept);
    await writeFile(join(cwd, 'x.csv'), 'Nom;Type\nNeuve;association\n');
    const { code, stderr } = await runIn(cwd, 'import', 'acteurs', 'x.csv', '--ecrire');
    expect(stderr).toMatch(message);
    expect(code).toBe(1);
    expect(await readFile(path, 'utf8')).toBe(kept);
  });
});

it('a journal has a column a public, known by its label or by its key on the command line', async () => {
  const journal =
    'Titre;Date;Type;Familles;Lycéens\nÀ la halle;12/03/2023;atelier;5;\nAu lycée;13/03/2023;atelier;;24\n';
  const { stdout, stderr } = await take('participation', 'journal.csv', journal);
  expect(stderr).toMatch(/Familles +→ participants\.familles/);
  expect(stdout).toMatch(/participants: \{ familles: 5 \}/);
  expect(stdout).toMatch(/participants: \{ lyceens: 24 \}/);
  await writeFile(join(cwd, 'autre.csv'), journal.replace('Lycéens', 'Jeunes'));
  const named = await runIn(cwd, 'import', 'participation', 'autre.csv', '--colonne', 'Jeunes=participants.lyceens');
  expect(named.stdout).toMatch(/participants: \{ lyceens: 24 \}/);
  expect((await take('participation', 'faux.csv', journal.replace('24', 'une classe'))).stderr).toMatch(
    /« une classe » n'est pas un nombre sûr/,
  );
});

it('entities of a web page are read, by name, by number and in hexadecimal', async () => {
  const { stdout } = await take(
    'acteurs',
    'x.csv',
    '"Nom";"Type"\n"L&#x2019;&eacute;t&#233; &amp; l&#39;&#xE9;cole";"association"\n',
  );
  expect(stdout).toMatch(/nom: L’été & l'école/);
});

it('what a heading says between brackets is not its name', async () => {
  const { stderr } = await take(
    'acteurs',
    'x.csv',
    'Nom (obligatoire);Type (un mot de la liste);Sigle (s’il existe)\nNeuve;association;N\n',
  );
  expect(stderr).toMatch(/Nom \(obligatoire\) +→ nom\n/);
  expect(stderr).toMatch(/Type \(un mot de la liste\) +→ type\n/);
  expect(stderr).toMatch(/Sigle \(s’il existe\) +→ sigle\n/);
});

it('three letters that begin one word alone are given that word, two are not', async () => {
  const said = async (type: string): Promise<string> =>
    (await take('acteurs', 'x.csv', `Nom;Type\nNeuve;${type}\n`)).stderr;
  expect(await said('fon')).toMatch(/Vouliez-vous dire « fondation » \?/);
  expect(await said('fo')).not.toMatch(/Vouliez-vous dire « fondation »/);
});

it('a workbook is known by what it holds, and told only where its name says another thing', async () => {
  const workbook = new excel.Workbook();
  workbook.addWorksheet('Liste').addRows([
    ['Nom', 'Type'],
    ['Neuve', 'association'],
  ]);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const unnamed = await take('acteurs', 'liste', bytes);
  expect(unnamed.stdout).toMatch(/nom: Neuve/);
  expect(unnamed.stderr).not.toMatch(/est en fait/);
  expect((await take('acteurs', 'liste.csv', bytes)).stderr).toMatch(/« liste\.csv » est en fait un classeur Excel/);
});

it('a short label names what it is short for', async () => {
  const [etude = ''] = await glob(cwd, 'etude.yaml');
  const text = await readFile(etude, 'utf8');
  const [, id] = /publics:\n\s*- (?:\{ )?id: ([\w-]+)/.exec(text) ?? [];
  await writeFile(etude, text.replace(`id: ${id},`, `id: ${id}, libelle_court: Tout courts,`));
  const { stdout } = await take('acteurs', 'x.csv', 'Nom;Type;Publics\nNeuve;association;Tout courts\n');
  expect(stdout).toMatch(new RegExp(`publics: \\[${id}\\]`));
});

it('the methods by which a need was cited are columns of their own', async () => {
  const { stderr } = await take('besoins', 'x.csv', 'Besoin;Entretiens;Ateliers;Enquête\nUn besoin;1;2;3\n');
  expect(stderr).toMatch(/Entretiens\s+→ mentions\.entretien/);
  expect(stderr).toMatch(/Ateliers\s+→ mentions\.atelier/);
  expect(stderr).toMatch(/Enquête\s+→ mentions\.enquete/);
});

describe('what people write in the place of a field', () => {
  it('an address where a contact is named is its address, and what stands beside it the name', async () => {
    const { stdout } = await take(
      'acteurs',
      'x.csv',
      'Structure;Type;Contact\nNeuve;association;neuve@exemple.invalid\nAutre;association;DGS : dgs@exemple.invalid\nTierce;association;Mme Fabre\n',
    );
    expect(stdout).toMatch(/nom: Neuve, courriel: neuve@exemple\.invalid/);
    expect(stdout).toMatch(/nom: DGS, courriel: dgs@exemple\.invalid/);
    expect(stdout).toMatch(/nom: Mme Fabre, consentement/);
    const both = await take(
      'acteurs',
      'y.csv',
      'Structure;Type;Contact;Mail\nNeuve;association;a@exemple.invalid;b@exemple.invalid\n',
    );
    expect(both.stdout).toMatch(/nom: a@exemple\.invalid, courriel: b@exemple\.invalid/);
  });

  it('a period is a beginning and an end, where the end has no column of its own', async () => {
    const { stdout } = await take(
      'actions',
      'x.csv',
      'Action;Année\nBus;2016-2018\nNavette;de 2019 à 2021\nCar;2022\n',
    );
    expect(stdout).toMatch(/titre: Bus\n\+ +debut: "2016"\n\+ +fin: "2018"/);
    expect(stdout).toMatch(/debut: "2019"\n\+ +fin: "2021"/);
    const ended = await take('actions', 'y.csv', 'Action;Année;Fin\nBus;2016-2018;2018\n');
    expect(ended.stderr).toMatch(/« 2016-2018 » n'est pas une date/);
    expect((await take('actions', 'z.csv', 'Action;Année\nBus;2018-2016\n')).stderr).toMatch(/n'est pas une date/);
  });

  it('a word of a phrase, all of them together, and several words kept for one', async () => {
    const path = join(cwd, 'data', 'etude.yaml');
    const study = await readFile(path, 'utf8');
    await writeFile(
      path,
      study.replace('libelle: Lycéens }', 'libelle: Lycéens de 15 à 18 ans, en_phrase: "les lycéens" }'),
    );
    const said = await take('acteurs', 'w.csv', 'Structure;Type;Publics\nNeuve;association;lycéens\n');
    expect(said.stdout).toContain('publics: [lyceens]');
    const everyone = await take(
      'acteurs',
      'x.csv',
      'Structure;Type;Publics;Domaines\nNeuve;association;tout le monde;les trois\n',
    );
    expect(everyone.stdout).toContain('publics: [artisans, familles, lyceens]');
    expect(everyone.stdout).toContain('domaines: [eau, mobilites, alimentation]');
    const fewer = await take('acteurs', 'z.csv', 'Structure;Type;Domaines\nNeuve;association;les deux\n');
    expect(fewer.stderr).toMatch(/« les deux » n'est dans aucune fiche connue/);
    await mkdir(join(cwd, 'data', '.atelier', 'import'), { recursive: true });
    await writeFile(
      join(cwd, 'data', '.atelier', 'import', 'acteurs.yaml'),
      'valeurs: { publics: { chacun: [artisans, familles] } }\n',
    );
    const kept = await take('acteurs', 'y.csv', 'Structure;Type;Publics\nNeuve;association;chacun\n');
    expect(kept.stdout).toContain('publics: [artisans, familles]');
  });
});
