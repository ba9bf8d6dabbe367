/**
 * Whole-process timings, printed as ratios to an empty `node` start taken in the same run, with peak memory.
 * Run by `npm run bench`; nothing here can fail a test: a shared machine is too noisy for that.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchDecision } from './decision.js';
import { benchOthers } from './others.js';
import { median, type Run, runNode } from './process.js';
import { generateStudy } from './study-generator.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'bin/atelier.js');
const run = (args: readonly string[], env = process.env): Promise<Run> => runNode(args, root, env);

const work = await mkdtemp(join(tmpdir(), 'atelier-mesure-'));
try {
  await run(['-e', '0']);
  const empty = await median(9, () => run(['-e', '0']));
  console.log(
    `node vide : ${(empty.seconds * 1000).toFixed(0)} ms, processeur ${(empty.processor * 1000).toFixed(0)} ms (référence)`,
  );
  if (process.env.NODE_EXTRA_CA_CERTS) {
    // Node 20 reads these certificates at its start, whatever it runs: an empty node, hence each ratio, depends on it.
    const { NODE_EXTRA_CA_CERTS: _, ...without } = process.env;
    const bare = await median(9, () => run(['-e', '0'], without));
    console.log(
      `  sans la variable NODE_EXTRA_CA_CERTS, que porte cet environnement : ${(bare.seconds * 1000).toFixed(0)} ms`,
    );
  }
  const line = (name: string, result: Run, goal: string): void =>
    console.log(
      `${name.padEnd(44)} ${(result.seconds / empty.seconds).toFixed(1).padStart(7)} ×   ${result.seconds.toFixed(2)} s   processeur ${(result.processor / empty.processor).toFixed(1)} × ${result.processor.toFixed(2)} s   ${result.megabytes.toFixed(0)} Mo   ${goal}`,
    );
  line('atelier --help', await median(7, () => run([bin, '--help'])), 'visé ≤ 1,6 ×');
  line('atelier check', await median(5, () => run([bin, 'check'])), 'visé ≤ 6 ×');
  line(
    'atelier build diagnostic',
    await median(3, (i) => run([bin, 'build', 'diagnostic', '--out', join(work, `out-${i}`)])),
    'visé ≤ 30 ×',
  );
  const release = join(work, 'livrables');
  const study = join(work, 'etude');
  await cp(join(root, 'data'), study, { recursive: true });
  const all = [bin, 'build', '-C', study, '--out'];
  // A build into a folder that holds a release already would only read it again.
  const cold = await median(3, (i) => run([...all, join(work, `froid-${i}`)]));
  line('atelier build (tout, à froid)', cold, '');
  await run([...all, release]);
  line('atelier build (tout, rien de changé)', await median(3, () => run([...all, release])), 'visé ≤ 4 ×');
  const sheet = join(study, 'projets', 'haies-mares.yaml');
  await writeFile(sheet, (await readFile(sheet, 'utf8')).replace('realise: 14900', 'realise: 14950'));
  line('atelier build (tout, un champ changé)', await run([...all, release]), 'visé ≤ 20 ×');
  line('atelier score', await median(3, () => run([bin, 'score'])), '');
  await benchDecision(join(root, 'data'), empty.seconds);
  // After what is timed within this process, which composing the example slows.
  await benchOthers(join(root, 'data'), work, cold.processor);
  for (const entries of [100, 1000, 10000]) {
    const folder = join(work, `etude-${entries}`);
    await generateStudy(folder, entries);
    line(`check, ${entries} fiches`, await median(3, () => run([bin, 'check', '-C', folder])), 'linéaire');
    line(
      `build diagnostic, ${entries} fiches`,
      await run([bin, 'build', 'diagnostic', '-C', folder, '--out', join(work, `out-${entries}`)]),
      'linéaire ; 10 000 fiches : visé ≤ 10 s, ≤ 700 Mo',
    );
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
