/** One sheet a project, all in a document, or one alone. */

import { avecPrecisions } from '../../exhibits/precisions.js';
import type { Exhibits } from '../../exhibits/types.js';
import { projectsWorkbook, UN_PAR_UN } from '../classeur/workbook-projets.js';
import { tablesWorkbook } from '../classeur/workbook-tables.js';
import { composeDocument } from '../compose.js';
import { DECLARATIONS } from '../declarations.js';
import type { DeliverableModule } from '../deliverable.js';
import { LACKS } from '../lacks.js';
import { deliverableOf } from '../names-and-dates.js';
import { contexteProjets } from './projets-contexte.js';
import { projetsView } from './projets-view.js';

const { defaults: FICHES_PROJETS } = DECLARATIONS['fiches-projets'];

const [ENSEMBLE, ANNEXES] = ['Projets ensemble', 'Annexes'] as const;

const PARTS = [
  UN_PAR_UN,
  { name: ENSEMBLE, readers: 'Pour qui finance et pour qui décide : les projets côte à côte.' },
  { name: ANNEXES, readers: 'Pour qui contrôle : exigences du contrat, références, sources.' },
];

/** The evaluation report has its own document. */
const OF_THE_REPORT =
  /^(referentiel|echelle-notes|notes-|recoupement|indicateurs-dispositif|dispositif-|constats|recommandations|suites|enseignements)/;

const HOW_TO_READ =
  'Une feuille par projet : remplissez les cellules jaunes, les soldes, les écarts et les cibles atteintes se calculent. Les autres feuilles portent les tableaux du document : des valeurs, dont seuls les totaux et les écarts se recalculent.';

export const fichesProjets: DeliverableModule = {
  ...DECLARATIONS['fiches-projets'],
  lack: LACKS['fiches-projets'],
  compose({ study, theme, templates, options }) {
    const { projet } = options;
    const { date } = deliverableOf(study, FICHES_PROJETS);
    const only = typeof projet === 'string' ? projet : undefined;
    const { contexte, exhibits, connu } = contexteProjets(study, FICHES_PROJETS.id, date, theme, only);
    const { tree, diagnostics } = composeDocument({
      study,
      connu,
      options,
      defaults: FICHES_PROJETS,
      name: only === undefined ? 'fiches-projets' : 'fiche-projet',
      partiel: only !== undefined,
      view: projetsView(contexte, FICHES_PROJETS),
      exhibits,
      templates,
      tocDepth: 1,
    });
    const kept: Exhibits = new Map(
      [...exhibits]
        .filter(([name, { part }]) => part !== null && !OF_THE_REPORT.test(name))
        .map(([name, one]) => [name, one.part === ANNEXES ? one : { ...one, part: ENSEMBLE }] as const),
    );
    return {
      produced: [
        {
          name: only === undefined ? FICHES_PROJETS.id : `fiche-${only}`,
          tree,
          workbook:
            only === undefined
              ? projectsWorkbook(
                  contexte,
                  tablesWorkbook(
                    contexte.etude,
                    avecPrecisions(kept, contexte.etude, { date, inventaires: ['projets'] }),
                    tree,
                    PARTS,
                    HOW_TO_READ,
                  ),
                )
              : null,
          date,
        },
      ],
      diagnostics,
    };
  },
};
