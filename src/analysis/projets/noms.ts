/** What a project is called where several are named. */
import type { Projet } from '../../study/types.gen.js';

/** Its short title where it has one: the title of its sheet is the long one. */
export const nomDuProjet = ({ titre, titre_court: court }: Pick<Projet, 'titre' | 'titre_court'>): string =>
  court ?? titre;
