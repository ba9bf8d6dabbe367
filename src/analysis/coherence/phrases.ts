/** The sentences of the data that the rules read, and how a message quotes one. */
import { couper } from '../../texte/couper.js';

/** A sentence, and its place in the data. */
export interface Phrase {
  chemin: string;
  texte: string;
}

const LONGUEUR = 120;

/** A sentence as a message quotes it: its beginning, when it is long. */
export const citee = (texte: string): string => couper(texte, LONGUEUR);
