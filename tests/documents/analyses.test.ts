import { Session } from 'node:inspector';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DELIVERABLES, loadDeliverable } from '../../src/documents/registry.js';
import { readTemplates } from '../../src/documents/template-files.js';
import { lireTextes } from '../../src/documents/textes/lire.js';
import { loadTheme } from '../../src/render/theme.js';
import { loadStudy } from '../../src/study/load.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const { study: example } = await loadStudy('data', { cwd: root });
if (!example) throw new Error('the example study loads');
if (example.criteres?.hypotheses) example.criteres.hypotheses.tirages = 100;
const [templates, theme, { textes }] = await Promise.all([
  readTemplates(`${root}/data`, root),
  loadTheme(),
  lireTextes('data', root),
]);

/** The functions that are counted, with the file of each. */
const COUNTED = {
  diagnostics: ['analysis/diagnostic/constats', 'analyserConstats'],
  scenarios: ['analysis/scenarios/evaluation', 'evaluer'],
  draws: ['analysis/scenarios/simulation', 'simuler'],
} as const;

/** How often each was called while `run` went on, as the engine counts it. */
function calls(run: () => void): Record<keyof typeof COUNTED, number> {
  const session = new Session();
  session.connect();
  try {
    session.post('Profiler.enable');
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    run();
    const found: Record<keyof typeof COUNTED, number> = { diagnostics: 0, scenarios: 0, draws: 0 };
    session.post('Profiler.takePreciseCoverage', (error, taken) => {
      if (error) throw error;
      for (const { url, functions } of taken.result)
        for (const [what, [file, name]] of Object.entries(COUNTED))
          if (url.replace(/\.[jt]s$/, '').endsWith(file))
            for (const { functionName, ranges } of functions)
              if (functionName === name) found[what as keyof typeof COUNTED] += ranges[0]?.count ?? 0;
    });
    session.post('Profiler.stopPreciseCoverage');
    return found;
  } finally {
    session.disconnect();
  }
}

describe('the analyses of a deliverable', () => {
  it.each(DELIVERABLES)('%s: each computed once a study, and drawn only where draws are shown', async (name) => {
    // A study of its own, of which nothing is known yet; how many draws a simulation makes is no matter here.
    const study = structuredClone(example);
    const module = await loadDeliverable(name);
    const options = { textes: { textes, relectures: {} } };
    const made = calls(() => module.compose({ study, theme: theme.charts, templates, options }));
    expect(made.diagnostics).toBeGreaterThan(0);
    // The study whole, and as it stood at the date.
    expect(made.diagnostics).toBeLessThanOrEqual(3);
    expect(made.scenarios).toBe(name === 'diagnostic' ? 0 : 1);
    expect(made.draws).toBe(name === 'scenarios' ? study.scenarios.length : 0);
  });
});
