/** Runs of the tests in the copy: once to know what each file of tests goes through and how long it takes, then with one mutant awake. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TEMPORAIRE } from './bac.js';
import { assembler, type Lots } from './lots.js';
import type { Demande, Reponse } from './ouvrier.js';

export type Sort = 'tué' | 'trop long' | 'survit' | 'aucun test';

export interface FichierDeTests {
  /** From the root of the copy. */
  test: string;
  duree_ms: number;
  /** How often it goes through each mutant, by number. */
  passages: ReadonlyMap<string, number>;
}

const OUVRIER = fileURLToPath(new URL('ouvrier.ts', import.meta.url));

/** A process is left for a new one when it holds more than this, in bytes. */
const MEMOIRE = 2_000_000_000;

export interface Atelier {
  tests: FichierDeTests[];
  /** What becomes of a mutant before the files of tests that go through it. */
  essayer: (id: string) => Promise<Sort>;
  fermer: () => void;
}

/** A process of trials and how to ask it; null when it did not answer in time, or died. */
async function embaucher(bac: string, noms: string[], mutants: number) {
  const child: ChildProcess = fork(OUVRIER, {
    cwd: bac,
    env: { ...process.env, TMPDIR: join(bac, TEMPORAIRE) },
    execArgv: [...process.execArgv, '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const demander = (demande: Demande, delai_ms: number): Promise<Reponse | null> =>
    new Promise((resolve) => {
      const end = (reponse: Reponse | null): void => {
        clearTimeout(timer);
        child.off('message', end);
        child.off('exit', gone);
        resolve(reponse);
      };
      const gone = (): void => end(null);
      const timer = setTimeout(() => child.kill('SIGKILL'), delai_ms);
      child.on('message', end);
      child.on('exit', gone);
      child.send(demande);
    });
  if (!(await demander({ sorte: 'paquets', bac, noms, mutants }, 120_000)))
    throw new Error('Les paquets des tests ne se chargent pas.');
  return { demander, partir: (): boolean => child.kill('SIGKILL') };
}

/**
 * What each file of tests goes through, its own loading included, without any mutant awake; then the trials.
 * A file of tests that fails there is left aside, and told: a mutant that it would kill would show nothing. It may need a folder, or a process, of its own.
 *
 * @throws Error when none is left.
 */
export async function ouvrir(bac: string, mutants: number, dossiers: readonly string[]): Promise<Atelier> {
  const { tests: noms, paquets }: Lots = await assembler(bac, dossiers);
  let ouvrier = await embaucher(bac, paquets, mutants);
  const tests: FichierDeTests[] = [];
  for (const test of noms) {
    const first = await ouvrier.demander({ sorte: 'tests', tests: [test] }, 600_000);
    if (!first || first.echec) {
      console.log(`Laissé de côté, échoue sans mutant : ${test}`);
      continue;
    }
    // As it will be tried, with a mutant that is nowhere: evaluated anew, it must pass again, and tells how long that takes.
    const start = performance.now();
    const again = await ouvrier.demander({ sorte: 'tests', tests: [test], mutant: 'aucun' }, 600_000);
    if (!again || again.echec) {
      console.log(`Laissé de côté, échoue la seconde fois : ${test}`);
      continue;
    }
    tests.push({ test, duree_ms: performance.now() - start, passages: new Map(first.passages) });
  }
  if (tests.length === 0) throw new Error('Tous les tests échouent sans mutant.');
  tests.sort((a, b) => a.duree_ms - b.duree_ms);

  const essayer = async (id: string): Promise<Sort> => {
    const covering = tests.filter(({ passages }) => passages.has(id));
    if (covering.length === 0) return 'aucun test';
    const usual = Math.max(...covering.map(({ passages }) => passages.get(id) ?? 0));
    const duree = covering.reduce((sum, { duree_ms }) => sum + duree_ms, 0);
    const reponse = await ouvrier.demander(
      { sorte: 'tests', tests: covering.map(({ test }) => test), mutant: id, passages: 1000 + 100 * usual },
      60_000 + 20 * duree,
    );
    if (!reponse || reponse.memoire > MEMOIRE) {
      ouvrier.partir();
      ouvrier = await embaucher(bac, paquets, mutants);
    }
    if (!reponse) return 'trop long';
    return reponse.echec ? 'tué' : 'survit';
  };
  return { tests, essayer, fermer: () => ouvrier.partir() };
}
