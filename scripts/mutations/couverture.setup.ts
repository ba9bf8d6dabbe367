/** Read by each file of tests in the copy: notes which mutants it went through, and stops those that go round for ever. */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, expect } from 'vitest';

interface Space {
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
  hitCount?: number;
  hitLimit?: number;
}

const global = globalThis as { __stryker__?: Space };
global.__stryker__ ??= {};
const space = global.__stryker__;
const limit = Number(process.env.MUTATIONS_PASSAGES);
if (limit > 0) {
  space.hitCount = 0;
  space.hitLimit = limit;
}

const folder = process.env.MUTATIONS_COUVERTURE;
if (folder)
  afterAll(() => {
    const { testPath = '' } = expect.getState();
    writeFileSync(
      join(folder, `${basename(testPath)}-${Date.now()}.json`),
      JSON.stringify({ test: testPath, passages: space.mutantCoverage?.static ?? {} }),
    );
  });
