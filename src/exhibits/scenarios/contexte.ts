/** What the exhibits of the scenarios are drawn from, and the words that they share. */
import type { DiagnosticAnalysis } from '../../analysis/diagnostic/index.js';
import type { PerimetresAnalysis } from '../../analysis/priorites/perimetres.js';
import type { PrioritesAnalysis } from '../../analysis/priorites/priorites.js';
import type { Evaluation, ScenarioEvalue } from '../../analysis/scenarios/evaluation.js';
import type { AnalyseScenarios } from '../../analysis/scenarios/index.js';
import { nomActeur } from '../../analysis/vocabulaire.js';
import type { Study } from '../../study/study.js';
import type { ChartTheme } from '../charts/theme.js';
import type { Exhibit } from '../types.js';

export interface ContexteScenarios {
  etude: Study;
  analyse: AnalyseScenarios;
  base: DiagnosticAnalysis;
  priorites: PrioritesAnalysis;
  perimetres: PerimetresAnalysis;
  theme: ChartTheme;
}

export type FabriqueScenarios = (contexte: ContexteScenarios) => Exhibit[];
/** Exhibits of one scenario; `index` is its place among the scenarios compared. */
export type FabriqueScenario = (contexte: ContexteScenarios, scenario: ScenarioEvalue, index: number) => Exhibit[];

export const FORMES: Readonly<Record<string, string>> = {
  regie: 'service en régie',
  convention: 'réseau lié par des conventions',
  entente: 'entente intercommunale',
  'convention-objectifs': 'conventions d’objectifs',
  association: 'association',
  scic: 'société coopérative d’intérêt collectif',
  gip: 'groupement d’intérêt public',
};

export const ROLES: Readonly<Record<string, string>> = {
  pilote: 'Pilote',
  operateur: 'Opérateur',
  relais: 'Relais',
  financeur: 'Financeur',
};

export const acteur = (etude: Study, id: string): string => nomActeur(etude, id) ?? id;
export const acteurs = (etude: Study, ids: readonly string[] | undefined): string | null =>
  ids?.length ? ids.map((id) => acteur(etude, id)).join(', ') : null;

export const court = ({ chiffrage: { scenario } }: ScenarioEvalue): string => scenario.titre_court ?? scenario.titre;

/** Years of the plan, as column keys and headers. */
export const annees = ({
  chiffrage,
}: ScenarioEvalue): { key: string; header: string; format: 'euros'; width: number }[] =>
  chiffrage.depensesAnnuelles.map((_, i) => ({
    key: `annee_${i + 1}`,
    header: `Année ${i + 1} (€)`,
    format: 'euros',
    width: 0.9,
  }));

export const parAnnee = (values: readonly number[]): Record<string, number> =>
  Object.fromEntries(values.map((value, i) => [`annee_${i + 1}`, value]));

/** « illustratif » said under each exhibit drawn from a scenario that is. */
export const sourceScenario = (etude: Study, { chiffrage: { scenario } }: ScenarioEvalue, more = ''): string =>
  `Source : fiche du scénario${etude.criteres ? ' et hypothèses de l’étude' : ''}${scenario.fiabilite === 'illustratif' ? ', chiffres illustratifs' : ''}${more}.`;

/** The context once the scenarios could be compared. */
export type Avec = ContexteScenarios & { evaluation: Evaluation };

/** Short title of the scenario at a place. */
export const titre = ({ analyse }: Avec, i: number): string => {
  const one = analyse.scenarios[i];
  return one ? court(one) : '';
};
