/** The tables and figures of the projects' sheets and of the evaluation report, by name. */
import { dansLaPartie } from '../cells.js';
import { annexesExhibits } from '../diagnostic/annexes.js';
import type { Exhibits } from '../types.js';
import type { ContexteProjets } from './contexte.js';
import { dispositifExhibits } from './dispositif.js';
import { ensembleProjets } from './ensemble.js';
import { bilanExhibits } from './evaluation.js';
import { ficheExhibits } from './fiche.js';

export function projetsExhibits(contexte: ContexteProjets): Exhibits {
  const { etude, base, theme, bilan } = contexte;
  const list = [
    ...dansLaPartie('Projets', ensembleProjets(contexte)),
    // Each project has its own sheet, to be filled.
    ...bilan.projets.flatMap((one) => ficheExhibits(contexte, one)).map((exhibit) => ({ ...exhibit, part: null })),
    ...dansLaPartie('Dispositif', dispositifExhibits(contexte)),
    ...dansLaPartie('Évaluation', bilanExhibits(contexte)),
    ...dansLaPartie('Annexes', annexesExhibits({ etude, analyse: base, theme })),
  ];
  return new Map(list.map((exhibit) => [exhibit.name, exhibit]));
}
