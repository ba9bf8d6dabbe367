/** The study at a deliverable's date, and what its projects show then. */

import { annexesDe } from '../../analysis/cites.js';
import { analyserConformite } from '../../analysis/conformite/index.js';
import { type Connu, connuAu } from '../../analysis/contexte.js';
import { etatDe } from '../../analysis/etat/etat.js';
import { modeAu } from '../../analysis/mode-operatoire/etat.js';
import { analyserBilan } from '../../analysis/projets/bilan.js';
import { projetAu } from '../../analysis/projets/etat.js';
import type { ChartTheme } from '../../exhibits/charts/drawing/theme.js';
import { etatExhibits } from '../../exhibits/etat/etat.js';
import type { ContexteProjets } from '../../exhibits/projets/contexte.js';
import { projetsExhibits } from '../../exhibits/projets/index.js';
import type { Exhibits } from '../../exhibits/types.js';
import type { Study } from '../../study/study.js';

/** `only` keeps one project. */
export function contexteProjets(
  study: Study,
  livrable: string,
  date: string,
  theme: ChartTheme,
  only?: string,
): { contexte: ContexteProjets; exhibits: Exhibits; connu: Connu } {
  const connu = connuAu(study, date);
  const vue = connu.etude;
  const projets = study.projets
    .filter(({ id }) => only === undefined || id === only)
    .map((projet) => projetAu(projet, date));
  const { mode_operatoire: mode } = study;
  const etude = { ...vue, projets, mode_operatoire: mode && modeAu(mode, date) };
  const diagnostic = connu.diagnostic();
  const contexte: ContexteProjets = {
    etude,
    bilan: analyserBilan(etude, date),
    base: {
      ...annexesDe(etude, diagnostic, [projets, etude.evaluation], [etude.contrat]),
      conformite: analyserConformite(vue, diagnostic, livrable),
    },
    references: study.references,
    date,
    theme,
  };
  const exhibits = new Map([
    ...projetsExhibits(contexte),
    ...etatExhibits(etatDe(study, date, connu)).map((exhibit) => [exhibit.name, exhibit] as const),
  ]);
  return { contexte, exhibits, connu };
}
