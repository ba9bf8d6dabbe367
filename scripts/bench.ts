/**
 * Whole-process timings, printed as ratios to an empty `node` start taken in the same run, with peak memory.
 * Run by `npm run bench`; nothing here can fail a test: a shared machine is too noisy for that.
 */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchDecision } from './bench-decision.js';
import { generateStudy } from './study-generator.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'bin/atelier.js');

interface Run {
  seconds: number;
  /** Of the processor, all threads. */
  processor: number;
  megabytes: number;
}

/** One process, timed from outside; its processor time and its peak resident memory are what the kernel tells it at its end. */
function run(args: string[], env = process.env): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const preload = `data:text/javascript,${encodeURIComponent(`import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,JSON.stringify(process.resourceUsage())))`)}`;
    const child = spawn(process.execPath, ['--import', preload, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    let usage = '';
    let errors = '';
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      usage += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(`${args.join(' ')} : code ${code}\n${errors}`));
      else {
        const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(usage) as NodeJS.ResourceUsage;
        resolve({
          seconds: (performance.now() - start) / 1000,
          processor: (userCPUTime + systemCPUTime) / 1e6,
          megabytes: maxRSS / 1024,
        });
      }
    });
  });
}

/** `args` may depend on the run: a build into a folder that holds a release already would only read it again. */
async function median(args: string[] | ((i: number) => string[]), runs: number, env = process.env): Promise<Run> {
  const all: Run[] = [];
  for (let i = 0; i < runs; i += 1) all.push(await run(typeof args === 'function' ? args(i) : args, env));
  const middle = <K extends keyof Run>(key: K): number =>
    all.map((r) => r[key]).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  return {
    seconds: middle('seconds'),
    processor: middle('processor'),
    megabytes: Math.max(...all.map((r) => r.megabytes)),
  };
}

const work = await mkdtemp(join(tmpdir(), 'atelier-mesure-'));
try {
  await run(['-e', '0']);
  const empty = await median(['-e', '0'], 9);
  console.log(
    `node vide : ${(empty.seconds * 1000).toFixed(0)} ms, processeur ${(empty.processor * 1000).toFixed(0)} ms (référence)`,
  );
  if (process.env.NODE_EXTRA_CA_CERTS) {
    // Node 20 reads these certificates at its start, whatever it runs: an empty node, hence each ratio, depends on it.
    const { NODE_EXTRA_CA_CERTS: _, ...without } = process.env;
    const bare = await median(['-e', '0'], 9, without);
    console.log(
      `  sans la variable NODE_EXTRA_CA_CERTS, que porte cet environnement : ${(bare.seconds * 1000).toFixed(0)} ms`,
    );
  }
  const line = (name: string, result: Run, goal: string): void =>
    console.log(
      `${name.padEnd(44)} ${(result.seconds / empty.seconds).toFixed(1).padStart(7)} ×   ${result.seconds.toFixed(2)} s   processeur ${(result.processor / empty.processor).toFixed(1)} × ${result.processor.toFixed(2)} s   ${result.megabytes.toFixed(0)} Mo   ${goal}`,
    );
  line('atelier --help', await median([bin, '--help'], 7), 'visé ≤ 1,6 ×');
  line('atelier check', await median([bin, 'check'], 5), 'visé ≤ 6 ×');
  line(
    'atelier build diagnostic',
    await median((i) => [bin, 'build', 'diagnostic', '--out', join(work, `out-${i}`)], 3),
    'visé ≤ 30 ×',
  );
  const release = join(work, 'livrables');
  const study = join(work, 'etude');
  await cp(join(root, 'data'), study, { recursive: true });
  const all = [bin, 'build', '-C', study, '--out', release];
  line('atelier build (tout, à froid)', await run(all), '');
  line('atelier build (tout, rien de changé)', await median(all, 3), 'visé ≤ 4 ×');
  const sheet = join(study, 'projets', 'haies-mares.yaml');
  await writeFile(sheet, (await readFile(sheet, 'utf8')).replace('realise: 14900', 'realise: 14950'));
  line('atelier build (tout, un champ changé)', await run(all), 'visé ≤ 20 ×');
  line('atelier score', await median([bin, 'score'], 3), '');
  await benchDecision(join(root, 'data'), empty.seconds);
  for (const entries of [100, 1000, 10000]) {
    const folder = join(work, `etude-${entries}`);
    await generateStudy(folder, entries);
    line(`check, ${entries} fiches`, await median([bin, 'check', '-C', folder], 3), 'linéaire');
    line(
      `build diagnostic, ${entries} fiches`,
      await median([bin, 'build', 'diagnostic', '-C', folder, '--out', join(work, `out-${entries}`)], 1),
      'linéaire ; 10 000 fiches : visé ≤ 10 s, ≤ 700 Mo',
    );
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
