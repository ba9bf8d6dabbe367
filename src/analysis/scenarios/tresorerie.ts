/** Cash by month: expenses as they fall due, receipts after their delays. */
import {
  auMoins,
  divise,
  entier,
  type Formule,
  fois,
  indice,
  min,
  moins,
  nombre,
  plus,
  si,
  somme,
  UN,
  ZERO,
} from '../formules/formule.js';
import type { Modele } from '../formules/modele.js';
import { type Cles, commun } from './cles.js';
import type { LigneDepense } from './depenses.js';

export const MOIS = 12;

export interface Tresorerie {
  /** Balance at the end of each month, in euros, from the first. */
  soldes: number[];
  /** Lowest balance and its month, from 1; 0 for the first day. */
  minimum: { solde: number; mois: number };
}

/**
 * Running costs are spread evenly over the year, investments paid in its first month. Of each receipt the advance comes at the start of the year and the
 * rest follows the expenses by its delay in months; what would come after the last month stays out.
 */
export function poserTresorerie(
  m: Modele,
  k: Cles,
  lignes: readonly Pick<LigneDepense, 'section'>[],
  sources: number,
  years: number,
): void {
  const spent = (year: number, section: LigneDepense['section']): Formule =>
    somme(
      lignes.flatMap((ligne, i) => (ligne.section === section ? [m.lire(k.montant(i, year))] : [])),
      section === 'investissement' ? 'achats de l’année' : 'fonctionnement de l’année',
    );
  for (let month = 0; month < years * MOIS; month++) {
    const year = Math.floor(month / MOIS);
    const opening = month % MOIS === 0;
    const running = divise(spent(year, 'fonctionnement'), nombre(MOIS), ZERO);
    const out = m.calcul(k.mois('depenses', month), opening ? plus(running, spent(year, 'investissement')) : running, {
      libelle: `dépenses du mois ${month + 1}`,
      unite: '€',
    });
    const into = m.calcul(
      k.mois('recettes', month),
      plus(...Array.from({ length: sources }, (_, s) => versement(m, k, s, month, years))),
      { libelle: `recettes du mois ${month + 1}`, unite: '€' },
    );
    const before = month === 0 ? m.lire(commun.hypothese('tresorerie')) : m.lire(k.mois('solde', month - 1));
    m.calcul(k.mois('solde', month), moins(plus(before, into), out), {
      libelle: `solde du mois ${month + 1}`,
      unite: '€',
    });
  }
  m.calcul(
    k.total('solde_minimum'),
    min(
      [
        m.lire(commun.hypothese('tresorerie')),
        ...Array.from({ length: years * MOIS }, (_, month) => m.lire(k.mois('solde', month))),
      ],
      'trésorerie de départ et soldes des mois',
    ),
    { libelle: 'solde mensuel le plus bas', unite: '€' },
  );
}

/** What a source pays in a month (from 0): its advance at the start of a year, then twelfths after its delay. */
function versement(m: Modele, k: Cles, s: number, month: number, years: number): Formule {
  const [delay, advance] = [m.lire(k.source('delai', s)), m.lire(k.source('acompte', s))];
  const received = Array.from({ length: years }, (_, year) => m.lire(k.recette(s, year)));
  const since = moins(nombre(month), delay);
  const later = si(
    auMoins(nombre(month), delay),
    divise(
      fois(indice(received, plus(entier(divise(since, nombre(MOIS), ZERO)), UN), 'recette'), moins(UN, advance)),
      nombre(MOIS),
      ZERO,
    ),
    ZERO,
  );
  const now = received[month / MOIS];
  return now === undefined ? later : plus(fois(now, advance), later);
}

/** The balances of the model and the lowest of them, with the first month that has it. */
export function tresorerieDe(m: Modele, k: Cles, years: number): Tresorerie {
  const soldes = Array.from({ length: years * MOIS }, (_, month) => m.nombre(k.mois('solde', month)));
  const initial = m.nombre(commun.hypothese('tresorerie'));
  return soldes.reduce<Tresorerie>(
    ({ minimum }, solde, month) => ({
      soldes,
      minimum: solde < minimum.solde - 1e-9 ? { solde, mois: month + 1 } : minimum,
    }),
    { soldes, minimum: { solde: initial, mois: 0 } },
  );
}
