/** What the exhibits of the projects are drawn from. */

import type { StudyAt } from '../../analysis/dates.js';
import type { DiagnosticAnalysis } from '../../analysis/diagnostic/index.js';
import { CAS_POUR_UN_TAUX } from '../../analysis/preuves.js';
import type { BilanAnalysis } from '../../analysis/projets/bilan.js';
import type { BaseJours } from '../../analysis/projets/jours-prevus.js';
import type { Libelles, Study } from '../../study/study.js';
import type { Reference } from '../../study/types.gen.js';
import { partDe } from '../../texte/accords.js';
import type { ChartTheme } from '../charts/drawing/theme.js';

export interface ContexteProjets {
  etude: Study & Pick<StudyAt, 'reunionsPrevues'>;
  bilan: BilanAnalysis;
  base: DiagnosticAnalysis;
  /** Rules of the whole study, whatever their dates. */
  references: readonly Reference[];
  /** ISO date at which the document speaks. */
  date: string;
  theme: ChartTheme;
}

export const ETATS_PROJET: Libelles<Study['projets'][number]['etat']> = {
  pressenti: 'Pressenti',
  retenu: 'Retenu',
  'en-cours': 'En cours',
  termine: 'Terminé',
  abandonne: 'Abandonné',
};

/** What foresaw the days of a team. */
export const BASES_JOURS: Libelles<BaseJours> = {
  charge: 'plan de charge de l’année',
  convention: 'sa convention',
  scenario: 'le scénario, sans convention',
  aucune: 'ni convention ni scénario',
};

/** The same where what was foreseen is of a time longer than a year. */
export const BASES_LONGUES: Libelles<BaseJours> = { ...BASES_JOURS, charge: 'plan de charge' };

/** To be said beside them. */
export const BASES_INEGALES =
  'Le plan de charge compte la montée en charge de la première année ; une convention compte l’année pleine.';

/** To be said beside a table that leaves out the share of what is few: « prevu » of its lines, and what they are of. */
export const sansPourcent = (prevus: readonly (number | null)[], unite: string): string =>
  prevus.some((prevu) => prevu !== null && prevu > 0 && prevu < CAS_POUR_UN_TAUX)
    ? ` Sous ${CAS_POUR_UN_TAUX}${unite} prévus, aucun pourcentage n’est donné.`
    : '';

export const sourceProjets = ({ bilan }: ContexteProjets): string => {
  const total = bilan.projets.length;
  const illustratifs = bilan.projets.filter(({ projet }) => projet.fiabilite === 'illustratif').length;
  if (illustratifs === 0) return 'Source : fiches des projets.';
  return total > 1 && illustratifs === total
    ? 'Source : fiches des projets, toutes illustratives.'
    : `Source : fiches des projets ; ${partDe(illustratifs, total, 'fiche', 'illustrative')}.`;
};

export const SOURCE_EVALUATION = 'Source : cadre d’évaluation et mode opératoire de l’étude.';
