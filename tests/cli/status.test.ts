/** `atelier status` and what a build says when the study is not ready for a deliverable. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { copyStudy } from '../support/cli.js';
import { runIn, type Said } from '../support/in-process.js';

let cwd: string;
beforeEach(async () => {
  cwd = await copyStudy('data');
});

const run = (...args: string[]): Promise<Said> => runIn(cwd, ...args);

async function change(name: string, from: string | RegExp, to: string): Promise<void> {
  const file = join(cwd, 'data', name);
  const text = await readFile(file, 'utf8');
  const changed = text.replace(from, to);
  expect(changed, name).not.toBe(text);
  await writeFile(file, changed);
}

interface Status {
  exigences: { regle: string; etat: string; motif: string; section: string | null }[];
  livrables: {
    id: string;
    etat: string;
    manque: string | null;
    completes: number;
    exemples: number;
    partielles: number;
  }[];
  prochaine: { jours: number; bloque: string[] } | null;
}
const status = async (...args: string[]): Promise<Status> =>
  JSON.parse((await run('status', '--json', ...args)).stdout) as Status;

describe('atelier status', () => {
  it('measures every requirement by its rule: those of phase 1 rest on illustrative data, so that none is answered in full by them', async () => {
    const { exigences } = await status();
    const open = (...etats: string[]): string[] =>
      exigences.filter(({ etat }) => etats.includes(etat)).map(({ regle }) => regle);
    expect(open('partielle', 'manquante')).toEqual([
      'actions-par-domaine',
      'inventaire-mobilisables',
      'demarche-participative',
      'comite-pilotage',
    ]);
    // A meeting on the calendar is not lacking: it is to come.
    expect(open('prevue')).toEqual(['reunion-validation']);
    expect(exigences.find(({ etat }) => etat === 'prevue')?.motif).toMatch(/prévue le 19.décembre.2019/);
    // What the meetings, the scenarios and the projects of an example answer, they answer as an example.
    expect(open('exemple')).toEqual(expect.arrayContaining(['besoins-par-public', 'reunion-tenue', 'nombre-projets']));
    expect(open('complete').every((regle) => !/^(reunion|fiche|nombre)/.test(regle))).toBe(true);
    const { stdout } = await run('status');
    expect(stdout).toMatch(/Cahier des clauses[^:]* : \d+ complètes, \d+ complètes sur données d’exemple/);
    expect(exigences.every(({ section, regle }) => section && regle)).toBe(true);
  });

  it('says what blocks the next meeting, and how many days are left', async () => {
    const { prochaine } = await status();
    expect(prochaine?.jours).toBe(7);
    // What the meeting before asked was done a week ago; undone, it blocks this one.
    expect(prochaine?.bloque).toEqual([]);
    const file = join(cwd, 'data', 'reunions.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace('suites: [{ etat: levee, texte: "Une parole', 'suites: [{ etat: en-cours, texte: "Une parole'),
    );
    expect((await status()).prochaine?.bloque).toEqual([expect.stringMatching(/Demande de modification, bilan/)]);
    await writeFile(file, text);
  });

  it('says of no deliverable that it was handed over when the study cannot give it', async () => {
    await rm(join(cwd, 'data', 'projets'), { recursive: true });
    // A meeting cannot have before it what the study has not.
    const file = join(cwd, 'data', 'reunions.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll(/^ +projets: \[.*\n/gm, ''));
    const { livrables } = await status();
    expect(livrables.filter(({ manque }) => manque !== null).map(({ id }) => id)).toEqual(['fiches-projets', 'bilan']);
    const { stdout } = await run('status');
    expect(stdout).toMatch(/date passée, non remis\n +ne se construit pas : l’étude ne décrit aucun projet/);
    expect(stdout.match(/remis, non validé/g) ?? []).toHaveLength(
      livrables.filter(({ etat, manque }) => etat === 'remis' && manque === null).length,
    );
  });

  it('answers at another date: what was still to come is not held', async () => {
    const { livrables, exigences } = await status('--date', '2018-02-15');
    expect(livrables.find(({ id }) => id === 'diagnostic')?.etat).toBe('remis');
    expect(exigences.find(({ regle }) => regle === 'mode-operatoire-complet')?.etat).toBe('prevue');
    // What the study has learnt since of a phase that had not begun is not counted: the sheets of its projects, what they gave.
    const held = livrables.map(({ id, completes, exemples, partielles }) => ({
      id,
      measured: completes + exemples + partielles > 0,
    }));
    expect(held.filter(({ measured }) => measured).map(({ id }) => id)).toEqual(['diagnostic', 'scenarios', 'copil']);
    expect(exigences.filter(({ regle }) => regle === 'nombre-projets').map(({ etat }) => etat)).toEqual(['prevue']);
  });

  it('lists what lacks, entry by entry', async () => {
    const { stdout } = await run('status', '--lacunes');
    expect(stdout).toMatch(/Acteurs que rien d’autre ne nomme : \d+/);
    expect(stdout).toMatch(/Coûts sans financement : 0/);
  });

  it('refuses a date that is none', async () => {
    const { code, stderr } = await run('status', '--date', 'hier');
    expect(code).toBe(2);
    expect(stderr).toMatch(/AAAA-MM-JJ/);
  });
});

describe('a deliverable that the study is not ready for', () => {
  it('mode opératoire: refused while no meeting has decided, given as a draft on request', async () => {
    await change(
      'reunions.yaml',
      /scenario: reseau-anime\n {6}statut: valide/,
      'scenario: reseau-anime\n      statut: ajourne',
    );
    const refused = await run('build', 'mode-operatoire', '--format', 'xlsx');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/data\/reunions\.yaml:\d+:\d+ {2}erreur {2}decision-attendue/);
    expect(refused.stderr).toMatch(/--scenario reseau-anime --projet/);
    const draft = await run(
      'build',
      'mode-operatoire',
      '--scenario',
      'relais-proximite',
      '--projet',
      '--format',
      'xlsx',
    );
    expect(draft.code, draft.stderr).toBe(0);
    // Whatever the length of a name, sizes stand below one another.
    const sizes = draft.stderr.split('\n').flatMap((line) => (/ Ko {2,}/.test(line) ? [line.indexOf(' Ko')] : []));
    expect(sizes.length).toBeGreaterThan(1);
    expect(new Set(sizes).size, draft.stderr).toBe(1);
  });

  it('mode opératoire: a decision later than the study is told as such, at the date of the study', async () => {
    await change('etude.yaml', /^date: .*$/m, 'date: "2018-03-01"');
    const { code, stderr } = await run('build', 'mode-operatoire', '--format', 'xlsx');
    expect(code).toBe(1);
    expect(stderr).toMatch(/data\/etude\.yaml:\d+:\d+ {2}erreur {2}decision-attendue/);
    expect(stderr).toMatch(
      /réunion « .+ » \(19.avril.2018\) a retenu « Réseau animé », mais elle est postérieure à la date de l’étude \(1er.mars.2018\)/,
    );
  });

  it('mode opératoire of another scenario than the one retained: refused, at the line that says so', async () => {
    await change('mode-operatoire.yaml', 'scenario: reseau-anime', 'scenario: atelier-integre');
    const { code, stderr } = await run('build', 'mode-operatoire', '--format', 'xlsx');
    expect(code).toBe(1);
    expect(stderr).toMatch(/data\/mode-operatoire\.yaml:3:\d+ {2}erreur {2}decision-attendue/);
    expect(stderr).toMatch(/Réseau animé/);
  });

  it('mode opératoire of another scenario, asked of a file that has the one retained: it is the option that is told', async () => {
    const { code, stderr } = await run('build', 'mode-operatoire', '--scenario', 'atelier-integre', '--format', 'xlsx');
    expect(code).toBe(1);
    expect(stderr).toMatch(/« --scenario atelier-integre » en demande un autre\.\n.*Retirez « --scenario »/);
    expect(stderr).not.toContain('« scenario:');
  });

  it('four projects, then only public bearers: a warning at the projects', async () => {
    await rm(join(cwd, 'data', 'projets', 'haies-mares.yaml'));
    expect((await run('check')).stdout).toMatch(
      /data\/projets\/[\w-]+\.yaml:\d+:\d+ {2}attention {2}nombre-projets\n.*4 projets sont décrits/,
    );
    for (const name of ['chantier-pierre', 'jardin-partage'])
      await change(`projets/${name}.yaml`, 'statut: prive', 'statut: public');
    expect((await run('check')).stdout).toMatch(/porteurs-projets\n.*aucun projet n’a de porteur privé/);
  });

  it('one project alone, and a project that does not exist', async () => {
    const one = await run('build', 'fiches-projets', '--projet', 'haies-mares', '--json', '--format', 'pdf');
    expect(one.code, one.stderr).toBe(0);
    expect(one.stdout).toMatch(/fiche-haies-mares\.pdf/);
    const none = await run('build', 'fiches-projets', '--projet', 'haie-mares', '--format', 'pdf');
    expect(none.code).toBe(1);
    expect(none.stderr).toMatch(/« haie-mares »[\s\S]*« haies-mares »/);
  });
});
