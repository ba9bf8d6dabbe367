/**
 * `npm run paquet [dossier]`: one archive that holds the program and every package it runs on, to be installed without a network. A package's
 * `overrides` count for its own folder alone: what `npm pack` makes would bring, elsewhere, the abandoned packages of exceljs. Prints the path of
 * the archive.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledDescription, installedPaths, type Lock, type PackageDescription } from './paquet/bundle.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const readJson = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(root, name), 'utf8')) as T;

const description = await readJson<PackageDescription>('package.json');
const paths = installedPaths(await readJson<Lock>('package-lock.json'));
const stage = await mkdtemp(join(tmpdir(), 'atelier-paquet-'));
try {
  // A package is copied without those inside it: they are in the list if the program needs them.
  for (const path of paths)
    await cp(join(root, path), join(stage, path), {
      recursive: true,
      filter: (from) => from === join(root, path) || !from.slice(join(root, path).length).includes('node_modules'),
    });
  for (const name of [...description.files, 'README.md', 'LICENSE'])
    await cp(join(root, name), join(stage, name), { recursive: true });
  await writeFile(join(stage, 'package.json'), `${JSON.stringify(bundledDescription(description), null, 2)}\n`);
  const destination = resolve(process.argv[2] ?? root);
  await mkdir(destination, { recursive: true });
  const made = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', destination], {
    cwd: stage,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  console.log(join(destination, made.trim().split('\n').at(-1) ?? ''));
} finally {
  await rm(stage, { recursive: true, force: true });
}
