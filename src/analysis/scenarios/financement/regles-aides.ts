/** What the rules of an aid say of it: what it takes into its base, when it pays, what limits it, who gives it. */

import type { Scenario } from '../../../study/types.gen.js';
import { accord, enumerer } from '../../../texte/accords.js';
import { MOIS_PAR_AN } from '../../../texte/dates.js';
import type { LigneDepense } from '../depenses-et-charge/depenses.js';

export type LigneFinancement = Scenario['financements'][number];

/**
 * Whether a source takes an expense into its eligible base: its nature, its section when the source names one of the two (the running of a tool is no
 * investment), whose it is (the bearer's unless said), and how large a post is.
 */
export const estEligible = (
  source: LigneFinancement,
  { id, nature, porteur, quantite, section }: Pick<LigneDepense, 'id' | 'nature' | 'porteur' | 'quantite' | 'section'>,
  porteurScenario: string,
): boolean =>
  !(nature === 'interets' || nature === 'capital') &&
  (source.assiette?.includes(nature) ?? nature !== 'fonds') &&
  (source.section === undefined || source.section === 'toutes' || source.section === section) &&
  (source.assiette_porteurs ?? [porteurScenario]).includes(porteur) &&
  !(nature === 'humain' && quantite < (source.part_poste_minimale ?? 0)) &&
  !source.lignes_exclues?.includes(id);

/**
 * Whether a source may pay for purchases: a rate takes them into its base, where there are some; an amount of the section of investment is for them. Bought in
 * the first month of a year, they are all in its first claim.
 */
export const aideDesAchats = (source: LigneFinancement, lignes: readonly Pick<LigneDepense, 'section'>[]): boolean =>
  source.taux === undefined
    ? source.section === 'investissement'
    : lignes.some(({ section }) => section === 'investissement');

/** Share of what a source brings in a year that is for purchases, by what its lines cost in that year, in euros. */
export function partDesAchats(
  source: LigneFinancement,
  lignes: readonly LigneDepense[],
  porteur: string,
  montant: (line: number) => number,
): number {
  if (!aideDesAchats(source, lignes)) return 0;
  if (source.taux === undefined) return 1;
  let [base, bought] = [0, 0];
  for (const [i, ligne] of lignes.entries()) {
    if (!estEligible(source, ligne, porteur)) continue;
    base += montant(i);
    if (ligne.section === 'investissement') bought += montant(i);
  }
  return base === 0 ? 0 : bought / base;
}

/** Months between two claims; a single claim comes when the last of its years ends. */
const PERIODES: Readonly<Record<NonNullable<LigneFinancement['demandes_paiement']>, number | null>> = {
  mensuelle: 1,
  trimestrielle: 3,
  semestrielle: 6,
  annuelle: MOIS_PAR_AN,
  unique: null,
};

/** Months that one claim covers, over a scenario of so many years: a single claim, all that its own years bring. */
export const periodeDe = (
  { demandes_paiement: rythme = 'mensuelle', annees }: LigneFinancement,
  years: number,
): number => PERIODES[rythme] ?? Math.min(years, Math.max(1, ...(annees ?? [years]))) * MOIS_PAR_AN;

/** Every period that a reader of the workbook may pick, shortest first. */
export const periodesPossibles = (sources: readonly LigneFinancement[], years: number): number[] =>
  [
    ...new Set([
      ...Object.values(PERIODES).map((months) => months ?? years * MOIS_PAR_AN),
      ...sources.map((source) => periodeDe(source, years)),
    ]),
  ].sort((a, b) => a - b);

/** Months since year 0 of a date that gives at least its year. */
const moisDe = (date: string): number => {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return year * MOIS_PAR_AN + month - 1;
};

/** Share of a year (from 0) in which a source pays: none out of its years, and only the months after it opens and is applied for, before it closes. */
export function partVersee(source: LigneFinancement, year: number, demarrage: string | undefined): number {
  if (source.annees && !source.annees.includes(year + 1)) return 0;
  // What is written of a loan is its capital, whole: drawn over several years, each has an equal part of it.
  if (source.nature === 'emprunt') return 1 / (source.annees?.length ?? 1);
  if (demarrage === undefined) return 1;
  const start = moisDe(demarrage) + year * MOIS_PAR_AN;
  const from = Math.max(start, ...[source.ouverture, source.depot].flatMap((date) => (date ? [moisDe(date)] : [])));
  const to = Math.min(start + MOIS_PAR_AN, source.cloture ? moisDe(source.cloture) + 1 : Number.POSITIVE_INFINITY);
  return Math.max(0, to - from) / MOIS_PAR_AN;
}

/** First year (from 0) of those that share a ceiling with this one. */
export function debutPlafond(
  { plafond_par: par = 'annee', dossier_annees: length = 1 }: LigneFinancement,
  year: number,
): number {
  if (par === 'programme') return 0;
  return par === 'dossier' ? Math.floor(year / length) * length : year;
}

const NATIONALES: readonly LigneFinancement['origine'][] = [
  'etat',
  'region',
  'departement',
  'bloc-communal',
  'porteur',
];
/** Sources that count as national public funds beside an aid. */
export const nationales = (financements: readonly LigneFinancement[]): number[] =>
  financements.flatMap((source, s) =>
    NATIONALES.includes(source.origine) &&
    source.contrepartie_nationale === undefined &&
    // The money of a loan is of whoever gives it back, not of a lender that would be the State.
    (source.nature !== 'emprunt' || source.origine === 'porteur')
      ? [s]
      : [],
  );

/** Places of the sources, those that wait for national funds last. */
export const ordreDesSources = (financements: readonly LigneFinancement[]): number[] =>
  [...financements.keys()].sort(
    (a, b) =>
      Number(financements[a]?.contrepartie_nationale !== undefined) -
        Number(financements[b]?.contrepartie_nationale !== undefined) || a - b,
  );

/** Euros of aid for a euro of national funds; no limit without a least share. */
export const aideParEuroNational = ({ contrepartie_nationale: part = 0 }: LigneFinancement): number =>
  (1 - part) / part;

/** Who gives a source, with the share of each; nobody by name gives what users pay. */
export const donneurs = ({ groupe, financeur }: LigneFinancement): { acteur: string; part: number }[] =>
  groupe ?? (financeur === undefined ? [] : [{ acteur: financeur, part: 1 }]);

/** Who gives, as a table names them: each member of a group, none of whom is made to pay for the others. */
export const nomDuFinanceur = (source: LigneFinancement, nommer: (id: string) => string): string => {
  const names = donneurs(source).map(({ acteur }) => nommer(acteur));
  return names.length === 0 ? 'Usagers' : enumerer(names);
};

/** What a source is called: its own label, else who gives it. */
export const nomDeLaSource = (source: LigneFinancement, nommer: (id: string) => string): string =>
  source.libelle ?? (source.financeur === undefined ? 'Recettes des usagers' : nommer(source.financeur));

/** The same on a row among others: where two have one name, a line for each year of what users pay, its years tell it from them. */
export function nomDeLaLigne(
  source: LigneFinancement,
  toutes: readonly LigneFinancement[],
  nommer: (id: string) => string,
): string {
  const nom = nomDeLaSource(source, nommer);
  const { annees = [] } = source;
  const homonyme = toutes.some((one) => one !== source && nomDeLaSource(one, nommer) === nom);
  return homonyme && annees.length > 0
    ? `${nom}, ${accord(annees.length, 'année', 'années')} ${enumerer(annees.map(String))}`
    : nom;
}

/** The scenario with a name for each of its sources; the same one when all have theirs. */
export const sourcesNommees = (scenario: Scenario, nommer: (id: string) => string): Scenario =>
  scenario.financements.every(({ libelle }) => libelle !== undefined)
    ? scenario
    : {
        ...scenario,
        financements: scenario.financements.map((source) => ({ ...source, libelle: nomDeLaSource(source, nommer) })),
      };
