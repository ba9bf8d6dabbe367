import { fileURLToPath } from 'node:url';
import { describe, expect, it, type MockInstance, vi } from 'vitest';
import * as constats from '../../src/analysis/diagnostic/constats.js';
import * as evaluation from '../../src/analysis/scenarios/evaluation.js';
import * as simulation from '../../src/analysis/scenarios/simulation.js';
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

/** How often each was called while `run` went on; the modules are as they were after it. */
function calls(run: () => void): { diagnostics: number; scenarios: number; draws: number } {
  const [diagnostics, scenarios, draws] = [
    vi.spyOn(constats, 'analyserConstats'),
    vi.spyOn(evaluation, 'evaluer'),
    vi.spyOn(simulation, 'simuler'),
  ];
  const spies: readonly MockInstance[] = [diagnostics, scenarios, draws];
  try {
    run();
    const count = ({ mock }: MockInstance): number => mock.calls.length;
    return { diagnostics: count(diagnostics), scenarios: count(scenarios), draws: count(draws) };
  } finally {
    for (const spy of spies) spy.mockRestore();
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
    expect(made.scenarios).toBeLessThanOrEqual(1);
    expect(made.draws).toBe(name === 'scenarios' ? study.scenarios.length : 0);
  });
});
