/** The evaluation report of the experimentation, from its projects. */
import type { Exhibits } from '../exhibits/types.js';
import { composeDocument } from './compose.js';
import { type DeliverableDefaults, type DeliverableModule, INVENTAIRES } from './deliverable.js';
import { deliverableOf } from './meta.js';
import { contexteProjets } from './projets-contexte.js';
import { projetsView } from './projets-view.js';
import { tablesWorkbook, type WorkbookPart } from './workbook-tables.js';

export const BILAN: DeliverableDefaults = {
  id: 'bilan',
  titre: 'Bilan évaluatif et qualitatif',
  phase: '',
};

const PARTS: readonly WorkbookPart[] = [
  { title: 'Annexes', pattern: /^(references-applicables|conformite-contrat|sources|glossaire|etat-)/ },
  { title: 'Projets', pattern: /^projets-/ },
  { title: 'Dispositif', pattern: /^(prevu|dispositif-|indicateurs-)/ },
  { title: 'Évaluation', pattern: /./ },
];

export const bilan: DeliverableModule = {
  defaults: BILAN,
  // Its annex shows the state of the whole study.
  reads: [...INVENTAIRES, 'scenarios', 'criteres', 'priorites', 'mode_operatoire', 'projets', 'evaluation'],
  lack: ({ projets }) =>
    projets.some(({ evaluation }) => evaluation)
      ? null
      : {
          code: 'projet-attendu',
          chemin: projets.length > 0 ? 'projets' : 'etude',
          message: 'aucun projet n’est évalué : le bilan n’a rien à rapporter.',
          aide: 'Remplissez « evaluation » dans les fiches de projets/*.yaml.',
        },
  compose({ study, theme, templates, options }) {
    const { date } = deliverableOf(study, BILAN);
    const { contexte, exhibits, connu } = contexteProjets(study, BILAN.id, date, theme);
    const { tree, diagnostics } = composeDocument({
      study,
      connu,
      options,
      defaults: BILAN,
      name: 'bilan',
      view: projetsView(contexte, BILAN),
      exhibits,
      templates,
    });
    // Each project's own tables are in the workbook of the sheets.
    const kept: Exhibits = new Map([...exhibits].filter(([name]) => !/^(projet-|etat-)/.test(name)));
    const order = ['Projets', 'Dispositif', 'Évaluation', 'Annexes'];
    return {
      produced: [{ name: BILAN.id, tree, workbook: tablesWorkbook(contexte.etude, kept, tree, PARTS, order), date }],
      diagnostics,
    };
  },
};
