import { defineConfig } from 'vitest/config';

/** The tests that a mutant of the reasoning must not survive: in one process, without the built command line. */
export default defineConfig({
  test: { include: ['tests/{analysis,exhibits,documents}/**/*.test.ts'], testTimeout: 60_000 },
});
