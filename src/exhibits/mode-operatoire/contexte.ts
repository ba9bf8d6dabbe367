/** What the exhibits of the mode opératoire are drawn from. */
import type { DiagnosticAnalysis } from '../../analysis/diagnostic/index.js';
import type { Annee } from '../../analysis/mode-operatoire/annee.js';
import type { SujetCadre } from '../../analysis/mode-operatoire/cadre.js';
import type { Calendrier } from '../../analysis/mode-operatoire/calendrier.js';
import type { ChargeAnnee } from '../../analysis/mode-operatoire/charge-annee.js';
import type { ConventionsAnalysis } from '../../analysis/mode-operatoire/conventions.js';
import type { Exercices } from '../../analysis/mode-operatoire/exercices.js';
import type { Parcours } from '../../analysis/mode-operatoire/parcours.js';
import type { Versements } from '../../analysis/mode-operatoire/versements.js';
import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import type { Libelles, Study } from '../../study/study.js';
import type { ModeOperatoire } from '../../study/types.gen.js';
import type { ChartTheme } from '../charts/drawing/theme.js';
import type { Exhibit, Ton } from '../types.js';

export interface ContexteMode {
  etude: Study;
  mode: ModeOperatoire;
  one: ScenarioEvalue;
  base: DiagnosticAnalysis;
  annee: Annee;
  versements: Versements;
  calendrier: Calendrier;
  parcours: Parcours;
  conventions: ConventionsAnalysis;
  cadre: SujetCadre[];
  exercices: Exercices;
  charge: ChargeAnnee;
  theme: ChartTheme;
}

/** Whose budget, means and cash the document gives: the scenario's, or those of a lighter trial of it. */
export const duScenario = ({ one }: Pick<ContexteMode, 'one'>): 'du scénario' | 'de l’essai' =>
  one.chiffrage.scenario.essai_de === undefined ? 'du scénario' : 'de l’essai';

export type FabriqueMode = (contexte: ContexteMode) => Exhibit[];

type Mode = NonNullable<Study['mode_operatoire']>;
type EtatCondition = NonNullable<Mode['conditions']>['techniques'][number]['etat'];
type EtatConvention = NonNullable<Mode['conventions']>[number]['etat'];

/** A condition or a convention, as one sees it stand. */
export type EtatSuivi = NonNullable<EtatCondition | EtatConvention>;

export const ETATS: Libelles<EtatSuivi> = {
  remplie: 'Remplie',
  'en-cours': 'En cours',
  'a-engager': 'À engager',
  bloquante: 'Bloquante',
  'a-rediger': 'À rédiger',
  'en-discussion': 'En discussion',
  signee: 'Signée',
};

/** What a workbook sets apart among these states. */
export const TONS_ETATS: Readonly<Record<string, Ton>> = {
  Remplie: 'bon',
  Signée: 'bon',
  'En cours': 'attention',
  'En discussion': 'attention',
  Bloquante: 'alerte',
};

export const sourceMode = ({ mode }: ContexteMode): string =>
  `Source : mode opératoire de l’étude${mode.fiabilite === 'illustratif' ? ', illustratif' : ''}.`;
