/** What a recommendation is called in a sentence: its text has no title, and may run over lines. */
import { citee } from './phrases.js';

export const titreDeLaRecommandation = (texte: string): string => citee(texte.replace(/\.$/, ''));
