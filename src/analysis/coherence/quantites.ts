/** A quantity or an amount as one figure: its most likely value; 0 when it is not given. */
import { fourchette } from '../montants.js';

export const quantite = (value: Parameters<typeof fourchette>[0]): number => fourchette(value)?.mode ?? 0;
