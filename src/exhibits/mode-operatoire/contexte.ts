/** What the exhibits of the mode opératoire are drawn from. */
import type { DiagnosticAnalysis } from '../../analysis/diagnostic/index.js';
import type { Annee } from '../../analysis/mode-operatoire/annee.js';
import type { Calendrier } from '../../analysis/mode-operatoire/calendrier.js';
import type { ScenarioEvalue } from '../../analysis/scenarios/evaluation.js';
import type { Study } from '../../study/study.js';
import type { ModeOperatoire } from '../../study/types.gen.js';
import type { ChartTheme } from '../charts/theme.js';
import type { Exhibit } from '../types.js';

export interface ContexteMode {
  etude: Study;
  mode: ModeOperatoire;
  one: ScenarioEvalue;
  base: DiagnosticAnalysis;
  annee: Annee;
  calendrier: Calendrier;
  theme: ChartTheme;
}

export type FabriqueMode = (contexte: ContexteMode) => Exhibit[];

export const ETATS: Readonly<Record<string, string>> = {
  remplie: 'Remplie',
  'en-cours': 'En cours',
  'a-engager': 'À engager',
  bloquante: 'Bloquante',
  'a-rediger': 'À rédiger',
  'en-discussion': 'En discussion',
  signee: 'Signée',
};

export const sourceMode = ({ mode }: ContexteMode): string =>
  `Source : mode opératoire de l’étude${mode.fiabilite === 'illustratif' ? ', illustratif' : ''}.`;
