/**
 * The sources as Node runs them: compiled all at once by esbuild, a file each, when a test first imports one, and imported by Node itself. Vite would
 * compile them one by one, and read each imported name through an accessor: the program would start ten times as slowly in the tests, and run slower than it does.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
/** One a run: packages are found from there, as from the sources. */
const NAME = /^\.essais-(\d+)$/;
const out = join(modules, `.essais-${process.pid}`);

/** What tests import, and what it imports in turn. */
const isCompiled = (path: string): boolean => /^(src|scripts)[\\/].*\.ts$|^tests[\\/].*(?<!\.test)\.ts$/.test(path);

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

/** Those of runs that were killed. */
function removeStale(): void {
  for (const name of readdirSync(modules)) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && !lives(Number(pid))) remove(join(modules, name));
  }
}

async function sources(): Promise<string[]> {
  const found = await Promise.all(
    ['src', 'scripts', 'tests'].map((folder) => readdir(join(root, folder), { recursive: true, withFileTypes: true })),
  );
  return found
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter(isCompiled);
}

/** Each file knows the place of its source, and its maps lead there: an error is told at its line. */
async function compile(): Promise<void> {
  removeStale();
  process.once('exit', () => remove(out));
  const entryPoints = await sources();
  await mkdir(out);
  await writeFile(join(out, 'package.json'), '{ "type": "module" }');
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

/** The source that a test imports, from the root: by its place beside the test, or a fixture by its whole path. */
function imported(source: string, importer: string | undefined): string | null {
  const fromTest = source.startsWith('.') && importer?.endsWith('.test.ts');
  if (!fromTest && !source.startsWith(join(root, 'tests/fixtures'))) return null;
  const path = relative(root, resolve(dirname(importer ?? root), source)).replace(/\.js$/, '.ts');
  return isCompiled(path) ? path : null;
}

export function sourcesCompilees(): Plugin {
  let compiled: Promise<void> | undefined;
  let watched = false;
  return {
    name: 'sources-compilees',
    enforce: 'pre',
    /** What changes while it is watched is left to Vite, which knows what to run again. */
    configureVitest({ vitest }) {
      watched = vitest.config.watch;
    },
    async resolveId(source, importer) {
      if (watched) return null;
      const path = imported(source, importer);
      if (path === null) return null;
      compiled ??= compile();
      await compiled;
      return join(out, path.replace(/\.ts$/, '.js'));
    },
  };
}
