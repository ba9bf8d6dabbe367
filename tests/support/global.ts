/** A folder for what the files of tests share in one run: whole builds, which are slow. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    partage: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const partage = await mkdtemp(join(tmpdir(), 'atelier-partage-'));
  project.provide('partage', partage);
  return () => rm(partage, { recursive: true, force: true });
}
