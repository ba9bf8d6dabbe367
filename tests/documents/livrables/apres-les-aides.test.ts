/** What a scenario costs once the subsidies are over: asked by those who vote, told beside what is acquired. */
import { expect, it } from 'vitest';
import { analyserScenarios } from '../../../src/analysis/scenarios/index.js';
import { scenarios } from '../../../src/documents/livrables/scenarios.js';
import { loadTheme } from '../../../src/render/theme.js';
import type { Study } from '../../../src/study/study.js';
import { etudeVive, templatesDuProgramme } from '../../support/composed.js';
import { textOf } from '../tree-text.js';

const templates = await templatesDuProgramme();
const { charts: theme } = await loadTheme();
const study = await etudeVive('modeles/exemple');
const said = /Ses subventions arrêtées, la dernière année laisserait [^,]* à trouver/g;
const says = (change: Partial<Study> = {}): string[] => {
  const { produced } = scenarios.compose({ study: { ...study, ...change }, theme, templates, options: {} });
  const [first] = produced;
  if (!first) throw new Error('a comparison expected');
  return (
    textOf(first.tree)
      .replace(/[\u00a0\u202f]/g, ' ')
      .match(said) ?? []
  );
};
const sans = (nature: string): Study['scenarios'] =>
  study.scenarios.map((one) => ({
    ...one,
    financements: one.financements.filter((source) => source.nature !== nature),
  }));

it('is what the other receipts of the last year leave of its expenses', () => {
  const one = analyserScenarios(study).scenarios[0]?.chiffrage;
  const last = (one?.depensesAnnuelles.length ?? 0) - 1;
  const others = (one?.scenario.financements ?? []).flatMap(({ nature }, i) =>
    nature === 'subvention' ? [] : [one?.recettes[i]?.[last] ?? 0],
  );
  const left = (one?.depensesAnnuelles[last] ?? 0) - others.reduce((sum, amount) => sum + amount, 0);
  expect(one?.indicateurs.get('reste_apres_aides')?.valeur).toBeCloseTo(left, 6);
  expect(says()[0]).toBe(
    `Ses subventions arrêtées, la dernière année laisserait ${Math.round(left).toLocaleString('fr').replace(/\s/g, ' ')} € à trouver`,
  );
});

it('is not told of a scenario that has no subsidy', () => {
  expect(says({ scenarios: sans('subvention') })).toEqual([]);
});
