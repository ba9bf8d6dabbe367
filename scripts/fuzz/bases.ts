/** Studies that are mutated: small ones mostly, for speed; the example, whose inventories hold everything, now and then. */
import { join } from 'node:path';
import type { Base } from './campaign.js';
import { readStudyFiles } from './files.js';

const SHARES: readonly [string, number][] = [
  ['modeles/exemple', 0.25],
  ['tests/fixtures/autre-etude', 0.25],
  ['tests/fixtures/base', 0.495],
  ['data', 0.005],
];

export const basesIn = (root: string): Promise<Base[]> =>
  Promise.all(SHARES.map(async ([name, share]) => ({ name, share, files: await readStudyFiles(join(root, name)) })));
