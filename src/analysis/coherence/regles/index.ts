/** Every rule of coherence, in the order in which documents print what they find. A new subject is a file here and a line below. */
import type { RegleCoherence } from '../regle.js';
import { CONVENTIONS } from './conventions.js';
import { NOTATION } from './criteres.js';
import { EVALUATION } from './evaluation.js';
import { REGLES_PERIMETRES } from './perimetres.js';
import { PERSONNES } from './personnes.js';
import { PLANNING } from './planning.js';
import { REGLES_REUNIONS } from './reunions.js';

export const REGLES_COHERENCE: readonly RegleCoherence[] = [
  ...PERSONNES,
  ...NOTATION,
  ...PLANNING,
  ...CONVENTIONS,
  ...EVALUATION,
  ...REGLES_PERIMETRES,
  ...REGLES_REUNIONS,
];
