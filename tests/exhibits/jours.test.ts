/** Days as a reader sees them: a difference is that of the figures shown, and nobody gives « 0 jour ». */
import { expect, it } from 'vitest';
import { analyserDispositif } from '../../src/analysis/projets/dispositif.js';
import { analyserScenarios } from '../../src/analysis/scenarios/index.js';
import type { ContexteProjets } from '../../src/exhibits/projets/contexte.js';
import { dispositifExhibits } from '../../src/exhibits/projets/dispositif.js';
import type { ContexteScenarios } from '../../src/exhibits/scenarios/contexte.js';
import { organisationExhibits } from '../../src/exhibits/scenarios/organisation.js';
import { loadTheme } from '../../src/render/theme.js';
import { etudeDe } from '../support/composed.js';

const study = await etudeDe('modeles/exemple');
const mode = study.mode_operatoire;
if (!mode) throw new Error('the example of « init » does not load');
const { charts } = await loadTheme();

it('the difference of days is that of the whole days that stand beside it', () => {
  const scenarios = study.scenarios.map((one) => ({ ...one, montee_en_charge: [0.53, 1] }));
  const jours = (n: number) => {
    const etude = {
      ...study,
      scenarios,
      mode_operatoire: { ...mode, realise: { au: '2025-05-31', jours: [{ acteur: 'smb', jours: n }] } },
    };
    const dispositif = analyserDispositif(etude);
    const tables = dispositifExhibits({ etude, bilan: { dispositif } } as unknown as ContexteProjets);
    return tables.flatMap((one) => (one.kind === 'table' && one.name === 'dispositif-jours' ? one.rows : []))[0];
  };
  const seen = Number(jours(1)?.prevu);
  expect(jours(seen)).toMatchObject({ prevu: seen, realise: seen, ecart: 0 });
});

it('a partner who gives no day has none in its box', () => {
  const box = (n: number): string => {
    const scenarios = structuredClone(study.scenarios);
    for (const partner of scenarios[0]?.partenaires ?? []) partner.jours_an = n;
    const etude = { ...study, scenarios };
    const analyse = analyserScenarios(etude, { tirages: 10 });
    const [one] = analyse.scenarios;
    if (!one) throw new Error('a scenario expected');
    const made = organisationExhibits({ etude, analyse, theme: charts } as unknown as ContexteScenarios, one, 0);
    return JSON.stringify(made);
  };
  expect(box(3)).toContain('3 jours par an');
  expect(box(0)).not.toContain('0 jour par an');
});

it('a task that ended after its planned day stands among what did not go as planned', () => {
  const [first, ...others] = mode.taches ?? [];
  if (!first) throw new Error('a task expected');
  const ended = (fin_reelle: string) => {
    const etude = { ...study, mode_operatoire: { ...mode, taches: [{ ...first, fin_reelle }, ...others] } };
    const dispositif = analyserDispositif(etude);
    const tables = dispositifExhibits({ etude, bilan: { dispositif } } as unknown as ContexteProjets);
    return tables.flatMap((one) => (one.kind === 'table' && one.name === 'dispositif-conditions' ? one.rows : []));
  };
  expect(ended(first.fin)).toEqual([]);
  // From a Monday.
  expect(first.fin).toBe('2024-04-15');
  expect(ended('2024-04-17')).toMatchObject([
    { quoi: first.libelle, constat: expect.stringMatching(/^Finie 2\sjours ouvrés après la date prévue\.$/) },
  ]);
});
