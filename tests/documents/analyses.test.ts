import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DELIVERABLES } from '../../src/documents/registry.js';
import { readTemplates } from '../../src/documents/templates.js';
import { lireTextes } from '../../src/documents/textes/lire.js';
import { loadTheme } from '../../src/render/theme.js';
import { loadStudy } from '../../src/study/load.js';

/** How many times each analysis was made: the modules are loaded anew, with a count in them. */
const made = { diagnostics: 0, scenarios: 0, draws: 0 };

const COUNTED = [
  ['../../src/analysis/diagnostic/constats.js', 'analyserConstats', 'diagnostics'],
  ['../../src/analysis/scenarios/evaluation.js', 'evaluer', 'scenarios'],
  ['../../src/analysis/scenarios/simulation.js', 'simuler', 'draws'],
] as const;

beforeAll(() => {
  vi.resetModules();
  for (const [path, name, count] of COUNTED)
    vi.doMock(path, async (original) => {
      const module = await original<Record<string, (...args: unknown[]) => unknown>>();
      const counting = (...args: unknown[]): unknown => {
        made[count]++;
        return module[name]?.(...args);
      };
      return { ...module, [name]: counting };
    });
});
afterAll(() => {
  for (const [path] of COUNTED) vi.doUnmock(path);
  vi.resetModules();
});

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the analyses of a deliverable', () => {
  it.each(DELIVERABLES)('%s: each computed once a study, and drawn only where draws are shown', async (name) => {
    const { loadDeliverable } = await import('../../src/documents/registry.js');
    const { study } = await loadStudy('data', { cwd: root });
    if (!study) throw new Error('the example study loads');
    const [module, templates, theme] = await Promise.all([
      loadDeliverable(name),
      readTemplates(`${root}/data`, root),
      loadTheme(),
    ]);
    Object.assign(made, { diagnostics: 0, scenarios: 0, draws: 0 });
    const written = await lireTextes('data', root);
    module.compose({
      study,
      theme: theme.charts,
      templates,
      options: { textes: { textes: written.textes, relectures: {} } },
    });
    expect(made.diagnostics).toBeGreaterThan(0);
    // The study whole, and as it stood at the date.
    expect(made.diagnostics).toBeLessThanOrEqual(3);
    expect(made.scenarios).toBeLessThanOrEqual(1);
    expect(made.draws).toBe(name === 'scenarios' ? study.scenarios.length : 0);
  });
});
