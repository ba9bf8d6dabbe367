/** The places that sentences give to what is ranked, and how near two scores share one. */
import { compte } from '../../../texte/accords.js';

/** Two scores within so many points of a hundred: neither is before the other. */
export const EGAUX = 0.5;

/** From an ordinal, without its accents, to a place from 1. */
export const PLACES: Readonly<Record<string, number>> = {
  premier: 1,
  premiere: 1,
  deuxieme: 2,
  second: 2,
  seconde: 2,
  troisieme: 3,
  quatrieme: 4,
  cinquieme: 5,
};

/** The ordinals as the alternatives of a pattern. */
export const ORDINAUX = Object.keys(PLACES).join('|');

/** « « Le relais » a 60,2 points sur 100 », to a tenth. */
export const aSesPoints = (nom: string, score: number): string =>
  `« ${nom} » a ${compte(Math.round(score * 10) / 10, 'point')} sur 100`;
