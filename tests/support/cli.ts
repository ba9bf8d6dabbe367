/** Runs the built command line as its user would: a process of its own, with no colour and no terminal. */
import { spawn } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './temporary.js';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

export function atelier(args: string[], cwd: string = root): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1' };
    const child = spawn(process.execPath, [join(root, 'bin/atelier.js'), ...args], { cwd, env });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** A copy of a study in a folder of its own, named `data` as the command line expects by default. */
export async function copyStudy(study: string): Promise<string> {
  const folder = await temporaryFolder();
  await cp(join(root, study), join(folder, 'data'), { recursive: true });
  return folder;
}

/** Replaces the first match in a file of the study; fails when there is none, so that no test passes on an unchanged file. */
export async function edit(path: string, pattern: string | RegExp, replacement: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const changed = text.replace(pattern, replacement);
  if (changed === text) throw new Error(`${path} : rien ne correspond à ${pattern}`);
  await writeFile(path, changed);
}
