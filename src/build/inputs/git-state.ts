/** The commit of a study, read from git without running anything that the study's own repository could name. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface GitState {
  commit: string;
  /** Whether every inventory and template of the study is the one of the commit, whatever else changed. */
  propre: boolean;
}

const run = promisify(execFile);

/** Neither a hook, nor a monitor, nor a filter, nor a remote: « git status » would run what `.git/config` says. */
const SAFE = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '--no-optional-locks', '--no-pager'];
const ENV = { GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };

const git = async (dir: string, ...args: string[]): Promise<string> =>
  (
    await run('git', [...SAFE, '-C', dir, ...args], {
      env: { ...process.env, ...ENV },
      maxBuffer: 1 << 26,
      timeout: 20_000,
    })
  ).stdout;

/** Name that git gives to the content of a file; the hash is the one of the repository. */
function blobName(bytes: Uint8Array, like: string): string {
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

const withoutCarriageReturns = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');

/** What of a folder makes the study: its inventories and its templates. */
const isStudy = (path: string): boolean => /\.(ya?ml|hbs)$/.test(path);

/** `inputs`: the files that the build read, by their path within the study's folder. Null outside a repository, or without git. */
export async function gitState(dir: string, inputs: readonly string[]): Promise<GitState | null> {
  try {
    const commit = (await git(dir, 'rev-parse', '--verify', 'HEAD')).trim();
    const listed = await git(dir, 'ls-tree', '-r', '-z', 'HEAD', '.');
    const known = new Map(
      listed
        .split('\0')
        .map((line) => /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line))
        .flatMap((found): [string, string][] => (found ? [[found[2] ?? '', found[1] ?? '']] : [])),
    );
    const paths = new Set([...inputs, ...[...known.keys()].filter(isStudy)]);
    const same = await Promise.all(
      [...paths].map(async (path) => {
        const expected = known.get(path);
        const bytes = await readFile(join(dir, path)).catch(() => undefined);
        if (expected === undefined || bytes === undefined) return false;
        return blobName(bytes, expected) === expected || blobName(withoutCarriageReturns(bytes), expected) === expected;
      }),
    );
    return { commit, propre: same.every(Boolean) };
  } catch {
    return null;
  }
}
