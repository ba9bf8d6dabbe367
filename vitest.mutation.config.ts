import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const ORDER = process.env.MUTATIONS_ORDRE?.split(',') ?? [];

/** Files of tests in the order asked for: the quickest first, since one failure is enough. */
class InOrder extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => ORDER.findIndex((name) => moduleId.endsWith(name));
    return Promise.resolve([...files].sort((a, b) => rank(a) - rank(b)));
  }
}

/** The tests that state what the reasoning gives, and the exhibits that show it; whole documents, whose tests read the prose, are left out. */
export default defineConfig({
  test: {
    include: ['tests/{analysis,exhibits}/**/*.test.ts'],
    setupFiles: ['scripts/mutations/couverture.setup.ts'],
    testTimeout: 600_000,
    maxWorkers: 1,
    // What each file goes through is known only when its modules are its own.
    isolate: ORDER.length === 0,
    sequence: { sequencer: InOrder },
    // Hundreds of runs read the same sources.
    experimental: { fsModuleCache: true, fsModuleCachePath: 'cache' },
  },
});
