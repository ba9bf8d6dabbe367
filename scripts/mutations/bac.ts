/** The copy of the program in which mutants are tried: its reasoning holds all of them, each asleep until its number is in the environment. */
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';

type Position = { line: number; column: number };

export interface Mutant {
  id: string;
  /** From the root of the program. */
  fichier: string;
  /** From 1. */
  ligne: number;
  sorte: string;
  avant: string;
  apres: string;
  /** What the mutant puts in place of what, as written; lines and columns from 0. */
  texte: string;
  place: { start: Position; end: Position };
}

/** Temporary folders of the tests, in the copy: they go with it. */
export const TEMPORAIRE = 'temporaire';

const COPIED = [
  'src',
  'tests',
  'data',
  'schemas',
  'templates',
  'modeles',
  'docs',
  'bin',
  'scripts',
  'README.md',
  'CHANGELOG.md',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];

const silent = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: () => {},
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  fatal: () => {},
};

/** The text between two places, lines and columns from 0, on one line. */
function between(text: string, start: Position, end: Position): string {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  const cut = lines.map((line, i) =>
    line.slice(i === 0 ? start.column : 0, i === lines.length - 1 ? end.column : undefined),
  );
  return cut.join(' ').replace(/\s+/g, ' ').trim();
}

/**
 * How Stryker counts what is gone through, and how it is done here, since nearly all the time goes there: by number, and not at all while a
 * mutant is awake.
 */
const COMPTE = [
  ['c[a[i]] = (c[a[i]] || 0) + 1;', 'c[+a[i]]++;'],
  ['stryCov_9fa48 = cover;', 'if (ns.activeMutant !== undefined) cover = () => {}; stryCov_9fa48 = cover;'],
] as const;

/** The files of the program, from its root, that are `place` or stand in it. */
async function fichiersDe(root: string, place: string): Promise<string[]> {
  if (place.endsWith('.ts')) return [place];
  return (await readdir(join(root, place), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.gen.'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** Copies the program into `bac`, puts the mutants of `places` (folders or files) into it, and lists them in the order of files and places. */
export async function preparer(root: string, bac: string, places: readonly string[]): Promise<Mutant[]> {
  await mkdir(join(bac, TEMPORAIRE), { recursive: true });
  for (const name of COPIED) await cp(join(root, name), join(bac, name), { recursive: true });
  for (const name of ['node_modules', 'dist']) await symlink(join(root, name), join(bac, name), 'dir');
  const names = [...new Set((await Promise.all(places.map((place) => fichiersDe(root, place)))).flat())].sort();
  const files = await Promise.all(
    names.map(async (name) => ({ name, mutate: true, content: await readFile(join(root, name), 'utf8') })),
  );
  const { files: instrumented, mutants } = await new Instrumenter(silent).instrument(files, {
    plugins: null,
    ignorers: [],
    // Tests state what a figure is, not the words of a sentence.
    excludedMutations: ['StringLiteral'],
  });
  for (const [avant] of COMPTE)
    if (!instrumented.some(({ content }) => content.includes(avant)))
      throw new Error(`L’instrumentation n’a plus « ${avant} ».`);
  for (const { name, content } of instrumented) {
    await mkdir(dirname(join(bac, name)), { recursive: true });
    await writeFile(
      join(bac, name),
      COMPTE.reduce((text, [avant, apres]) => text.replace(avant, apres), content),
    );
  }
  const texts = new Map(files.map(({ name, content }) => [name, content]));
  return mutants
    .filter(({ status }) => status === undefined)
    .map(({ id, fileName, location, mutatorName, replacement }) => ({
      id,
      fichier: fileName,
      ligne: location.start.line + 1,
      sorte: mutatorName,
      avant: between(texts.get(fileName) ?? '', location.start, location.end),
      apres: replacement.replace(/\s+/g, ' ').trim(),
      texte: replacement,
      place: { start: location.start, end: location.end },
    }));
}
