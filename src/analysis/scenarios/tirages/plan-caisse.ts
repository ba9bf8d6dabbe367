/** Cash by month over a run of draws: flows that months share are summed once, and of a row of equal months only the ends can be the lowest. */
import { itemAt } from '../../../lists/at.js';
import { type Colonne, type Colonnes, combiner, type Terme } from '../../incertitude/colonnes.js';

/** The same amount in each of these months (from 0), received, or paid when it is counted negatively. */
export interface Mouvement extends Terme {
  mois: readonly number[];
}

/** Months one after the other in which the same movements happen. */
interface Suite {
  flux: Colonne;
  mois: number;
}

/** Movements of one amount are one movement, of all their months: more of these are then alike. */
function reunis(mouvements: readonly Mouvement[]): Mouvement[] {
  const found = new Map<Colonne, Map<number, number[]>>();
  for (const { de, fois, mois } of mouvements) {
    const own = found.get(de) ?? new Map<number, number[]>();
    found.set(de, own.set(fois, [...(own.get(fois) ?? []), ...mois]));
  }
  return [...found].flatMap(([de, own]) => [...own].map(([fois, mois]) => ({ de, fois, mois })));
}

/** `minimum` is the lowest balance at the end of a month, or on the first day, of each draw. */
export function caisseDe(
  depart: number,
  mois: number,
  mouvements: readonly Mouvement[],
  colonne: Colonnes,
): { minimum: Colonne; calculer(): void } {
  const solde = colonne();
  const minimum = colonne();
  const flux = new Map<string, { total: Colonne; termes: readonly Terme[] }>();
  const suites: Suite[] = [];
  const reunies = reunis(mouvements);
  // Once nothing is paid any more the balance only rises.
  const paid = reunies.flatMap(({ fois, mois: own }) => (fois < 0 ? own : []));
  const ofMonth = Array.from({ length: Math.min(mois, Math.max(-1, ...paid) + 1) }, (): number[] => []);
  for (const [i, mouvement] of reunies.entries()) for (const month of mouvement.mois) ofMonth[month]?.push(i);
  for (const own of ofMonth) {
    const key = own.join();
    const known = flux.get(key) ?? {
      total: colonne(),
      termes: own.map((i) => itemAt(reunies, i)),
    };
    flux.set(key, known);
    const last = suites.at(-1);
    if (last?.flux === known.total) last.mois++;
    else suites.push({ flux: known.total, mois: 1 });
  }
  return {
    minimum,
    calculer() {
      for (const { total, termes } of flux.values()) combiner(total, termes);
      solde.fill(depart);
      minimum.fill(depart);
      for (const suite of suites) avancer(solde, minimum, suite);
    },
  };
}

function avancer(solde: Colonne, minimum: Colonne, { flux, mois }: Suite): void {
  for (let d = 0; d < solde.length; d++) {
    const flow = flux[d] as number;
    const before = solde[d] as number;
    const first = before + flow;
    const last = before + flow * mois;
    solde[d] = last;
    const low = first < last ? first : last;
    if (low < (minimum[d] as number)) minimum[d] = low;
  }
}
