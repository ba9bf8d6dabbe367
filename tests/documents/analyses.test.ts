import { Session } from 'node:inspector';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { DELIVERABLES, loadDeliverable } from '../../src/documents/registry.js';
import { lireTextes } from '../../src/documents/textes/lire.js';
import { loadTheme } from '../../src/render/theme.js';
import { etudeVive, templatesDuProgramme } from '../support/composed.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const study = await etudeVive('data');
const [templates, theme, { textes }] = await Promise.all([
  templatesDuProgramme(),
  loadTheme(),
  lireTextes('data', root),
]);

/** The functions that are counted, with the file of each. */
const COUNTED = {
  diagnostics: ['analysis/diagnostic/constats', 'analyserConstats'],
  scenarios: ['analysis/scenarios/evaluation', 'evaluer'],
  draws: ['analysis/scenarios/simulation', 'simuler'],
} as const;

type Calls = Record<keyof typeof COUNTED, number>;

/** How often each was called while a part of `run` went on, as the engine counts it: `part` gives the calls since the last one. */
function counted(run: (part: () => Calls) => void): void {
  const session = new Session();
  session.connect();
  try {
    session.post('Profiler.enable');
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    run(() => {
      const found: Calls = { diagnostics: 0, scenarios: 0, draws: 0 };
      session.post('Profiler.takePreciseCoverage', (error, taken) => {
        if (error) throw error;
        for (const { url, functions } of taken.result)
          for (const [what, [file, name]] of Object.entries(COUNTED))
            if (url.replace(/\.[jt]s$/, '').endsWith(file))
              for (const { functionName, ranges } of functions)
                if (functionName === name) found[what as keyof Calls] += ranges[0]?.count ?? 0;
      });
      return found;
    });
    session.post('Profiler.stopPreciseCoverage');
  } finally {
    session.disconnect();
  }
}

const modules = await Promise.all(DELIVERABLES.map(async (name) => ({ name, module: await loadDeliverable(name) })));
const made = new Map<string, Calls>();
// Once for all of them: what is counted is no longer compiled for speed, and has to be again.
beforeAll(() =>
  counted((part) => {
    for (const { name, module } of modules) {
      // A study of its own, of which nothing is known yet; how many draws a simulation makes is no matter here.
      const options = { textes: { textes, relectures: {} } };
      module.compose({ study: structuredClone(study), theme: theme.charts, templates, options });
      made.set(name, part());
    }
  }),
);

describe('the analyses of a deliverable', () => {
  it.each(DELIVERABLES)('%s: each computed once a study, and drawn only where draws are shown', (name) => {
    const { diagnostics = 0, scenarios, draws } = made.get(name) ?? {};
    expect(diagnostics).toBeGreaterThan(0);
    // The study whole, and as it stood at the date.
    expect(diagnostics).toBeLessThanOrEqual(3);
    expect(scenarios).toBe(name === 'diagnostic' ? 0 : 1);
    expect(draws).toBe(name === 'scenarios' ? study.scenarios.length : 0);
  });
});
