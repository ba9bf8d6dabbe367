/** The mode opératoire of the scenario that a meeting retained, or a draft of another on request. */

import { annexesDe } from '../../analysis/cites.js';
import { analyserConformite } from '../../analysis/conformite/index.js';
import { connuAu } from '../../analysis/contexte.js';
import { etatDe } from '../../analysis/etat/etat.js';
import { anneeDe, premierMois } from '../../analysis/mode-operatoire/annee.js';
import { analyserCadre } from '../../analysis/mode-operatoire/cadre.js';
import { calendrierDe } from '../../analysis/mode-operatoire/calendrier.js';
import { chargeAnnee } from '../../analysis/mode-operatoire/charge-annee.js';
import { analyserConventions } from '../../analysis/mode-operatoire/conventions.js';
import { modeAu } from '../../analysis/mode-operatoire/etat.js';
import { exercicesDe } from '../../analysis/mode-operatoire/exercices.js';
import { analyserParcours } from '../../analysis/mode-operatoire/parcours.js';
import { versementsDe } from '../../analysis/mode-operatoire/versements.js';
import { natureDe } from '../../analysis/natures.js';
import { monteeDe } from '../../analysis/scenarios/depenses-et-charge/charge.js';
import { scenarioRetenu } from '../../analysis/scenarios/retenu.js';
import { etatExhibits } from '../../exhibits/etat/etat.js';
import type { ContexteMode } from '../../exhibits/mode-operatoire/contexte.js';
import { modeExhibits } from '../../exhibits/mode-operatoire/index.js';
import { known } from '../../lists/at.js';
import { modeWorkbook } from '../classeur/workbook-mode-operatoire.js';
import { composeDocument } from '../compose.js';
import { DECLARATIONS } from '../declarations.js';
import type { DeliverableModule } from '../deliverable.js';
import { isDraft, LACKS } from '../lacks.js';
import { deliverableOf } from '../names-and-dates.js';
import { modeView } from './mode-operatoire-view.js';

const { defaults: MODE_OPERATOIRE } = DECLARATIONS['mode-operatoire'];

export const modeOperatoire: DeliverableModule = {
  ...DECLARATIONS['mode-operatoire'],
  lack: LACKS['mode-operatoire'],
  compose({ study, theme, templates, options }) {
    const { date } = deliverableOf(study, MODE_OPERATOIRE);
    const connu = connuAu(study, date);
    const mode = modeAu(known(study.mode_operatoire, 'mode_operatoire'), date);
    const etude = { ...connu.etude, mode_operatoire: mode };
    const wanted = options.scenario ?? mode.scenario;
    const one = [...connu.scenarios().scenarios, ...connu.scenarios().essais].find(
      ({ chiffrage }) => chiffrage.scenario.id === wanted,
    );
    if (!one) throw new RangeError('the scenario was checked before');
    const diagnostic = connu.diagnostic();
    const mois = premierMois(mode, one.chiffrage.scenario, date);
    const conventions = analyserConventions(study, study.references, mode, one.chiffrage.scenario, date);
    const bearer = etude.acteurs.find(({ id }) => id === one.chiffrage.scenario.porteur);
    const cadre = analyserCadre(mode, study, conventions.liste, date, bearer ? natureDe(bearer) : null);
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
