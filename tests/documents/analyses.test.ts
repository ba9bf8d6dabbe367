import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { DELIVERABLES, loadDeliverable } from '../../src/documents/registry.js';
import { readTemplates } from '../../src/documents/templates.js';
import { loadTheme } from '../../src/render/theme.js';
import { loadStudy } from '../../src/study/load.js';

const made = vi.hoisted(() => ({ diagnostics: [] as string[], scenarios: [] as number[] }));

vi.mock('../../src/analysis/diagnostic/index.js', async (original) => {
  const module = await original<typeof import('../../src/analysis/diagnostic/index.js')>();
  return {
    ...module,
    analyseDiagnostic: (...args: Parameters<typeof module.analyseDiagnostic>) => {
      made.diagnostics.push(args[1]);
      return module.analyseDiagnostic(...args);
    },
  };
});
vi.mock('../../src/analysis/scenarios/index.js', async (original) => {
  const module = await original<typeof import('../../src/analysis/scenarios/index.js')>();
  return {
    ...module,
    analyserScenarios: (...args: Parameters<typeof module.analyserScenarios>) => {
      made.scenarios.push(args[1]?.tirages ?? 0);
      return module.analyserScenarios(...args);
    },
  };
});

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the analyses of a deliverable', () => {
  it.each(DELIVERABLES)('%s: each computed once a date', async (name) => {
    const { study } = await loadStudy('data', { cwd: root });
    if (!study) throw new Error('the example study loads');
    const [module, templates, theme] = await Promise.all([
      loadDeliverable(name),
      readTemplates(`${root}/data`, root),
      loadTheme(),
    ]);
    made.diagnostics = [];
    made.scenarios = [];
    module.compose({ study, theme: theme.charts, templates, options: {} });
    expect(made.diagnostics.length).toBeGreaterThan(0);
    expect(made.diagnostics).toEqual([...new Set(made.diagnostics)]);
    expect(made.scenarios.length).toBeLessThanOrEqual(1);
  });
});
