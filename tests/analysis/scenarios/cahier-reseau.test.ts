/** A page of a notebook: one scenario of the example worked out by hand, line by line, before the program is asked. */
import { beforeAll, describe, expect, it } from 'vitest';
import { anneeDe } from '../../../src/analysis/mode-operatoire/annee.js';
import { arrondiSelon } from '../../../src/analysis/montants.js';
import { type AnalyseScenarios, analyserScenarios } from '../../../src/analysis/scenarios/index.js';
import { etudeDe } from '../../support/composed.js';

let analyse: AnalyseScenarios;
beforeAll(async () => {
  const study = await etudeDe('data');
  analyse = analyserScenarios(study, { tirages: 200 });
});
const i = () => analyse.scenarios.findIndex(({ chiffrage }) => chiffrage.scenario.id === 'reseau-anime');
const c = () => {
  const found = analyse.scenarios[i()];
  if (!found) throw new Error('the scenario has gone');
  return found.chiffrage;
};

// Posts: 0,8 × 52 000 + 0,3 × 35 000. Overheads: 15 % of them.
const salaires = 41_600 + 10_500;
const structure = 0.15 * salaires;
const prestations = 18_000;
const deplacements = 4_000;
// Upkeep of the tools of the first year, then one more from the second.
const usage = 2_750 + 1_000 + 1_000 + 4_500 + 250;
const usage2 = usage + 2_500;
// Purchases: a computer, then the tools of the first year; one tool in the second. They do not follow prices.
const [achats1, achats2] = [2_500 + 2_000 + 1_750 + 250, 750];
const hausse = 1.015;
const courant = salaires + structure + prestations + deplacements;
const an1 = courant + usage + achats1;
const an2 = (courant + usage2) * hausse + achats2;
const an3 = (courant + usage2) * hausse ** 2;
const cout = an1 + an2 + an3;

// The aid: 64 % of posts, overheads, services bought and travel of the bearer; tools are out of its base; its ceiling of 55 000 is not met.
const aide = [0.64 * courant, 0.64 * courant * hausse, 0.64 * courant * hausse ** 2];
const groupe = 13_000;
const propre = 31_500;
// VAT paid back on what is bought: 16,404 %.
const tva = [0.16404 * achats1, 0.16404 * achats2, 0];
const somme = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const recettes = somme(aide) + 3 * groupe + 3 * propre + somme(tva);

describe('the network scenario, by hand', () => {
  it('spends', () => {
    expect(an1).toBe(97_915);
    expect(c().depensesAnnuelles[0]).toBeCloseTo(an1, 6);
    expect(c().depensesAnnuelles[1]).toBeCloseTo(an2, 6);
    expect(c().depensesAnnuelles[2]).toBeCloseTo(an3, 6);
    expect(c().indicateurs.get('cout_annuel')?.valeur).toBeCloseTo(cout / 3, 6);
  });

  it('receives', () => {
    expect(aide[0]).toBeCloseTo(52_425.6, 6);
    expect(c().recettesTotales).toBeCloseTo(recettes, 6);
    // The group's money stands under two names, a half each.
    expect(c().financeurs.filter(({ part }) => Math.abs(part - (0.5 * 3 * groupe) / recettes) < 1e-12)).toHaveLength(2);
    // By their chances (70 %, 60 %, 95 %, certain) the receipts do not reach the expenses less 5 %.
    const probables = 0.7 * somme(aide) + 0.6 * 3 * groupe + 0.95 * 3 * propre + somme(tva);
    expect(probables).toBeLessThan(0.95 * cout);
    expect(analyse.scenarios[i()]?.viabilite.tests.find(({ id }) => id === 'equilibre')?.etat).toBe('sous condition');
  });

  it('asks days of two sides', () => {
    // 120 requests × 0,7 day; 40 visits × 1,5; 10 projects × 7; 12 meetings × 3.
    const [requests, visits, projects, meetings] = [84, 60, 70, 36];
    const porteur = requests + 0.3 * visits + 0.55 * projects + 0.6 * meetings;
    const partenaires = 0.7 * visits + 0.45 * projects + 0.4 * meetings;
    const [y1, , y3] = c().charge.annees;
    expect(y1?.joursPorteur).toBeCloseTo(0.5 * porteur, 9);
    expect(y3?.joursPorteur).toBeCloseTo(porteur, 9);
    expect(y3?.joursPartenaires).toBeCloseTo(partenaires, 9);
    // One full-time equivalent: 1 607 hours at 7.8 a day, three quarters for the service. Partners: 25 + 20 + 15 + 15 + 15 + 4 + 3 + 2.
    expect(y3?.capacitePorteur).toBeCloseTo(1.1 * 0.75 * (1607 / 7.8), 9);
    expect(y3?.capacitePartenaires).toBe(99);
    expect(c().charge.taux).toBeCloseTo(porteur / (1.1 * 0.75 * (1607 / 7.8)), 9);
    expect(c().indicateurs.get('service_rendu_annuel')?.valeur).toBe(40 + 10);
    expect(c().indicateurs.get('cout_par_service')?.valeur).toBeCloseTo(cout / (50 * (0.5 + 0.8 + 1)), 6);
  });

  it('lacks cash until the aid comes: claimed each half-year, it is paid fourteen months after', () => {
    const mois = (courant + usage) / 12;
    // Month 1: what is at hand, own funds, purchases and a twelfth of the year; the group pays from month 4.
    const m1 = 40_000 + propre / 12 - achats1 - mois;
    const m12 = m1 + 11 * (propre / 12 - mois) + 9 * (groupe / 12);
    // The six months claimed at the end of month 6 are paid in month 20.
    const m19 = m12 - achats2 + 7 * (propre / 12 + groupe / 12 - ((courant + usage2) * hausse) / 12);
    expect(c().tresorerie.soldes[0]).toBeCloseTo(m1, 6);
    expect(c().tresorerie.soldes[11]).toBeCloseTo(m12, 6);
    expect(c().tresorerie.minimum.mois).toBe(19);
    expect(c().tresorerie.minimum.solde).toBeCloseTo(m19, 6);
    // Once the last receipt is in, what is left is the opening cash and the balance.
    expect(c().tresorerie.soldes.at(-1)).toBeCloseTo(40_000 + recettes - cout, 6);
    // Each month that ends below zero is lent at 2 % a year; the mode opératoire tells it too.
    const lent = c().tresorerie.soldes.reduce((sum, solde) => sum + Math.max(0, -solde), 0);
    expect(anneeDe(c(), '2018-09').interets).toBeCloseTo((lent * 0.02) / 12, 6);
  });

  it('is worth its points', () => {
    const besoins = c().indicateurs.get('couverture_besoins')?.valeur ?? Number.NaN;
    const points =
      (20 * (300_000 - cout / 3)) / 240_000 +
      (20 * (50 - 20)) / 100 +
      15 * besoins +
      (15 * (3 - 1)) / 4 +
      (10 * (18 - 4)) / 16 +
      10 * (1 - somme(aide) / recettes) +
      // Risks: 4 × 3 and 4 × 3.
      (10 * (25 - 12)) / 24;
    expect(analyse.evaluation?.scores[i()]).toBeCloseTo(points, 6);
  });

  it('is told with no more digits than its interval allows', () => {
    expect(arrondiSelon(92_828, 88_963, 97_559)).toBe(93_000);
    expect(arrondiSelon(92_828, 92_800, 92_850)).toBe(92_830);
    expect(arrondiSelon(92_828.4, 92_828, 92_829)).toBe(92_828);
  });
});
