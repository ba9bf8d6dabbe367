/**
 * Temporary folders of the tests. During a run of vitest, the temporary folder of the machine is one that `global.ts` made for the run and removes
 * with all that it holds: no test has to remove what it made.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'essai-'));
