/** `node dist/launch/keep.js STUDY…`: runs the commands that are typed most on each study, and keeps what V8 made of the program for it. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Io } from '../cli/terminal/io.js';
import { keep, loadCompiled } from './load.js';

// What another thread ran would not be kept.
os.availableParallelism = () => 1;

const built = (file: string): unknown => loadCompiled(fileURLToPath(new URL(`../${file}`, import.meta.url)));

const studies = process.argv.slice(2);
const out = mkdtempSync(join(os.tmpdir(), 'atelier-code-'));
const told: string[] = [];
const stream = { write: (text: string) => told.push(text) };
const io: Io = { stdout: stream, stderr: stream, env: {}, cwd: out, isTTY: false };

async function run(): Promise<void> {
  const program = built('cli/main.js') as typeof import('../cli/main.js');
  built('build/thread.js');
  const typed = studies.flatMap((study, i) =>
    [['check'], ['score'], ['status'], ['build', '--out', join(out, String(i))]].map((args) => [...args, '-C', study]),
  );
  for (const args of [['--help'], ...typed]) {
    const code = await program.main(args, io);
    if (code !== 0) throw new Error(`atelier ${args.join(' ')} : code ${code}\n${told.join('')}`);
  }
  keep();
}

run()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(() => rmSync(out, { recursive: true, force: true }));
