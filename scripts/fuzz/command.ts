/** What the real command answers on a study written to a disk: its exit code, and no trace of the machine. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StudyFiles } from './files.js';

const COMMAND = fileURLToPath(new URL('../../bin/atelier.js', import.meta.url));

/** Milliseconds after which a command has hung. */
const HUNG = 60_000;

/** What a program that fell says, and one that answers does not. */
export const FALLEN = /^\s+at .+:\d+:\d+|\bnode:internal\b|UnhandledPromise|heap out of memory/m;

/** The fault of one answer: `code` is null when a signal ended the command. */
export function answerFault(
  name: string,
  { code, said }: { code: number | null; said: string },
  allowed: readonly number[],
): string | null {
  if (FALLEN.test(said)) return `commande ${name} : trace de la machine`;
  return code !== null && allowed.includes(code)
    ? null
    : `commande ${name} : code ${code}, attendu ${allowed.join(' ou ')}`;
}

/** `sound`: the check in this process found no error, and the command must say the same. */
export function commandFault(files: StudyFiles, sound: boolean): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-fuzz-'));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const answer = (name: string, allowed: readonly number[]): string | null => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, name, '-C', folder], {
        encoding: 'utf8',
        timeout: HUNG,
        maxBuffer: 1 << 28,
        env: { ...process.env, NO_COLOR: '1' },
      });
      return answerFault(name, { code: status, said: stdout + stderr }, allowed);
    };
    return answer('check', [sound ? 0 : 1]) ?? answer('status', [sound ? 0 : 1]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
