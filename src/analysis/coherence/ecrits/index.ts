/** Every reader of sentences, as the author's texts are held to them. */
import type { Study } from '../../../study/study.js';
import { comparaisonsEcrites } from './comparaisons.js';
import { comptesDeSorte } from './comptes.js';
import { delaisEcrits } from './delais.js';
import { employeursDits } from './employeurs.js';
import type { Lecteur } from './lecteur.js';
import { lieuxEcrits } from './lieux.js';
import { moisEcrits } from './mois.js';
import { prioritesEcrites } from './priorites.js';
import { rangsEcrits } from './rangs.js';
import { seancesEcrites } from './seances.js';

export type { Lecteur } from './lecteur.js';

export const lecteursDe = (study: Study): readonly Lecteur[] =>
  [
    seancesEcrites,
    comparaisonsEcrites,
    delaisEcrits,
    comptesDeSorte,
    rangsEcrits,
    prioritesEcrites,
    employeursDits,
    moisEcrits,
    lieuxEcrits,
  ].map((lire) => lire(study));
