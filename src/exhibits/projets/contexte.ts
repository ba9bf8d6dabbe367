/** What the exhibits of the projects are drawn from. */
import type { DiagnosticAnalysis } from '../../analysis/diagnostic/index.js';
import type { BilanAnalysis } from '../../analysis/projets/bilan.js';
import type { Study } from '../../study/study.js';
import type { ChartTheme } from '../charts/theme.js';

export interface ContexteProjets {
  etude: Study;
  bilan: BilanAnalysis;
  base: DiagnosticAnalysis;
  theme: ChartTheme;
}

export const ETATS_PROJET: Readonly<Record<string, string>> = {
  pressenti: 'Pressenti',
  retenu: 'Retenu',
  'en-cours': 'En cours',
  termine: 'Terminé',
  abandonne: 'Abandonné',
};

export const sourceProjets = ({ bilan }: ContexteProjets): string => {
  const illustratifs = bilan.projets.filter(({ projet }) => projet.fiabilite === 'illustratif').length;
  return `Source : fiches des projets${illustratifs ? `, dont ${illustratifs} à titre illustratif` : ''}.`;
};
