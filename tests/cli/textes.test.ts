/** `atelier textes`, `relire`, `modeles`, `explain` of a figure: on a study in a folder. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { DELIVERABLES } from '../../src/documents/registry.js';
import { PACKAGE_TEMPLATES, readTemplates } from '../../src/documents/templates/template-files.js';
import { QUESTIONS, questionsDe, squelette } from '../../src/documents/textes/questions.js';
import { sectionsDe } from '../../src/documents/textes/sections.js';
import { copyStudy } from '../support/cli.js';
import { runIn } from '../support/in-process.js';

let cwd: string;
beforeEach(async () => {
  cwd = await copyStudy('tests/fixtures/autre-etude');
});
const run = (...args: string[]) => runIn(cwd, ...args);
async function write(name: string, text: string | Uint8Array): Promise<void> {
  const path = join(cwd, 'data/textes', name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text);
}

describe('atelier textes', () => {
  it('makes one file a chapter with its questions, never over another, and a file of questions alone changes nothing', async () => {
    const made = await run('textes', 'diagnostic');
    expect(made.code).toBe(0);
    const text = await readFile(join(cwd, 'data/textes/diagnostic/besoins.md'), 'utf8');
    for (const question of questionsDe('diagnostic', 'besoins')) expect(text).toContain(question);
    expect((await run('textes', 'diagnostic')).stdout).toContain('existent déjà');
    const before = await run('check', '--json');
    await rm(join(cwd, 'data/textes'), { recursive: true });
    expect(JSON.parse(before.stdout)).toEqual(JSON.parse((await run('check', '--json')).stdout));
  });

  it('a text pasted with its fence is told at it, and a line of code within a sentence is not', async () => {
    await write('diagnostic/besoins.md', 'Avant.\n\n```markdown\nUn **mot** gras.\n```\n');
    expect((await run('check')).stdout).toMatch(/besoins\.md:3:1 +attention +texte-en-bloc\n.*d'un seul bloc/);
    await write('diagnostic/besoins.md', 'Avant, `mot` et ``` dans la phrase.\n');
    expect((await run('check')).stdout).not.toContain('texte-en-bloc');
  });

  it('tells what would be printed as it is typed, or not at all, and nothing of what is well written', async () => {
    const lignes = async (): Promise<string[]> =>
      [...(await run('check')).stdout.matchAll(/besoins\.md:(\d+:\d+) +\S+ +(?:forme-imprimee|texte-incorrect)/g)].map(
        ([, place = '']) => place,
      );
    await write(
      'diagnostic/besoins.md',
      [
        '| a | b |\r\n|---|---|\r\n| c | d |',
        'Vu[^1], **gras, [lien](https://exemple.fr et la suite.',
        ':::encadre Titre\n:::',
        ':::retenir[Titre]',
        'Puis <!-- remarque\n\nperdue.',
      ].join('\n\n'),
    );
    expect((await lignes()).sort()).toEqual(['10:1', '12:6', '1:1', '5:17', '5:3', '5:9', '7:1'].sort());
    await write(
      'diagnostic/besoins.md',
      '<!-- remarque -->\n\nTitre | sous\n---\n\n**Gras**, 2 \\*\\* 3, [lien](https://exemple.fr "page") [@essai].\n\n:::retenir[Titre]\nÀ {etude.titre}.\n:::\n',
    );
    expect(await lignes()).toEqual([]);
  });

  it('tells at its line a paragraph whose figures have changed since it was read', async () => {
    await write('diagnostic/besoins.md', 'Sans chiffre.\n\nOn en compte {besoins.total besoin}.\n');
    await run('relire');
    expect((await run('check')).stdout).not.toContain('paragraphe-a-relire');
    const path = join(cwd, 'data/.atelier/relectures.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace(/("besoins.total": )"[^"]*"/, '$1"99 besoins"'));
    expect((await run('check')).stdout).toMatch(
      /besoins\.md:3:1 +attention +paragraphe-a-relire\n.*« besoins\.total » valait 99 besoins et vaut .*\n.*« atelier relire diagnostic\/besoins »/,
    );
    await run('relire', 'diagnostic/besoins');
    expect((await run('check')).stdout).not.toContain('paragraphe-a-relire');
  });

  it('a paragraph without an end is told at its line before it is read as Markdown', async () => {
    await write('diagnostic/besoins.md', `Court.\n\n${'![ '.repeat(3333)}\n`);
    expect((await run('check', '--json')).stdout).not.toContain('10000 signes');
    await write('diagnostic/besoins.md', `Court.\n\n${'![ '.repeat(60000)}\n`);
    const { code, stdout } = await run('check');
    expect(code).toBe(1);
    expect(stdout).toMatch(/besoins\.md:3:1 +erreur +texte-incorrect/);
    expect(stdout).toContain('un paragraphe a plus de 10000 signes.');
  });

  it('quotations or lists one within another without an end are told at their line', async () => {
    for (const mark of ['>', '- ', '1. ']) {
      await write('diagnostic/besoins.md', `Court.\n\n${mark.repeat(60)}x\n`);
      expect((await run('check')).stdout).not.toContain('ouvertes l’une dans l’autre');
      await write('diagnostic/besoins.md', `Court.\n\n${mark.repeat(2000)}x\n`);
      const { code, stdout } = await run('check');
      expect(code).toBe(1);
      expect(stdout).toMatch(/besoins\.md:3:1 +erreur +texte-incorrect/);
      expect(stdout).toContain('plus de cent citations ou listes sont ouvertes l’une dans l’autre.');
    }
    await write('diagnostic/besoins.md', `Court.\n\n${'-'.repeat(300)}\n\nLong.\n`);
    expect((await run('check')).stdout).not.toContain('ouvertes l’une dans l’autre');
  });

  it('proposes the nearest deliverable and section', async () => {
    expect(await run('textes', 'diagnotic')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('« diagnostic »'),
    });
    expect(await run('textes', 'diagnostic', 'besoinz')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('« besoins »'),
    });
  });

  it('asks questions of sections that exist', async () => {
    const templates = await readTemplates(join(PACKAGE_TEMPLATES, 'absent'), cwd);
    for (const livrable of DELIVERABLES) {
      const ids = sectionsDe(templates, livrable).map(({ id }) => id);
      for (const section of Object.keys(QUESTIONS[livrable])) {
        expect(ids).toContain(section);
        expect(squelette(livrable, section, '')).toContain('?');
      }
    }
  });

  it('asks of each chapter of the diagnostic that describes what it changes, and of the synthesis what would change it', () => {
    for (const section of ['territoire', 'besoins', 'actions', 'acteurs', 'experiences'])
      expect(questionsDe('diagnostic', section).join(' '), section).toContain('change pour ce qui sera proposé');
    expect(questionsDe('diagnostic', 'synthese').join(' ')).toContain('ferait changer d’avis');
    expect(questionsDe('copil', 'essentiel').join(' ')).not.toContain('change pour ce qui sera proposé');
  });
});

describe('atelier check of texts', () => {
  it('tells every fault of every text in one run, with its place', async () => {
    await write('diagnostic/besoins.md', '---\nplace: milieu\n---\nUn {besoins.totla}.\n');
    await write('diagnostic/nulle-part.md', 'Rien.\n\nDu 中国 au thé.\n');
    await write('diagnotic/besoins.md', 'Rien.\n');
    await write('diagnostic/acteurs.md', 'Le {voir besoins-non-couvert} le dit, {voir acteurs} aussi [@enquete].\n');
    await write('../sources.yaml', '- { id: enquete, type: document, titre: Enquête }\n');
    await write('perdu.md', 'Rien.\n');
    await write('diagnostic/actions.md', new Uint8Array([0xe9, 0x20, 0x61]));
    const { code, stdout } = await run('check');
    expect(code).toBe(1);
    for (const text of [
      'data/textes/diagnostic/besoins.md:2:1  erreur  texte-incorrect',
      'data/textes/diagnostic/besoins.md:4:4  erreur  chiffre-inconnu',
      'data/textes/diagnostic/nulle-part.md:1:1  erreur  texte-sans-section',
      'data/textes/diagnostic/nulle-part.md:3:4  attention  caractere-sans-dessin',
      'data/textes/diagnotic/besoins.md:1:1  erreur  texte-incorrect',
      'data/textes/diagnostic/acteurs.md:1:4  erreur  renvoi-inconnu',
      'Vouliez-vous dire « besoins-non-couverts » ?',
      'data/textes/perdu.md:1:1  erreur  texte-incorrect',
      'data/textes/diagnostic/actions.md:1:1  erreur  encodage-incorrect',
    ])
      expect(stdout).toContain(text);
    // A source that a text alone cites is of some use.
    expect(stdout).not.toContain('source-inutilisee');
    expect(stdout).not.toContain('« acteurs » n');
  });

  it.each([
    ['place:', '« place » est vide'],
    ['place: ""', '« place » est vide'],
    ['place: [debut, fin]', '« place » est une liste ou un groupe de clés'],
    ['place: 3', '« 3 » n’est'],
  ])('says of the place « %s » what its author reads there', async (line, said) => {
    await write('diagnostic/besoins.md', `---\n${line}\n---\nUn texte.\n`);
    const { stdout } = await run('check');
    expect(stdout.replace(/'/g, '’')).toContain(said);
    expect(stdout).not.toMatch(/null|undefined|object/);
  });
});

describe('atelier relire', () => {
  it('keeps the figures of each paragraph, and tells those that changed', async () => {
    await write('diagnostic/besoins.md', 'On compte {besoins.total besoin}.\n\nRien de chiffré.\n');
    expect((await run('relire')).stdout).toContain('2 paragraphes');
    expect((await run('relire', '--voir')).stdout).toContain('Aucun paragraphe à relire');
    const kept = join(cwd, 'data/.atelier/relectures.json');
    await writeFile(
      kept,
      (await readFile(kept, 'utf8')).replace(/"besoins\.total": "[^"]*"/, '"besoins.total": "1 besoin"'),
    );
    const seen = await run('relire', '--voir', 'diagnostic');
    expect(seen.stdout).toContain('besoins.total : 1 besoin →');
    expect(await run('relire', 'bilan/essentiel')).toMatchObject({ code: 2 });
    await writeFile(kept, '{"diagnostic/besoins": [3]}');
    expect(await run('check')).toMatchObject({ code: 1, stdout: expect.stringContaining('relectures-illisibles') });
  });
});

describe('atelier modeles', () => {
  it('lists the templates, copies one, and leaves it once it is the study’s own', async () => {
    expect((await run('modeles')).stdout).toContain('diagnostic/besoins');
    expect((await run('modeles', 'commun/annexes')).code).toBe(0);
    const path = join(cwd, 'data/templates/commun/annexes.md.hbs');
    await writeFile(path, 'à moi');
    expect((await run('modeles', 'commun/annexes')).stderr).toContain('existe déjà');
    expect(await readFile(path, 'utf8')).toBe('à moi');
    expect(await run('modeles', 'comun/annexes')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('« commun/annexes »'),
    });
  });
});

describe('atelier explain of a figure', () => {
  it('tells its value and how a text writes it, and lists them all', async () => {
    expect((await run('explain', 'besoins.total')).stdout).toMatch(/Besoins recensés : \d+/);
    expect((await run('explain', 'chiffres')).stdout).toContain('{besoins.non_couverts}');
    expect(await run('explain', 'besoins.totla')).toMatchObject({ code: 2 });
    const nowhere = await run('explain', 'chiffres', '-C', 'nulle-part');
    expect(nowhere).toMatchObject({ code: 2, stdout: '' });
    expect(nowhere.stderr).toMatch(/sont ceux d’une étude, et aucune ne se lit ici/);
    expect(await run('explain', 'scenarios.a.cout_total', '-C', 'nulle-part')).toMatchObject(nowhere);
  });

  it('proposes the one that is spelt nearly so, unless a field is', async () => {
    expect(await run('explain', 'besoins.non_couvert')).toMatchObject({
      code: 2,
      stderr:
        '« besoins.non_couvert » n’est ni un champ, ni un chiffre de l’étude. Vouliez-vous dire « besoins.non_couverts » ?\n',
    });
    expect((await run('explain', 'etude.titr')).stderr).toContain('« etude.titre »');
  });

  it('says that errors of the study hide it', async () => {
    await writeFile(join(cwd, 'data/etude.yaml'), 'titre: Sans rien d’autre\n');
    for (const subject of ['chiffres', 'besoins.total', 'scenarios.a.cout_total'])
      expect(await run('explain', subject), subject).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringContaining(
          'L’étude a des erreurs, et ses chiffres ne se lisent pas : « atelier check » les dit.\n',
        ),
      });
    expect(await run('explain', 'etude.titr')).toMatchObject({ code: 2 });
  });
});

describe('pictures of a text', () => {
  /** 2 × 1 pixels. */
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8DA8J8BAAf/Af8Bf4mnAAAAAElFTkSuQmCC',
    'base64',
  );
  it('are read in the study alone, with what they show and whose they are', async () => {
    await mkdir(join(cwd, 'data/photos'), { recursive: true });
    await writeFile(join(cwd, 'data/photos/halle.png'), PNG);
    await writeFile(join(cwd, 'data/photos/faux.jpg'), 'pas une image');
    await write(
      'diagnostic/besoins.md',
      '![La halle](photos/halle.png "Crédit : commune")\n\n![x](photos/faux.jpg "c")\n\n![x](../../secret.png "c")\n\n![](photos/halle.png "c")\n\n![x](https://ailleurs.example/a.png "c")\n\n![x](photos/absente.png "c")\n',
    );
    const { stdout } = await run('check');
    for (const line of [3, 5, 7, 9, 11]) expect(stdout).toContain(`besoins.md:${line}:1  erreur  image-incorrecte`);
    expect(stdout).not.toContain('besoins.md:1:1');
  });
});
