/** Assumptions common to the scenarios, with what stands in for those that the study does not give. */
import type { Study } from '../../study/study.js';

export interface Hypotheses {
  /** Years costed, at most. */
  annees: number;
  /** Days worked by a full-time equivalent in a year, and their share left for the modalities. */
  joursParEtp: number;
  partProductive: number;
  /** Yearly growth of costs from the second year. */
  evolution: number;
  /** Euros at hand on the first day. */
  tresorerieInitiale: number;
  distribution: 'triangular' | 'pert';
  anneesIndependantes: boolean;
  tirages: number;
}

/** 1 607 hours a year (decree 2000-815) at 7 hours a day. */
const JOURS_PAR_ETP = 1607 / 7;

export function hypothesesDe({ criteres }: Study): Hypotheses {
  const given = criteres?.hypotheses ?? {};
  const jours =
    given.jours_par_etp ??
    (given.heures_par_etp !== undefined ? given.heures_par_etp / (given.heures_par_jour ?? 7) : JOURS_PAR_ETP);
  return {
    annees: given.duree_annees ?? 3,
    joursParEtp: jours,
    partProductive: given.part_productive ?? 1,
    evolution: given.evolution_annuelle ?? 0,
    tresorerieInitiale: given.tresorerie_initiale ?? 0,
    distribution: given.distribution === 'pert' ? 'pert' : 'triangular',
    anneesIndependantes: given.annees_independantes ?? false,
    tirages: given.tirages ?? 10_000,
  };
}
