/** The command line in process, through its one entry: what each command prints, and its exit code. */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { SYNONYMES } from '../../src/cli/program/synonymes.js';
import { codeFrame } from '../../src/cli/reporters/code-frame.js';
import { copyStudy, root } from '../support/cli.js';
import { runIn, type Said } from '../support/in-process.js';
import { processorTime } from '../support/processor.js';

let cwd: string;
beforeEach(async () => {
  cwd = await copyStudy('tests/fixtures/base');
});

const run = (...args: string[]): Promise<Said> => runIn(cwd, ...args);

async function spoil(name: string, from: string, to: string): Promise<void> {
  const file = join(cwd, 'data', name);
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
}

const misspell = () => spoil('acteurs.yaml', 'engagement:', 'engagment:');
const warn = () =>
  spoil('etude.yaml', 'livrables:\n  - { id: diagnostic, titre: Diagnostic, date: "2020-03-01" }\n', '');

describe('atelier check', () => {
  it('says that nothing is wrong, and exits with 0', async () => {
    const { code, stdout } = await run('check');
    expect(code).toBe(0);
    expect(stdout).toMatch(/8 fichiers, 11 fiches : aucune erreur\./);
  });

  it('shows the place, the code, the message and the line, and exits with 1', async () => {
    await misspell();
    const { code, stdout, stderr } = await run('check');
    expect(code).toBe(1);
    const text = stdout + stderr;
    expect(text).toMatch(/^data\/acteurs\.yaml:8:3 {2}erreur {2}cle-inconnue$/m);
    expect(text).toMatch(
      /acteurs\/club : « engagment » n'existe pas dans un acteur\. Vouliez-vous dire « engagement » \?/,
    );
    expect(text).toMatch(/8 │ {3}engagment: volontaire/);
    expect(text).toMatch(/atelier explain cle-inconnue/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no colour may remain under NO_COLOR
    expect(text).not.toMatch(/\u001b\[/);
  });

  it('has nothing to say of the example study, even strict', async () => {
    expect(await runIn(root, 'check', '--strict')).toMatchObject({ code: 0, stderr: '' });
  });

  it('lets a warning pass, unless asked to be strict', async () => {
    await warn();
    expect((await run('check')).code).toBe(0);
    expect((await run('check', '--strict')).code).toBe(1);
  });

  it('tells what a build would tell of the study’s own templates and of what it keeps', async () => {
    const data = join(cwd, 'data');
    await mkdir(join(data, 'templates'));
    await writeFile(join(data, 'templates/diagnostic.md.hbs'), 'a\n{{#if b}}\n');
    await writeFile(join(data, 'templates/diagnostik.md.hbs'), 'x');
    await symlink(join(cwd, 'nulle-part'), join(data, 'templates/bilan.md.hbs'));
    await mkdir(join(data, '.atelier'));
    execFileSync('mkfifo', [join(data, '.atelier/validations.json')]);
    const { code, stdout } = await run('check');
    expect(code).toBe(1);
    expect(stdout).toMatch(/data\/templates\/diagnostic\.md\.hbs:\d+:1 {2}erreur {2}modele-incorrect/);
    expect(stdout).toMatch(/data\/templates\/diagnostik\.md\.hbs:1:1 {2}attention {2}modele-sans-emploi/);
    expect(stdout).toMatch(/data\/templates\/bilan\.md\.hbs:1:1 {2}erreur {2}fichier-illisible/);
    expect(stdout).toMatch(/validations\.json:1:1 {2}erreur {2}validations-illisibles/);
  });

  it('speaks to a script as JSON', async () => {
    await misspell();
    const { code, stdout } = await run('check', '--format', 'json');
    expect(code).toBe(1);
    const [first] = (JSON.parse(stdout) as { diagnostics: { code: string; plage: { ligne: number } }[] }).diagnostics;
    expect(first).toMatchObject({ code: 'cle-inconnue', gravite: 'erreur', plage: { ligne: 8, colonne: 3 } });
  });

  it('speaks to GitHub in annotations, and to tools in SARIF', async () => {
    await misspell();
    expect((await run('check', '--format', 'github')).stdout).toMatch(
      /^::error file=data\/acteurs\.yaml,line=8,col=3/m,
    );
    const sarif = JSON.parse((await run('check', '--format', 'sarif')).stdout) as {
      version: string;
      runs: { results: { ruleId: string; level: string }[] }[];
    };
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0]?.results[0]).toMatchObject({ ruleId: 'cle-inconnue', level: 'error' });
  });

  it('names a folder that does not exist', async () => {
    const { code, stdout, stderr } = await run('check', '-C', 'dta');
    expect(code).toBe(1);
    expect(stdout + stderr).toMatch(/dta/);
    expect(stdout + stderr).toMatch(/etude-introuvable/);
  });
});

describe('a line without end', () => {
  it('is shown around each of its thousands of faults in the time of reading it', () => {
    const paint = { faint: String, error: String } as unknown as Parameters<typeof codeFrame>[2];
    const line = `resume: ${'1 250 € à jean.dupont@exemple.fr '.repeat(3_000)}`;
    const taken = processorTime(() => {
      for (let i = 0; i < 3_000; i++) {
        const frame = codeFrame(`a: 1\n${line}`, { ligne: 2, colonne: 9 + 33 * i, longueur: 7 }, paint);
        if (!frame.includes('1 250 € à ••••') || frame.includes('exemple')) throw new Error(frame);
      }
    });
    expect(taken).toBeLessThan(4_000);
  });
});

describe('contradictions', () => {
  beforeEach(async () => {
    await cp(fileURLToPath(new URL('../fixtures/autre-etude', import.meta.url)), join(cwd, 'data'), {
      recursive: true,
    });
    await spoil('criteres.yaml', 'tournee: [{ evaluateur: elu, note: 9,', 'tournee: [{ evaluateur: elu, note: 14,');
  });

  it('are told at both places, to a reader and to tools', async () => {
    const { code, stdout } = await run('check');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^data\/criteres\.yaml:33:12 {2}attention {2}critere-sans-influence$/m);
    expect(stdout).toMatch(/^ {2}à rapprocher de data\/criteres\.yaml:37:13 \(criteres\/criteres\/envie\/mesure\)$/m);
    expect((await run('check', '--format', 'github')).stdout).toMatch(/À rapprocher de data\/criteres\.yaml:37/);
    const sarif = JSON.parse((await run('check', '--format', 'sarif')).stdout) as {
      runs: { results: { ruleId: string; relatedLocations?: object[] }[] }[];
    };
    const result = sarif.runs[0]?.results.find(({ ruleId }) => ruleId === 'critere-sans-influence');
    expect(result?.relatedLocations).toHaveLength(1);
  });

  it('are counted by status, and explained', async () => {
    const status = await run('status');
    expect(status.stdout).toMatch(
      /^\d+ contradictions entre les données\n(?: {2}✗ .*\n)* {2}✗ critere-sans-influence$/m,
    );
    const explained = await run('explain', 'critere-sans-influence');
    expect(explained.stdout).toMatch(/ne départage aucun scénario/);
  });
});

describe('wrong usage', () => {
  it.each([
    [['chekc'], /« chekc » n'existe pas.*« check »/],
    [['check', '--formt', 'json'], /« --formt » n'existe pas.*« --format »/],
    [['check', '--format', 'xml'], /« xml ».*texte, json, github, sarif/],
    [['build', '--format', 'odt'], /pdf, xlsx/],
    [['build', 'diagnostc'], /« diagnostc ».*« diagnostic »/],
    [['explain'], /« sujet »/],
    [['-C', 'etude', 'check', '--strict'], /Vouliez-vous dire « atelier check -C etude --strict » \?/],
    [['check', 'etude'], /trop d'arguments.*Vouliez-vous dire « atelier check -C etude » \?/],
    [['-Z', 'check'], /« -Z ».*Pour l'aide : atelier --help, ou/],
    [['nouveau', 'mon-etude'], /« nouveau » n'existe pas\. Vouliez-vous dire « atelier init » \?/],
    [['Vérifier'], /Vouliez-vous dire « atelier check » \?/],
    [['comparer', '--help'], /« comparer » n'existe pas\. Vouliez-vous dire « atelier diff » \?/],
    [['chek', '-h'], /« chek » n'existe pas\. Vouliez-vous dire « check » \?/],
    [['aide'], /« aide » n'existe pas\.\s+Vouliez-vous dire « atelier --help » \?/],
    [['check', '-strict'], /« -strict » n'existe pas\..*Vouliez-vous dire « atelier check --strict » \?/],
    [['build', 'bilan', '-format', 'pdf'], /Vouliez-vous dire « atelier build bilan --format pdf » \?/],
    [['valider', '-q'], /« -q » n'existe pas\. Pour l'aide : atelier valider --help\./],
  ])('%j exits with 2 and says what to type', async (args, message) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr.replace(/\n/g, ' ')).toMatch(message);
    expect(stderr).not.toMatch(/\berror\b|\bunknown\b/i);
  });
});

it('the words of everyday French stand for commands that exist, and are none themselves', async () => {
  const { stdout } = await run('--help');
  const commands = [...stdout.matchAll(/^ {2}([a-z-]+)[ \n]/gm)].map(([, name = '']) => name);
  expect(commands).toContain('init');
  for (const [word, command] of Object.entries(SYNONYMES)) {
    if (!command.startsWith('--')) expect(commands, word).toContain(command);
    expect(commands).not.toContain(word);
  }
});

it('the help of every command is in French, whatever commander says of its arguments', async () => {
  const { stdout } = await run('--help');
  const commands = [...stdout.matchAll(/^ {2}([a-z-]+)[ \n]/gm)].map(([, name = '']) => name);
  for (const command of commands)
    expect((await run(command, '--help')).stdout, command).not.toMatch(/choices|default|required|Usage: |Options: /i);
  expect((await run('completion', '--help')).stdout).toMatch(/\(bash, zsh, fish\)/);
});

describe('atelier explain', () => {
  it('tells what a code means', async () => {
    const { code, stdout } = await run('explain', 'fin-avant-debut');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Une période finit avant de commencer/);
  });

  it('tells what a field is, and what it takes', async () => {
    const { code, stdout } = await run('explain', 'acteurs.engagement');
    expect(code).toBe(0);
    expect(stdout).toMatch(/pressenti/);
    expect(stdout).toMatch(/volontaire/);
  });

  it('says what each field of an object is, and stars those that it must have', async () => {
    const { stdout } = await run('explain', 'etude.marche');
    expect(stdout).toMatch(/^ {2}procedure \* +\p{Lu}.*\n {2}reference +\p{Lu}/mu);
    expect(stdout).toContain('* champ obligatoire. « atelier explain etude.marche.procedure »');
  });

  it('says both what a message means and what the rule of that name measures', async () => {
    const { stdout } = await run('explain', 'nombre-scenarios');
    expect(stdout).toMatch(/^nombre-scenarios \(attention/m);
    expect(stdout).toMatch(
      /^nombre-scenarios \(règle qui mesure une exigence du contrat\)\nLe nombre de scénarios est celui que demande/m,
    );
  });

  it('says what each word of a list does, where it is known', async () => {
    const { stdout } = await run('explain', 'contrat.exigences.regle');
    expect(stdout).toMatch(/^ {2}nombre-scenarios +Le nombre de scénarios/m);
    expect((await run('explain', 'criteres.criteres.mesure.indicateur')).stdout).toMatch(
      /^ {2}cout_total +Coût total/m,
    );
  });

  it('proposes the nearest subject', async () => {
    const { code, stdout, stderr } = await run('explain', 'acteurs.engagment');
    expect(code).not.toBe(0);
    expect(stdout + stderr).toMatch(/acteurs\.engagement/);
  });
});

describe('help', () => {
  it('is in French, with examples, for every command', async () => {
    for (const command of [
      '',
      'check',
      'build',
      'score',
      'status',
      'verify',
      'diff',
      'valider',
      'watch',
      'migrer',
      'explain',
      'corriger',
      'import',
      'export',
      'completion',
    ]) {
      const { code, stdout } = await run(...(command ? [command] : []), '--help');
      expect(code, command).toBe(0);
      expect(stdout, command).toMatch(/atelier/);
      expect(stdout, command).not.toMatch(/Commands|display help|Usage:|default:/);
    }
  });
});
