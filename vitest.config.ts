import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { sourcesCompilees } from './tests/support/compiled.js';
import { LesLonguesDAbord } from './tests/support/sequence.js';

/** Libraries as the program loads them: some have a slower code, full of checks, for who develops them, which vite would choose. */
const codePublie: Plugin = {
  name: 'code-publie',
  configResolved({ environments, resolve, ssr }) {
    for (const one of [resolve, ssr.resolve, ...Object.values(environments).map((environment) => environment.resolve)])
      if (one?.conditions) one.conditions = one.conditions.filter((name) => !name.startsWith('development'));
  },
};

/**
 * As the program asks of V8 (`src/launch/load.ts`), where they were tried: a function must be busier to be optimised, which takes a core from another worker, and
 * what was compiled is kept.
 */
const v8 = Number(process.versions.v8.split('.')[0]);
const tard = [
  ...(v8 === 11 ? ['--interrupt-budget=600000'] : []),
  ...(v8 >= 11 && v8 <= 14 ? ['--no-flush-bytecode'] : []),
];

export default defineConfig({
  plugins: [codePublie, sourcesCompilees()],
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/global.ts'],
    // A test that asserts nothing, for what it looks through is empty, fails.
    expect: { requireAssertions: true },
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Most of the time goes to child processes and to LibreOffice: every core helps.
    maxWorkers: '100%',
    // Modules are loaded once a worker, not once a file: a test leaves no trace in them.
    isolate: false,
    // What a test loads is soon of no use: with room for it, it is thrown away at once rather than moved about.
    execArgv: ['--max-semi-space-size=64', ...tard],
    sequence: { sequencer: LesLonguesDAbord },
  },
});
