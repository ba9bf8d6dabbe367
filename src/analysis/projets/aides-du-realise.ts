/** What the expenses made open as aid: a rate is paid on what was spent, and never above what the plan counted. */
import { sum } from 'd3-array';
import { cellAt } from '../../lists/at.js';
import type { Chiffrage } from '../scenarios/chiffrage.js';
import type { Nature } from '../scenarios/depenses-et-charge/depenses.js';
import { estEligible, partVersee } from '../scenarios/financement/regles-aides.js';

/** In euros. */
export interface AideDuRealise {
  libelle: string;
  taux: number;
  /** Expenses of the year that the aid takes into its base, as planned and as made. */
  admisesPrevues: number;
  admisesFaites: number;
  prevu: number;
  ouvert: number;
  /** Null where the accounts do not tell. */
  recu: number | null;
  /** Of what is opened, what was not received. */
  reste: number;
}

interface Ligne {
  prevu: number;
  realise: number | null;
}

/** The aids at a rate of the first year whose base is made of whole natures, each of them told by the accounts: of others, nothing sure can be reckoned. */
export function aidesDuRealise(
  { scenario, lignes, montants, recettes }: Chiffrage,
  depenses: readonly (Ligne & { nature: Nature })[],
  recues: readonly (Ligne & { financement: string; libelle: string })[],
): AideDuRealise[] {
  const spent = lignes.filter((_, i) => cellAt(montants, i, 0) !== 0);
  return scenario.financements.flatMap((source, s): AideDuRealise[] => {
    const prevu = cellAt(recettes, s, 0);
    const { taux } = source;
    if (taux === undefined || prevu <= 0) return [];
    const taken = new Set(
      spent.filter((ligne) => estEligible(source, ligne, scenario.porteur)).map(({ nature }) => nature),
    );
    const whole = spent.every((ligne) => !taken.has(ligne.nature) || estEligible(source, ligne, scenario.porteur));
    const own = depenses.filter(({ nature }) => taken.has(nature));
    const told = own.flatMap(({ realise }) => realise ?? []);
    if (!whole || own.length === 0 || told.length < own.length) return [];
    const admisesFaites = sum(told);
    const ouvert = Math.min(prevu, taux * admisesFaites * partVersee(source, 0, scenario.demarrage));
    const line = recues.find(({ financement }) => financement === source.id);
    return [
      {
        libelle: line?.libelle ?? source.libelle ?? source.id,
        taux,
        admisesPrevues: sum(own, (one) => one.prevu),
        admisesFaites,
        prevu,
        ouvert,
        recu: line?.realise ?? null,
        reste: recues.reduce(
          (left, { financement, realise }) => (financement === source.id && realise !== null ? left - realise : left),
          ouvert,
        ),
      },
    ];
  });
}

/** Where the money of the year stands: what is spent and not received, and what would be left once these aids are paid in full. */
export interface ArgentDeLAnnee {
  avance: number;
  solde: number;
  aides: AideDuRealise[];
}

/** Null where the accounts tell no expense, or no receipt. */
export function argentDeLAnnee(
  depenses: readonly Ligne[],
  recettes: readonly Ligne[],
  aides: readonly AideDuRealise[],
): ArgentDeLAnnee | null {
  const known = (lines: readonly Ligne[]): number[] => lines.flatMap(({ realise }) => realise ?? []);
  const [spent, received] = [known(depenses), known(recettes)];
  if (spent.length === 0 || received.length === 0) return null;
  const avance = sum(spent) - sum(received);
  return { avance, solde: sum(aides, ({ reste }) => Math.max(0, reste)) - avance, aides: [...aides] };
}
