/** Every reader of sentences, as the author's texts are held to them. */
import type { Study } from '../../../study/study.js';
import { comparaisonsEcrites } from './comparaisons.js';
import { comptesDeSorte } from './comptes.js';
import { delaisEcrits } from './delais.js';
import type { Lecteur } from './lecteur.js';
import { seancesEcrites } from './seances.js';

export type { Lecteur } from './lecteur.js';

export const lecteursDe = (study: Study): readonly Lecteur[] =>
  [seancesEcrites, comparaisonsEcrites, delaisEcrits, comptesDeSorte].map((lire) => lire(study));
