/**
 * Whether a mutant would be told by `npm run check`: a list that holds what its type excludes, a test of presence that is no longer made. Nobody
 * can commit it, whatever the tests see of it.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mutant } from './bac.js';

/** The text of a file with the mutant in it. */
export function mute(text: string, { place: { start, end }, texte }: Pick<Mutant, 'place' | 'texte'>): string {
  const lines = text.split('\n');
  const before = [...lines.slice(0, start.line), (lines[start.line] ?? '').slice(0, start.column)].join('\n');
  const after = [(lines[end.line] ?? '').slice(end.column), ...lines.slice(end.line + 1)].join('\n');
  return `${before}${texte}${after}`;
}

/** Compiles a copy of the sources, in `bac`, which hold no mutant but the one that is asked about. */
export async function ouvrirCompilateur(root: string, bac: string): Promise<(mutant: Mutant) => Promise<boolean>> {
  const folder = join(bac, 'types');
  await mkdir(folder, { recursive: true });
  for (const name of ['src', 'schemas', 'package.json'])
    await cp(join(root, name), join(folder, name), { recursive: true });
  const { compilerOptions } = JSON.parse(await readFile(join(root, 'tsconfig.json'), 'utf8')) as {
    compilerOptions: object;
  };
  const config = {
    compilerOptions: { ...compilerOptions, incremental: true, tsBuildInfoFile: 'compile' },
    include: ['src'],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const compile = (): Promise<boolean> =>
    new Promise((resolve) =>
      execFile(process.execPath, [tsc, '-p', folder], { cwd: folder }, (error) => resolve(!error)),
    );
  if (!(await compile())) throw new Error('Les sources ne se compilent pas sans mutant.');
  return async (mutant) => {
    const file = join(folder, mutant.fichier);
    const text = await readFile(file, 'utf8');
    await writeFile(file, mute(text, mutant));
    try {
      return !(await compile());
    } finally {
      await writeFile(file, text);
    }
  };
}
