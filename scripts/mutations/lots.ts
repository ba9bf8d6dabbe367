/**
 * Each file of tests in one script with all that it imports, packages aside: evaluated again, it begins again with modules of its own, in a few
 * hundredths of a second and in the same process.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** The folder of the scripts, in the copy of the program. */
export const LOTS = 'lots';

/** Where a script finds its packages: `globalThis[PAQUETS]`, a map of their modules by name. */
export const PAQUETS = '__paquets__';

/** Where the tests of the reasoning are: what it gives, and the exhibits that show it. Whole documents, whose tests read the prose, are left out. */
export const DOSSIERS: readonly string[] = ['tests/analysis', 'tests/exhibits'];

/** What the reasoning rests on is never changed: it is opened once, as packages are. */
const BASES = ['study', 'texte', 'lists', 'fonts'].map((layer) => `/src/${layer}/`);

async function exportsOf(name: string): Promise<string[]> {
  const module = (await import(name)) as Record<string, unknown>;
  return Object.keys(module).filter((key) => key !== 'default');
}

/** Packages stay outside, and `import.meta.url` is that of the source. */
const alone: Plugin = {
  name: 'alone',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path }) => ({ path, namespace: 'paquet' }));
    onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
      const file = join(resolveDir, path).replace(/\.js$/, '.ts');
      return BASES.some((base) => file.includes(base)) ? { path: file, namespace: 'paquet' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'paquet' }, async ({ path }) => {
      // Outside its own process, vitest cannot be opened: a script is given its part.
      const names =
        path === 'vitest'
          ? ['describe', 'it', 'test', 'expect', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach', 'inject']
          : await exportsOf(path);
      return {
        contents: [
          `const paquet = globalThis.${PAQUETS}.get(${JSON.stringify(path)});`,
          ...names.map((name, i) => `const n${i} = paquet[${JSON.stringify(name)}];`),
          `export { ${names.map((name, i) => `n${i} as ${JSON.stringify(name)}`).join(', ')} };`,
          'export default paquet.default;',
        ].join('\n'),
      };
    });
    onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path }) => ({
      loader: 'ts',
      contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
    }));
  },
};

export interface Lots {
  /** Files of tests, from the root of the copy. */
  tests: string[];
  /** Names of the packages that they import. */
  paquets: string[];
}

/** Writes the scripts of the copy `bac` into its folder `lots`, under the name of their tests, `.js` in place of `.ts`: those of `dossiers`, or the files that it names. */
export async function assembler(bac: string, dossiers: readonly string[]): Promise<Lots> {
  const found = await Promise.all(
    dossiers.map(async (folder) => {
      if (folder.endsWith('.ts')) return [folder];
      const entries = await readdir(join(bac, folder), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
        .map((entry) => relative(bac, join(entry.parentPath, entry.name)));
    }),
  );
  const tests = found.flat().sort();
  const { metafile } = await build({
    absWorkingDir: bac,
    entryPoints: tests,
    outbase: '.',
    outdir: LOTS,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    charset: 'utf8',
    logLevel: 'error',
    plugins: [alone],
    metafile: true,
  });
  const paquets = Object.keys(metafile.inputs)
    .filter((name) => name.startsWith('paquet:'))
    .map((name) => name.slice('paquet:'.length));
  return { tests, paquets };
}
