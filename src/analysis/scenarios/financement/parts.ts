/** Shares of the receipts of a plan: what a loan has already given back out of other receipts counts in none of them. */
import { divise, type Formule, moins, SANS_VALEUR } from '../../formules/formule.js';
import type { Modele } from '../../formules/modele.js';
import type { Cles } from '../cles.js';
import { estEmprunt } from '../depenses-et-charge/emprunts.js';
import type { LigneFinancement } from './regles-aides.js';

/** Euros, less the capital that loans have given back over the plan: what was paid back out of other receipts would be counted twice. */
const moinsCapitalRendu = (m: Modele, k: Cles, euros: Formule): Formule =>
  m.contient(k.total('capital_rembourse')) ? moins(euros, m.lire(k.total('capital_rembourse'))) : euros;

/** What a source leaves to the plan: all of it, but for a loan what is still owed when the plan ends. */
export const gardee = (m: Modele, k: Cles, source: LigneFinancement, s: number, years: number): Formule =>
  estEmprunt(source) && years > 0 ? m.lire(k.dette('restant', s, years - 1)) : m.lire(k.source('total', s));

export const recettesGardees = (m: Modele, k: Cles): Formule => moinsCapitalRendu(m, k, m.lire(k.total('recettes')));

/** Part of the receipts; no value without receipts. */
export const partDesRecettes = (m: Modele, k: Cles, part: Formule): Formule =>
  divise(part, m.lire(k.total('recettes')), SANS_VALEUR);

/** Own funds and what is still owed of loans, in the receipts that the plan keeps. */
export const partDuPorteur = (m: Modele, k: Cles): Formule =>
  divise(moinsCapitalRendu(m, k, m.lire(k.total('autofinancement'))), recettesGardees(m, k), SANS_VALEUR);
