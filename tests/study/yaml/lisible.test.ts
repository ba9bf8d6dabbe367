/** A slip of syntax in a file: what can be read of it is still checked, and nothing false is said of the rest. */
import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { discover } from '../../../src/study/files/discover.js';
import { loadStudy, studyFrom } from '../../../src/study/load.js';
import { lireCeQuiPeut } from '../../../src/study/yaml/lisible.js';
import { copyStudy } from '../../support/cli.js';

let cwd: string;
let data: string;
const at = (name: string): string => join(data, name);
const told = async (): Promise<string[]> =>
  (await loadStudy(data, { cwd })).diagnostics.map(({ code, fichier, plage }) => `${code} ${fichier} ${plage.ligne}`);
/** The line (from 1) of the first that holds a text. */
const lineOf = async (name: string, text: string): Promise<number> => {
  const lines = (await readFile(at(name), 'utf8')).split('\n');
  const found = lines.findIndex((line) => line.includes(text)) + 1;
  expect(found, text).toBeGreaterThan(0);
  return found;
};
const change = async (name: string, from: string | RegExp, to: string): Promise<void> => {
  const text = await readFile(at(name), 'utf8');
  expect(text).toMatch(from);
  await writeFile(at(name), text.replace(from, to));
};

describe('a file with a slip of syntax', () => {
  beforeEach(async () => {
    cwd = await copyStudy('modeles/exemple');
    data = join(cwd, 'data');
    expect(await told()).toEqual([]);
  });

  it('has the faults of its other entries told, at their places', async () => {
    await appendFile(
      at('acteurs.yaml'),
      '- id: casse\n  nom: Un lieu: le mien\n- id: autre\n  nom: Autre\n  typ: association\n  sources: [nulle-part]\n- id: autre\n  nom: [a]\n',
    );
    const [slip, key, source, twice, name] = await Promise.all(
      ['Un lieu: le mien', 'typ: ', 'nulle-part', 'nom: [a]', 'nom: [a]'].map((text) => lineOf('acteurs.yaml', text)),
    );
    const all = await told();
    expect(all).toContain(`syntaxe-yaml data/acteurs.yaml ${slip}`);
    expect(all).toContain(`cle-inconnue data/acteurs.yaml ${key}`);
    expect(all).toContain(`reference-inconnue data/acteurs.yaml ${source}`);
    expect(all).toContain(`id-en-double data/acteurs.yaml ${(twice ?? 0) - 1}`);
    expect(all).toContain(`type-incorrect data/acteurs.yaml ${name}`);
    expect(all.filter((line) => line.startsWith('reference-inconnue'))).toHaveLength(1);
  });

  it('that holds one entry has the faults of its other fields told, and is not said to lack what could not be read', async () => {
    await change('etude.yaml', /^schema_version: 2\n/m, 'schema_version: 2: 3\n');
    await change('etude.yaml', /^graine: .*\n/m, 'graine: beaucoup\n');
    const all = await told();
    expect(all.sort()).toEqual([
      `syntaxe-yaml data/etude.yaml ${await lineOf('etude.yaml', 'schema_version')}`,
      `type-incorrect data/etude.yaml ${await lineOf('etude.yaml', 'graine: beaucoup')}`,
    ]);
  });

  it('where a text left open swallows another slip has both told, where the hand must go', async () => {
    await appendFile(
      at('acteurs.yaml'),
      "- id: un\n  nom: 'Un\n    deux\n- id: deux\n  nom: Un lieu: le mien\n- id: trois\n  nom: L'eau\n",
    );
    const [open, colon] = [await lineOf('acteurs.yaml', "nom: 'Un"), await lineOf('acteurs.yaml', 'Un lieu: le mien')];
    const slips = (await told()).filter((line) => line.startsWith('syntaxe-yaml'));
    expect(slips).toHaveLength(2);
    expect(slips[1]).toBe(`syntaxe-yaml data/acteurs.yaml ${colon}`);
    const line = Number(slips[0]?.split(' ').at(-1));
    expect(line).toBeGreaterThanOrEqual(open);
    expect(line).toBeLessThan(colon);
  });

  it('whose entries stand under its name has their faults told too, at their places, and nothing said to be missing', async () => {
    const text = await readFile(at('acteurs.yaml'), 'utf8');
    const under = `acteurs:\n${text.replace(/^(?=[^#\n])/gm, '  ')}`;
    await writeFile(at('acteurs.yaml'), under);
    expect(await told()).toEqual(['racine-incorrecte data/acteurs.yaml 1']);
    await appendFile(at('acteurs.yaml'), '  - id: autre\n    nom: Autre\n    typ: association\n');
    expect(await told()).toContain(`cle-inconnue data/acteurs.yaml ${await lineOf('acteurs.yaml', 'typ: ')}`);
  });

  it('an apostrophe left open is told on its line, with what is missing', async () => {
    await appendFile(at('acteurs.yaml'), "- id: autre\n  nom: 'Autre\n  type: association\n");
    const [first] = (await loadStudy(data, { cwd })).diagnostics;
    expect(first?.plage.ligne).toBe(await lineOf('acteurs.yaml', "nom: '"));
    expect(first?.message).toMatch(/l’apostrophe qui ouvre ce texte n’est pas refermée/);
  });

  it('a scenario that borrows from one that could not be read, or of which a field could not be, is not said to lack it', async () => {
    const ids = [...(await readFile(at('scenarios.yaml'), 'utf8')).matchAll(/^- id: (\S+)/gm)].map(([, id]) => id);
    await mkdir(at('scenarios'));
    await rename(at('scenarios.yaml'), at('scenarios/a.yaml'));
    const made = `titre: Mélange\nresume: Un mélange.\na_partir_de: { scenario: ${ids[1]}, emprunts: [${ids[0]}/modalites/rien] }\n`;
    await writeFile(at('scenarios/b.yaml'), `id: emprunteur\n${made}`);
    await writeFile(
      at('scenarios/c.yaml'),
      `id: coupe\ntitre_court: A: b\n${made}moyens: { humains: [{ id: x, etp: 0.3 }] }\n`,
    );
    await change('scenarios/a.yaml', /^ {2}titre: (\w+) /m, '  titre: $1: ');
    expect(await told()).toEqual([
      `syntaxe-yaml data/scenarios/a.yaml ${await lineOf('scenarios/a.yaml', 'titre: ')}`,
      'syntaxe-yaml data/scenarios/c.yaml 2',
    ]);
  });

  it('a scenario made from one that could not be read is not said to lack what that one gives', async () => {
    const scenarios = await readFile(at('scenarios.yaml'), 'utf8');
    const first = /^- id: (\S+)/m.exec(scenarios)?.[1] ?? '';
    await mkdir(at('scenarios'));
    await rename(at('scenarios.yaml'), at('scenarios/a.yaml'));
    await writeFile(
      at('scenarios/b.yaml'),
      `- id: melange\n  titre: Mélange\n  resume: Un mélange.\n  a_partir_de: { scenario: ${first}, emprunts: [${first}/modalites/permanence] }\n`,
    );
    await change('scenarios/a.yaml', /^ {2}titre: (\w+) /m, '  titre: $1: ');
    expect(await told()).toEqual([`syntaxe-yaml data/scenarios/a.yaml ${await lineOf('scenarios/a.yaml', 'titre: ')}`]);
  });
});

/** What a hand does to a line, and what a copy that was cut short does to a file. */
const SLIPS: readonly [string, (lines: string[], at: number) => void][] = [
  ['a quote left open', (lines, at) => lines.splice(at, 1, (lines[at] ?? '').replace(/: (?=\w)/, ': "'))],
  ['an apostrophe left open', (lines, at) => lines.splice(at, 1, (lines[at] ?? '').replace(/: (?=\w)/, ": '"))],
  ['a colon in a text', (lines, at) => lines.splice(at, 1, (lines[at] ?? '').replace(/: (\w+) /, ': $1: '))],
  ['a tabulation', (lines, at) => lines.splice(at, 1, (lines[at] ?? '').replace(/^ +/, '\t'))],
  ['a retreat lost', (lines, at) => lines.splice(at, 1, (lines[at] ?? '').trimStart())],
  ['a retreat too far', (lines, at) => lines.splice(at, 1, `   ${lines[at]}`)],
  ['a sign too many', (lines, at) => lines.splice(at, 1, `${lines[at]} }`)],
  ['a sign too few', (lines, at) => lines.splice(at, 1, (lines[at] ?? '').replace(/[\]}]$/, ''))],
  ['a conflict left', (lines, at) => lines.splice(at, 0, '<<<<<<< HEAD')],
  ['a cut', (lines, at) => lines.splice(at, lines.length, (lines[at] ?? '').slice(0, 9))],
];

describe('a sound study with one slip', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  it.each(SLIPS)('%s: nothing but the slip is told', async (name, slip) => {
    const whole = await discover(join(root, 'modeles/exemple'), root);
    const before = new Set((await studyFrom(whole)).diagnostics.map(({ code, chemin }) => `${code} ${chemin}`));
    let broken = 0;
    for (const [rank, file] of whole.files.entries())
      for (const part of [0.3, 0.8]) {
        const lines = file.text.split('\n');
        slip(lines, Math.floor(lines.length * part));
        const files = whole.files.with(rank, { ...file, text: lines.join('\n') });
        const { diagnostics } = await studyFrom({ ...whole, files });
        if (!diagnostics.some(({ code }) => code === 'syntaxe-yaml')) continue;
        broken++;
        const others = diagnostics.filter(
          ({ code, chemin }) => code !== 'syntaxe-yaml' && !before.has(`${code} ${chemin}`),
        );
        expect(others, `${name}, ${file.fichier}, ${part}`).toEqual([]);
      }
    expect(broken).toBeGreaterThan(0);
  });
});

describe('what is read of a text', () => {
  const text = { types: ['string' as const] };
  const FICHE = {
    properties: {
      id: text,
      nom: text,
      liste: { items: text },
      moyens: { properties: { nom: text } },
      missions: { items: text },
    },
  };
  const lu = (lines: readonly string[], list = true) => {
    const { value, faults, remarks, partial } = lireCeQuiPeut(`${lines.join('\n')}\n`, FICHE, list);
    return { value, lignes: faults.map(({ plage }) => plage.ligne), remarques: remarks.length, partial };
  };

  it('is without a field that lost its place, nor what it was under', () => {
    const found = lu(['moyens:', '  nom: M', 'missions: [x]', '    autre: [y]', 'nom: N'], false);
    expect([found.value, found.partial]).toEqual([{ nom: 'N' }, true]);
  });

  it('is without an entry in which a list lost its place, its own or one of others', () => {
    expect(lu(['- id: a', '  liste:', '- x', '- id: b', '  nom: B: C', '- id: c']).value).toEqual([{ id: 'c' }]);
    expect(lu(['- id: a', '  moyens:', '- nom: M', '- id: b', '  nom: B: C', '- id: c']).value).toEqual([{ id: 'c' }]);
  });

  it('says nothing of what stands for another value, or has one stand for it, elsewhere in the text', () => {
    const found = lu(['- id: a', '  nom: &x Mot de passe', '- id: b', '  nom: *x', '- id: c', '  nom: A: B']);
    expect(found).toMatchObject({ lignes: [6], remarques: 0 });
  });

  it('holds the entries that a text left open swallowed, and the slip is told where it is', () => {
    const found = lu([
      '- id: a',
      '  nom: "A',
      '    suite',
      '- id: b',
      '  nom: "B"',
      '- id: c',
      '  nom: C: D',
      '- id: d',
    ]);
    expect(found).toMatchObject({ value: [{ id: 'b', nom: 'B' }, { id: 'd' }], lignes: [3, 7] });
  });

  it('has its slip told where it is, and not where the next apostrophe closes it', () => {
    const found = lu(['- id: z', '- id: a', "  nom: 'A", '    suite', '- id: b', "  nom: l'eau", '- id: c']);
    expect(found).toMatchObject({ value: [{ id: 'z' }, { id: 'b', nom: "l'eau" }, { id: 'c' }], lignes: [4] });
  });

  it('is nothing where nobody can say where the first entry ends', () => {
    expect(lu(['  nom: A: B', '- id: b', '  nom: B']).partial).toBeUndefined();
    expect(lu(['- id: a', '  nom: A: B', '---', '- id: b']).partial).toBeUndefined();
  });
});
