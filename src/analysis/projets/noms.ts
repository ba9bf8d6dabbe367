/** What a project is called where several are named. */
import { group } from 'd3-array';
import type { Projet } from '../../study/types.gen.js';
import { enumerer } from '../../texte/accords.js';

/** Its short title where it has one: the title of its sheet is the long one. */
export const nomDuProjet = ({ titre, titre_court: court }: Pick<Projet, 'titre' | 'titre_court'>): string =>
  court ?? titre;

/** « note de 3 pour « A » et « B » »: each note once, the lowest first. */
export const parNote = (notes: readonly { note: number; projet: string }[]): string[] =>
  [...group(notes, ({ note }) => note)]
    .sort(([a], [b]) => a - b)
    .map(([note, same]) => `note de ${note} pour ${enumerer(same.map(({ projet }) => `« ${projet} »`))}`);
