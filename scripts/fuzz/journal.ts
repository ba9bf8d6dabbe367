/** The seed being judged, on the disk: a mutant that kills the process (memory, endless loop) is then known. One file a process. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Journal {
  /** Keeps the seed that is about to be judged. */
  keep(seed: number): void;
  /** Forgets it: the campaign has come to its end. */
  close(): void;
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

export function openJournal(folder: string, pid: number = process.pid): Journal {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${pid}.graine`);
  return {
    keep: (seed) => writeFileSync(path, String(seed)),
    close: () => rmSync(path, { force: true }),
  };
}

/** Seeds at which former campaigns died, forgotten once told; those of campaigns still under way are left. */
export function lostSeeds(folder: string): number[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((name) => /^\d+\.graine$/.test(name) && !alive(Number.parseInt(name, 10)))
    .map((name) => {
      const path = join(folder, name);
      const seed = Number(readFileSync(path, 'utf8'));
      rmSync(path, { force: true });
      return seed;
    })
    .filter((seed) => Number.isInteger(seed))
    .sort((a, b) => a - b);
}
