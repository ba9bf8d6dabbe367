/** The diagnostic: from the analysis and the exhibits to a document tree and a workbook. */

import { connuAu } from '../../analysis/contexte.js';
import { FORMULE_POIDS } from '../../analysis/diagnostic/besoins.js';
import { REGLE_COUVERTURE } from '../../analysis/diagnostic/couverture.js';
import type { DiagnosticAnalysis } from '../../analysis/diagnostic/index.js';
import { offreDemande, tension } from '../../analysis/diagnostic/offre-demande.js';
import { SEUIL_PEU_ENTENDU, SEUIL_PEU_RENDU } from '../../analysis/diagnostic/participation.js';
import { recueillis } from '../../analysis/preuves.js';
import { SEUIL_PETITE_COMMUNE } from '../../analysis/territoire.js';
import { diagnosticExhibits } from '../../exhibits/diagnostic/index.js';
import type { Exhibits } from '../../exhibits/types.js';
import { partiesEnPhrase } from '../../study/parties.js';
import type { Study } from '../../study/study.js';
import { diagnosticWorkbook } from '../classeur/workbook-diagnostic.js';
import { composeDocument } from '../compose.js';
import { DECLARATIONS } from '../declarations.js';
import type { DeliverableModule } from '../deliverable.js';
import { LACKS } from '../lacks.js';
import { deliverableOf } from '../names-and-dates.js';

const { defaults: DIAGNOSTIC } = DECLARATIONS.diagnostic;

/** The first number of the list of sources, which shows what such a number looks like. */
function numeroDe(exhibits: Exhibits): string | null {
  const sources = exhibits.get('sources-des-pages');
  const numero = sources?.kind === 'table' ? sources.rows[0]?.numero : null;
  return typeof numero === 'string' ? numero : null;
}

/** What the templates of the diagnostic read: the study's own words, the analysis, and the rules behind its figures. */
const view = (study: Study, analyse: DiagnosticAnalysis, exhibits: Exhibits): object => ({
  etude: study.etude,
  territoire: study.territoire,
  reunions: study.reunions,
  analyse: {
    ...analyse,
    facteursRecueillis: recueillis(analyse.preuves.facteurs),
    tension: tension(
      offreDemande(study.etude.fonctions, analyse),
      analyse.constats.acteurs.flatMap((c) => (c.code === 'fonction-moins-servie' ? c.fonction.id : []))[0],
    ),
  },
  premiereSource: numeroDe(exhibits),
  peuRendus: analyse.participation.anglesMorts.filter(({ type }) => type === 'questionnaire-peu-rendu'),
  visites: analyse.participation.methodes.some(({ id, rencontres }) => id === 'visite' && rencontres > 0),
  regles: {
    poids: FORMULE_POIDS,
    couverture: REGLE_COUVERTURE,
    peuEntendu: SEUIL_PEU_ENTENDU,
    peuRendu: 100 * SEUIL_PEU_RENDU,
    petiteCommune: SEUIL_PETITE_COMMUNE,
  },
});

export const diagnostic: DeliverableModule = {
  ...DECLARATIONS.diagnostic,
  lack: LACKS.diagnostic,
  compose({ study, theme, templates, options }) {
    const livrable = deliverableOf(study, DIAGNOSTIC);
    const { date } = livrable;
    const connu = connuAu(study, date);
    const analyse = connu.diagnostic();
    const exhibits = diagnosticExhibits(study, analyse, theme, options.interne);
    const { tree, diagnostics } = composeDocument({
      study,
      connu,
      options,
      column: true,
      defaults: DIAGNOSTIC,
      name: 'diagnostic',
      view: {
        ...view(study, analyse, exhibits),
        livrable,
        parties: partiesEnPhrase(study.etude),
        interne: options.interne === true,
      },
      exhibits,
      templates,
    });
    const workbook = diagnosticWorkbook(connu.etude, exhibits, tree, options.interne);
    return { produced: [{ name: DIAGNOSTIC.id, tree, workbook, date }], diagnostics };
  },
};
