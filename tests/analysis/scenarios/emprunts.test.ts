/** A loan is a resource that is paid back: its annuities stand in the years that follow, and it is no aid. */
import { describe, expect, it } from 'vitest';
import { type Chiffrage, chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { annuiteLaPlusForte, dettesDe } from '../../../src/analysis/scenarios/depenses-et-charge/emprunts.js';
import { hypothesesDe, seuilsDe } from '../../../src/analysis/scenarios/hypotheses.js';
import { simuler } from '../../../src/analysis/scenarios/tirages/simulation.js';
import { analyserViabilite } from '../../../src/analysis/scenarios/viabilite/viabilite.js';
import type { Scenario } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

type Source = Scenario['financements'][number];

const pret = (rest: Partial<Source> = {}): Source => ({
  id: 'pret',
  libelle: 'Prêt',
  financeur: 'region',
  nature: 'emprunt',
  montant: 6000,
  statut: 'acquis',
  remboursement: { taux: 0.1, duree_annees: 3 },
  ...rest,
});

const base = scenario('a', { duree_annees: 4 });
const costed = (...loans: Source[]): { chiffrage: Chiffrage; study: ReturnType<typeof etudeAvecScenarios> } => {
  const one = { ...base, financements: [...base.financements, ...loans] };
  const study = etudeAvecScenarios([one], []);
  return { study, chiffrage: chiffrer(study, one, hypothesesDe(study)) };
};

const valeur = ({ chiffrage }: ReturnType<typeof costed>, id: Parameters<Chiffrage['indicateurs']['get']>[0]) =>
  chiffrage.indicateurs.get(id)?.valeur ?? Number.NaN;

const equilibre = ({ study, chiffrage }: ReturnType<typeof costed>): string =>
  (
    analyserViabilite(study, chiffrage, hypothesesDe(study), seuilsDe(study)).tests.find(({ id }) => id === 'equilibre')
      ?.motif ?? ''
  ).replace(/\s/g, ' ');

describe('the balance of a plan that borrows', () => {
  it('counts the loan, as a budget does, and says what of it is still owed when the plan ends', () => {
    expect(equilibre(costed())).not.toMatch(/emprunt/);
    expect(equilibre(costed(pret()))).toMatch(
      /de recettes, dont 6 000 € d’emprunt, rendus dans la durée du plan, pour/,
    );
    expect(equilibre(costed(pret({ remboursement: { taux: 0, duree_annees: 12 } })))).toMatch(
      /de recettes, dont 6 000 € d’emprunt, sur lesquels 4 000 € restent dus à la fin du plan, pour/,
    );
  });
});

describe('a loan', () => {
  const [without, within] = [costed(), costed(pret())];

  it('is drawn once, then costs its interest and gives its capital back by equal annuities, as a lender counts them', () => {
    const { lignes, montants } = within.chiffrage;
    const of = (nature: string) => montants[lignes.findIndex((one) => one.nature === nature)] ?? [];
    expect(of('interets').map((value) => Math.round(value))).toEqual([600, 419, 219, 0]);
    // 6 000 × 10 % ÷ (1.1³ − 1), then a tenth more each year.
    expect(of('capital').map((value) => Math.round(value))).toEqual([1813, 1994, 2193, 0]);
    expect(dettesDe(within.chiffrage)).toMatchObject([{ tire: 6000 }]);
    expect(Math.abs(dettesDe(within.chiffrage)[0]?.restant ?? 1)).toBeLessThan(1e-6);
  });

  it('costs a service its interest alone: what the capital bought is counted already', () => {
    const served = base.modalites.map((one, i) =>
      i === 0 ? { ...one, volume_annuel: 100, service_rendu: true } : one,
    );
    const one = { ...base, modalites: served, financements: [...base.financements, pret()] };
    const study = etudeAvecScenarios([one], []);
    const { indicateurs } = chiffrer(study, one, hypothesesDe(study));
    const [whole, each] = (['cout_total', 'cout_par_service'] as const).map((id) => indicateurs.get(id)?.valeur);
    expect(each).toBeCloseTo((whole ?? 0) / 400, 6);
    expect(indicateurs.get('cout_par_service')?.formule).toContain('total des dépenses − capital remboursé');
  });

  it('leaves its interest in the total cost at either end of what is uncertain', () => {
    const humains = base.moyens.humains.map((one) => ({
      ...one,
      cout_annuel: { min: 30000, mode: 40000, max: 50000 },
    }));
    const bars = (loans: readonly Source[]) => {
      const one = { ...base, moyens: { ...base.moyens, humains }, financements: [...base.financements, ...loans] };
      const study = etudeAvecScenarios([one], []);
      const chiffrage = chiffrer(study, one, hypothesesDe(study));
      const [bar] = simuler(chiffrage, hypothesesDe(study), 20, 1).tornade;
      return { middle: ((bar?.low ?? 0) + (bar?.high ?? 0)) / 2, coutTotal: chiffrage.coutTotal };
    };
    for (const { middle, coutTotal } of [bars([]), bars([pret()])]) expect(middle).toBeCloseTo(coutTotal, 6);
  });

  it('of ten years costs ten annuities: 60 000 € at 3,5 % ask 7 214 € a year, 72 145 € in all', () => {
    const one = { ...scenario('a', { duree_annees: 10 }) };
    const loan = pret({ montant: 60000, remboursement: { taux: 0.035, duree_annees: 10 } });
    const study = etudeAvecScenarios([{ ...one, financements: [...one.financements, loan] }], []);
    const [dette] = dettesDe(chiffrer(study, study.scenarios[0] as Scenario, hypothesesDe(study)));
    expect(dette?.annuites.map((value) => Math.round(value))).toEqual(Array.from({ length: 10 }, () => 7214));
    expect(Math.round(dette?.interets ?? 0)).toBe(12145);
    expect(dette?.restant).toBeCloseTo(0);
  });

  it('is the capital that is written, drawn by equal parts over its years, and given back from the last draw', () => {
    const [dette] = dettesDe(costed(pret({ annees: [1, 2] })).chiffrage);
    expect(dette?.tire).toBeCloseTo(6000);
    // 3 000 × 10 %, then 6 000 × 0.1 ÷ (1 − 1.1⁻³) three times.
    expect(dette?.annuites.map((value) => Math.round(value))).toEqual([300, 2413, 2413, 2413]);
    expect(dette?.restant).toBeCloseTo(0);
  });

  it('by constant capital, and only its interest before the first repayment that is written', () => {
    const late = costed(
      pret({ remboursement: { taux: 0.1, duree_annees: 2, premiere_annee: 4, profil: 'capital-constant' } }),
    );
    const [dette] = dettesDe(late.chiffrage);
    expect(dette?.annuites.map((value) => Math.round(value))).toEqual([600, 600, 600, 3600]);
    expect(dette?.restant).toBe(3000);
  });

  it('adds to the cost its interest alone, and to what is left what it draws less what it gives back', () => {
    const interest = 600 + 418.73 + 219.34;
    expect(valeur(within, 'cout_total') - valeur(without, 'cout_total')).toBeCloseTo(interest, 0);
    const solde = ({ chiffrage: { recettesTotales, depensesTotales } }: typeof within) =>
      recettesTotales - depensesTotales;
    expect(solde(within) - solde(without)).toBeCloseTo(6000 - 6000 - interest, 0);
    const last = ({ chiffrage }: typeof within) => chiffrage.tresorerie.soldes.at(-1) ?? Number.NaN;
    expect(last(within) - last(without)).toBeCloseTo(-interest, 0);
    expect(within.chiffrage.tresorerie.recettes[0]).toBeGreaterThanOrEqual(6000);
  });

  it('is the money of the bearer, who gives it back: no aid, no outside funder, and left to its charge', () => {
    const shares = Object.fromEntries(within.chiffrage.financeurs.map(({ financeur, part }) => [financeur, part]));
    expect(Object.values(shares).reduce((sum, part) => sum + part, 0)).toBeCloseTo(1);
    // Wholly given back within the plan, it was an advance: the shares are those of the plan without it.
    expect(shares.region).toBeCloseTo(
      without.chiffrage.financeurs.find(({ financeur }) => financeur === 'region')?.part ?? 0,
    );
    expect(valeur(within, 'part_autofinancement')).toBeCloseTo(valeur(without, 'part_autofinancement'));
    // What is still owed counts as the money of the bearer.
    const long = costed(pret({ remboursement: { taux: 0, duree_annees: 8 } }));
    const kept = long.chiffrage.recettesTotales - 3000;
    expect(
      valeur(long, 'part_autofinancement') * kept -
        valeur(without, 'part_autofinancement') * without.chiffrage.recettesTotales,
    ).toBeCloseTo(3000);
    const charge = valeur(within, 'reste_a_charge_annuel') - valeur(without, 'reste_a_charge_annuel');
    expect(charge).toBeCloseTo((600 + 418.73 + 219.34) / 4, 0);
    expect(within.chiffrage.recettes[0]).toEqual(without.chiffrage.recettes[0]);
  });

  it('asks for nothing in the draws where it is not had, and the formulas and the draws agree', () => {
    const sure = (source: Source) => ({ ...source, probabilite: 1 });
    const draw = (chance: number) => {
      const one = { ...base, financements: [...base.financements.map(sure), pret({ probabilite: chance })] };
      const study = etudeAvecScenarios([one], []);
      const chiffrage = chiffrer(study, one, hypothesesDe(study));
      return { chiffrage, drawn: simuler(chiffrage, hypothesesDe(study), 300, 1) };
    };
    const { chiffrage, drawn } = draw(1);
    expect(drawn.solde.p50).toBeCloseTo(chiffrage.recettesTotales - chiffrage.depensesTotales, 4);
    expect(drawn.coutAnnuel.p50).toBeCloseTo(valeur({ chiffrage, study: within.study }, 'cout_annuel'), 4);
    const none = draw(0).drawn;
    expect(none.coutAnnuel.p50).toBeCloseTo(valeur(without, 'cout_annuel'), 4);
  });
});

it('weighs most where the year spends least, of annuities that are equal but for their last digits', () => {
  const dette = (...annuites: number[]) => ({ annuites }) as unknown as ReturnType<typeof dettesDe>[number];
  const equal = annuiteLaPlusForte([dette(4055.000001, 4055, 4055.000003)], [121925, 82801, 92166]);
  expect(equal).toMatchObject({ annee: 1, egales: true });
  expect(equal?.part).toBeCloseTo(4055 / 82801, 6);
  expect(annuiteLaPlusForte([dette(100, 900, 500)], [1000, 9000, 1000])).toMatchObject({
    annee: 1,
    euros: 900,
    egales: false,
  });
  expect(annuiteLaPlusForte([], [1])).toBeNull();
});
