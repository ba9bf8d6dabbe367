/** The tables and figures of the projects' sheets and of the evaluation report, by name. */
import { annexesExhibits } from '../diagnostic/synthese.js';
import type { Exhibits } from '../types.js';
import type { ContexteProjets } from './contexte.js';
import { dispositifExhibits } from './dispositif.js';
import { ensembleProjets } from './ensemble.js';
import { bilanExhibits } from './evaluation.js';
import { ficheExhibits } from './fiche.js';

export function projetsExhibits(contexte: ContexteProjets): Exhibits {
  const { etude, base, theme, bilan } = contexte;
  const list = [
    ...ensembleProjets(contexte),
    ...bilan.projets.flatMap((one) => ficheExhibits(contexte, one)),
    ...dispositifExhibits(contexte),
    ...bilanExhibits(contexte),
    ...annexesExhibits({ etude, analyse: base, theme }),
  ];
  return new Map(list.map((exhibit) => [exhibit.name, exhibit]));
}
