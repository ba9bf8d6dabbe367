/**
 * The sources and the tests as Node runs them: compiled all at once by esbuild, a file each, when a test first imports one, and imported by Node itself. Vite would
 * compile them one by one, and read each imported name through an accessor: the program would start ten times as slowly in the tests, and run slower than it does.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, version } from 'esbuild';
import type { Plugin } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** A folder for each state of the sources, by its hash: packages are found from there, as from the sources. */
const folder = join(root, 'node_modules/.essais');
/** States that are kept: of the last runs, that may go on. */
const KEPT = 6;

/** Tests, what they import, and what it imports in turn. */
const isCompiled = (path: string): boolean => /^(src|scripts|tests)[\\/].*\.ts$/.test(path);
/** What a test imports by a path that it makes is found by Vite alone. */
const isOpen = (path: string): boolean => /\bimport\((?!')/.test(readFileSync(join(root, path), 'utf8'));

const remove = (path: string): void => rmSync(path, { recursive: true, force: true, maxRetries: 3 });

function removeOldest(): void {
  const states = readdirSync(folder).map((name) => ({ path: join(folder, name), used: 0 }));
  for (const state of states) state.used = statSync(state.path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  for (const { path } of states.sort((a, b) => b.used - a.used).slice(KEPT)) remove(path);
}

const sources = (): string[] =>
  ['src', 'scripts', 'tests']
    .flatMap((name) => readdirSync(join(root, name), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter(isCompiled)
    .sort();

/** Of all that the compiled files are made of. */
function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([version, process.version, root, files]));
  for (const file of files) hash.update(readFileSync(join(root, file))).update('\0');
  return hash.digest('hex').slice(0, 24);
}

/** Each file knows the place of its source, and its maps lead there: an error is told at its line. */
async function compileTo(out: string, entryPoints: string[]): Promise<void> {
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }');
  await build({
    absWorkingDir: root,
    entryPoints,
    outbase: root,
    outdir: out,
    format: 'esm',
    target: `node${process.versions.node}`,
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'error',
  });
  for (const source of entryPoints) {
    const path = join(out, source.replace(/ts$/, 'js'));
    const text = readFileSync(path, 'utf8');
    if (!text.includes('import.meta.url')) continue;
    const url = JSON.stringify(pathToFileURL(join(root, source)).href);
    writeFileSync(path, text.replaceAll('import.meta.url', url));
  }
}

/** Where the sources stand compiled as they are now: a folder put in place whole, so that a run never reads what another one is writing. */
async function compiledNow(): Promise<string> {
  const entryPoints = sources();
  const out = join(folder, hashOf(entryPoints));
  if (!existsSync(out)) {
    const part = `${out}-${process.pid}`;
    // The maps hold paths from where they stand: as deep as where they are put.
    await compileTo(part, entryPoints);
    try {
      renameSync(part, out);
    } catch {
      // Another run has put it there.
      remove(part);
    }
    removeOldest();
  }
  const now = new Date();
  utimesSync(out, now, now);
  return out;
}

/** The source that a test imports, from the root: by its place beside the test, or a fixture by its whole path; the test itself, which nothing imports. */
function imported(source: string, importer: string | undefined): string | null {
  if (source.endsWith('.test.ts')) {
    const path = relative(root, source.startsWith(root) ? source : join(root, source));
    return isCompiled(path) && !isOpen(path) ? path : null;
  }
  const fromTest = source.startsWith('.') && importer?.endsWith('.test.ts');
  if (!fromTest && !source.startsWith(join(root, 'tests/fixtures'))) return null;
  const path = relative(root, resolve(dirname(importer ?? root), source)).replace(/\.js$/, '.ts');
  return isCompiled(path) ? path : null;
}

export function sourcesCompilees(): Plugin {
  let compiled: Promise<string> | undefined;
  let left = false;
  return {
    name: 'sources-compilees',
    enforce: 'pre',
    /** What changes while it is watched is left to Vite, which knows what to run again; so is a test asked for by its line, which Vite alone finds. */
    configureVitest({ vitest }) {
      left = vitest.config.watch || process.argv.some((word) => /\.test\.ts:\d+$/.test(word));
    },
    async resolveId(source, importer) {
      if (left) return null;
      const path = imported(source, importer);
      if (path === null) return null;
      compiled ??= compiledNow();
      return join(await compiled, path.replace(/\.ts$/, '.js'));
    },
  };
}
