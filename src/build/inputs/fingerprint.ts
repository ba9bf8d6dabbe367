/** Fingerprints: what a deliverable is made from, as one hash. Equal fingerprints give equal files. */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { LEFT_OUT } from '../../package/left-out.js';
import { PACKAGE, PROGRAM } from '../../package/package.js';
import type { Study } from '../../study/study.js';
import { installedDependencies } from './dependencies.js';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** A map as its entries; what is no plain data would be lost in silence, and two values told for one. */
function plain(_: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  if (typeof value === 'function' || (typeof value === 'object' && value !== null && !isPlain(value)))
    throw new TypeError('only plain data has a fingerprint');
  return value;
}

const isPlain = (value: object): boolean =>
  Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);

/** Hash of plain data: equal for equal data, and for these only. */
export const fingerprintOf = (value: unknown): string => sha256(JSON.stringify(value, plain));

/** The parts of the study that a deliverable declares it reads; the others are empty, so that it can read nothing else. */
export function restrict(study: Study, reads: readonly (keyof Study)[]): Study {
  const kept = new Set<string>(['etude', 'territoire', ...reads]);
  const parts = Object.entries(study).map(([key, value]): [string, unknown] => [
    key,
    kept.has(key) ? value : Array.isArray(value) ? [] : null,
  ]);
  return Object.fromEntries(parts) as unknown as Study;
}

/** The packages that the built program runs on are read with its own code, but for those that it leaves out; the sources run on all of them. */
const besideTheProgram = (): string[] =>
  installedDependencies(PACKAGE, existsSync(join(PROGRAM, 'packages.json')) ? LEFT_OUT : undefined);

/** Bytes of a file that are read at a time. */
const PIECE = 65_536;

/** Adds the bytes of files, all read into one piece of memory: the code is twelve megabytes, and asking for as much takes as long as hashing it. */
function addFiles(hash: Hash, paths: readonly string[]): void {
  const piece = Buffer.allocUnsafe(PIECE);
  for (const path of paths) {
    const file = openSync(path, 'r');
    try {
      for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
        hash.update(piece.subarray(0, read));
    } finally {
      closeSync(file);
    }
  }
}

let program: string | undefined;

/**
 * Hash of the program's own code, of the theme, of the packages that it runs on, and of the version of Node, whose compression decides on bytes.
 * Read at once, not in turns: hundreds of small files cost ten times less so, and nothing else waits.
 */
export function programFingerprint(): string {
  program ??= (() => {
    const hash = createHash('sha256')
      .update(process.versions.node.split('.')[0] ?? '')
      .update(process.versions.zlib ?? '')
      .update(besideTheProgram().join('\n'));
    const files = readdirSync(PROGRAM, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    addFiles(hash, [...files, join(PACKAGE, 'templates/theme.json')]);
    return hash.digest('hex');
  })();
  return program;
}
