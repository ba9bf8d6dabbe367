/** What a reader may type, sheet after sheet. Upper bounds keep every formula within what a spreadsheet computes. */
import type { InputRule } from '../workbook.js';

export const OUI_NON: InputRule = { type: 'liste', values: ['oui', 'non'] };
/** Euros, zero or more. */
export const MONTANT: InputRule = { type: 'nombre', min: 0, max: 1e9 };
/** Euros, a debt included. */
export const SOLDE: InputRule = { type: 'nombre', min: -1e9, max: 1e9 };
/** Posts, days, volumes. */
export const QUANTITE: InputRule = { type: 'nombre', min: 0, max: 1e6 };
export const PART: InputRule = { type: 'nombre', min: 0, max: 1 };
/** A change from one year to the next. */
export const HAUSSE: InputRule = { type: 'nombre', min: -0.5, max: 0.5 };
export const DELAI: InputRule = { type: 'nombre', min: 0, max: 120 };
/** A yearly interest. */
export const TAUX: InputRule = { type: 'nombre', min: 0, max: 0.5 };
/** Years of a loan. */
export const ANNEES: InputRule = { type: 'nombre', min: 1, max: 60 };
export const NOTE5: InputRule = { type: 'nombre', min: 1, max: 5 };
/** A level of a criterion's scale. */
export const NIVEAU: InputRule = { type: 'nombre', min: -1e9, max: 1e9 };
export const POIDS: InputRule = { type: 'nombre', min: 0, max: 1000 };
export const DATE: InputRule = { type: 'date' };
export const TEXTE: InputRule = { type: 'texte' };
