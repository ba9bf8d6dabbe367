/** The scenarios side by side: with what happens when none is retained, where the study says it. */
import { describe, expect, it } from 'vitest';
import { analyserScenarios } from '../../src/analysis/scenarios/index.js';
import type { ContexteScenarios } from '../../src/exhibits/scenarios/contexte.js';
import { ensembleExhibits } from '../../src/exhibits/scenarios/ensemble.js';
import type { Criteres } from '../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../analysis/small-scenario.js';

function coteACote(rest: Partial<Criteres>) {
  const etude = etudeAvecScenarios([scenario('a')], [], rest);
  const [table] = ensembleExhibits({ etude, analyse: analyserScenarios(etude, { tirages: 10 }) } as ContexteScenarios);
  if (table?.kind !== 'table') throw new Error('a table expected');
  return table;
}

describe('scenarios side by side', () => {
  it('have no line of departure when the study gives none', () => {
    expect(coteACote({}).columns.map(({ header }) => header)).toEqual(['Mesure', 'Scénario a']);
  });

  it('stand beside what happens without them: what is known, what is not, and the rest empty', () => {
    const table = coteACote({ statu_quo: { resume: 'Chacun cherche.', mesures: { cout_annuel: 1200, etp_total: 0 } } });
    expect(table.columns.map(({ header }) => header)).toEqual(['Mesure', 'Sans dispositif', 'Scénario a']);
    const seen = Object.fromEntries(table.rows.map(({ mesure, sans }) => [mesure, sans]));
    expect(seen['Coût annuel le plus probable']).toMatch(/^1\s200\s€$/u);
    expect(seen['Équivalents temps plein']).toBe('0');
    expect(seen['Demandes reçues par an']).toBe('non connu');
    expect(seen.Porteur).toBeNull();
    expect(table.source).toContain('Sans dispositif : chacun cherche.');
  });
});
