import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import * as constats from '../../src/analysis/diagnostic/constats.js';
import * as evaluation from '../../src/analysis/scenarios/comparaison/evaluation.js';
import * as simulation from '../../src/analysis/scenarios/tirages/simulation.js';
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

type Calls = Record<'diagnostics' | 'scenarios' | 'draws', number>;

/** How often each was called while `run` went on; the modules are as they were after it. */
function calls(run: () => void): Calls {
  const spies = {
    diagnostics: vi.spyOn(constats, 'analyserConstats'),
    scenarios: vi.spyOn(evaluation, 'evaluer'),
    draws: vi.spyOn(simulation, 'simuler'),
  };
  try {
    run();
    const count = (name: keyof Calls): number => spies[name].mock.calls.length;
    return { diagnostics: count('diagnostics'), scenarios: count('scenarios'), draws: count('draws') };
  } finally {
    for (const spy of Object.values(spies)) spy.mockRestore();
  }
}

describe('the analyses of a deliverable', () => {
  it.each(DELIVERABLES)('%s: each computed once a study, and drawn only where draws are shown', async (name) => {
    const module = await loadDeliverable(name);
    // A study of its own, of which nothing is known yet; how many draws a simulation makes is no matter here.
    const options = { textes: { textes, relectures: {} } };
    const { diagnostics, scenarios, draws } = calls(() =>
      module.compose({ study: structuredClone(study), theme: theme.charts, templates, options }),
    );
    expect(diagnostics).toBeGreaterThan(0);
    // The study whole, and as it stood at the date.
    expect(diagnostics).toBeLessThanOrEqual(3);
    expect(scenarios).toBe(name === 'diagnostic' ? 0 : 1);
    expect(draws).toBe(name === 'scenarios' ? study.scenarios.length : 0);
  });
});
