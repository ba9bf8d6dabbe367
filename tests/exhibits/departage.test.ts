/** The tests of viability side by side: what tells scenarios apart has a column where one of them does. */
import { expect, it } from 'vitest';
import { analyserScenarios } from '../../src/analysis/scenarios/index.js';
import type { ContexteScenarios } from '../../src/exhibits/scenarios/contexte.js';
import { viabiliteExhibits } from '../../src/exhibits/scenarios/viabilite.js';
import { loadTheme } from '../../src/render/theme.js';
import { etudeDe } from '../support/composed.js';

const study = await etudeDe('modeles/exemple');
const { charts } = await loadTheme();

const headers = (etude: typeof study): string[] => {
  const contexte = { etude, analyse: analyserScenarios(etude, { tirages: 10 }), theme: charts };
  return viabiliteExhibits(contexte as unknown as ContexteScenarios).flatMap((one) =>
    one.kind === 'table' ? one.columns.map(({ header }) => header) : [],
  );
};

it('no column says « non » of every test', () => {
  expect(headers(study)).not.toContain('Départage');
  // A team that one scenario lacks.
  const scenarios = study.scenarios.map((one, i) =>
    i === 0 ? { ...one, partenaires: [], moyens: { ...one.moyens, humains: [] } } : one,
  );
  expect(headers({ ...study, scenarios })).toContain('Départage');
});
