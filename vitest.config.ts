import { defineConfig } from 'vitest/config';

/** Tests that replace modules. */
const ALONE = ['tests/documents/analyses.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['tests/support/global.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Most of the time goes to child processes and to LibreOffice: every core helps.
    maxWorkers: '100%',
    projects: [
      // Modules are loaded once a worker, not once a file: a test leaves no trace in them.
      { extends: true, test: { name: 'suite', include: ['tests/**/*.test.ts'], exclude: ALONE, isolate: false } },
      { extends: true, test: { name: 'modules', include: ALONE } },
    ],
  },
});
