/** What the study's own selection grid makes of a project. */
import { sum } from 'd3-array';
import type { ModeOperatoire, Projet } from '../../study/types.gen.js';

type Critere = NonNullable<NonNullable<ModeOperatoire['experimentation']>['grille']>[number];

export const noteDe = ({ analyse }: Projet, id: string): number | null => analyse?.notes?.[id] ?? null;

/** Mean of the notes by their weights, on the scale of the notes; null without a grid, or while a note is missing. */
export function notePonderee(projet: Projet, grille: readonly Critere[]): number | null {
  const points = grille.flatMap(({ id, poids = 1 }) => {
    const note = noteDe(projet, id);
    return note === null ? [] : [note * poids];
  });
  return grille.length > 0 && points.length === grille.length
    ? sum(points) / sum(grille, ({ poids = 1 }) => poids)
    : null;
}
