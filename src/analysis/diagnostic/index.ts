/** What the reasoning behind the diagnostic yields, as those who show it name it; `analyseDiagnostic` puts it together. */
export type * from './constats-types.js';
export type * from './types.js';
