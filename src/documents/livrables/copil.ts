/** The pack of a meeting: document and slides. */

import { annexesDe } from '../../analysis/cites.js';
import { analyserConformite } from '../../analysis/conformite/index.js';
import { connuAu } from '../../analysis/contexte.js';
import { analyserCopil } from '../../analysis/copil/copil.js';
import { reunionDuDossier } from '../../analysis/copil/reunion.js';
import { etudeAu } from '../../analysis/dates.js';
import { modeAu } from '../../analysis/mode-operatoire/etat.js';
import { projetAu } from '../../analysis/projets/etat.js';
import { copilExhibits } from '../../exhibits/copil/copil.js';
import { annexesExhibits } from '../../exhibits/diagnostic/annexes.js';
import type { Study } from '../../study/study.js';
import { sansPoint } from '../../texte/accords.js';
import { dateEnLettres, leJour } from '../../texte/dates.js';
import { typographie } from '../../texte/typographie.js';
import { composeDocument } from '../compose.js';
import { DECLARATIONS } from '../declarations.js';
import type { DeliverableModule } from '../deliverable.js';
import { dossierDiapositives } from '../diapositives/dossier.js';
import { LACKS } from '../lacks.js';
import { deliverableOf } from '../names-and-dates.js';
import { phrasesDuDossier } from './phrases-du-dossier.js';

const { defaults: COPIL } = DECLARATIONS.copil;

/** Meetings of the committee; the pack of another is no pack of it. */
const DU_COMITE: ReadonlySet<string> = new Set(['copil', 'bilan']);

/** The packs of two meetings, each asked for by name, are two files. An id that says already what it is, « copil-bilan », names its own, unless that is the name of another: the meeting « bilan ». */
export function nomDuDossier({ reunions }: Pick<Study, 'reunions'>, id: string): string {
  const own = `${COPIL.id}-`;
  return id.startsWith(own) && !reunions.some((one) => `${own}${one.id}` === id) ? id : `${own}${id}`;
}

export const copil: DeliverableModule = {
  ...DECLARATIONS.copil,
  lack: LACKS.copil,
  compose({ study, theme, templates, options }) {
    const reunion = reunionDuDossier(study, options.reunion);
    if (!reunion) throw new RangeError('the meeting was checked before');
    // A pack speaks on the day of its meeting once it is held, and at the study's date before.
    const date = reunion.etat === 'tenue' && reunion.date.length === 10 ? reunion.date : study.etude.date;
    const { etude } = etudeAu(study, date);
    const full = {
      ...etude,
      reunions: study.reunions,
      projets: study.projets.map((projet) => projetAu(projet, date)),
      mode_operatoire: study.mode_operatoire && modeAu(study.mode_operatoire, date),
    };
    const connu = connuAu(full, date);
    const analyse = analyserCopil(connu, reunion);
    const diagnostic = connu.diagnostic();
    const base = {
      ...annexesDe(full, diagnostic, [reunion]),
      conformite: analyserConformite(connu.etude, diagnostic, COPIL.id),
    };
    const exhibits = new Map(
      [...copilExhibits(full, analyse), ...annexesExhibits({ etude: full, analyse: base, theme })].map(
        (e) => [e.name, e] as const,
      ),
    );
    const changes = Object.entries(options.modifications ?? {}).map(([livrable, change]) => ({
      ...change,
      livrable: study.etude.livrables?.find(({ id }) => id === livrable)?.titre ?? livrable,
    }));
    const { tree, diagnostics } = composeDocument({
      study,
      connu,
      options,
      defaults: { ...COPIL, titre: analyse.titre },
      name: 'copil',
      // The pack of a meeting held has not the sections of one to come.
      partiel: true,
      view: {
        etude: study.etude,
        livrable: { ...deliverableOf(study, COPIL), date },
        reunion,
        copil: analyse,
        phrases: phrasesDuDossier(analyse),
        changes,
        depuis: options.depuis ?? null,
        // The cover says the clause of the contract already.
        propriete: study.mode_operatoire?.propriete_donnees ?? [],
      },
      exhibits,
      templates,
      tocDepth: 1,
    });
    const own = study.etude.livrables?.find(({ id }) => id === COPIL.id);
    tree.meta = {
      ...tree.meta,
      deliverable: typographie(analyse.titre),
      phase: typographie((DU_COMITE.has(reunion.type) ? own?.titre : undefined) ?? COPIL.titre),
      date,
      // A pack is not itself validated: it prepares a meeting, or reports it.
      state: analyse.tenue
        ? {
            code: 'dossier',
            label: `${reunion.consultation_ecrite ? 'Consultation écrite close' : 'Réunion tenue'} : ${reunion.decisions?.length ? 'relevé de décisions' : 'compte rendu'}`,
          }
        : {
            code: 'dossier',
            label:
              reunion.etat === 'annulee'
                ? `Réunion du ${dateEnLettres(reunion.date)} annulée${reunion.motif_annulation ? ` : ${sansPoint(reunion.motif_annulation)}` : ''}`
                : `Dossier préparatoire de la ${reunion.consultation_ecrite ? 'consultation écrite, à clore' : 'réunion prévue'} ${leJour(reunion.date)}`,
          },
    };
    return {
      produced: [
        {
          name: options.reunion === undefined ? COPIL.id : nomDuDossier(study, reunion.id),
          tree,
          workbook: null,
          slides: dossierDiapositives(full, analyse, options, theme),
          date: reunion.date,
        },
      ],
      diagnostics,
    };
  },
};
