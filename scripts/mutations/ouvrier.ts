/** The process in which mutants are tried: it keeps the scripts of the tests compiled, and evaluates those that it is asked for. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, runInThisContext, Script } from 'node:vm';
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as runner from '@vitest/runner';
import { LOTS, PAQUETS } from './lots.js';

export type Demande =
  | { sorte: 'paquets'; bac: string; noms: string[]; mutants: number }
  /** Without `mutant`, none is awake. Stops at the first failure; a mutant that is met more than `passages` times throws. */
  | { sorte: 'tests'; tests: string[]; mutant?: string; passages?: number };

export interface Reponse {
  echec: boolean;
  /** How often each mutant was met, where none was awake. */
  passages: [id: string, fois: number][];
  /** Memory of the process, in bytes. */
  memoire: number;
}

interface Space {
  activeMutant?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  /** By number: a plain array of numbers, since most of a first reading would go into a sparse one. */
  mutantCoverage?: { static: Float64Array; perTest: object };
}

const space: Space = {};
const paquets = new Map<string, unknown>();
Object.assign(globalThis, { __stryker__: space, [PAQUETS]: paquets });

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
/** What a run of vitest keeps for all its files would outlive a mutant: a test that asks for it does not run here. */
const inject = (key: string): never => {
  throw new Error(`${key} is not shared between mutants`);
};
paquets.set('vitest', { ...runner, expect: chai.expect, inject });

let root = '';
let mutants = 0;
const scripts = new Map<string, () => Promise<void>>();

/** The script of a file of tests, compiled once. */
async function script(test: string): Promise<() => Promise<void>> {
  const known = scripts.get(test);
  if (known) return known;
  const name = join(root, LOTS, test.replace(/\.ts$/, '.js'));
  const text = await readFile(name, 'utf8');
  const compiled = new Script(`(async () => {${text}\n})`, {
    filename: name,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }).runInThisContext() as () => Promise<void>;
  scripts.set(test, compiled);
  return compiled;
}

async function echoue(test: string): Promise<boolean> {
  const run = await script(test);
  let failed = false;
  const files = await runner.startTests([join(root, test)], {
    config: {
      root,
      setupFiles: [],
      name: undefined,
      passWithNoTests: false,
      testNamePattern: undefined,
      allowOnly: false,
      sequence: { seed: 1, hooks: 'stack', setupFiles: 'list' },
      chaiConfig: undefined,
      maxConcurrency: 1,
      testTimeout: 600_000,
      hookTimeout: 600_000,
      retry: 0,
      includeTaskLocation: false,
      tags: [],
      tagsFilter: undefined,
      strictTags: false,
    },
    importFile: (_, source) => (source === 'collect' ? run() : undefined),
    onBeforeRunTask(one) {
      if (failed) one.mode = 'skip';
    },
    onAfterRunTask(one) {
      failed ||= one.result?.state === 'fail';
    },
  });
  return failed || files.some(({ result }) => result?.state === 'fail');
}

let stray = false;
process.on('unhandledRejection', () => {
  stray = true;
});

async function repondre(demande: Demande): Promise<Reponse> {
  let echec = false;
  if (demande.sorte === 'paquets') {
    ({ bac: root, mutants } = demande);
    for (const name of demande.noms) if (!paquets.has(name)) paquets.set(name, await import(name));
  } else {
    const { tests, mutant, passages } = demande;
    // As a literal, so that it is compared with those of the scripts by its address: millions of times.
    space.activeMutant = mutant === undefined ? undefined : (runInThisContext(JSON.stringify(mutant)) as string);
    space.hitCount = 0;
    space.hitLimit = passages;
    space.mutantCoverage = { static: new Float64Array(mutants), perTest: {} };
    stray = false;
    for (const test of tests) {
      echec = (await echoue(test)) || stray;
      if (echec) break;
    }
  }
  return {
    echec,
    passages: [...(space.mutantCoverage?.static ?? [])].flatMap((n, id) => (n > 0 ? [[String(id), n]] : [])),
    memoire: process.memoryUsage().rss,
  };
}

process.on('disconnect', () => process.exit());
process.on('message', (demande: Demande) => {
  repondre(demande).then(
    (reponse) => process.send?.(reponse),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
