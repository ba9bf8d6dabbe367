/** Every rule that measures a requirement, by the slug that `contrat.yaml` names in `regle`. */
import type { RegleExigence } from '../../study/contrat.js';
import type { RegleConformite } from './regles-communes.js';
import { REGLES_DIAGNOSTIC } from './regles-diagnostic.js';
import { REGLES_EXPERIMENTATION } from './regles-experimentation.js';
import { REGLES_REUNIONS } from './regles-reunions.js';
import { REGLES_SCENARIOS } from './regles-scenarios.js';

export const REGLES_CONFORMITE: Readonly<Record<RegleExigence, RegleConformite>> = {
  ...REGLES_DIAGNOSTIC,
  ...REGLES_SCENARIOS,
  ...REGLES_EXPERIMENTATION,
  ...REGLES_REUNIONS,
};
