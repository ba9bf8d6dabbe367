/**
 * The program as Node loads it, in `dist/`: one file for what each command loads together, in place of the hundreds of modules of `src/`, whose
 * opening took as long as the work of the small commands. What is imported lazily stays so. Types are checked by `npm run check`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, transform } from 'esbuild';
import { LEFT_OUT } from '../src/package/left-out.js';
import { markBuilt } from './built.js';
import { circle, linked } from './linked.js';

const root = fileURLToPath(new URL('..', import.meta.url));
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

/**
 * What the libraries of fonts inflate by scripts of their own. The tables of signs, as they load: Node does in one millisecond what `tiny-inflate` does in thirty. Fonts of the Web,
 * which are refused: `brotli` carries a dictionary of a hundred thousand numbers, two thirds of what was read to open any font.
 */
const INFLATED: Readonly<Record<string, string>> = {
  'tiny-inflate': `const { inflateRawSync } = require('node:zlib');
module.exports = (source, into) => {
  const bytes = inflateRawSync(source);
  into.set(bytes);
  return bytes.length < into.length ? into.slice(0, bytes.length) : into;
};`,
  'brotli/decompress.js': `const { brotliDecompressSync } = require('node:zlib');
module.exports = (source) => new Uint8Array(brotliDecompressSync(source));`,
};

const inflatedByNode: Plugin = {
  name: 'inflated-by-node',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:tiny-inflate|brotli\/decompress\.js)$/ }, ({ path }) => ({ path, namespace: 'by-node' }));
    onLoad({ filter: /.*/, namespace: 'by-node' }, ({ path }) => ({ contents: INFLATED[path] ?? '' }));
  },
};

/** `pdfkit` makes the tables of its ciphers as it loads. No document of ours is encrypted: they are made if one is. */
const ciphersWhenEncrypted: Plugin = {
  name: 'ciphers-when-encrypted',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@noble\// }, ({ path, importer, namespace, resolveDir }) =>
      namespace === 'file' && /node_modules[\\/]pdfkit[\\/]/.test(importer)
        ? { path, namespace: 'when-encrypted', pluginData: resolveDir }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'when-encrypted' }, ({ path, pluginData }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require('${path}')[name] });`,
      resolveDir: pluginData as string,
    }));
  },
};

/** What the sources ask of `require`, which is none of theirs, is copied like what they import. */
const requiredBySources: Plugin = {
  name: 'required-by-sources',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      loader: 'ts',
      contents: (await readFile(path, 'utf8')).replace(/^const require = createRequire\(import\.meta\.url\);$/m, ''),
    }));
  },
};

/** Libraries that the sources ask for late, each a file of its own: in that of what asks for it, it would be read by each command that may have to ask. */
const APART = ['fontkit'];
const apart = (name: string): string => `programme/${name}`;

const requiredLate: Plugin = {
  name: 'required-late',
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`^(${APART.join('|')})$`) }, ({ kind, path, importer }) =>
      kind === 'require-call' && /[\\/]src[\\/].*\.ts$/.test(importer)
        ? { path: `apart:${path}`, external: true }
        : undefined,
    );
  },
};

/** What asks for a library that stands apart asks for its file. */
const askedOf = (path: string, code: string): string =>
  code.replace(/(?:\(0, \w+\.__require\)|\b(?:__)?require)\("apart:([^"]+)"\)/g, (_, name: string) => {
    const file = relative(dirname(path), join(dist, `${apart(name)}.js`));
    return `require("${file.startsWith('.') ? file : `./${file}`}").default`;
  });

const dist = join(root, 'dist');
// What an earlier build left would count in the fingerprint of the program.
await rm(dist, { recursive: true, force: true });
const { metafile, outputFiles } = await build({
  absWorkingDir: root,
  // Beside the command line: what loads the program, and keeps what V8 makes of it; a thread of a build; what a test writes releases with, in a process that it kills.
  entryPoints: {
    'cli/main': 'src/cli/main.ts',
    'launch/load': 'src/launch/load.ts',
    'launch/keep': 'src/launch/keep.ts',
    'launch/thread': 'src/launch/thread.ts',
    'build/thread': 'src/build/thread/program.ts',
    'build/write': 'src/build/release/write.ts',
    ...Object.fromEntries(APART.map((name) => [apart(name), createRequire(import.meta.url).resolve(name)])),
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
  external: [...LEFT_OUT],
  logLevel: 'warning',
  metafile: true,
  write: false,
  plugins: [processesWhenStarted, inflatedByNode, ciphersWhenEncrypted, requiredBySources, requiredLate],
});

const bound = Object.entries(metafile.outputs).map(
  ([file, { imports }]) =>
    [file, imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path)] as const,
);
const turning = circle(new Map(bound));
if (turning) throw new Error(`Files of the program import one another: ${turning.join(' > ')}`);

// Parted as modules, which alone can be, then written as CommonJS, of which alone Node can be given what V8 made before.
for (const { path, text } of outputFiles) {
  const { code } = await transform(linked(path, text), {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    charset: 'utf8',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'importMetaUrl' },
    ...(text.includes('import.meta.url')
      ? { banner: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" }
      : {}),
  });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, askedOf(path, code));
}
// What pdfkit reads from files beside its own.
await cp(join(root, 'node_modules/pdfkit/js/data'), join(dist, 'programme/data'), { recursive: true });
await writeFile(join(dist, 'package.json'), '{ "type": "commonjs" }\n');

const packageOf = (input: string): string[] => /^.*node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(input) ?? [];
/** Folders of the packages that each file of the program holds a part of. */
const held = Object.entries(metafile.outputs).map(
  ([file, { inputs }]) => [relative('dist', file), [...new Set(Object.keys(inputs).flatMap(packageOf))]] as const,
);
await writeFile(join(dist, 'packages.json'), `${JSON.stringify(Object.fromEntries(held), null, 1)}\n`);

// What is copied goes with its licence, and so does what it brings.
const copied = new Set(held.flatMap(([, folders]) => folders));
for (const folder of copied) {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length, -1).replace('/', '__');
  const files = await readdir(join(root, folder));
  // Some give theirs in what they say of themselves.
  const licence = files.find((file) => /^licen[cs]e/i.test(file)) ?? files.find((file) => /^readme/i.test(file));
  if (licence === undefined) throw new Error(`${name}: no licence to copy beside the program.`);
  await cp(join(root, folder, licence), join(root, 'dist', 'licences', `${name}.txt`));
}

try {
  // A small study and a whole one: what neither asks for is compiled when a command needs it.
  const studies = ['modeles/exemple', 'data'].map((study) => join(root, study)).filter((study) => existsSync(study));
  execFileSync(process.execPath, [join(dist, 'launch/keep.js'), ...studies], { stdio: 'inherit' });
  markBuilt(root);
} catch {
  // The program is whole without it: an installation does not fail for want of room in the temporary folder.
  console.warn("Ce que V8 fait du programme n'a pas été gardé : les commandes seront un peu plus lentes.");
}
