/** A folder for the time of a command, in that of the system. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WriteError } from './write-error.js';

/** The system takes no more there: `TMPDIR` leads nowhere, its disk is full. */
const refused = (cause: unknown): never => {
  throw new WriteError(tmpdir(), cause, 'la variable TMPDIR');
};

/** Throws a `WriteError` where the system gives none. */
export const temporaryFolder = (purpose: string): Promise<string> =>
  mkdtemp(join(tmpdir(), `atelier-${purpose}-`)).catch(refused);

/** Writes a file of such a folder, with the rights of a new one whatever those of what it copies. */
export const writeTemporary = (path: string, content: string | Uint8Array): Promise<void> =>
  writeFile(path, content).catch(refused);
