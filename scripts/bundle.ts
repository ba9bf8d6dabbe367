/**
 * The program as Node loads it, in `dist/`: one file for what each command loads together, in place of the hundreds of modules of `src/`, whose
 * opening took as long as the work of the small commands. What is imported lazily stays so. Types are checked by `npm run check`.
 */
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { TAKEN_IN } from './paquet/taken-in.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { dependencies, peerDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'peerDependencies',
  Record<string, string>
>;

/**
 * `commander` opens `node:child_process`, and with it what Node has of networks, for subcommands that are programs of their own. There are none here:
 * it is opened if one is started, which spares a fifteenth of the time of `--help` in a terminal, a tenth into a file.
 */
const processesWhenStarted: Plugin = {
  name: 'processes-when-started',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer, namespace }) =>
      namespace === 'file' && /node_modules[\\/]commander[\\/]/.test(importer)
        ? { path: 'child_process', namespace: 'when-started' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'when-started' }, () => ({
      contents: "exports.spawn = (...args) => require('node:child_process').spawn(...args);",
    }));
  },
};

// What an earlier build left would count in the fingerprint of the program.
await rm(join(root, 'dist'), { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  // The second is a thread of a build; the third, what a test writes releases with, in a process that it kills.
  entryPoints: {
    'cli/main': 'src/cli/main.ts',
    'build/drawing-thread': 'src/build/drawing/drawing-thread.ts',
    'build/write': 'src/build/release/write.ts',
  },
  outdir: 'dist',
  // As deep as `src/package/`, which finds the package two folders above it.
  chunkNames: 'programme/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  external: [...Object.keys(dependencies), ...Object.keys(peerDependencies)].filter((name) => !TAKEN_IN.has(name)),
  logLevel: 'warning',
  metafile: true,
  plugins: [processesWhenStarted],
  // What is copied from CommonJS asks `require` for the modules of Node.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
  },
});

// What is copied goes with its licence, and so does what it brings.
const copied = new Set(
  Object.keys(metafile.inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(path) ?? []),
);
for (const folder of copied) {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length, -1).replace('/', '__');
  const files = await readdir(join(root, folder));
  // Some give theirs in what they say of themselves.
  const licence = files.find((file) => /^licen[cs]e/i.test(file)) ?? files.find((file) => /^readme/i.test(file));
  if (licence === undefined) throw new Error(`${name}: no licence to copy beside the program.`);
  await cp(join(root, folder, licence), join(root, 'dist', 'licences', `${name}.txt`));
}
