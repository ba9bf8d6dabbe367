/** The account that a command gives of itself, known in the files that receive it: `watch > folder/journal.txt`, `watch | tee folder/journal.txt`. */
import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import type { Io, Output } from './io.js';

const identity = ({ dev, ino }: Stats): string => `${dev} ${ino}`;

/** The files that these descriptors write to. */
const filesOf = (outputs: readonly number[]): Set<string> =>
  new Set(
    outputs.flatMap((output) => {
      try {
        const found = fstatSync(output);
        return found.isFile() ? [identity(found)] : [];
      } catch {
        return []; // Closed.
      }
    }),
  );

/** Bytes at the end of a file that are looked at. */
const END = 4096;

function lastLineOf(path: string): string {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const end = Buffer.alloc(Math.min(size, END));
    readSync(file, end, 0, end.length, size - end.length);
    return end.toString('utf8').trimEnd().split('\n').at(-1) ?? '';
  } catch {
    return ''; // Gone, or not to be read.
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Lines that are kept: another program copies them a little later. */
const KEPT = 500;
/** A shorter line may be that of any file. */
const SHORT = 8;

export interface OwnAccount {
  /** The same outputs, listened to. */
  io: Io;
  /** Whether a file receives what they say: one of them is sent to it, or it ends by a line that was said. */
  receives: (path: string) => boolean;
}

export function ownAccount(io: Io, outputs: readonly number[] = [1, 2]): OwnAccount {
  const files = filesOf(outputs);
  const said = new Set<string>();
  const heard = (output: Output): Output => ({
    write: (text) => {
      for (const line of text.split('\n')) if (line.trim().length >= SHORT) said.add(line.trimEnd());
      for (const line of said) {
        if (said.size <= KEPT) break;
        said.delete(line);
      }
      return output.write(text);
    },
  });
  const endsBySaid = (path: string): boolean => {
    const last = lastLineOf(path);
    return last !== '' && [...said].some((line) => last.endsWith(line));
  };
  return {
    io: { ...io, stdout: heard(io.stdout), stderr: heard(io.stderr) },
    receives: (path) => {
      const found = statSync(path, { throwIfNoEntry: false });
      if (!found?.isFile()) return false;
      if (!files.has(identity(found)) && endsBySaid(path)) files.add(identity(found));
      return files.has(identity(found));
    },
  };
}
