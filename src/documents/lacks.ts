/** Why a study cannot give a deliverable yet, apart from what composes it: to know it asks no more. */

import { reunionDuDossier } from '../analysis/copil/reunion.js';
import { organeDe } from '../analysis/etat/livrable.js';
import { retenuApres, type ScenarioRetenu, scenarioPropose, scenarioRetenu } from '../analysis/scenarios/retenu.js';
import { scenarioEprouve } from '../study/essais.js';
import type { Study } from '../study/study.js';
import { dateEnLettres, leJour } from '../texte/dates.js';
import { vouliezVousDire } from '../texte/ordre.js';
import type { DECLARATIONS } from './declarations.js';
import type { DeliverableOptions, Lack } from './deliverable.js';

const scenarios = ({ scenarios: list }: Study): Lack | null =>
  list.length > 0
    ? null
    : {
        code: 'scenario-attendu',
        chemin: 'etude',
        message: 'l’étude ne décrit aucun scénario : il n’y a rien à comparer.',
        aide: 'Décrivez-en dans scenarios/*.yaml ; « atelier explain scenarios » en donne les champs.',
      };

/** Of a scenario that no meeting has retained yet. */
export const isDraft = ({ projet }: DeliverableOptions): boolean => projet === true;

/** A decision that a document of the study's date cannot know: the date is what the author has to look at. */
function decisionTardive(
  { etude }: Study,
  { reunion, scenario }: ScenarioRetenu,
  before: ScenarioRetenu | null,
  wanted: string,
): Lack {
  const then = before
    ? `à cette date, c’est « ${before.scenario.titre} » qui est retenu`
    : 'à cette date, aucune réunion n’a retenu de scénario';
  return {
    code: 'decision-attendue',
    chemin: 'etude/date',
    message: `la réunion « ${reunion.titre ?? reunion.id} » (${dateEnLettres(reunion.date)}) a retenu « ${scenario.titre} », mais elle est postérieure à la date de l’étude (${dateEnLettres(etude.date)}) : ${then}.`,
    aide: `Écrivez dans etude.yaml une date qui ne précède pas celle de la réunion, ou construisez un projet : atelier build mode-operatoire --scenario ${wanted} --projet.`,
  };
}

function modeOperatoire(study: Study, options: DeliverableOptions): Lack | null {
  const { mode_operatoire: mode, scenarios } = study;
  if (options.scenario !== undefined && !scenarios.some(({ id }) => id === options.scenario))
    return {
      code: 'scenario-inconnu',
      chemin: 'scenarios',
      message: `l’étude n’a pas de scénario « ${options.scenario} » ; elle a : ${scenarios.map(({ id }) => id).join(', ') || 'aucun'}.`,
    };
  if (!mode)
    return {
      code: 'mode-operatoire-attendu',
      chemin: 'etude',
      message: 'le fichier mode-operatoire.yaml manque : le mode opératoire n’est pas décrit.',
      aide: '« atelier explain mode-operatoire » en donne les champs.',
    };
  const wanted = options.scenario ?? mode.scenario;
  if (!scenarios.some(({ id }) => id === wanted))
    return {
      code: 'scenario-attendu',
      chemin: 'mode_operatoire/scenario',
      message: `le mode opératoire décrit le scénario « ${wanted} », que l’étude n’a pas.`,
    };
  if (isDraft(options)) return null;
  const retained = scenarioRetenu(study);
  const later = retenuApres(study);
  // What is tried lightly is what was retained.
  const tried = scenarioEprouve(study, wanted);
  if (later && retained?.scenario.id !== tried && (!retained || later.scenario.id === tried))
    return decisionTardive(study, later, retained, wanted);
  const proposed = scenarioPropose(study);
  if (!retained)
    return {
      code: 'decision-attendue',
      chemin: 'reunions',
      message: proposed
        ? `« ${proposed.scenario.titre} » est proposé ${leJour(proposed.reunion.date)}, et n’est pas décidé : le mode opératoire n’a pas de fondement.`
        : 'aucune réunion tenue n’a retenu de scénario : le mode opératoire n’a pas de fondement.',
      aide: `Écrivez la décision de la réunion qui décide (« scenario », « statut: valide »), ou construisez un projet : atelier build mode-operatoire --scenario ${wanted} --projet.`,
    };
  if (retained.scenario.id !== tried)
    return {
      code: 'decision-attendue',
      chemin: 'mode_operatoire/scenario',
      message: `${organeDe(study, retained.reunion)} a retenu « ${retained.scenario.titre} » ; ${mode.scenario === wanted ? 'le mode opératoire en décrit' : `« --scenario ${wanted} » en demande`} un autre.`,
      aide:
        mode.scenario === wanted
          ? `Écrivez « scenario: ${retained.scenario.id} » (ou celui d’un essai plus léger, qui dit « essai_de: ${retained.scenario.id} »), ou construisez un projet avec --scenario ${wanted} --projet.`
          : 'Retirez « --scenario », ou ajoutez « --projet » pour en construire un projet.',
    };
  return null;
}

function fichesProjets({ projets }: Study, { projet }: DeliverableOptions): Lack | null {
  if (projets.length === 0)
    return {
      code: 'projet-attendu',
      chemin: 'etude',
      message: 'l’étude ne décrit aucun projet : il n’y a pas de fiche à construire.',
      aide: 'Décrivez-les dans projets/*.yaml ; « atelier explain projets » en donne les champs.',
    };
  if (typeof projet !== 'string' || projets.some(({ id }) => id === projet)) return null;
  const ids = projets.map(({ id }) => id);
  return {
    code: 'projet-attendu',
    chemin: 'projets',
    message: `aucun projet ne s’appelle « ${projet} ».`,
    aide: vouliezVousDire(projet, ids) ?? `Projets : ${ids.join(', ')}.`,
  };
}

const bilan = ({ projets }: Study): Lack | null =>
  projets.some(({ evaluation }) => evaluation)
    ? null
    : {
        code: 'projet-attendu',
        chemin: projets.length > 0 ? 'projets' : 'etude',
        message: 'aucun projet n’est évalué : le bilan n’a rien à rapporter.',
        aide: 'Remplissez « evaluation » dans les fiches de projets/*.yaml.',
      };

function copil(study: Study, { reunion }: DeliverableOptions): Lack | null {
  if (reunionDuDossier(study, reunion)) return null;
  const ids = study.reunions.map(({ id }) => id);
  return {
    code: 'reunion-attendue',
    chemin: 'reunions',
    message:
      reunion === undefined
        ? 'l’étude n’a aucune réunion, ni prévue ni tenue.'
        : `l’étude n’a pas de réunion « ${reunion} ».`,
    aide:
      reunion === undefined
        ? 'Écrivez-la dans reunions.yaml.'
        : (vouliezVousDire(reunion, ids) ?? `Réunions : ${ids.join(', ')}.`),
  };
}

/** Null when the study, as the deliverable reads it, can give it. */
export const LACKS: Record<keyof typeof DECLARATIONS, (study: Study, options: DeliverableOptions) => Lack | null> = {
  diagnostic: () => null,
  scenarios,
  'mode-operatoire': modeOperatoire,
  'fiches-projets': fichesProjets,
  bilan,
  copil,
};
