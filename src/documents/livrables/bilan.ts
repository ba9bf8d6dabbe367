/** The evaluation report of the experimentation, from its projects. */
import { avecPrecisions } from '../../exhibits/precisions.js';
import { projectsWorkbook, UN_PAR_UN } from '../classeur/workbook-projets.js';
import { tablesWorkbook } from '../classeur/workbook-tables.js';
import { composeDocument } from '../compose.js';
import { DECLARATIONS } from '../declarations.js';
import type { DeliverableModule } from '../deliverable.js';
import { LACKS } from '../lacks.js';
import { deliverableOf } from '../names-and-dates.js';
import { contexteProjets } from './projets-contexte.js';
import { projetsView } from './projets-view.js';

const { defaults: BILAN } = DECLARATIONS.bilan;

const PARTS = [
  UN_PAR_UN,
  {
    name: 'Projets',
    readers: 'Pour les porteurs et pour qui les accompagne : les projets, et comment ils ont été choisis.',
  },
  { name: 'Dispositif', readers: 'Pour qui finance et pour qui décide : argent, jours, demandes, écarts, cibles.' },
  { name: 'Évaluation', readers: 'Pour qui évalue et pour qui décide : notes, preuves, enseignements, suites.' },
  { name: 'Annexes', readers: 'Pour qui contrôle : exigences du contrat, références, sources.' },
];

const HOW_TO_READ =
  'Une feuille par projet, où les soldes, les écarts et les cibles atteintes se calculent ; les autres feuilles portent les tableaux du document : des valeurs, qui se filtrent et se trient ; leurs totaux, leurs parts et leurs écarts se recalculent.';

export const bilan: DeliverableModule = {
  ...DECLARATIONS.bilan,
  lack: LACKS.bilan,
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
      tocDepth: 1,
    });
    return {
      produced: [
        {
          name: BILAN.id,
          tree,
          workbook: projectsWorkbook(
            contexte,
            tablesWorkbook(
              contexte.etude,
              avecPrecisions(exhibits, contexte.etude, { date, inventaires: ['evaluation'] }),
              tree,
              PARTS,
              HOW_TO_READ,
            ),
          ),
          date,
        },
      ],
      diagnostics,
    };
  },
};
