/** Files that YAML or the system would let through, hang on or cut: each is told at its place, and nothing is lost without a word. */
import { execFileSync } from 'node:child_process';
import { appendFile, chmod, mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { unreadable } from '../../src/study/files/read-text.js';
import { loadStudy } from '../../src/study/load.js';
import { masquer } from '../../src/study/masque.js';
import { copyStudy } from '../support/cli.js';
import { processorTime } from '../support/processor.js';

let cwd: string;
let data: string;
beforeEach(async () => {
  cwd = await copyStudy('tests/fixtures/base');
  data = join(cwd, 'data');
});

const at = (name: string): string => join(data, name);
const add = (name: string, text: string): Promise<void> => appendFile(at(name), text);
const edit = async (name: string, from: string, to: string): Promise<void> => {
  const text = await readFile(at(name), 'utf8');
  expect(text).toContain(from);
  await writeFile(at(name), text.replace(from, to));
};
const found = async (): Promise<string[]> =>
  (await loadStudy(data, { cwd })).diagnostics.map(
    ({ code, fichier, plage, message, aide, correction }) =>
      `${code} ${fichier}:${plage.ligne}:${plage.colonne} ${message} ${aide ?? ''} ${correction?.par ?? ''}`,
  );

describe('what YAML would drop or swell', () => {
  it.each(['---\n- id: perdu\n', '...\n- id: perdu\n', '---\n'])(
    'a second document after %j is an error at its place',
    async (text) => {
      const lines = (await readFile(at('acteurs.yaml'), 'utf8')).split('\n').length;
      await add('acteurs.yaml', text);
      const [first, ...others] = await found();
      expect(first).toMatch(/^syntaxe-yaml data\/acteurs\.yaml:\d+:1 ici commence un second document/);
      expect(Number(/:(\d+):/.exec(first ?? '')?.[1])).toBeGreaterThanOrEqual(lines);
      expect(others).toEqual([]);
    },
  );

  it.each([
    [`  ${'? '.repeat(30)}`, /une clé doit être un texte/],
    ['  ? [a, b]\n  : 1\n', /une clé doit être un texte/],
    ['  <<: {nom: x}\n', /la fusion de champs/],
    ['  objet: !!binary aGVsbG8=\n', /l'étiquette « !!binary » n'est pas admise/],
    ['  objet: !!set {a, b}\n', /l'étiquette « !!set » n'est pas admise/],
  ])('%j is one fault', async (text, message) => {
    await add('besoins.yaml', text);
    const all = (await found()).filter((line) => line.includes('besoins.yaml'));
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(message);
  });

  it('a file whose lines end with a carriage return alone is read', async () => {
    await writeFile(at('besoins.yaml'), (await readFile(at('besoins.yaml'), 'utf8')).replaceAll('\n', '\r'));
    expect(await found()).toEqual([]);
  });

  it.each([
    ['- { id: bourse, libelle: Navette # Saint-Ambroix }\n- { id: autre }\n', 1],
    ['- id: bourse\n  libelle: Navette\n  domaines: [energie # le premier]\n  public: habitants\n', 3],
  ])('a sign of comment that takes the brace with it is named: %j', async (text, line) => {
    await writeFile(at('besoins.yaml'), text);
    const all = (await found()).filter((one) => /^syntaxe-yaml .+besoins/.test(one));
    expect(all[0]).toMatch(new RegExp(`^syntaxe-yaml data/besoins\\.yaml:${line}:\\d+ un « # » précédé d’une espace`));
    expect(all).toHaveLength(1);
  });

  it('a table left beside the files is told, with the command that takes its rows', async () => {
    await writeFile(at('acteurs-2.csv'), 'id;nom\n');
    expect(await found()).toEqual([
      expect.stringMatching(/^fichier-inconnu .+atelier import acteurs .*acteurs-2\.csv/),
    ]);
  });

  it('a no-break space in the place of a space is named', async () => {
    await edit('acteurs.yaml', '  nom: Club', '  nom\u00a0: Club');
    expect((await found()).join('\n')).toMatch(/acteurs\.yaml:3:3 « nom » est suivi ou précédé d'une espace insécable/);
    expect(await found()).toHaveLength(1);
    await edit('acteurs.yaml', '  nom\u00a0: Club', '\u00a0\u00a0nom: Club');
    expect((await found()).join('\n')).toMatch(/acteurs\.yaml:3:1 cette espace est insécable/);
  });
});

describe('what the system does not give', () => {
  it('an inventory behind a link that leads nowhere is an error', async () => {
    await symlink(join(cwd, 'nulle-part'), at('projets'));
    await symlink(join(cwd, 'nulle-part.yaml'), at('outils.yaml')).catch(async () => {
      await rm(at('outils.yaml'));
      await symlink(join(cwd, 'nulle-part.yaml'), at('outils.yaml'));
    });
    const all = await found();
    expect(all).toHaveLength(2);
    for (const line of all)
      expect(line).toMatch(/^fichier-illisible data\/(projets|outils\.yaml):1:1 .*lien qui ne mène nulle part/);
  });

  it('a link to what is read already is told once, and nothing of what it leads to', async () => {
    // The study itself, what holds it, another inventory, a file of one, twice the same folder elsewhere.
    for (const target of ['.', '..', '../data', '../..']) {
      await symlink(target, at('projets'));
      expect(await found(), target).toEqual([
        expect.stringMatching(/^fichier-illisible data\/projets:1:1 .*c'est un lien vers un dossier qui le contient/),
      ]);
      await rm(at('projets'));
    }
    await symlink('acteurs.yaml', at('projets.yaml'));
    expect(await found()).toEqual([
      expect.stringMatching(/^fichier-illisible data\/projets\.yaml:1:1 .*déjà lu sous le nom « data\/acteurs\.yaml »/),
    ]);
    await rm(at('projets.yaml'));
    await mkdir(join(cwd, 'ailleurs'));
    await writeFile(join(cwd, 'ailleurs/a.yaml'), '');
    await symlink('../ailleurs', at('projets'));
    await symlink('../ailleurs', at('references'));
    const links = (await found()).filter((line) => line.includes('lien'));
    expect(links.filter((line) => line.startsWith('lien-hors-etude'))).toHaveLength(2);
    expect(links.filter((line) => !line.startsWith('lien-hors-etude'))).toEqual([
      expect.stringMatching(/^fichier-illisible data\/references:1:1 .*déjà lu sous le nom « data\/projets »/),
    ]);
  });

  it.skipIf(process.getuid?.() === 0)('an inventory without the right to read it is an error', async () => {
    await mkdir(at('projets'));
    await chmod(at('projets'), 0);
    expect((await found()).join('\n')).toMatch(/fichier-illisible data\/projets:1:1 .*n'en donne pas le droit/);
    await chmod(at('projets'), 0o700);
  });

  it('each refusal of the system has its own words: too many files open is no matter of rights', () => {
    const told = (code: string): string => unreadable('a.yaml', Object.assign(new Error(code), { code })).message;
    expect(told('EMFILE')).toMatch(/trop de fichiers sont ouverts/);
    expect(told('EACCES')).toMatch(/n'en donne pas le droit/);
    expect(told('EIO')).toMatch(/le disque ne répond pas/);
  });

  it('a pipe, a device or a huge file is refused at once', async () => {
    await rm(at('besoins.yaml'));
    execFileSync('mkfifo', [at('besoins.yaml')]);
    await rm(at('acteurs.yaml'));
    await symlink('/dev/zero', at('acteurs.yaml'));
    await truncate(at('actions.yaml'), 30_000_000);
    const all = (await found()).join('\n');
    expect(all).toMatch(/fichier-illisible data\/besoins\.yaml:1:1 .*pas un fichier ordinaire/);
    expect(all).toMatch(/fichier-illisible data\/acteurs\.yaml:1:1 .*pas un fichier ordinaire/);
    expect(all).toMatch(/fichier-trop-gros data\/actions\.yaml:1:1 le fichier pèse 30 Mo/);
  });

  it('a folder that has the name of a file is told', async () => {
    await mkdir(at('projets.yaml'));
    expect(await found()).toEqual([
      expect.stringMatching(/^fichier-inconnu data\/projets\.yaml:1:1 .* est un dossier/),
    ]);
  });

  it('a study inside the folder of another is told, with what to type to read it', async () => {
    await mkdir(at('ancienne'));
    await writeFile(at('ancienne/etude.yaml'), 'id: ancienne\n');
    expect(await found()).toEqual([
      expect.stringMatching(
        /^fichier-inconnu data\/ancienne\/etude\.yaml:1:1 « ancienne » est une autre étude.* -C data\/ancienne /,
      ),
    ]);
  });

  it('a file of another kind that bears the name of an inventory is told', async () => {
    for (const name of ['theme.json', 'besoins.yaml.txt', 'notes.txt']) await writeFile(at(name), 'x');
    expect(await found()).toEqual([
      expect.stringMatching(/^fichier-inconnu data\/besoins\.yaml\.txt:1:1 .*« besoins\.yaml »/),
      expect.stringMatching(/^fichier-inconnu data\/theme\.json:1:1 .*« theme\.yaml »/),
    ]);
  });

  it('an id of more than sixty signs is refused: names of a workbook and of files hold it', async () => {
    await edit('acteurs.yaml', 'id: club', `id: ${'c'.repeat(61)}`);
    expect((await found()).join('\n')).toMatch(/format-incorrect data\/acteurs\.yaml:2:7 .*60 signes au plus/);
  });

  it('a spreadsheet left among the inventories is told', async () => {
    await writeFile(at('acteurs.csv'), 'nom;type\n');
    expect((await found()).join('\n')).toMatch(
      /fichier-inconnu data\/acteurs\.csv:1:1 .*« atelier import acteurs data\/acteurs\.csv »/,
    );
  });
});

describe('values that a schema cannot judge', () => {
  it('a day that no calendar has is refused, with the last of its month', async () => {
    await edit('etude.yaml', 'date: "2020-03-01"\ngraine', 'date: "2019-02-29"\ngraine');
    expect((await found()).join('\n')).toMatch(
      /^date-impossible data\/etude\.yaml:6:7 .*finit le 28\. Écrivez 2019-02-28/m,
    );
    await edit('etude.yaml', 'date: "2019-02-29"', 'date: "2020-02-29"');
    expect((await found()).join('\n')).not.toMatch(/date-impossible/);
  });

  it('a text of spaces is empty', async () => {
    await edit('acteurs.yaml', 'nom: Club de pêche', 'nom: " \u00a0 "');
    expect((await found()).join('\n')).toMatch(/^texte-vide data\/acteurs\.yaml:3:8/m);
  });

  it('an address of e-mail or a telephone number in an ordinary field is told, and never quoted', async () => {
    await edit('acteurs.yaml', 'nature: Partenaire', 'nature: "Voir jeanne@exemple.fr ou 06 12 34 56 78"');
    const all = (await found()).join('\n');
    expect(all).toMatch(
      /donnee-personnelle data\/acteurs\.yaml:10:\d+ .*une adresse de courriel et un numéro de téléphone/,
    );
    expect(all).not.toMatch(/jeanne|12 34/);
  });

  it('an address is found whatever precedes it, and a word without end is read once', () => {
    expect(masquer('x@y, +jean.dupont@exemple.fr (a@b.fr) et <c@d-e.org>.')).toBe(
      `x@y, ${'•'.repeat(23)} (${'•'.repeat(6)}) et <${'•'.repeat(9)}>.`,
    );
    const taken = processorTime(() => {
      for (const sign of ['a', 'a@', 'a.', '@', '0']) masquer(sign.repeat(200_000));
    });
    expect(taken).toBeLessThan(2_000);
  });

  it('a person named by a title is told, and never quoted; an office or an initial names nobody', async () => {
    await edit('acteurs.yaml', 'nature: Partenaire', 'nature: "Voir Mme Jeanne Durand, ou Madame la Maire"');
    const all = (await found()).join('\n');
    expect(all).toMatch(/donnee-personnelle data\/acteurs\.yaml:10:\d+ .*nomme une personne \(« Mme … »\)/);
    expect(all).not.toMatch(/Durand/);
    await edit('acteurs.yaml', 'Mme Jeanne Durand, ou Madame la Maire', 'Madame la Maire, Mme B. ou M. le préfet');
    expect((await found()).join('\n')).not.toMatch(/donnee-personnelle/);
  });

  it('a text cut by « # », thousands with a point and an invisible sign are told', async () => {
    await edit('acteurs.yaml', 'nom: Club de pêche', 'nom: Navette # Centre');
    await edit('acteurs.yaml', 'nom: Scierie du Pont', 'nom: "Scierie\\vdu Pont"');
    await edit('etude.yaml', 'graine: 7', 'graine: 18.000');
    const all = (await found()).join('\n');
    expect(all).toMatch(/texte-coupe data\/acteurs\.yaml:3:8 .*« Navette »/);
    expect(all).toMatch(/caractere-invisible data\/acteurs\.yaml:12:8 .*U\+000B, retour à la ligne/);
    expect(all).toMatch(/nombre-ambigu data\/etude\.yaml:7:9 .*lu 18 .* Écrivez 18000/);
  });

  it('a word of a list and a date are whole before a remark', async () => {
    await edit('acteurs.yaml', 'type: entreprise', 'type: entreprise # du pont');
    await edit('actions.yaml', 'debut: "2018"', 'debut: 2018-02 # devis');
    expect((await found()).join('\n')).not.toMatch(/texte-coupe/);
  });

  it('the keys that one entry lacks are one message', async () => {
    await add('acteurs.yaml', '- id: vide\n');
    const all = (await found()).filter((line) => line.startsWith('cle-manquante'));
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(/les clés « nom », .* et « publics » manquent dans un acteur\./);
  });

  it('a message names the first of hundreds, and counts the others', async () => {
    const one = (n: number): string =>
      `- { id: n${n}, nom: Structure ${n}, type: association, domaines: [eau], fonctions: [ecouter], publics: [pecheurs] }\n`;
    await add('acteurs.yaml', Array.from({ length: 871 }, (_, n) => one(n)).join(''));
    const all = await found();
    expect(all.find((line) => line.startsWith('acteur-isole'))).toMatch(/Structure 19 et 85\d autres/);
    expect(Math.max(...all.map((line) => line.length))).toBeLessThan(1500);
  });

  it('a wrong date, id or amount gets the spelling to copy', async () => {
    await edit('etude.yaml', 'date: "2020-03-01"\ngraine', 'date: 1er mars 2020\ngraine');
    await edit('acteurs.yaml', 'id: club', 'id: Club de pêche');
    const all = (await found()).join('\n');
    expect(all).toMatch(/format-incorrect data\/etude\.yaml.* "?2020-03-01/);
    expect(all).toMatch(/format-incorrect data\/acteurs\.yaml.* club-de-peche/);
  });

  it('no message holds a line break nor an escape sequence', async () => {
    await edit('acteurs.yaml', 'type: association', 'type: "x\\n::error::faux\\e[31m"');
    const { diagnostics } = await loadStudy(data, { cwd });
    for (const one of diagnostics) expect(JSON.stringify(one)).not.toMatch(/\\n|\\u00|\p{Cc}/u);
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});
