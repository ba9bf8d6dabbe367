/** The mode opératoire of the scenario that a meeting retained, or a draft of another on request. */

import { annexesDe } from '../../analysis/cites.js';
import { analyserConformite } from '../../analysis/conformite/index.js';
import { connuAu } from '../../analysis/contexte.js';
import { etatDe } from '../../analysis/etat/etat.js';
import { organeDe } from '../../analysis/etat/livrable.js';
import { anneeDe } from '../../analysis/mode-operatoire/annee.js';
import { analyserCadre } from '../../analysis/mode-operatoire/cadre.js';
import { calendrierDe } from '../../analysis/mode-operatoire/calendrier.js';
import { chargeAnnee } from '../../analysis/mode-operatoire/charge-annee.js';
import { analyserConventions } from '../../analysis/mode-operatoire/conventions.js';
import { modeAu } from '../../analysis/mode-operatoire/etat.js';
import { exercicesDe } from '../../analysis/mode-operatoire/exercices.js';
import { analyserParcours } from '../../analysis/mode-operatoire/parcours.js';
import { versementsDe } from '../../analysis/mode-operatoire/versements.js';
import { monteeDe } from '../../analysis/scenarios/depenses-et-charge/charge.js';
import { retenuApres, type ScenarioRetenu, scenarioPropose, scenarioRetenu } from '../../analysis/scenarios/retenu.js';
import { etatExhibits } from '../../exhibits/etat/etat.js';
import type { ContexteMode } from '../../exhibits/mode-operatoire/contexte.js';
import { modeExhibits } from '../../exhibits/mode-operatoire/index.js';
import { known } from '../../lists/at.js';
import type { Study } from '../../study/study.js';
import { dateEnLettres, leJour } from '../../texte/dates.js';
import { modeWorkbook } from '../classeur/workbook-mode-operatoire.js';
import { composeDocument } from '../compose.js';
import { DECLARATIONS } from '../declarations.js';
import type { DeliverableModule, DeliverableOptions, Lack } from '../deliverable.js';
import { deliverableOf } from '../names-and-dates.js';
import { modeView } from './mode-operatoire-view.js';

const { defaults: MODE_OPERATOIRE } = DECLARATIONS['mode-operatoire'];

const isDraft = ({ projet }: DeliverableOptions): boolean => projet === true;

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

function lack(study: Study, options: DeliverableOptions): Lack | null {
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
  if (later && retained?.scenario.id !== wanted && (!retained || later.scenario.id === wanted))
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
  if (retained.scenario.id !== wanted)
    return {
      code: 'decision-attendue',
      chemin: 'mode_operatoire/scenario',
      message: `${organeDe(study, retained.reunion)} a retenu « ${retained.scenario.titre} » ; ${mode.scenario === wanted ? 'le mode opératoire en décrit' : `« --scenario ${wanted} » en demande`} un autre.`,
      aide:
        mode.scenario === wanted
          ? `Écrivez « scenario: ${retained.scenario.id} », ou construisez un projet avec --scenario ${wanted} --projet.`
          : 'Retirez « --scenario », ou ajoutez « --projet » pour en construire un projet.',
    };
  return null;
}

export const modeOperatoire: DeliverableModule = {
  ...DECLARATIONS['mode-operatoire'],
  lack,
  compose({ study, theme, templates, options }) {
    const { date } = deliverableOf(study, MODE_OPERATOIRE);
    const connu = connuAu(study, date);
    const mode = modeAu(known(study.mode_operatoire, 'mode_operatoire'), date);
    const etude = { ...connu.etude, mode_operatoire: mode };
    const wanted = options.scenario ?? mode.scenario;
    const one = connu.scenarios().scenarios.find(({ chiffrage }) => chiffrage.scenario.id === wanted);
    if (!one) throw new RangeError('the scenario was checked before');
    const diagnostic = connu.diagnostic();
    const start = (mode.experimentation?.debut ?? one.chiffrage.scenario.demarrage ?? date).slice(0, 7);
    const mois = start.length === 7 ? start : `${start}-01`;
    const conventions = analyserConventions(study, study.references, mode, one.chiffrage.scenario, date);
    const cadre = analyserCadre(mode, study, conventions.liste, date);
    const annexes = annexesDe(etude, diagnostic, [mode, one.chiffrage.scenario], [etude.contrat]);
    const contexte: ContexteMode = {
      etude,
      mode,
      one,
      base: {
        ...annexes,
        // The frame prints its own rules, with their texts.
        references: annexes.references.filter(
          ({ id }) => !cadre.some(({ applications }) => applications.some(({ regle }) => regle?.id === id)),
        ),
        conformite: analyserConformite(etude, diagnostic, MODE_OPERATOIRE.id),
      },
      annee: anneeDe(one.chiffrage, mois),
      versements: versementsDe(etude, one.chiffrage),
      calendrier: calendrierDe(mode.taches ?? []),
      parcours: analyserParcours(mode),
      conventions,
      cadre,
      exercices: exercicesDe(mode, one.chiffrage, study.acteurs, mois),
      charge: chargeAnnee(one.chiffrage.charge, monteeDe(one.chiffrage.scenario, 0)),
      theme,
    };
    const exhibits = new Map([
      ...modeExhibits(contexte),
      ...etatExhibits(etatDe(study, date, connu)).map((exhibit) => [exhibit.name, exhibit] as const),
    ]);
    const draft = isDraft(options);
    const { tree, diagnostics } = composeDocument({
      study,
      connu,
      options,
      defaults: MODE_OPERATOIRE,
      name: 'mode-operatoire',
      scenario: wanted,
      view: modeView(contexte, scenarioRetenu(study), draft, date),
      exhibits,
      templates,
      tocDepth: 1,
    });
    if (draft)
      tree.meta = {
        ...tree.meta,
        state: { code: 'projet', label: 'Projet : aucune réunion n’a retenu ce scénario' },
      };
    return {
      produced: [{ name: MODE_OPERATOIRE.id, tree, workbook: modeWorkbook(contexte, exhibits, tree), date }],
      diagnostics,
    };
  },
};
