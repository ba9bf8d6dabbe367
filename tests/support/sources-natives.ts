/**
 * The sources as Node loads them by itself: each is made a module of JavaScript once, by esbuild, and kept until it changes. Vite would have each
 * transformed and handed over to each worker, which took a tenth of the time of the suite.
 */
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { transform } from 'esbuild';
import type { Plugin } from 'vite';

/** As deep as `src`: what the sources find from where they stand is found from there too. */
const FOLDER = '.transpiled';

/** What is drawn from the sources is drawn in one thread: there is nothing that a second one could start from. */
const LEFT_OUT = /^build\/drawing-thread\.ts$/;

async function namesIn(folder: string, extension: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

const timeOf = async (path: string): Promise<number | null> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );

/** Dated as its source is: one that bears another date is made again. Put in place at once, for another run may be reading it. */
async function transpile(source: string, target: string): Promise<void> {
  const { mtime } = await stat(source);
  if ((await timeOf(target)) === Math.trunc(mtime.getTime())) return;
  const generated = source.endsWith('.gen.ts');
  const { code } = await transform(await readFile(source, 'utf8'), {
    loader: 'ts',
    target: 'node20',
    sourcefile: relative(dirname(target), source),
    sourcemap: generated ? false : 'inline',
    sourcesContent: false,
  });
  const part = `${target}.${process.pid}`;
  await mkdir(dirname(target), { recursive: true });
  await writeFile(part, code);
  const seconds = Math.trunc(mtime.getTime()) / 1000;
  await utimes(part, seconds, seconds);
  await rename(part, target);
}

async function transpileAll(src: string, out: string): Promise<void> {
  const sources = (await namesIn(src, '.ts')).filter((name) => !LEFT_OUT.test(name));
  const kept = new Set(sources.map((name) => name.replace(/\.ts$/, '.js')));
  const gone = (await namesIn(out, '.js')).filter((name) => !kept.has(name));
  await Promise.all([
    ...sources.map((name) => transpile(join(src, name), join(out, name.replace(/\.ts$/, '.js')))),
    ...gone.map((name) => rm(join(out, name), { force: true })),
  ]);
}

/** Tests and what serves them are left to vite; from there on, Node loads what they import of `src`. */
export function sourcesNatives(root: string): Plugin {
  const [src, out] = [join(root, 'src'), join(root, FOLDER)];
  return {
    name: 'sources-natives',
    enforce: 'pre',
    async config() {
      await transpileAll(src, out);
      return { test: { server: { deps: { external: [new RegExp(`/\\${FOLDER}/`)] } } } };
    },
    resolveId(source, importer) {
      if (!importer || !/^\.{1,2}\/.*\.js$/.test(source)) return null;
      const name = relative(src, resolve(dirname(importer), source));
      return name.startsWith('..') ? null : { id: join(out, name), external: true };
    },
  };
}
