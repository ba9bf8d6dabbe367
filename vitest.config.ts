import { defineConfig } from 'vitest/config';
import { LesLonguesDAbord } from './tests/support/sequence.js';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/global.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Most of the time goes to child processes and to LibreOffice: every core helps.
    maxWorkers: '100%',
    // Modules are loaded once a worker, not once a file: a test leaves no trace in them.
    isolate: false,
    sequence: { sequencer: LesLonguesDAbord },
  },
});
