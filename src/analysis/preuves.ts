/** Evidence travels with the figure: how many of the inputs of a figure are sourced, declared, estimated or illustrative. */

/** No rate is drawn from fewer cases: the counts say more. */
export const CAS_POUR_UN_TAUX = 20;

export const FIABILITES_PREUVE = ['source', 'declaratif', 'estime', 'illustratif', 'non-renseigne'] as const;
export type FiabilitePreuve = (typeof FIABILITES_PREUVE)[number];

/** Numbers of inputs by reliability; they add up to `total`. `de`: which inventories they come from, where there are several. */
export type Preuves = Record<FiabilitePreuve, number> & { total: number; de?: string };

/** An entry of an inventory: its own reliability, and that of the fields that differ. */
export interface Fiche {
  fiabilite?: string | undefined;
  fiabilite_champs?: Record<string, string> | undefined;
}

/** `fonde`: nothing illustrative; `en-partie`: some of it; `illustratif`: all of it. */
export type Solidite = 'fonde' | 'en-partie' | 'illustratif';

const connue = (value: string | undefined): FiabilitePreuve =>
  FIABILITES_PREUVE.find((one) => one === value) ?? 'non-renseigne';

/** From the most to the least solid; what says nothing of itself comes before what says that it is made up. */
const ORDRE: readonly FiabilitePreuve[] = ['source', 'declaratif', 'estime', 'non-renseigne', 'illustratif'];

/** Reliability of what a figure takes from one entry: the least solid of the fields that it reads. Without fields, that of the entry. */
export function fiabiliteDe(fiche: Fiche, champs: readonly string[] = []): FiabilitePreuve {
  const lues = champs.map((champ) => connue(fiche.fiabilite_champs?.[champ] ?? fiche.fiabilite));
  if (lues.length === 0) return connue(fiche.fiabilite);
  return lues.reduce((worst, one) => (ORDRE.indexOf(one) > ORDRE.indexOf(worst) ? one : worst));
}

export function preuvesDe(fiches: readonly Fiche[], champs: readonly string[] = []): Preuves {
  const found: Preuves = { source: 0, declaratif: 0, estime: 0, illustratif: 0, 'non-renseigne': 0, total: 0 };
  for (const fiche of fiches) {
    found[fiabiliteDe(fiche, champs)] += 1;
    found.total += 1;
  }
  return found;
}

/** Whether all comes from a source that is cited, or from somebody: none is the reading, the estimate or the example of who writes. */
export const recueillis = ({ source, declaratif, total }: Preuves): boolean =>
  total > 0 && source + declaratif === total;

/** A figure made from several is never more solid than its parts: their inputs together. */
export function ensemble(...parts: readonly Preuves[]): Preuves {
  const found = preuvesDe([]);
  for (const part of parts)
    for (const key of [...FIABILITES_PREUVE, 'total'] as const) found[key] = found[key] + part[key];
  return found;
}

export function solidite({ illustratif, total }: Preuves): Solidite {
  if (illustratif === 0) return 'fonde';
  return illustratif === total ? 'illustratif' : 'en-partie';
}

/** Of an entry as a whole: `illustratif` when it says so of itself, `en-partie` when some field is. */
export function soliditeFiche(fiche: Fiche): Solidite {
  if (fiche.fiabilite === 'illustratif') return 'illustratif';
  return Object.values(fiche.fiabilite_champs ?? {}).includes('illustratif') ? 'en-partie' : 'fonde';
}
