/** Every rule of coherence, in the order in which documents print what they find. A new subject is a file here and a line below. */
import type { RegleCoherence } from '../regle.js';
import { NOTATION } from './criteres.js';
import { PERSONNES } from './personnes.js';
import { REGLES_REUNIONS } from './reunions.js';

export const REGLES_COHERENCE: readonly RegleCoherence[] = [...PERSONNES, ...NOTATION, ...REGLES_REUNIONS];
