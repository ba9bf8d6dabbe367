/** A folder for the time of a command, in that of the system. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WriteError } from './write-error.js';

/** Throws a `WriteError` where the system gives none: `TMPDIR` leads nowhere, the disk is full. */
export const temporaryFolder = (purpose: string): Promise<string> =>
  mkdtemp(join(tmpdir(), `atelier-${purpose}-`)).catch((cause: unknown) => {
    throw new WriteError(tmpdir(), cause, 'la variable TMPDIR');
  });
