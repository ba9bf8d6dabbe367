/**
 * Expenses over a run of draws: their total, the bases that sources take, and when they are paid. All of them are sums of the same few columns, each so many
 * times: how many is told once, when the plan is made.
 */

import { itemAt, numberAt } from '../../../lists/at.js';
import { MOIS_PAR_AN } from '../../../texte/dates.js';
import { type Colonne, type Colonnes, combiner, type Terme } from '../../incertitude/colonnes.js';
import type { LigneDepense } from '../depenses-et-charge/depenses.js';
import { aPayer } from '../depenses-et-charge/tva.js';
import type { Mouvement } from './plan-caisse.js';

export interface PlanDepenses {
  total: Colonne;
  /** `[set][year]`: sums of the lines of each of the sets asked for; null where none of them is there in that year. */
  bases: readonly (readonly (Colonne | null)[])[];
  mouvements: Mouvement[];
  calculer(): void;
}

/** Lines that are there in the same years, grow alike and are taken by the same sums: quantity × unit amount is summed once for all of them. */
interface Groupe {
  lignes: number[];
  /** Σ quantity × unit amount; one column for all the years when the years share their draw. */
  sommes: readonly Colonne[];
}

interface Somme {
  into: Colonne;
  termes: Terme[];
}

/**
 * `unitaires[line][year]` are unit amounts, in euros; `ensembles` sets of lines by their places. A line that follows others stands after them; one that is zero
 * in a year is left out of it.
 */
export function planDesDepenses(
  lignes: readonly LigneDepense[],
  years: number,
  unitaires: readonly (readonly Colonne[])[],
  ensembles: readonly (readonly number[])[],
  /** Payers whose expenses are not in the cash that the movements make. */
  horsCaisse: ReadonlySet<string>,
  colonne: Colonnes,
): PlanDepenses {
  const parAn = (): Colonne[] => Array.from({ length: years }, () => colonne());
  const all = Array.from({ length: years }, (_, year) => year);
  const index = new Map(lignes.map(({ id }, i) => [id, i]));
  const suivies = lignes.map(({ suit }) => suit?.lignes.flatMap((id) => index.get(id) ?? []) ?? []);
  const deSection = (wanted: LigneDepense['section']): number[] =>
    lignes.flatMap(({ porteur, section }, i) => (section === wanted && !horsCaisse.has(porteur) ? [i] : []));
  const [courantes, achetees] = [deSection('fonctionnement'), deSection('investissement')];
  // Who takes the same lines reads the same sum.
  const bases = new Map(ensembles.map((lines) => [lines.join(), { lines, colonnes: parAn() }]));
  const taken = [courantes, achetees, ...suivies, ...ensembles].map((lines) => new Set(lines));
  const groupes = new Map<string, Groupe>();
  for (const [i, { presence, indexe, suit, tva, activite }] of lignes.entries()) {
    if (suit) continue;
    const row = itemAt(unitaires, i);
    const shared = row.every((column) => column === row[0]);
    const key = [
      indexe,
      shared,
      tva ? aPayer(tva) : 1,
      ...presence,
      ...(activite?.montee ?? []),
      ...taken.map((lines) => Number(lines.has(i))),
    ].join();
    const known = groupes.get(key) ?? { lignes: [], sommes: shared ? [colonne()] : parAn() };
    known.lignes.push(i);
    groupes.set(key, known);
  }
  const parGroupe = [...groupes.values()];
  // How many times each group counts in the sum of these lines in a year, those that follow others with what they follow.
  const fois = (lines: readonly number[], year: number): number[] => {
    const chosen = new Set(lines);
    const own = parGroupe.map(({ lignes: [first = 0] }) =>
      chosen.has(first) ? unite(itemAt(lignes, first), year) : 0,
    );
    for (const i of lines) {
      const { suit, presence } = itemAt(lignes, i);
      const rate = suit ? numberAt(presence, year) * suit.taux : 0;
      if (rate !== 0)
        for (const [g, n] of fois(itemAt(suivies, i), year).entries()) own[g] = numberAt(own, g) + rate * n;
    }
    return own;
  };
  const termes = (lines: readonly number[], year: number, part = 1): Terme[] =>
    fois(lines, year).flatMap((n, g) => {
      const { sommes } = itemAt(parGroupe, g);
      return n === 0 ? [] : [{ de: itemAt(sommes, Math.min(year, sommes.length - 1)), fois: n * part }];
    });
  const total = colonne();
  const [mensuel, achats] = [parAn(), parAn()];
  const everyLine = [...lignes.keys()];
  const toutes: Somme[] = [
    ...parGroupe.flatMap(({ lignes: own, sommes: sums }) =>
      sums.map((into, year) => ({
        into,
        termes: own.map((i) => ({ de: itemAt(itemAt(unitaires, i), year), fois: itemAt(lignes, i).quantite })),
      })),
    ),
    { into: total, termes: reunir(all.flatMap((year) => termes(everyLine, year))) },
    ...all.flatMap((year) => [
      { into: itemAt(mensuel, year), termes: termes(courantes, year, 1 / MOIS_PAR_AN) },
      { into: itemAt(achats, year), termes: termes(achetees, year) },
    ]),
    ...[...bases.values()].flatMap(({ lines, colonnes }) =>
      colonnes.map((into, year) => ({ into, termes: termes(lines, year) })),
    ),
  ];
  // A sum of nothing stays at zero: no one adds it up, nor counts it.
  const sommes = toutes.filter(({ termes: own }) => own.length > 0);
  const filled = new Set(sommes.map(({ into }) => into));
  const months = (year: number): number[] =>
    Array.from({ length: MOIS_PAR_AN }, (_, month) => year * MOIS_PAR_AN + month);
  return {
    total,
    bases: ensembles.map((lines) =>
      (bases.get(lines.join())?.colonnes ?? []).map((column) => (filled.has(column) ? column : null)),
    ),
    mouvements: [
      ...achats.map((de, year): Mouvement => ({ mois: [year * MOIS_PAR_AN], de, fois: -1 })),
      ...mensuel.map((de, year): Mouvement => ({ mois: months(year), de, fois: -1 })),
    ].filter(({ de }) => filled.has(de)),
    calculer() {
      for (const { into, termes: own } of sommes) combiner(into, own);
    },
  };
}

/** What a line costs in a year for a unit amount and a quantity of one: whether it is there, how it has grown, and what is reached of the volume that it follows. */
const unite = ({ presence, croissance, tva, activite }: LigneDepense, year: number): number =>
  numberAt(presence, year) *
  numberAt(croissance, year) *
  (tva ? aPayer(tva) : 1) *
  (activite ? numberAt(activite.montee, year) : 1);

/** Each column once. */
function reunir(termes: readonly Terme[]): Terme[] {
  const found = new Map<Colonne, number>();
  for (const { de, fois } of termes) found.set(de, (found.get(de) ?? 0) + fois);
  return [...found].map(([de, fois]) => ({ de, fois }));
}
