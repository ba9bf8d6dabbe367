/** What a folder holds, as one hash: every file by its name and its bytes. */
import { createHash } from 'node:crypto';
import { type BigIntStats, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './fingerprint.js';

export interface FolderState {
  /** Names and bytes: the same for two copies of a folder. */
  content: string;
  /** The same with the marks that a file system leaves at each change, apart from what is below `aside`. */
  exact: string;
}

/** Beyond these nothing would be gained over reading what is needed: files, and bytes. */
const MOST_FILES = 20_000;
const MOST_BYTES = 500_000_000n;

/** Git's own store: what is read of it is its commit, asked of git. */
const STORE = '.git';

interface Found {
  path: string;
  name: string;
  /** Target of a symbolic link, as it is written. */
  link: string;
  stats: BigIntStats;
}

/** Throws for what is neither a file, nor a folder, nor a link to a file. */
function* filesOf(folder: string, within: string): Generator<Found> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const name = within === '' ? entry.name : `${within}/${entry.name}`;
    if (name === STORE) continue;
    if (entry.isDirectory()) {
      // An empty folder is something that a study may be told of.
      yield { path, name: `${name}/`, link: '', stats: statSync(path, { bigint: true }) };
      yield* filesOf(path, name);
      continue;
    }
    const stats = statSync(path, { bigint: true });
    if (!stats.isFile()) throw new Error(`"${name}" is no plain file`);
    yield { path, name, link: entry.isSymbolicLink() ? readlinkSync(path) : '', stats };
  }
}

/** Null for a folder that holds something else than files that can be read, or too much of them. `aside` is a folder that the program itself writes, left out of `exact`; its hidden files come and go. */
export function folderState(folder: string, aside?: string): FolderState | null {
  const lines: { line: string; mark: string | null }[] = [];
  let bytes = 0n;
  const below = aside === undefined ? null : `${aside}/`;
  try {
    for (const { path, name, link, stats } of filesOf(folder, '')) {
      const own = path === aside || (below !== null && path.startsWith(below));
      if (own && below !== null && path.slice(below.length).startsWith('.')) continue;
      bytes += stats.size;
      if (lines.length >= MOST_FILES || bytes > MOST_BYTES) return null;
      const line = JSON.stringify([name, link, name.endsWith('/') ? '' : sha256(readFileSync(path))]);
      const mark = `${line} ${stats.ino} ${stats.mtimeNs} ${name.endsWith('/') ? '' : stats.ctimeNs}`;
      lines.push({ line, mark: own ? null : mark });
    }
  } catch {
    return null;
  }
  const digest = (all: readonly (string | null)[]): string => {
    const hash = createHash('sha256');
    for (const one of all.filter((text) => text !== null).sort()) hash.update(`${one}\n`);
    return hash.digest('hex');
  };
  return { content: digest(lines.map(({ line }) => line)), exact: digest(lines.map(({ mark }) => mark)) };
}
