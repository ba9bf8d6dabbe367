/** The draws are laid out flat for speed: over random scenarios, they give what the formulas give. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZERO } from '../../../src/analysis/formules/formule.js';
import { evaluer } from '../../../src/analysis/formules/valeur.js';
import { colonnesDe } from '../../../src/analysis/incertitude/colonnes.js';
import { seededRandom, seededUniforms } from '../../../src/analysis/incertitude/random.js';
import { LOT, tireurDe } from '../../../src/analysis/incertitude/tireur.js';
import { fourchette } from '../../../src/analysis/montants.js';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { chargeAvec, recettesAvec, soldeMinimumAvec } from '../../../src/analysis/scenarios/chiffrage-eprouve.js';
import { montantEnCroisiere } from '../../../src/analysis/scenarios/depenses-et-charge/activite.js';
import { tirerVolumes } from '../../../src/analysis/scenarios/depenses-et-charge/volumes.js';
import { comptesParAn } from '../../../src/analysis/scenarios/financement/comptes.js';
import { hypothesesDe, seuilsDe } from '../../../src/analysis/scenarios/hypotheses.js';
import { planDeTirages } from '../../../src/analysis/scenarios/tirages/plan-tirages.js';
import { simuler } from '../../../src/analysis/scenarios/tirages/simulation.js';
import type { Scenario } from '../../../src/study/types.gen.js';
import { etudeAleatoire } from '../random-scenarios.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

/** The scenario with other unit amounts, and nothing of the sources that are not had. */
function change(s: Scenario, factor: number, had: readonly boolean[]): Scenario {
  const times = (amount: Parameters<typeof fourchette>[0]): number => (fourchette(amount)?.mode ?? 0) * factor;
  return {
    ...s,
    moyens: {
      humains: s.moyens.humains.map((p) => ({ ...p, cout_annuel: times(p.cout_annuel) })),
      materiels: (s.moyens.materiels ?? []).map((b) => ({ ...b, cout: times(b.cout) })),
      fonctionnement: (s.moyens.fonctionnement ?? []).map((f) => ({
        ...f,
        cout_annuel: times(f.cout_annuel),
        ...(f.cout_unitaire === undefined ? {} : { cout_unitaire: times(f.cout_unitaire) }),
      })),
    },
    // Who pays aside does so whether the source is had or not.
    financements: s.financements.map((source, i) =>
      had[i]
        ? source
        : {
            ...source,
            ...(source.taux === undefined ? { montant: 0 } : { taux: 0 }),
            ...(source.tarif === undefined ? {} : { tarif: 0 }),
          },
    ),
  };
}

describe('flat draws', () => {
  it('give the expenses, receipts and lowest balance of the model', () => {
    fc.assert(
      fc.property(
        etudeAleatoire,
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        (study, factor, had) => {
          const hypotheses = hypothesesDe(study);
          for (const s of study.scenarios) {
            const c = chiffrer(study, s, hypotheses);
            const colonne = colonnesDe(1);
            const plan = planDeTirages(
              c,
              c.tresorerie.depart,
              {
                unitaires: c.lignes.map(({ montant }) =>
                  Array.from({ length: c.annees }, () => colonne(montant.mode * factor)),
                ),
                obtenus: s.financements.map((_, i) => colonne(had[i] ? 1 : 0)),
                fixes: s.financements.map((source) => colonne(montantEnCroisiere(s, source)?.mode ?? 0)),
              },
              colonne,
            );
            plan.calculer();
            // What a run left behind is no part of the next.
            plan.calculer();
            const model = chiffrer(study, change(s, factor, had), hypotheses);
            expect(plan.depenses[0]).toBeCloseTo(model.depensesTotales, 5);
            expect(plan.couts[0]).toBeCloseTo(model.coutTotal, 5);
            expect(plan.recettes[0]).toBeCloseTo(model.recettesTotales, 5);
            expect(plan.soldeMinimum[0]).toBeCloseTo(model.tresorerie.minimum.solde, 5);
            const comptes = comptesParAn(model);
            expect(plan.comptes).toHaveLength(comptes.length);
            for (const [i, { depenses, recettes }] of plan.comptes.entries()) {
              expect(depenses[0]).toBeCloseTo(model.modele.nombre(model.cles.compte('depenses', i)), 5);
              expect(recettes[0]).toBeCloseTo(model.modele.nombre(model.cles.compte('recettes', i)), 5);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('give the load of the model where nothing is uncertain', () => {
    const sure = <T extends Parameters<typeof fourchette>[0]>(quantity: T): number => fourchette(quantity)?.mode ?? 0;
    fc.assert(
      fc.property(etudeAleatoire, (study) => {
        const hypotheses = hypothesesDe(study);
        for (const s of study.scenarios) {
          const c = chiffrer(
            study,
            {
              ...s,
              modalites: s.modalites.map((m) => ({
                ...m,
                volume_annuel: sure(m.volume_annuel),
                jours_par_unite: sure(m.jours_par_unite),
              })),
              partenaires: s.partenaires.map((p) => ({ ...p, jours_an: sure(p.jours_an) })),
            },
            hypotheses,
          );
          const { charges } = tirerVolumes(c, hypotheses, 3, 1);
          for (const charge of charges) {
            if (c.charge.taux === null) expect(charge).toBe(Number.POSITIVE_INFINITY);
            else expect(charge).toBeCloseTo(c.charge.taux, 9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** The same numbers, to their last bit: one by one they would be long to compare. */
const sameBytes = (one: Float64Array | undefined, other: Float64Array | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  Buffer.from(one.buffer, one.byteOffset, one.byteLength).equals(
    Buffer.from(other.buffer, other.byteOffset, other.byteLength),
  );

describe('numbers of a seed', () => {
  it('are the same one by one and by runs of any length', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 5 }), (seed, lengths) => {
        const [fill, random] = [seededUniforms(seed), seededRandom(seed)];
        for (const length of lengths) {
          const run = new Float64Array(length);
          fill(run);
          expect(sameBytes(run, Float64Array.from({ length }, random))).toBe(true);
        }
      }),
    );
  });

  it('place the amounts of a group together, each year of its own when years are independent', () => {
    const items = [0, 100, 0].map((min) => ({ type: 'triangular' as const, min, mode: min + 1, max: min + 2 }));
    const tireur = tireurDe(items, 2, true, ['a', 'a', null], colonnesDe(1));
    const places = new Float64Array(tireur.nombres);
    seededUniforms(7)(places);
    tireur.tirer(places, tireur.nombres);
    const [a1 = 0, a2 = 0, b1, b2, c1, c2] = tireur.montants.flat().map(([amount]) => amount);
    expect([b1, b2]).toEqual([a1 + 100, a2 + 100].map((x) => expect.closeTo(x, 9)));
    expect(new Set([a1, a2, c1, c2]).size).toBe(4);
  });
});

describe('draws', () => {
  it('are the same whatever draws come after them: the last run may be short', () => {
    fc.assert(
      fc.property(etudeAleatoire, fc.integer({ min: 1, max: 3 * LOT }), (study, tirages) => {
        const hypotheses = hypothesesDe(study);
        for (const s of study.scenarios) {
          const c = chiffrer(study, s, hypotheses);
          const [short, long] = [tirages, 4 * LOT].map((count) => simuler(c, hypotheses, count, 5));
          for (const name of ['couts', 'demandes', 'services'] as const)
            expect(sameBytes(short?.[name], long?.[name].subarray(0, tirages))).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('a great number of draws', () => {
  it('begins as a small one does, though its numbers are not kept', () => {
    const study = etudeAvecScenarios([scenario('a')]);
    const hypotheses = hypothesesDe(study);
    const [only] = study.scenarios;
    if (!only) throw new Error('a scenario expected');
    const c = chiffrer(study, only, hypotheses);
    const [few, many] = [simuler(c, hypotheses, 600, 5), simuler(c, hypotheses, 600_000, 5)];
    expect(many.couts.subarray(0, 600)).toEqual(few.couts);
  });
});

describe('the months', () => {
  it('hold to the last digit what their formulas give', () => {
    fc.assert(
      fc.property(etudeAleatoire, (study) => {
        const hypotheses = hypothesesDe(study);
        for (const s of study.scenarios) {
          const { modele: m, cles: k, tresorerie } = chiffrer(study, s, hypotheses);
          const names = (['depenses', 'recettes', 'solde'] as const).flatMap((name) =>
            tresorerie.soldes.map((_, month) => k.mois(name, month)),
          );
          const told = names.map((name) => evaluer(m.cellule(name).formule ?? ZERO, m.valeur));
          expect(names.map(m.nombre)).toEqual(told);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a trial', () => {
  it('finds what the whole scenario so made finds, to the last digit', () => {
    fc.assert(
      fc.property(etudeAleatoire, fc.integer({ min: 0, max: 8 }), (study, retard) => {
        const [hypotheses, seuils] = [hypothesesDe(study), seuilsDe(study)];
        for (const s of study.scenarios) {
          const whole = chiffrer(study, s, hypotheses, seuils);
          const made = (changes: Partial<Scenario>) =>
            chiffrer(study, { ...whole.scenario, ...changes }, hypotheses, seuils);
          const late = whole.scenario.financements.map((f) => ({
            ...f,
            delai_versement_mois: (f.delai_versement_mois ?? 0) + retard,
          }));
          expect(soldeMinimumAvec(whole, late)).toEqual(made({ financements: late }).tresorerie.minimum);
          const fewer = whole.scenario.financements.slice(1).map((f) => (f.taux ? { ...f, taux: f.taux / 3 } : f));
          expect(recettesAvec(whole, fewer)).toBe(made({ financements: fewer }).recettesTotales);
          const partenaires = whole.scenario.partenaires.slice(1);
          expect(chargeAvec(study, { ...whole.scenario, partenaires }, hypotheses, seuils)).toEqual(
            made({ partenaires }).charge,
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
