/** All the tables and figures of the mode opératoire, by name. */
import { dansLaPartie } from '../cells.js';
import { annexesExhibits } from '../diagnostic/annexes.js';
import type { Exhibits } from '../types.js';
import { anneeExhibits } from './annee.js';
import { annexesMode } from './annexes.js';
import type { ContexteMode } from './contexte.js';
import { conventionsExhibits } from './conventions.js';
import { organisationExhibits } from './organisation.js';
import { suiviExhibits } from './suivi.js';

export function modeExhibits(contexte: ContexteMode): Exhibits {
  const { etude, base, theme } = contexte;
  const list = [
    ...dansLaPartie('Organisation', [...organisationExhibits(contexte), ...conventionsExhibits(contexte)]),
    ...dansLaPartie('Année d’expérimentation', anneeExhibits(contexte)),
    ...dansLaPartie('Organisation', [...annexesMode(contexte), ...suiviExhibits(contexte)]),
    ...dansLaPartie('Annexes', annexesExhibits({ etude, analyse: base, theme })),
  ];
  return new Map(list.map((exhibit) => [exhibit.name, exhibit]));
}
