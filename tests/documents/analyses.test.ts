import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { DELIVERABLES, loadDeliverable } from '../../src/documents/registry.js';
import { readTemplates } from '../../src/documents/template-files.js';
import { lireTextes } from '../../src/documents/textes/lire.js';
import { loadTheme } from '../../src/render/theme.js';
import { loadStudy } from '../../src/study/load.js';

const made = vi.hoisted(() => ({ diagnostics: [] as unknown[], scenarios: [] as unknown[], draws: 0 }));

vi.mock('../../src/analysis/diagnostic/constats.js', async (original) => {
  const module = await original<typeof import('../../src/analysis/diagnostic/constats.js')>();
  return {
    ...module,
    analyserConstats: (...args: Parameters<typeof module.analyserConstats>) => {
      made.diagnostics.push(args[0]);
      return module.analyserConstats(...args);
    },
  };
});
vi.mock('../../src/analysis/scenarios/evaluation.js', async (original) => {
  const module = await original<typeof import('../../src/analysis/scenarios/evaluation.js')>();
  return {
    ...module,
    evaluer: (...args: Parameters<typeof module.evaluer>) => {
      made.scenarios.push(args[1]);
      return module.evaluer(...args);
    },
  };
});
vi.mock('../../src/analysis/scenarios/simulation.js', async (original) => {
  const module = await original<typeof import('../../src/analysis/scenarios/simulation.js')>();
  return {
    ...module,
    simuler: (...args: Parameters<typeof module.simuler>) => {
      made.draws++;
      return module.simuler(...args);
    },
  };
});

const root = fileURLToPath(new URL('../..', import.meta.url));

const { study: example } = await loadStudy('data', { cwd: root });
if (!example) throw new Error('the example study loads');
if (example.criteres?.hypotheses) example.criteres.hypotheses.tirages = 100;
const [templates, theme, { textes }] = await Promise.all([
  readTemplates(`${root}/data`, root),
  loadTheme(),
  lireTextes('data', root),
]);

describe('the analyses of a deliverable', () => {
  it.each(DELIVERABLES)('%s: each computed once a study, and drawn only where draws are shown', async (name) => {
    // A study of its own, of which nothing is known yet; how many draws a simulation makes is no matter here.
    const study = structuredClone(example);
    const module = await loadDeliverable(name);
    Object.assign(made, { diagnostics: [], scenarios: [], draws: 0 });
    module.compose({ study, theme: theme.charts, templates, options: { textes: { textes, relectures: {} } } });
    expect(made.diagnostics.length).toBeGreaterThan(0);
    // The study whole, and as it stood at the date.
    expect(made.diagnostics.length).toBeLessThanOrEqual(3);
    expect(made.scenarios.length).toBeLessThanOrEqual(1);
    expect(made.draws).toBe(name === 'scenarios' ? study.scenarios.length : 0);
  });
});
