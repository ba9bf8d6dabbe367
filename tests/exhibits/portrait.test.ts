/** The pages of one scenario: what they sum up is what the lines of the workbook say. */
import { describe, expect, it } from 'vitest';
import { analyserScenarios } from '../../src/analysis/scenarios/index.js';
import type { ContexteScenarios } from '../../src/exhibits/scenarios/contexte.js';
import { moyensExhibits } from '../../src/exhibits/scenarios/moyens.js';
import { portraitExhibits } from '../../src/exhibits/scenarios/portrait.js';
import type { Exhibit, Row, TableExhibit } from '../../src/exhibits/types.js';
import { loadTheme } from '../../src/render/theme.js';
import type { Scenario } from '../../src/study/types.gen.js';
import { critere, etudeAvecScenarios, scenario } from '../analysis/small-scenario.js';

const theme = (await loadTheme()).charts;

function exhibitsDe(
  rest: Partial<Scenario> = {},
  criteres: Parameters<typeof etudeAvecScenarios>[1] = [],
): Map<string, Exhibit> {
  const etude = etudeAvecScenarios([scenario('a', rest), scenario('b')], criteres, {});
  const analyse = analyserScenarios(etude, { tirages: 10 });
  const contexte = { etude, analyse, theme } as ContexteScenarios;
  const [one] = analyse.scenarios;
  if (!one) throw new Error('a scenario expected');
  return new Map([...portraitExhibits(contexte, one, 0), ...moyensExhibits(contexte, one, 0)].map((e) => [e.name, e]));
}

function tableau(exhibits: Map<string, Exhibit>, name: string): TableExhibit {
  const found = exhibits.get(name);
  if (found?.kind !== 'table') throw new Error(`no table « ${name} »`);
  return found;
}

const somme = (rows: readonly Row[], key: string): number => rows.reduce((sum, row) => sum + Number(row[key] ?? 0), 0);

describe('a scenario on a few pages', () => {
  it('sums its expenses by nature, and its receipts, to the totals of the detailed sheets', () => {
    const exhibits = exhibitsDe();
    const { rows, totals } = tableau(exhibits, 'scenario-a-budget');
    const depenses = rows.filter(({ sens, ligne }) => sens === 'Dépenses' && !String(ligne).startsWith('Total'));
    const recettes = rows.filter(({ sens, ligne }) => sens === 'Recettes' && !String(ligne).startsWith('Total'));
    const detail = tableau(exhibits, 'scenario-a-depenses').totals;
    for (const key of ['annee_1', 'annee_2', 'total']) {
      expect(somme(depenses, key)).toBeCloseTo(Number(detail?.[key]), 6);
      expect(somme(recettes, key) - somme(depenses, key)).toBeCloseTo(Number(totals?.[key]), 6);
    }
    expect(depenses.every(({ etat }) => String(etat).length > 1)).toBe(true);
  });

  it('makes one line of a receipt written year by year in the same words, and of no other', () => {
    const sold = (id: string, annees: number[], montant: number, rest: object = {}) => ({
      id,
      libelle: 'Ventes',
      nature: 'recette',
      origine: 'prive',
      statut: 'pressenti',
      montant,
      annees,
      ...rest,
    });
    const { rows } = tableau(
      exhibitsDe({
        financements: [sold('v1', [1], 100), sold('v2', [2], 300), sold('v3', [2], 50, { statut: 'sollicite' })],
      } as never),
      'scenario-a-budget',
    );
    expect(
      rows
        .filter(({ ligne }) => ligne === 'Ventes')
        .map(({ annee_1: first, annee_2: second, total }) => [first, second, total]),
    ).toEqual([
      [100, 300, 400],
      [0, 50, 50],
    ]);
  });

  it('lists what is not settled, and only that: a condition met and a test passed are no reserve', () => {
    const conditions = [
      { id: 'faite', libelle: 'Déjà faite', etat: 'remplie' as const },
      { id: 'due', libelle: 'À voter', etat: 'a-remplir' as const },
    ];
    const { rows } = tableau(
      exhibitsDe({ conditions_juridiques: conditions } as Partial<Scenario>),
      'scenario-a-reste',
    );
    const points = rows.map(({ point }) => point);
    expect(points).toContain('À voter');
    expect(points).not.toContain('Déjà faite');
    // It only counts the conditions that the table lists.
    expect(points).not.toContain('Aucun obstacle juridique');
  });

  it('tells a yearly cost with the digits that its draws allow, and keeps the rest of them for the workbook', () => {
    const cout = critere('cout', 1, {
      sens: 'min',
      echelle: { min: 0, max: 100_000, unite: '€/an' },
      mesure: { indicateur: 'cout_annuel' },
    });
    const humains = [
      { id: 'poste', profil: 'Poste', porteur: 'cdc', etp: 1, cout_annuel: { min: 30_000, mode: 41_234, max: 60_000 } },
    ];
    const moyens = { humains, materiels: [], fonctionnement: [] } as never;
    const portrait = exhibitsDe({ moyens }, [cout]).get('scenario-a-portrait');
    if (portrait?.kind !== 'figure') throw new Error('a figure expected');
    const [row] = portrait.data.rows;
    expect(row?.mesure).toMatch(/^\d\d[\u202f\u00a0]\d{3}\u00a0€\/an$/);
    expect(row?.mesure).not.toMatch(/000\u00a0/);
    expect(portrait.alt).toMatch(/: \d\d[\u202f\u00a0]000\u00a0€\/an,/);
  });

  it('has no portrait to draw where nothing measures it', () => {
    expect(exhibitsDe().get('scenario-a-portrait')).toMatchObject({
      kind: 'figure',
      empty: expect.stringContaining('Aucun'),
    });
  });
});
