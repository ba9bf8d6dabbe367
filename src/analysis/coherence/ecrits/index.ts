/** Every reader of sentences, as the author's texts are held to them. */
import type { Study } from '../../../study/study.js';
import { comparaisonsEcrites } from './comparaisons.js';
import { comptesDeSorte } from './comptes.js';
import { delaisEcrits } from './delais.js';
import { dureesEcrites } from './durees.js';
import { employeursDits } from './employeurs.js';
import { evolutionsEcrites } from './evolutions.js';
import { groupesEcrits } from './groupes.js';
import { instancesEcrites } from './instances.js';
import type { Lecteur } from './lecteur.js';
import { lieuxEcrits } from './lieux.js';
import { mesuresEcrites } from './mesures.js';
import { moisEcrits } from './mois.js';
import { moyensComptes } from './moyens-comptes.js';
import { partsEcrites } from './parts.js';
import { prioritesEcrites } from './priorites.js';
import { rangsEcrits } from './rangs.js';
import { reunionsComptees } from './reunions.js';
import { seancesEcrites } from './seances.js';

export type { Lecteur } from './lecteur.js';

/** What sentences count, measure and rank of the study as a whole, told under one code in the inventories. */
const CHIFFRES = [partsEcrites, evolutionsEcrites, mesuresEcrites, groupesEcrits, instancesEcrites, dureesEcrites];

export function chiffresEcrits(study: Study): Lecteur {
  const readers = CHIFFRES.map((lire) => lire(study));
  return (phrase, ou) => readers.flatMap((lire) => lire(phrase, ou));
}

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
    chiffresEcrits,
    moyensComptes,
    reunionsComptees,
  ].map((lire) => lire(study));
