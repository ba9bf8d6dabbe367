/** Mutants of studies: a short run of `npm run fuzz`, and what former runs found, made small. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { aroundFault, benchOf, saidFault } from '../../scripts/fuzz/around.js';
import { basesIn } from '../../scripts/fuzz/bases.js';
import { campaign, faultOf, smallest } from '../../scripts/fuzz/campaign.js';
import { answerFault } from '../../scripts/fuzz/command.js';
import { correctionFault } from '../../scripts/fuzz/corrections.js';
import { asDiscovery, readStudyFiles } from '../../scripts/fuzz/files.js';
import { lostSeeds, openJournal } from '../../scripts/fuzz/journal.js';
import { mutantOf } from '../../scripts/fuzz/mutant.js';
import { checkFault, machineWord, ownWords } from '../../scripts/fuzz/oracle.js';
import { sitesOf } from '../../scripts/fuzz/value-mutations.js';
import { readTemplates } from '../../src/documents/templates/template-files.js';
import { type LoadedStudy, studyFrom } from '../../src/study/load.js';
import { temporaryFolder } from '../support/temporary.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = join(root, 'tests/fixtures/fuzz');
const former = existsSync(fixtures) ? readdirSync(fixtures).sort() : [];

describe('mutants of studies', () => {
  it('cause no exception, and are told in French at their place; what has no error is composed', async () => {
    const bases = (await basesIn(root)).filter(({ name }) => name !== 'data');
    const templates = await readTemplates(root, root);
    const seed = Number(process.env.FUZZ_SEED ?? 1);
    const count = Number(process.env.FUZZ_MUTANTS ?? 50);
    const options = {
      bases,
      templates,
      seed,
      goOn: (done: number) => done < count,
      composeOneIn: 20,
      commandOneIn: 25,
    };
    const { mutants, sound, commands, finds } = await campaign(options);
    expect(finds.map(({ seed: own, fault }) => `${own} ${fault}`)).toEqual([]);
    expect(mutants).toBe(count);
    expect(commands).toBe(Math.floor(count / 25));
    // Mutants that are all refused would prove little, and so would mutants that change nothing.
    expect(sound).toBeGreaterThan(count / 20);
    expect(sound).toBeLessThan(count / 2);
  });

  it('are made of studies without error: of another, none would ever be composed', async () => {
    for (const { name, files } of await basesIn(root)) {
      const { fault, study } = await checkFault(files);
      expect({ name, fault, sound: study !== null }).toEqual({ name, fault: null, sound: true });
    }
  });

  it('are read in memory as they are from a disk, whatever ends their lines', () => {
    const texts = asDiscovery(new Map([['actions.yaml', '# a\r- { id: b }\r\n# c\r']])).files.map(({ text }) => text);
    expect(texts).toEqual(['# a\n- { id: b }\r\n# c\n']);
  });

  it('leave the bytes of a value whole', () => {
    const sites = sitesOf({ root: { a: { b: new Uint8Array([1, 2]) } } }, 'root', undefined);
    expect(sites.map(({ key }) => key)).toEqual(['root', 'a', 'b']);
  });

  it('are made of what a former mutation made hard to read: keys within keys are left as they are', async () => {
    const base = (await basesIn(root)).find(({ name }) => name.endsWith('fixtures/base'));
    if (!base) throw new Error('no base');
    const files = new Map(base.files).set('territoire.yaml', `${'? '.repeat(400)}a\n`);
    for (let seed = 1; seed <= 40; seed++) expect(mutantOf(files, [], seed).kinds.length).toBeGreaterThan(0);
  });

  it.each(former)('%s, that a former run found', async (name) => {
    const templates = name.startsWith('build-') ? await readTemplates(root, root) : null;
    expect(await faultOf(await readStudyFiles(join(fixtures, name)), templates)).toBeNull();
  });

  it('are seen when they fail: words of the machine are found wherever they stand', async () => {
    expect(machineWord([{ rows: new Map([['a', { title: 'Un coût de NaN €' }]]) }])).toBe(
      '/*/rows/a/title : Un coût de NaN €',
    );
    expect(machineWord({ value: Number.POSITIVE_INFINITY })).toBe('/value : Infinity');
    expect(
      machineWord({ title: 'La Maison de Nanette, un effet nul ou une part nulle', value: 0, nothing: null }),
    ).toBeNull();
    expect(machineWord({ title: 'Un délai de null jours' })).toBe('/title : Un délai de null jours');
    // What the study itself says is its own.
    expect(machineWord({ title: 'L’outil « null »' }, ownWords({ outils: [{ nom: 'null' }] }))).toBeNull();
    expect(machineWord({ title: '« null », NaN' }, ownWords({ outils: [{ id: 'null' }] }))).toBe(
      '/title : « null », NaN',
    );
    const files = new Map([
      ['etude.yaml', 'a: 1\n'],
      ['acteurs.yaml', '- id: x\n- id: y\n'],
    ]);
    const find = { seed: 1, base: 'x', kinds: [], fault: 'autre', files };
    expect((await smallest(find, await readTemplates(root, root))).files).toBe(files);
  });

  it('are seen when what « corriger » would write leaves its fault where it was', async () => {
    const [base] = await basesIn(root);
    const loaded = await studyFrom(asDiscovery(new Map(base?.files).set('outils.yaml', '- Barque\n')));
    const written = (par: string): LoadedStudy => ({
      ...loaded,
      diagnostics: loaded.diagnostics.map((one) =>
        one.code === 'type-incorrect' ? { ...one, correction: { remplacer: 'Barque', par } } : one,
      ),
    });
    expect(await correctionFault(loaded)).toBeNull();
    expect(await correctionFault(written('barque'))).toBe('corriger : type-incorrect reste une fois écrit « barque »');
    expect(await correctionFault(written('{ id: barque }'))).toBeNull();
  });

  it('are seen when the command itself falls, hangs or says otherwise', () => {
    expect(answerFault('check', { code: 0, said: 'aucune erreur' }, [0])).toBeNull();
    expect(answerFault('check', { code: 0, said: '' }, [1])).toBe('commande check : code 0, attendu 1');
    expect(answerFault('check', { code: null, said: '' }, [0, 1])).toMatch(/code null/);
    expect(answerFault('check', { code: 1, said: 'x\n    at f (file:///a.js:1:2)\n' }, [1])).toMatch(
      /trace de la machine/,
    );
  });

  it('that kill the process are told at the next run, and those of a run under way are left', async () => {
    const folder = await temporaryFolder();
    const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
    openJournal(folder, dead).keep(41);
    const own = openJournal(folder);
    own.keep(7);
    expect(lostSeeds(folder)).toEqual([41]);
    expect(lostSeeds(folder)).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(1);
    own.close();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('what stands beside a study', () => {
  it('is refused in French: lists, texts and templates that are broken, corrections that are written', async () => {
    const bench = benchOf(root, await readStudyFiles(join(root, 'tests/fixtures/base')));
    const count = Number(process.env.FUZZ_AROUND ?? 4);
    const kinds = new Set<string>();
    for (let seed = 1; seed <= count; seed++) {
      const found = await aroundFault(bench, seed);
      kinds.add(found.kinds[0] ?? '');
      expect(found).toMatchObject({ seed, fault: null });
    }
    expect(kinds.size).toBeGreaterThan(1);
  });

  it('is seen when it makes the program fall, say nothing, or speak as a machine', () => {
    const fault = (code: number, said: string, given = ''): string | null =>
      saidFault(['import'], { code, said }, given);
    expect(fault(1, "« liste.csv » n'existe pas.")).toBeNull();
    expect(fault(1, ' \n')).toBe('import : code 1 sans un mot');
    expect(fault(1, "atelier s'est arrêté sur un défaut du programme : x")).toMatch(/défaut du programme/);
    expect(fault(1, 'x\n    at a (/a.js:1:2)')).toBe('import : trace de la machine');
    expect(fault(0, 'lu : undefined')).toBe('import : lu : undefined');
    expect(fault(0, 'lu : undefined', 'undefined')).toBeNull();
    expect(fault(0, '--- /dev/null')).toBeNull();
  });
});
