/** The archive of `npm run paquet`; `.ci/run` makes it, installs it without a network and builds with it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundledDescription, installedPaths, type Lock, type PackageDescription } from '../../scripts/paquet/bundle.js';
import { COPIED_ONLY } from '../../scripts/paquet/taken-in.js';
import { LEFT_OUT } from '../../src/package/left-out.js';
import { root } from '../support/cli.js';

const read = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
const paths = installedPaths(read<Lock>('package-lock.json'));
const description = read<PackageDescription>('package.json');

it('holds every dependency and no tool of development', () => {
  expect(paths).toEqual(
    expect.arrayContaining(Object.keys(description.dependencies).map((name) => `node_modules/${name}`)),
  );
  for (const name of ['vitest', 'typescript', '@biomejs/biome', 'tsx'])
    expect(paths).not.toContain(`node_modules/${name}`);
  const bundled = bundledDescription(description);
  expect(bundled.bundleDependencies).toEqual(Object.keys(description.dependencies));
  expect(bundled).toMatchObject({ bin: { atelier: 'bin/atelier.js' }, engines: { node: '>=20.19' } });
  for (const key of ['scripts', 'devDependencies', 'overrides']) expect(bundled).not.toHaveProperty(key);
});

it('takes in, with its licence, what a plain install would get at another version', () => {
  const copied = [...Object.keys(description.dependencies), ...COPIED_ONLY].filter((name) => !LEFT_OUT.has(name));
  for (const name of copied)
    expect(existsSync(join(root, 'dist/licences', `${name.replace('/', '__')}.txt`)), name).toBe(true);
  // What a copied package asks for is copied with it.
  for (const name of ['jszip', 'saxes', 'd3-color', 'micromark', 'pdfkit'])
    expect(existsSync(join(root, 'dist/licences', `${name}.txt`)), name).toBe(true);
  // An override is that of the project one installs from: those of a dependency are lost elsewhere. The ones of exceljs run there as well, abandoned as they are.
  const lost = Object.keys(description.overrides ?? {}).filter((name) => name in description.dependencies);
  expect(lost).toEqual(['exceljs']);
  expect(paths.filter((path) => path.includes('nanoid'))).toEqual([]);
});

it('holds no package that asks for a later Node than the program does', () => {
  const later = paths.filter((path) => {
    const { engines } = read<{ engines?: { node?: string } }>(`${path}/package.json`);
    const ranges = (engines?.node ?? '*').split('||').map((range) => Number(/\d+/.exec(range)?.[0] ?? 0));
    return Math.min(...ranges) > 20;
  });
  expect(later).toEqual([]);
});

it('has a name of its own, and the command keeps its own', () => {
  expect(description).toMatchObject({ name: 'atelier-etudes', bin: { atelier: 'bin/atelier.js' } });
});
