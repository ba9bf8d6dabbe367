/** The folder of one run: the temporary folder of the tests and of what they start, and what their files share (whole builds, which are slow). */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    partage: string;
  }
}

const RUN = /^atelier-essais-(\d+)-/;

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 });

/** Folders of runs that were killed before they could remove theirs. */
async function removeStale(temporary: string): Promise<void> {
  const stale = (await readdir(temporary)).filter((name) => {
    const pid = RUN.exec(name)?.[1];
    return pid !== undefined && !lives(Number(pid));
  });
  await Promise.all(stale.map((name) => remove(join(temporary, name))));
}

/** Made once a run. */
async function runFolder(): Promise<string> {
  const temporary = tmpdir();
  await removeStale(temporary);
  const folder = await mkdtemp(join(temporary, `atelier-essais-${process.pid}-`));
  await mkdir(join(folder, 'partage'));
  process.env.TMPDIR = folder;
  return folder;
}

/** What the program, started by the tests, left in the temporary folder: it must take away all that it puts there. */
const leftBy = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith('atelier-'));

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await runFolder();
  project.provide('partage', join(folder, 'partage'));
  return async () => {
    const left = await leftBy(folder);
    await remove(folder);
    if (left.length === 0) return;
    console.error(`Left in the temporary folder by the program: ${left.join(', ')}`);
    process.exitCode = 1;
  };
}
