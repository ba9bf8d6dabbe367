/**
 * The program as Node loads it, in `dist/`: one file for what each command loads together, in place of the hundreds of modules of `src/`, whose
 * opening took as long as the work of the small commands. What is imported lazily stays so. Types are checked by `npm run check`.
 */
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { TAKEN_IN } from './paquet/taken-in.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { dependencies, peerDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'peerDependencies',
  Record<string, string>
>;

// What an earlier build left would count in the fingerprint of the program.
await rm(join(root, 'dist'), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  // The second is what a test writes releases with, in a process that it kills.
  entryPoints: ['src/cli/main.ts', 'src/build/write.ts'],
  outbase: 'src',
  outdir: 'dist',
  // As deep as a module of `src/`: what the program looks for beside itself is two folders above.
  chunkNames: 'programme/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  external: [...Object.keys(dependencies), ...Object.keys(peerDependencies)].filter((name) => !TAKEN_IN.has(name)),
  logLevel: 'warning',
});

// What is copied goes with its licence.
for (const name of TAKEN_IN) {
  const folder = join(root, 'node_modules', name);
  const licence = (await readdir(folder)).find((file) => /^licen[cs]e/i.test(file));
  if (licence === undefined) throw new Error(`${name}: no licence to copy beside the program.`);
  await cp(join(folder, licence), join(root, 'dist', 'licences', `${name}.txt`));
}
