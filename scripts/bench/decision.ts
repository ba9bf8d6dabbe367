/** Draws per second of the simulation, and time of the whole analysis at 30, 100 and 300 scenarios, within this process. */

import { chiffrer } from '../../src/analysis/scenarios/chiffrage.js';
import { hypothesesDe } from '../../src/analysis/scenarios/hypotheses.js';
import { type AnalyseScenarios, analyserScenarios } from '../../src/analysis/scenarios/index.js';
import { simuler } from '../../src/analysis/scenarios/tirages/simulation.js';
import { loadStudy } from '../../src/study/load.js';
import type { Study } from '../../src/study/study.js';

const DRAWS = 100_000;

/** The same scenario, its amounts and volumes multiplied by `factor`: alike, scenarios would all tie, and ties are another work than ranks. */
const AMOUNTS = new Set(['montant', 'cout', 'cout_annuel', 'volume_annuel']);

function scaled(value: unknown, factor: number, amount = false): unknown {
  if (typeof value === 'number') return amount ? value * factor : value;
  if (Array.isArray(value)) return value.map((item) => scaled(item, factor, amount));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => [key, scaled(own, factor, amount || AMOUNTS.has(key))]),
  );
}

/** From 0.8 to 1.2, spread over the scenarios. */
const factorOf = (i: number): number => 0.8 + (0.4 * ((i * 37) % 101)) / 101;

/** The study's scenarios again and again under new ids, each with amounts and notes of its own. */
function multiply(study: Study, count: number): Study {
  const copies = Array.from({ length: count }, (_, i) => {
    const original = study.scenarios[i % study.scenarios.length];
    if (!original) throw new Error('the study has no scenario');
    const scenario = scaled(original, factorOf(i)) as typeof original;
    return { original: original.id, scenario: { ...scenario, id: `${original.id}-${i}` } };
  });
  const criteres = study.criteres && {
    ...study.criteres,
    criteres: study.criteres.criteres.map((critere) => {
      const { notes } = critere.mesure;
      if (!notes) return critere;
      const own = copies.map(
        ({ original, scenario }, i) =>
          [
            scenario.id,
            (notes[original] ?? []).map((given) => ({ ...given, note: given.note * Math.min(1, factorOf(i)) })),
          ] as const,
      );
      return { ...critere, mesure: { ...critere.mesure, notes: Object.fromEntries(own) } };
    }),
  };
  return { ...study, scenarios: copies.map(({ scenario }) => scenario), criteres };
}

/** Draws and trials are made when they are read. */
function lire({ scenarios, evaluation, conclusion }: AnalyseScenarios): unknown[] {
  return [
    scenarios.map(({ simulation, viabilite }) => [simulation, viabilite.epreuves]),
    { ...evaluation },
    conclusion,
  ];
}

/** `empty` is the time of an empty `node` start, in seconds. */
export async function benchDecision(folder: string, empty: number): Promise<void> {
  const { study } = await loadStudy(folder, { cwd: folder });
  if (!study) throw new Error('the example study has errors');
  const hypotheses = hypothesesDe(study);
  const costed = study.scenarios.map((scenario) => chiffrer(study, scenario, hypotheses));
  for (const chiffrage of costed) simuler(chiffrage, hypotheses, 1000, 1);
  const start = performance.now();
  for (const chiffrage of costed) simuler(chiffrage, hypotheses, DRAWS, 1);
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `simulation : ${costed.length} scénarios × ${DRAWS} tirages en ${seconds.toFixed(2)} s (${(seconds / empty).toFixed(1)} ×), soit ${Math.round((costed.length * DRAWS) / seconds)} tirages par seconde   visé ≤ 1 s`,
  );
  for (const count of [30, 100, 300]) {
    const many = multiply(study, count);
    const [before, used] = [performance.now(), process.cpuUsage()];
    lire(analyserScenarios(many));
    const elapsed = (performance.now() - before) / 1000;
    const { user, system } = process.cpuUsage(used);
    const processor = (user + system) / 1e6;
    console.log(
      `analyse entière, ${count} scénarios, ${hypotheses.tirages} tirages : ${elapsed.toFixed(2)} s (${(elapsed / empty).toFixed(1)} ×), processeur ${processor.toFixed(2)} s soit ${((1000 * processor) / count).toFixed(1)} ms par scénario${count === 300 ? '   visé ≤ 2 s' : '   en proportion'}`,
    );
  }
}
