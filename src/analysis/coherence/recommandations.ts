/** What a recommendation is called in a sentence: its text has no title, and may run over lines. */
import { couper } from '../../texte/couper.js';

const LONGUEUR = 120;

export const titreDeLaRecommandation = (texte: string): string => couper(texte.replace(/\.$/, ''), LONGUEUR);
