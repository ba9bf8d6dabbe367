/** The commit of a study, read from git without running anything that the study's own repository could name. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
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

/** Where a hook of git says that its own repository is: that of the study is found from its folder. */
const OF_A_HOOK = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
];
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries({ ...process.env, ...ENV }).filter(([name]) => !OF_A_HOOK.includes(name)));

/** What it is given to answer: it works beside the build, and needs some hundredths of a second. */
const ATTENTE_MS = 3_000;

/** Run from the folder of Node: Windows looks for a program in the current folder first, and so does a PATH that names « . ». A study may hold one. */
const git = async (dir: string, ...args: string[]): Promise<string> =>
  (
    await run('git', [...SAFE, '-C', resolve(dir), ...args], {
      cwd: dirname(process.execPath),
      env: environment(),
      maxBuffer: 1 << 26,
      timeout: ATTENTE_MS,
      killSignal: 'SIGKILL',
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

/** A commit, and the names that it gives to the contents of its files, by their path within the study's folder. */
export interface Commit {
  name: string;
  files: ReadonlyMap<string, string>;
}

/** Whether it was ended for not answering. */
const isSilent = (error: unknown): boolean => error instanceof Error && 'killed' in error && error.killed === true;

/** Null outside a repository, without git, or when it does not answer, which `silent` is told. Git works beside: it may be asked long before the answer is needed. */
export async function commitOf(dir: string, silent?: () => void): Promise<Commit | null> {
  try {
    const name = (await git(dir, 'rev-parse', '--verify', 'HEAD')).trim();
    const listed = await git(dir, 'ls-tree', '-r', '-z', name, '.');
    const files = listed
      .split('\0')
      .map((line) => /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line))
      .flatMap((found): [string, string][] => (found ? [[found[2] ?? '', found[1] ?? '']] : []));
    return { name, files: new Map(files) };
  } catch (error) {
    if (isSilent(error)) silent?.();
    return null;
  }
}

/** `inputs`: the files that the build read, by their path within the study's folder. */
export async function gitState(
  dir: string,
  inputs: readonly string[],
  asked: Promise<Commit | null> = commitOf(dir),
): Promise<GitState | null> {
  const known = await asked;
  if (!known) return null;
  const { name: commit, files } = known;
  const paths = new Set([...inputs, ...[...files.keys()].filter(isStudy)]);
  const same = await Promise.all(
    [...paths].map(async (path) => {
      const expected = files.get(path);
      const bytes = await readFile(join(dir, path)).catch(() => undefined);
      if (expected === undefined || bytes === undefined) return false;
      return blobName(bytes, expected) === expected || blobName(withoutCarriageReturns(bytes), expected) === expected;
    }),
  );
  return { commit, propre: same.every(Boolean) };
}
