/** French of sentences; it lives in src/texte. */
export { compte, enumerer, majuscule } from '../texte/accords.js';
export { nombreFr } from '../texte/nombres.js';
