/** What each deliverable is called and what it reads, apart from what composes it: to check the author's texts asks no more. */
import type { Study } from '../study/study.js';
import { type DeliverableDefaults, INVENTAIRES } from './deliverable.js';

export interface Declaration {
  defaults: DeliverableDefaults;
  /** Parts of the study that it reads, beside `etude` and `territoire`: it is given no other, and is built again when one changes. */
  reads: readonly (keyof Study)[];
  /** Whether it has an internal edition. */
  interne?: true;
}

const named = (id: string, titre: string): DeliverableDefaults => ({ id, titre, phase: '' });

const SCENARIOS = [...INVENTAIRES, 'scenarios', 'criteres', 'priorites'] as const;
const PROJETS = [...SCENARIOS, 'mode_operatoire', 'projets'] as const;

const DECLARED = {
  diagnostic: { defaults: named('diagnostic', 'Diagnostic'), reads: INVENTAIRES, interne: true },
  scenarios: { defaults: named('scenarios', 'Priorités et scénarios d’organisation'), reads: SCENARIOS },
  // Its annex shows the state of the whole study.
  'mode-operatoire': { defaults: named('mode-operatoire', 'Mode opératoire'), reads: PROJETS },
  'fiches-projets': { defaults: named('fiches-projets', 'Fiches des projets'), reads: [...PROJETS, 'evaluation'] },
  bilan: { defaults: named('bilan', 'Bilan évaluatif et qualitatif'), reads: [...PROJETS, 'evaluation'] },
  copil: { defaults: named('copil', 'Dossier de réunion'), reads: [...PROJETS, 'evaluation'] },
} satisfies Record<string, Declaration>;

export const DECLARATIONS: Record<keyof typeof DECLARED, Declaration> = DECLARED;
