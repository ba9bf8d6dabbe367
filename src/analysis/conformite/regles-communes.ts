/** What the rules of compliance share: their shape and the verdict by what lacks. */

import { type Attendu, attenduEnMots, dansAttendu, type Exigence } from '../../study/contrat.js';
import { enumererPremiers, partDe } from '../../texte/accords.js';
import type { StudyAt } from '../dates.js';
import type { EtatExigence } from '../diagnostic/types.js';
import { type Fiche, soliditeFiche } from '../preuves.js';
import type { PartiesConformite } from './parties.js';

export interface Verdict {
  etat: EtatExigence;
  motif: string;
}

export type RegleConformite = (etude: StudyAt, parties: PartiesConformite, exigence: Exigence) => Verdict;

/**
 * Complete when nothing lacks, missing when nothing is there, partial between. `exemple`: what is illustrative in that which answers; alone, it makes
 * of a complete answer one on data of example.
 */
export function parManque(presents: number, manque: string, motif: string, exemple = ''): Verdict {
  if (presents === 0) return { etat: 'manquante', motif: `${motif}.` };
  const etat = manque ? 'partielle' : exemple ? 'exemple' : 'complete';
  return { etat, motif: `${[motif, manque, exemple].filter(Boolean).join(' ; ')}.` };
}

/** « 3 fiches illustratives sur 4 » among the entries that an answer rests on; empty when there is none. */
export function exempleDe(fiches: readonly Fiche[], nom = 'fiche'): string {
  const n = fiches.filter((fiche) => soliditeFiche(fiche) === 'illustratif').length;
  return n === 0 ? '' : partDe(n, fiches.length, nom, 'illustrative');
}

/** The verdict of a rule that counts entries whole: never complete on illustrative ones. */
export function surPreuves({ etat, motif }: Verdict, fiches: readonly Fiche[]): Verdict {
  const exemple = exempleDe(fiches);
  if (etat !== 'complete' || !exemple) return { etat, motif };
  return { etat: 'exemple', motif: `${motif.replace(/\.$/, '')} ; ${exemple}.` };
}

/** How a motive says what is lacking against the number asked for; empty when the number is met or none is asked. */
export function manqueAuNombre(n: number, attendu: Attendu | null): string {
  return attendu && !dansAttendu(n, attendu) ? `${attenduEnMots(attendu)} demandés` : '';
}

/** What entries lack, each named so that one knows where to write it: « sans évaluation : « A » et « B » »; empty when none lacks it. */
export const auxquels = (manque: string, noms: readonly string[]): string =>
  noms.length > 0
    ? `${manque} : ${enumererPremiers(
        noms.map((nom) => `« ${nom} »`),
        5,
      )}`
    : '';
