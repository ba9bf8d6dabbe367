/** Cash of the bearer by month: its expenses as they fall due, its receipts after their delays. */

import { numberAt } from '../../../lists/at.js';
import type { Scenario } from '../../../study/types.gen.js';
import { MOIS_PAR_AN } from '../../../texte/dates.js';
import {
  auMoins,
  type Cle,
  type Condition,
  divise,
  egal,
  entier,
  et,
  type Formule,
  fois,
  indice,
  max,
  min,
  moins,
  nombre,
  plus,
  si,
  somme,
  sous,
  UN,
  ZERO,
} from '../../formules/formule.js';
import type { Modele } from '../../formules/modele.js';
import { evaluer } from '../../formules/valeur.js';
import { once } from '../../une-fois.js';
import { type Cles, commun } from '../cles.js';
import type { LigneDepense } from '../depenses-et-charge/depenses.js';
import { encaissee, payeursHorsCaisse } from './caisse-du-porteur.js';
import type { LigneFinancement } from './regles-aides.js';
import { type Versements, verseeAuMois } from './versements.js';

export interface Tresorerie {
  /** What each month pays and receives, in euros, from the first. */
  depenses: number[];
  recettes: number[];
  /** What is in hand on the first day, in euros. */
  depart: number;
  /** Balance at the end of each month, in euros, from the first. */
  soldes: number[];
  /** Lowest balance and its month, from 1; 0 for the first day. */
  minimum: { solde: number; mois: number };
}

/** Months followed: those of the years, then the longest delay, so that the last receipt is in. */
export const moisDeTresorerie = (
  financements: readonly Pick<LigneFinancement, 'delai_versement_mois'>[],
  years: number,
): number =>
  years * MOIS_PAR_AN + Math.max(0, ...financements.map(({ delai_versement_mois: delay = 0 }) => Math.round(delay)));

/** The money at hand on the first day: that of the scenario where its bearer has its own, that of all otherwise. */
const cleDuDepart = (m: Modele, k: Cles): Cle =>
  m.contient(k.total('tresorerie_depart')) ? k.total('tresorerie_depart') : commun.hypothese('tresorerie');

/**
 * Running costs are spread evenly over the year, investments paid in its first month. Of each receipt the advance comes at the start of the year; the rest is
 * claimed when its period ends (a month, a quarter, half a year, a year, all its years) and comes after its delay in months: as the expenses do, evenly for
 * the running costs, and in the first claim of the year for what was bought. The months go on after the last year until the last receipt is in. What others pay and fund without the bearer is left out: `payeursHorsCaisse`;
 * what it gives them, and has of them (`transferts`), comes by twelfths.
 */
export function poserTresorerie(
  m: Modele,
  k: Cles,
  lignes: readonly Pick<LigneDepense, 'section' | 'porteur' | 'dette'>[],
  scenario: Pick<Scenario, 'id' | 'porteur' | 'financements' | 'tresorerie_initiale' | 'transferts'>,
  years: number,
): void {
  const { id, porteur, financements, tresorerie_initiale: own } = scenario;
  if (own !== undefined)
    m.entree(k.total('tresorerie_depart'), own.montant, {
      libelle: 'trésorerie de départ du porteur',
      unite: '€',
      chemin: `scenarios/${id}/tresorerie_initiale/montant`,
    });
  const start = cleDuDepart(m, k);
  const months = moisDeTresorerie(
    financements.filter((source) => encaissee(source, porteur)),
    years,
  );
  const aside = payeursHorsCaisse(scenario);
  // The same formulas month after month: made once, for they are many.
  const sources = financements.flatMap((source, s) =>
    encaissee(source, porteur) ? [sourceVersee(m, k, s, years)] : [],
  );
  const spent = (year: number, section: LigneDepense['section']): Formule =>
    somme(
      lignes.flatMap((ligne, i) =>
        // What a loan asks falls due along the year, its capital too.
        (ligne.dette ? 'fonctionnement' : ligne.section) === section && !aside.has(ligne.porteur)
          ? [m.lire(k.montant(i, year))]
          : [],
      ),
      section === 'investissement' ? 'achats de l’année' : 'fonctionnement de l’année',
    );
  const given = transfertsDeLaCaisse(m, k, scenario, aside);
  const running = Array.from({ length: years }, (_, year) =>
    divise(plus(spent(year, 'fonctionnement'), ...given(year, 'de')), nombre(MOIS_PAR_AN), ZERO),
  );
  const handed = Array.from({ length: years }, (_, year) => {
    const into = given(year, 'a');
    return into.length === 0 ? null : divise(plus(...into), nombre(MOIS_PAR_AN), ZERO);
  });
  const had = once(() => handed.map((formule) => (formule ? Number(evaluer(formule, m.valeur)) : 0)));
  const paid = once(() => running.map((formule) => Number(evaluer(formule, m.valeur))));
  const banked = once(() => sources.map(({ nombres }) => nombres()));
  for (let month = 0; month < months; month++) {
    const year = Math.floor(month / MOIS_PAR_AN);
    const opening = month % MOIS_PAR_AN === 0 && year < years;
    const usual = running[year] ?? ZERO;
    // Most of the formulas of a scenario are those of the months, and few are read: their values are found without them.
    const out = m.calcul(
      k.mois('depenses', month),
      opening ? plus(usual, spent(year, 'investissement')) : usual,
      { libelle: `dépenses du mois ${month + 1}`, unite: '€' },
      opening ? undefined : () => (year < years ? numberAt(paid(), year) : 0),
    );
    const into = m.calcul(
      k.mois('recettes', month),
      () => plus(...sources.map((source) => versement(source, month, years)), ...(handed[year] ? [handed[year]] : [])),
      { libelle: `recettes du mois ${month + 1}`, unite: '€' },
      // In the order of the formula: another one differs by its last digit.
      () =>
        banked().reduce((sum, source) => sum + verseeAuMois(source, month), 0) +
        (year < years ? numberAt(had(), year) : 0),
    );
    const before = month === 0 ? start : k.mois('solde', month - 1);
    m.calcul(
      k.mois('solde', month),
      () => moins(plus(m.lire(before), into), out),
      { libelle: `solde du mois ${month + 1}`, unite: '€' },
      () => m.nombre(before) + m.nombre(k.mois('recettes', month)) - m.nombre(k.mois('depenses', month)),
    );
  }
  m.calcul(
    k.total('solde_minimum'),
    () =>
      min(
        [m.lire(start), ...Array.from({ length: months }, (_, month) => m.lire(k.mois('solde', month)))],
        'trésorerie de départ et soldes des mois',
      ),
    { libelle: 'solde mensuel le plus bas', unite: '€' },
  );
  m.calcul(
    k.total('decouverts'),
    () =>
      somme(
        Array.from({ length: months }, (_, month) => max([ZERO, moins(ZERO, m.lire(k.mois('solde', month)))])),
        'découverts de fin de mois',
      ),
    { libelle: 'somme des découverts de fin de mois', unite: '€' },
  );
}

/** What the bearer's cash gives in a year to those who pay aside, or has of them. */
const transfertsDeLaCaisse =
  (m: Modele, k: Cles, { transferts = [] }: Pick<Scenario, 'transferts'>, aside: ReadonlySet<string>) =>
  (year: number, way: 'de' | 'a'): Formule[] =>
    transferts.flatMap((one, t) => (aside.has(one[way]) ? [] : [m.lire(k.transfertAn(t, year))]));

/** The formulas of a source that its payments read. */
interface SourceVersee {
  delay: Formule;
  advance: Formule;
  period: Formule;
  received: Formule[];
  total: Formule;
  /** Share of each year that is for purchases; null for a source that pays for none. */
  bought: Formule[] | null;
  /** What is left once the advance is paid. */
  left: Formule;
  /** Whether one claim covers more than a year. */
  beyondYear: Condition;
  /** What they give. */
  nombres: () => Versements;
}

function sourceVersee(m: Modele, k: Cles, s: number, years: number): SourceVersee {
  const [advance, period] = [m.lire(k.source('acompte', s)), m.lire(k.source('periode', s))];
  const all = Array.from({ length: years }, (_, year) => year);
  const bought = all.every((year) => m.contient(k.achats(s, year)));
  return {
    bought: bought ? all.map((year) => m.lire(k.achats(s, year))) : null,
    delay: m.lire(k.source('delai', s)),
    advance,
    period,
    received: all.map((year) => m.lire(k.recette(s, year))),
    total: m.lire(k.source('total', s)),
    left: moins(UN, advance),
    beyondYear: sous(nombre(MOIS_PAR_AN), period),
    nombres: () => ({
      acompte: m.nombre(k.source('acompte', s)),
      delai: m.nombre(k.source('delai', s)),
      periode: m.nombre(k.source('periode', s)),
      recues: all.map((year) => m.nombre(k.recette(s, year))),
      total: m.nombre(k.source('total', s)),
      achats: all.map((year) => (bought ? m.nombre(k.achats(s, year)) : 0)),
    }),
  };
}

/** What a source pays in a month (from 0): its advance at the start of a year, then what each claim asked, after its delay. */
function versement(source: SourceVersee, month: number, years: number): Formule {
  const { delay, advance, period, received } = source;
  const since = moins(nombre(month), delay);
  // Months of expense behind what comes in now: a whole number of periods, or nothing comes.
  const claimed = plus(since, UN);
  const due = et(
    auMoins(nombre(month), delay),
    et(
      sous(since, nombre(years * MOIS_PAR_AN)),
      egal(moins(claimed, fois(period, entier(divise(claimed, period, ZERO)))), ZERO),
    ),
  );
  const year = entier(divise(since, nombre(MOIS_PAR_AN), ZERO));
  const ofYear = indice(received, plus(year, UN), 'recette');
  const evenly = divise(period, nombre(MOIS_PAR_AN), ZERO);
  // A claim that covers more than a year is the only one.
  const atOnce = si(egal(claimed, period), source.total, ZERO);
  const asked = si(source.beyondYear, atOnce, fois(ofYear, partDemandee(source, claimed, year, evenly)));
  const later = si(due, fois(asked, source.left), ZERO);
  const now = month < years * MOIS_PAR_AN ? received[month / MOIS_PAR_AN] : undefined;
  return now === undefined ? later : plus(fois(now, advance), later);
}

/** Share of the year that a claim asks for: as many months as it covers, and, in the first of the year, all that was bought. */
function partDemandee({ bought, period }: SourceVersee, claimed: Formule, year: Formule, evenly: Formule): Formule {
  if (bought === null) return evenly;
  const share = indice(bought, plus(year, UN), 'part des achats');
  const first = egal(moins(claimed, fois(nombre(MOIS_PAR_AN), year)), period);
  return plus(fois(moins(UN, share), evenly), si(first, share, ZERO));
}

/** The flows and balances of the model, and the lowest balance with the first month that has it. */
export function tresorerieDe(m: Modele, k: Cles): Tresorerie {
  let months = 0;
  while (m.contient(k.mois('solde', months))) months++;
  const [depenses, recettes, soldes] = (['depenses', 'recettes', 'solde'] as const).map((nom) =>
    Array.from({ length: months }, (_, month) => m.nombre(k.mois(nom, month))),
  ) as [number[], number[], number[]];
  const depart = m.nombre(cleDuDepart(m, k));
  return { depenses, recettes, soldes, depart, minimum: plusBas(depart, soldes) };
}

/** The lowest of the balances, the first of those that are as low; month 0 for the first day. */
export const plusBas = (depart: number, soldes: readonly number[]): Tresorerie['minimum'] =>
  soldes.reduce((lowest, solde, month) => (solde < lowest.solde - 1e-9 ? { solde, mois: month + 1 } : lowest), {
    solde: depart,
    mois: 0,
  });
