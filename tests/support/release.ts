/** The release of the example study, by the built command line: built once a run, by the first test that asks for it. */

import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Manifeste } from '../../src/build/release/manifest.js';
import { readManifest } from '../../src/build/release/read-manifest.js';
import { type Outcome, root } from './cli.js';
import { temporaryFolder } from './temporary.js';

/** A build in a process of its own, in another place and time. */
export function buildIn(cwd: string, env: Record<string, string>, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'bin/atelier.js'), 'build', ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

interface Release {
  /** Holds the study in `data` and the release in `out/1.0`; not to be changed. */
  folder: string;
  outcome: Outcome;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function build(folder: string, account: string): Promise<void> {
  await cp(join(root, 'data'), join(folder, 'data'), { recursive: true });
  const outcome = await buildIn(folder, { TZ: 'America/New_York', LC_ALL: 'tr_TR.UTF-8' });
  await writeFile(`${account}.part`, JSON.stringify(outcome));
  await rename(`${account}.part`, account);
}

export async function releaseExemple(): Promise<Release> {
  const folder = join(inject('partage'), 'exemple');
  const account = join(inject('partage'), 'exemple.json');
  const first = await mkdir(folder).then(
    () => true,
    () => false,
  );
  if (first) await build(folder, account);
  for (;;) {
    const told = await readFile(account, 'utf8').catch(() => null);
    if (told !== null) return { folder, outcome: JSON.parse(told) as Outcome };
    await pause(100);
  }
}

/** A copy of it, to be changed. */
export async function copieRelease(): Promise<Release> {
  const { folder, outcome } = await releaseExemple();
  const copy = await temporaryFolder();
  await cp(folder, copy, { recursive: true });
  return { folder: copy, outcome };
}

/** The manifest of a release, which must have one. */
export const manifestIn = async (folder: string): Promise<Manifeste> => {
  const manifest = await readManifest(folder);
  if (!manifest) throw new Error(`no manifest in ${folder}`);
  return manifest;
};
/** « name hash » of each file of a release, sorted. */
export const outputs = ({ livrables }: Manifeste): string[] =>
  livrables.flatMap(({ sorties }) => sorties.map(({ fichier, sha256 }) => `${fichier} ${sha256}`)).sort();
