/** The scenarios document: priorities, perimeter, scenarios, comparison, and the workbook that recomputes it. */

import { annexesDe } from '../../analysis/cites.js';
import { analyserConformite } from '../../analysis/conformite/index.js';
import { connuAu } from '../../analysis/contexte.js';
import { analyserPerimetres } from '../../analysis/priorites/perimetres.js';
import { analyserPriorites } from '../../analysis/priorites/priorites.js';
import { referenceDeLaForme } from '../../analysis/scenarios/formes.js';
import type { ContexteScenarios } from '../../exhibits/scenarios/contexte.js';
import { scenariosExhibits } from '../../exhibits/scenarios/index.js';
import { scenariosCompares } from '../../study/essais.js';
import { scenariosWorkbook } from '../classeur/workbook-scenarios.js';
import { composeDocument } from '../compose.js';
import { DECLARATIONS } from '../declarations.js';
import type { DeliverableModule } from '../deliverable.js';
import { LACKS } from '../lacks.js';
import { deliverableOf } from '../names-and-dates.js';
import { scenariosView } from './scenarios-view.js';

const { defaults: SCENARIOS } = DECLARATIONS.scenarios;

export const scenarios: DeliverableModule = {
  ...DECLARATIONS.scenarios,
  lack: LACKS.scenarios,
  compose({ study, theme, templates, options }) {
    const { date } = deliverableOf(study, SCENARIOS);
    const connu = connuAu(study, date);
    const { etude } = connu;
    const diagnostic = connu.diagnostic();
    const compares = scenariosCompares(etude.scenarios);
    const base = {
      ...annexesDe(etude, diagnostic, [
        compares,
        etude.criteres,
        etude.priorites,
        // Its months are told of each scenario that has its form.
        compares.map(({ forme_juridique: forme }) => referenceDeLaForme(etude, forme)?.id),
      ]),
      conformite: analyserConformite(etude, diagnostic, SCENARIOS.id),
    };
    const analyse = connu.scenarios();
    const contexte: ContexteScenarios = {
      etude,
      analyse,
      base,
      priorites: analyserPriorites(etude, base.besoins),
      perimetres: analyserPerimetres(
        etude,
        analyse.scenarios.map(({ chiffrage }) => chiffrage),
      ),
      theme,
    };
    const exhibits = scenariosExhibits(contexte);
    const { tree, diagnostics } = composeDocument({
      study,
      connu,
      options,
      column: true,
      defaults: SCENARIOS,
      name: 'scenarios',
      view: scenariosView(contexte),
      exhibits,
      templates,
    });
    const workbook = scenariosWorkbook(contexte, exhibits, tree);
    return { produced: [{ name: SCENARIOS.id, tree, workbook, date }], diagnostics };
  },
};
