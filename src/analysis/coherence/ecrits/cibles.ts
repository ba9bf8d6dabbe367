/** The scenario, or the dispositif, that a sentence is of: by its name, or by the document that says it. */
import type { Study } from '../../../study/study.js';
import type { Scenario } from '../../../study/types.gen.js';
import { scenarioDecrit } from '../../scenarios/decrit.js';
import { nomsDesScenarios } from './noms.js';
import { nomNu } from './propositions.js';

/** What names the scenario retained where the document is its own. */
const DISPOSITIF = /^(?:dispositif|experimentation|annee d'experimentation)$/;
/** The mode opératoire and what is handed over with it speak of the scenario retained. */
const DU_RETENU = /^(?:mode.operatoire|bilan|evaluation|fiches-projets)\b/;

const estDuRetenu = (ou: string): boolean => DU_RETENU.test(ou);

/** The scenario that a name is of; undefined where it is none. */
export function scenarioNomme(study: Study, nom: string, ou: string): Scenario | undefined {
  const plain = nomNu(nom).replace(/^scenario (?:« )?/, '');
  return DISPOSITIF.test(plain)
    ? estDuRetenu(ou)
      ? scenarioDecrit(study)
      : undefined
    : nomsDesScenarios(study).de(plain);
}

/** The scenarios that a sentence may be of when it names none: its own, the one retained, or all those of a comparison. */
export function scenariosDe(study: Study, ou: string): readonly Scenario[] {
  const rank = /^scenarios\/(\d+)/.exec(ou)?.[1];
  if (rank !== undefined) return study.scenarios.slice(Number(rank), Number(rank) + 1);
  if (ou === 'scenarios') return study.scenarios;
  const own = estDuRetenu(ou) ? scenarioDecrit(study) : undefined;
  return own ? [own] : [];
}
