import type { AnalyseScenarios } from '../../analysis/scenarios/index.js';
import { itemAt, numberAt } from '../../lists/at.js';

/** The whole comparison for a script: amounts in euros, shares from 0 to 1, scores out of 100. */
export function scoreJson({
  scenarios,
  evaluation,
  ponderation,
  conclusion,
  tirages,
  graine,
}: AnalyseScenarios): string {
  const ids = scenarios.map(({ chiffrage }) => chiffrage.scenario.id);
  const named = (values: readonly number[]): Record<string, number> =>
    Object.fromEntries(ids.map((id, i) => [id, numberAt(values, i)]));
  const content = {
    tirages,
    graine,
    conclusion,
    scenarios: scenarios.map(({ chiffrage, simulation, viabilite }, i) => ({
      id: chiffrage.scenario.id,
      titre: chiffrage.scenario.titre,
      rang: evaluation?.ranks[i] ?? null,
      score: evaluation?.scores[i] ?? null,
      score_benefices: evaluation?.benefices?.[i] ?? null,
      premier_ponderations: evaluation?.smaa.rankAcceptability[i]?.[0] ?? null,
      premier_limites_poids: evaluation?.smaaBornee?.rankAcceptability[i]?.[0] ?? null,
      premier_couts: evaluation?.premierSelonTirages[i] ?? null,
      depenses: {
        par_annee: chiffrage.depensesAnnuelles,
        par_nature: Object.fromEntries(Object.entries(chiffrage.parNature).filter(([, amount]) => amount !== 0)),
        par_porteur: chiffrage.parPorteur,
      },
      indicateurs: Object.fromEntries([...chiffrage.indicateurs.values()].map(({ id, valeur }) => [id, valeur])),
      cout_annuel: simulation.coutAnnuel,
      solde: simulation.solde,
      probabilite_deficit: simulation.probabiliteDeficit,
      probabilite_tresorerie_negative: simulation.probabiliteTresorerieNegative,
      probabilite_tresorerie_insuffisante: simulation.probabiliteTresorerieInsuffisante,
      charge: simulation.charge,
      probabilite_surcharge: simulation.probabiliteSurcharge,
      tornade: simulation.tornade,
      viabilite,
      mesures: evaluation
        ? Object.fromEntries(evaluation.criteres.map(({ id }, j) => [id, evaluation.mesures[i]?.[j]]))
        : null,
      contributions: evaluation
        ? Object.fromEntries(evaluation.criteres.map(({ id }, j) => [id, evaluation.contributions[i]?.[j]]))
        : null,
    })),
    criteres: evaluation?.criteres.map((critere, j) => {
      const { top } = itemAt(evaluation.stabilite, j);
      return {
        ...critere,
        premier_de: top.min * 100,
        premier_a: top.max * 100,
        rupture: evaluation.rupture?.breakEven[j]?.value ?? null,
      };
    }),
    recoupements: evaluation?.recoupements.map(({ methode, premier, ranks, accord }) => ({
      methode,
      premier: ids[premier],
      rangs: named(ranks),
      meme_premier: accord.sameBest,
    })),
    avance: evaluation?.avance ?? null,
    changement_critique: evaluation?.changementCritique ?? null,
    avance_selon_cout: evaluation?.avanceSelonCout ?? null,
    notes: evaluation?.notes ?? [],
    renversements: (evaluation?.renversements ?? []).map(({ methode, sans, alors }) => ({
      methode,
      sans: ids[sans],
      premier: ids[alors],
    })),
    ponderation: ponderation && { methode: ponderation.methode, avertissement: ponderation.avertissement },
    ecartes: evaluation?.ecartes ?? [],
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
