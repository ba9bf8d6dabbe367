import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DELIVERABLES, loadDeliverable } from '../../src/documents/registry.js';
import { lireTextes } from '../../src/documents/textes/lire.js';
import { loadTheme } from '../../src/render/theme.js';
import { callsDuring } from '../support/calls.js';
import { etudeVive, templatesDuProgramme } from '../support/composed.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const study = await etudeVive('data');
const [templates, theme, { textes }] = await Promise.all([
  templatesDuProgramme(),
  loadTheme(),
  lireTextes('data', root),
]);

const COUNTED = {
  diagnostics: { file: 'src/analysis/diagnostic/constats', name: 'analyserConstats' },
  scenarios: { file: 'src/analysis/scenarios/comparaison/evaluation', name: 'evaluer' },
  draws: { file: 'src/analysis/scenarios/tirages/simulation', name: 'simuler' },
};

describe('the analyses of a deliverable', () => {
  it.each(DELIVERABLES)('%s: each computed once a study, and drawn only where draws are shown', async (name) => {
    const module = await loadDeliverable(name);
    // A study of its own, of which nothing is known yet; how many draws a simulation makes is no matter here.
    const options = { textes: { textes, relectures: {} } };
    const { diagnostics, scenarios, draws } = await callsDuring(COUNTED, () =>
      module.compose({ study: structuredClone(study), theme: theme.charts, templates, options }),
    );
    expect(diagnostics).toBeGreaterThan(0);
    // The study whole, and as it stood at the date.
    expect(diagnostics).toBeLessThanOrEqual(3);
    expect(scenarios).toBe(name === 'diagnostic' ? 0 : 1);
    expect(draws).toBe(name === 'scenarios' ? study.scenarios.length : 0);
  });
});
