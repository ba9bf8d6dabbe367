/** What a fallback saves, and what it loses: the receipt that fails, and the aids that are counted on the expenses it gives up. */
import { sum } from 'd3-array';
import { cellAt, numberAt } from '../../lists/at.js';
import type { ModeOperatoire } from '../../study/types.gen.js';
import { montantProbable } from '../montants.js';
import { type Chiffrage, recettesInscrites } from '../scenarios/chiffrage.js';
import { partVersee } from '../scenarios/financement/regles-aides.js';
import { sansPlafond } from '../scenarios/financement/sans-plafond.js';

type Repli = NonNullable<ModeOperatoire['repli']>[number];

/** All in euros of the first year. */
export interface RepliAnalyse {
  si: string;
  alors: string;
  /** Expenses given up; null where the study does not say. */
  montant: number | null;
  /** The receipt that fails; null where the study names none. */
  perdu: number | null;
  /** What the other aids no longer pay, since their base holds expenses given up. */
  aidesPerdues: number;
  /** What the year lacks before anything fails: its expenses less the receipts that it enters; negative when it has more than it spends. */
  manqueDeLAnnee: number;
  /** What remains to be found in the year, what it lacked already included, above half a euro; null when nothing does, or when it is not known. */
  reste: number | null;
}

/** Euros that the other aids lose: their rate on the expenses given up that are in their base, whatever stood above their ceiling first. What is bound to purchases loses those given up as such, in the year that enters it. */
function aidesPerdues(chiffrage: Chiffrage, { evite = [] }: Repli, failing: number): number {
  const { scenario } = chiffrage;
  const entered = recettesInscrites(chiffrage);
  return scenario.financements.reduce((lost, source, s) => {
    const { taux, assiette, section } = source;
    if (s === failing || taux === undefined) return lost;
    const achats = section === 'investissement';
    const given = evite.reduce(
      (sum, { nature, montant }) =>
        sum + ((assiette?.includes(nature) ?? nature !== 'fonds') && (!achats || nature === 'materiel') ? montant : 0),
      0,
    );
    const planned = cellAt(entered, s, 0);
    const kept = sansPlafond(chiffrage, s, 0) - taux * given * partVersee(source, 0, scenario.demarrage);
    return lost + Math.max(0, planned - Math.max(0, kept));
  }, 0);
}

/** Expenses of the first year less the receipts entered in it; what a loan brings beyond the purchases is owed, and no surplus to draw on. */
function manqueDeLAnnee(chiffrage: Chiffrage): number {
  const { lignes, montants, scenario } = chiffrage;
  const entered = recettesInscrites(chiffrage);
  const first = (rows: readonly (readonly number[])[]): number => sum(rows, (row) => numberAt(row, 0));
  const lacking = first(montants) - first(entered);
  const drawn = first(entered.filter((_, s) => scenario.financements[s]?.nature === 'emprunt'));
  const bought = first(
    montants.filter((_, i) => lignes[i]?.section === 'investissement' && lignes[i]?.nature !== 'capital'),
  );
  return Math.max(lacking, Math.min(0, lacking + Math.max(0, drawn - bought)));
}

export function analyserReplis({ repli = [] }: ModeOperatoire, chiffrage: Chiffrage): RepliAnalyse[] {
  const lacking = manqueDeLAnnee(chiffrage);
  return repli.map((one) => {
    const { si, alors, montant, financement } = one;
    const rank = chiffrage.scenario.financements.findIndex(({ id }) => id !== undefined && id === financement);
    const perdu = rank < 0 ? null : cellAt(chiffrage.recettes, rank, 0);
    const lost = aidesPerdues(chiffrage, one, rank);
    const reste =
      perdu === null ? null : perdu + lost + lacking - (montant === undefined ? 0 : montantProbable(montant));
    return {
      si,
      alors,
      montant: montant === undefined ? null : montantProbable(montant),
      perdu,
      aidesPerdues: lost,
      manqueDeLAnnee: lacking,
      reste: reste !== null && reste > 0.5 ? reste : null,
    };
  });
}

/** Those whose receipt may still fail: of one that is acquired, « si l’aide est refusée » is said no more. */
export const replisOuverts = ({ repli = [], ...mode }: ModeOperatoire, chiffrage: Chiffrage): RepliAnalyse[] =>
  analyserReplis(
    {
      ...mode,
      repli: repli.filter(({ financement }) =>
        chiffrage.scenario.financements.every(({ id, statut }) => id !== financement || statut !== 'acquis'),
      ),
    },
    chiffrage,
  );

/** Aids, other than the failing one, that take into their base expenses of the scenario's year and whose loss a fallback must therefore say. */
export const aidesAuTaux = ({ scenario }: Pick<Chiffrage, 'scenario'>, failing: string | undefined) =>
  scenario.financements.filter(
    ({ id, taux, section }) =>
      taux !== undefined && section !== 'investissement' && (id === undefined || id !== failing),
  );
