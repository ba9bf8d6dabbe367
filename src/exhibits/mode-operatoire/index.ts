/** All the tables and figures of the mode opératoire, by name. */
import { annexesExhibits } from '../diagnostic/synthese.js';
import type { Exhibits } from '../types.js';
import { anneeExhibits } from './annee.js';
import type { ContexteMode } from './contexte.js';
import { organisationExhibits } from './organisation.js';
import { suiviExhibits } from './suivi.js';

export function modeExhibits(contexte: ContexteMode): Exhibits {
  const { etude, base, theme } = contexte;
  const list = [
    ...organisationExhibits(contexte),
    ...anneeExhibits(contexte),
    ...suiviExhibits(contexte),
    ...annexesExhibits({ etude, analyse: base, theme }),
  ];
  return new Map(list.map((exhibit) => [exhibit.name, exhibit]));
}
