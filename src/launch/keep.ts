/** `node dist/launch/keep.js STUDY`: runs the commands that are typed most on a study, and keeps what V8 made of the program for it. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Io } from '../cli/terminal/io.js';
import { keep, loadCompiled } from './load.js';

// What another thread ran would not be kept.
os.availableParallelism = () => 1;

const built = (file: string): unknown => loadCompiled(fileURLToPath(new URL(`../${file}`, import.meta.url)));

const [study = ''] = process.argv.slice(2);
const out = mkdtempSync(join(os.tmpdir(), 'atelier-code-'));
const told: string[] = [];
const stream = { write: (text: string) => told.push(text) };
const io: Io = { stdout: stream, stderr: stream, env: {}, cwd: out, isTTY: false };

async function run(): Promise<void> {
  const program = built('cli/main.js') as typeof import('../cli/main.js');
  built('build/thread.js');
  const commands = [['--help'], ['check'], ['score'], ['status'], ['build', '--out', out]];
  for (const command of commands) {
    const args = command.includes('--help') ? command : [...command, '-C', study];
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
