/** Assumptions common to the scenarios and thresholds of the tests, with what stands in for those that the study does not give. */
import type { Study } from '../../study/study.js';
import { nombreFr } from '../../texte/nombres.js';

type Viabilite = NonNullable<NonNullable<Study['criteres']>['viabilite']>;

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
  /** Yearly interest of a credit line; null when the study gives none. */
  tauxLigne: number | null;
  distribution: 'triangular' | 'pert';
  anneesIndependantes: boolean;
  tirages: number;
}

/** What the page and the workbook both call them. */
export const LIBELLES_HYPOTHESES = {
  joursParEtp: 'Jours par équivalent temps plein et par an',
  partProductive: 'Part de ces jours disponible pour les modalités',
  evolution: 'Hausse annuelle des coûts, hors achats',
  tresorerieInitiale: 'Trésorerie de départ',
  tauxLigne: 'Taux annuel de la ligne de trésorerie',
  autofinancement: 'Autofinancement minimal',
} as const;

/** A day of the legal year of 1 607 hours (decree 2000-815), which is that of 35 hours a week. */
export const HEURES_PAR_JOUR = 7;
const JOURS_PAR_ETP = 1607 / HEURES_PAR_JOUR;

export function hypothesesDe({ criteres }: Study): Hypotheses {
  const given = criteres?.hypotheses ?? {};
  const jours =
    given.jours_par_etp ??
    (given.heures_par_etp !== undefined
      ? given.heures_par_etp / (given.heures_par_jour ?? HEURES_PAR_JOUR)
      : JOURS_PAR_ETP);
  return {
    annees: given.duree_annees ?? 3,
    joursParEtp: jours,
    partProductive: given.part_productive ?? 1,
    evolution: given.evolution_annuelle ?? 0,
    tresorerieInitiale: given.tresorerie_initiale ?? 0,
    tauxLigne: given.taux_ligne_tresorerie ?? null,
    distribution: given.distribution === 'pert' ? 'pert' : 'triangular',
    anneesIndependantes: given.annees_independantes ?? false,
    tirages: given.tirages ?? 10_000,
  };
}

/** Working days of a week. */
const JOURS_PAR_SEMAINE = 5;

/** Hours of the working week that the days of a full-time equivalent suppose, and those of its day; null when the study gives days alone. */
export function semaineDe({ criteres }: Pick<Study, 'criteres'>): { heures: number; parJour: number } | null {
  const { heures_par_jour: told, heures_par_etp: hours, jours_par_etp: days } = criteres?.hypotheses ?? {};
  const deduced = days === undefined ? HEURES_PAR_JOUR : hours === undefined ? null : hours / days;
  const parJour = told ?? deduced;
  return parJour === null ? null : { heures: parJour * JOURS_PAR_SEMAINE, parJour };
}

/** « semaine de 39 h, en cinq jours de 7,8 h »; null when it cannot be told. */
export function semaineEnClair(study: Pick<Study, 'criteres'>): string | null {
  const week = semaineDe(study);
  return week ? `semaine de ${nombreFr(week.heures)}\u00a0h, en cinq jours de ${nombreFr(week.parJour)}\u00a0h` : null;
}

export interface Seuils {
  /** Share of the expenses that receipts may lack. */
  equilibre: number;
  /** Least share of own funds, from a dated reference; null when the study names none. */
  autofinancement: { part: number; reference: { id: string; titre: string } } | null;
  /** Days asked ÷ days brought, at most. */
  charge: number;
  /** Share of the first funder, at most. */
  dependance: number;
  /** Herfindahl index of the funders, at most; null when the study gives none. */
  herfindahl: number | null;
  /** Lowest balance admitted, in euros. */
  tresorerie: number;
  /** Points of 100 under which nothing separates two scenarios. */
  ecart: number;
  engagement: NonNullable<Viabilite['engagement_minimal']>;
  /** What the contract wants of a new legal person; null when it admits both. */
  entite: 'exclue' | 'attendue' | null;
}

export function seuilsDe({ criteres, references, contrat }: Study): Seuils {
  const entite = contrat?.nouvelle_entite ?? 'admise';
  const given: Viabilite = criteres?.viabilite ?? {};
  const reference = references.find(({ id }) => id === given.reference_autofinancement);
  return {
    equilibre: given.seuil_equilibre ?? 0.05,
    autofinancement:
      reference && typeof reference.valeur === 'number'
        ? { part: reference.valeur / 100, reference: { id: reference.id, titre: reference.titre } }
        : null,
    charge: given.seuil_charge ?? 1,
    dependance: given.seuil_dependance ?? 0.7,
    herfindahl: given.seuil_herfindahl ?? null,
    tresorerie: given.seuil_tresorerie ?? 0,
    ecart: given.seuil_ecart ?? 5,
    engagement: given.engagement_minimal ?? 'volontaire',
    entite: entite === 'admise' ? null : entite,
  };
}
