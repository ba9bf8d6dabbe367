/** A named cell of the scenarios' workbook is the indicator of that name, and the sheet of results has a row for what loans ask and for what leaving costs. */
import { expect, it } from 'vitest';
import { analyserScenarios } from '../../../src/analysis/scenarios/index.js';
import { feuillesVivantes } from '../../../src/documents/classeur/workbook-scenarios.js';
import type { Scenario } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../../analysis/small-scenario.js';
import { chartTheme } from '../../support/chart-theme.js';

const plain = scenario('a');
const indebted: Scenario = {
  ...scenario('b', {
    duree_annees: 4,
    cout_de_sortie: [{ id: 'bail', libelle: 'Bail', nature: 'bail', montant: 4000 }],
  }),
  financements: [
    ...plain.financements,
    {
      ...{ id: 'pret', libelle: 'Prêt', financeur: 'region', nature: 'emprunt', montant: 6000, statut: 'acquis' },
      remboursement: { taux: 0.1, duree_annees: 6 },
    },
  ],
};

it('one name, one figure: what a loan gives back is spent and is no cost; results tell the debt and the cost of leaving', () => {
  const etude = etudeAvecScenarios([plain, indebted], []);
  const analyse = analyserScenarios(etude, { tirages: 10, graine: 1 });
  const cells = feuillesVivantes({ etude, analyse, theme: chartTheme }).map(({ sheet }) => sheet);
  const named = new Map(
    cells.flatMap((sheet) => [...sheet.cells.values()].flatMap(({ cell }) => (cell.name ? [[cell.name, cell]] : []))),
  );
  for (const { chiffrage } of analyse.scenarios) {
    const cost = chiffrage.indicateurs.get('cout_total')?.valeur;
    expect(named.get(`cout_total_${chiffrage.scenario.id}`)?.value).toBe(cost);
    expect(named.get(`resultat_cout_total_${chiffrage.scenario.id}`)?.value).toBe(cost);
  }
  expect(named.get('depenses_totales_b')?.value).toBe(analyse.scenarios[1]?.chiffrage.depensesTotales);

  const [resultats] = cells;
  const row = (label: string): unknown[] => {
    const at = [...(resultats?.cells.values() ?? [])].find(
      ({ column, cell }) => column === 1 && cell.value === label,
    )?.row;
    return [2, 3].map((column) => resultats?.cells.get(`${at}:${column}`)?.cell.value);
  };
  // 6 000 × 0.1 ÷ (1 − 1.1⁻⁶) a year; two annuities are left after four years.
  const annuity = 600 / (1 - 1.1 ** -6);
  expect(row('Annuité d’emprunt la plus forte (€)')).toEqual([0, expect.closeTo(annuity, 6)]);
  expect(row('Dette à la fin du plan (€)')).toEqual([0, expect.closeTo(annuity / 1.1 + annuity / 1.21, 6)]);
  // Of the first, the study says nothing.
  expect(row('Coût de sortie, hors du budget (€)')).toEqual([null, 4000]);
});

it('asks which expenses a receipt counts of those at a rate alone: an amount and a price have no base', () => {
  const etude = etudeAvecScenarios(
    [plain, scenario('c', { financements: plain.financements.filter(({ taux }) => !taux) })],
    [],
  );
  const analyse = analyserScenarios(etude, { tirages: 10, graine: 1 });
  const texts = new Map(
    feuillesVivantes({ etude, analyse, theme: chartTheme }).map(({ sheet }) => [
      sheet.name,
      [...sheet.cells.values()].map(({ cell }) => String(cell.value)),
    ]),
  );
  const heads = (sheet: string, begin: string): number =>
    [...texts]
      .filter(([name]) => name.startsWith(sheet))
      .flatMap(([, all]) => all)
      .filter((text) => text.startsWith(begin)).length;
  const rated = plain.financements.filter(({ taux }) => taux !== undefined).length;
  expect(rated).toBeGreaterThan(0);
  expect(plain.financements.length).toBeGreaterThan(rated);
  // One column a receipt at a rate, and one base a year of the plan, in the first scenario alone.
  expect(heads('Coûts', 'Éligible : ')).toBe(rated);
  expect(heads('Financement', 'Base année')).toBe(plain.duree_annees);
});
