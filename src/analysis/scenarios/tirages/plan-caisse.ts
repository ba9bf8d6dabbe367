/** Cash by month over a run of draws: flows that months share are summed once, and of a row of equal months only the ends can be the lowest. */
import { itemAt } from '../../../lists/at.js';
import { type Colonne, colonne, combiner, type Terme } from '../../incertitude/colonnes.js';

/** The same amount in each of these months (from 0), received or paid. */
export interface Mouvement {
  mois: readonly number[];
  colonne: Colonne;
  sens: 1 | -1;
}

/** Months one after the other in which the same movements happen. */
interface Suite {
  flux: Colonne;
  mois: number;
}

/** `minimum` is the lowest balance at the end of a month, or on the first day, of each draw. */
export function caisseDe(
  depart: number,
  mois: number,
  mouvements: readonly Mouvement[],
  lot: number,
): { minimum: Colonne; calculer(): void } {
  const solde = colonne(lot);
  const minimum = colonne(lot);
  const flux = new Map<string, { total: Colonne; termes: readonly Terme[] }>();
  const suites: Suite[] = [];
  const ofMonth = Array.from({ length: mois }, (): number[] => []);
  for (const [i, mouvement] of mouvements.entries()) for (const month of mouvement.mois) ofMonth[month]?.push(i);
  for (const own of ofMonth) {
    const key = own.join();
    const known = flux.get(key) ?? {
      total: colonne(lot),
      termes: own.map((i) => itemAt(mouvements, i)).map(({ colonne: de, sens }) => ({ de, fois: sens })),
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
