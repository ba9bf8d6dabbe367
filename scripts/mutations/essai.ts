/** Runs of the tests in the copy: once to know what each file of tests goes through and how long it takes, then with one mutant awake. */
import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

export type Sort = 'tué' | 'trop long' | 'survit' | 'aucun test';

export interface FichierDeTests {
  /** From the root of the copy. */
  test: string;
  duree_ms: number;
  /** How often it goes through each mutant, by number. */
  passages: ReadonlyMap<string, number>;
}

/** A run of vitest in the copy, in a group of processes of its own; null when it was stopped after `delai_ms`. */
function vitest(bac: string, args: string[], env: Record<string, string>, delai_ms: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(bac, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'vitest.mutation.config.ts', ...args],
      { cwd: bac, env: { ...process.env, ...env }, stdio: 'ignore', detached: true },
    );
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    }, delai_ms);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(late ? null : code);
    });
  });
}

/**
 * What each file of tests goes through, its own loading included, without any mutant awake.
 *
 * @throws Error when a test fails: a mutant that it would kill would show nothing.
 */
export async function couverture(bac: string): Promise<FichierDeTests[]> {
  const folder = join(bac, 'couverture');
  await mkdir(folder, { recursive: true });
  const rapport = join(bac, 'essais.json');
  const code = await vitest(
    bac,
    ['--reporter=json', `--outputFile=${rapport}`],
    { MUTATIONS_COUVERTURE: folder },
    3_600_000,
  );
  const { testResults } = JSON.parse(await readFile(rapport, 'utf8')) as {
    testResults: { name: string; status: string; startTime: number; endTime: number }[];
  };
  const faulty = testResults.filter(({ status }) => status !== 'passed').map(({ name }) => relative(bac, name));
  if (code !== 0 || faulty.length > 0) throw new Error(`Des tests échouent sans mutant : ${faulty.join(', ')}`);
  const durees = new Map(testResults.map(({ name, startTime, endTime }) => [name, endTime - startTime]));
  const files = await Promise.all(
    (await readdir(folder)).map(
      async (name) =>
        JSON.parse(await readFile(join(folder, name), 'utf8')) as { test: string; passages: Record<string, number> },
    ),
  );
  return files.map(({ test, passages }) => ({
    test: relative(bac, test),
    duree_ms: durees.get(test) ?? 0,
    passages: new Map(Object.entries(passages)),
  }));
}

/** What becomes of a mutant before the files of tests that go through it. */
export async function essayer(bac: string, id: string, tests: readonly FichierDeTests[]): Promise<Sort> {
  const covering = tests.filter(({ passages }) => passages.has(id));
  if (covering.length === 0) return 'aucun test';
  const usual = Math.max(...covering.map(({ passages }) => passages.get(id) ?? 0));
  const ordered = [...covering].sort((a, b) => a.duree_ms - b.duree_ms).map(({ test }) => test);
  const code = await vitest(
    bac,
    ['--bail=1', ...ordered],
    {
      __STRYKER_ACTIVE_MUTANT__: id,
      MUTATIONS_PASSAGES: String(1000 + 100 * usual),
      MUTATIONS_ORDRE: ordered.join(','),
    },
    120_000 + 10 * covering.reduce((sum, { duree_ms }) => sum + duree_ms, 0),
  );
  if (code === null) return 'trop long';
  return code === 0 ? 'survit' : 'tué';
}
