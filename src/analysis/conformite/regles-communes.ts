/** What the rules of compliance share: their shape and the verdict by what lacks. */

import { type Attendu, attenduEnMots, dansAttendu, type Exigence } from '../../study/contrat.js';
import type { Study } from '../../study/study.js';
import type { EtatExigence } from '../diagnostic/types.js';
import type { PartiesConformite } from './parties.js';

export interface Verdict {
  etat: EtatExigence;
  motif: string;
}

export type RegleConformite = (etude: Study, parties: PartiesConformite, exigence: Exigence) => Verdict;

/** Complete when nothing lacks, missing when nothing is there, partial between. */
export function parManque(presents: number, manque: string, motif: string): Verdict {
  if (presents === 0) return { etat: 'manquante', motif: `${motif}.` };
  return manque ? { etat: 'partielle', motif: `${motif} ; ${manque}.` } : { etat: 'complete', motif: `${motif}.` };
}

/** How a motive says what is lacking against the number asked for; empty when the number is met or none is asked. */
export function manqueAuNombre(n: number, attendu: Attendu | null): string {
  return attendu && !dansAttendu(n, attendu) ? `${attenduEnMots(attendu)} demandés` : '';
}
