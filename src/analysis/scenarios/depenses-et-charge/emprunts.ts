/** Loans of a plan: a resource that is paid back. What they draw, what is owed, the interest and the capital of each year. */
import { numberAt } from '../../../lists/at.js';
import type { Scenario } from '../../../study/types.gen.js';
import { preciser } from '../../../texte/accords.js';
import {
  depasse,
  divise,
  egal,
  type Formule,
  fois,
  max,
  moins,
  nombre,
  ou,
  plus,
  puissance,
  si,
  somme,
  sous,
  texte,
  UN,
  ZERO,
} from '../../formules/formule.js';
import type { Modele } from '../../formules/modele.js';
import type { Cles } from '../cles.js';
import type { LigneDepense } from './depenses.js';

type LigneFinancement = Scenario['financements'][number];

export const estEmprunt = ({ nature }: Pick<LigneFinancement, 'nature'>): boolean => nature === 'emprunt';

/** What a table calls the sum of the lines of a plan: money that is given back is no receipt. */
export const totalDesRecettes = ({ financements }: Pick<Scenario, 'financements'>): string =>
  financements.some(estEmprunt) ? 'Total des recettes et des emprunts' : 'Total des recettes';

/**
 * Year from 1 of the first repayment of capital; that of the draw where the study says nothing of it, as in a lender's table: what is owed for a
 * year falls due within it, and a loan over ten years asks ten annuities, no year of interest more.
 */
export const premiereEcheance = ({ annees = [1], remboursement }: LigneFinancement): number =>
  remboursement?.premiere_annee ?? Math.max(...annees);

/** Year from 1 of the last repayment. */
export const derniereEcheance = (source: LigneFinancement): number =>
  premiereEcheance(source) + (source.remboursement?.duree_annees ?? 1) - 1;

/** How a reader of the workbook picks the profile. */
export const PROFILS = { 'annuite-constante': 'Annuité constante', 'capital-constant': 'Capital constant' } as const;

/** The scenario whose loans are drawn as they are: whole, in the first month of their year, the first one unless said. */
export const avecTirages = (scenario: Scenario): Scenario =>
  scenario.financements.some(estEmprunt)
    ? {
        ...scenario,
        financements: scenario.financements.map((source) =>
          estEmprunt(source)
            ? { ...source, annees: source.annees ?? [1], acompte: 1, section: source.section ?? 'investissement' }
            : source,
        ),
      }
    : scenario;

/** What a loan costs and gives back each year, as expenses of its bearer; their amounts follow what was drawn. */
export const lignesDesEmprunts = (
  { financements, porteur, id: scenario }: Pick<Scenario, 'financements' | 'porteur' | 'id'>,
  years: number,
): Omit<LigneDepense, 'nom'>[] =>
  financements.flatMap((source, s) => {
    if (!estEmprunt(source)) return [];
    const each = (value: number): number[] => Array.from({ length: years }, () => value);
    const common = {
      porteur,
      montant: { min: 0, mode: 0, max: 0 },
      quantite: 1,
      presence: each(1),
      indexe: false,
      croissance: each(1),
      facteurs: each(0),
      amortissement: null,
      chemin: `scenarios/${scenario}/financements/${source.id}`,
      suit: null,
    };
    const nom = source.libelle ?? source.id;
    return [
      {
        ...common,
        id: `${source.id}-interets`,
        libelle: preciser(nom, 'intérêts'),
        nature: 'interets' as const,
        section: 'fonctionnement' as const,
        dette: { s, part: 'interets' as const },
      },
      {
        ...common,
        id: `${source.id}-capital`,
        libelle: preciser(nom, 'capital remboursé'),
        nature: 'capital' as const,
        section: 'investissement' as const,
        dette: { s, part: 'capital' as const },
      },
    ];
  });

/** Terms of a loan, then, year by year, what is owed once it is drawn, its interest, the capital given back, and what is left. */
export function poserEmprunt(
  m: Modele,
  k: Cles,
  {
    s,
    source,
    years,
    nom,
    chemin,
  }: { s: number; source: LigneFinancement; years: readonly number[]; nom: string; chemin: string },
): void {
  const { taux = 0, duree_annees: length = 1, profil = 'annuite-constante' } = source.remboursement ?? {};
  const rate = m.entree(k.source('taux_interet', s), taux, {
    libelle: `taux de « ${nom} »`,
    unite: 'part',
    chemin,
  });
  const count = m.entree(k.source('duree', s), length, { libelle: `échéances de « ${nom} »`, unite: 'ans', chemin });
  const first = m.entree(k.source('premiere', s), premiereEcheance(source), {
    libelle: `année de la première échéance de « ${nom} »`,
    chemin,
  });
  const profile = m.entree(k.source('profil', s), PROFILS[profil], { libelle: `profil de « ${nom} »`, chemin });
  const money = (libelle: string, y: number) => ({ libelle: `${libelle} de « ${nom} » l’année ${y + 1}`, unite: '€' });
  for (const y of years) {
    const drawn = m.lire(k.recette(s, y));
    const owed = m.calcul(
      k.dette('du', s, y),
      y === 0 ? drawn : plus(m.lire(k.dette('restant', s, y - 1)), drawn),
      money('capital dû', y),
    );
    m.calcul(k.dette('interets', s, y), fois(owed, rate), money('intérêts', y));
    const year = nombre(y + 1);
    const left = moins(plus(first, count), year);
    const evenly = divise(owed, left, ZERO);
    const annuity = divise(fois(owed, rate), moins(puissance(plus(UN, rate), left), UN), evenly);
    const back = m.calcul(
      k.dette('capital', s, y),
      si(
        ou(sous(year, first), depasse(year, moins(plus(first, count), UN))),
        ZERO,
        si(egal(profile, texte(PROFILS['capital-constant'])), evenly, annuity),
      ),
      money('capital remboursé', y),
    );
    m.calcul(k.dette('restant', s, y), moins(owed, back), money('capital restant dû', y));
  }
}

/** What the loans give back over the plan, what they would not if they were not had, their heaviest year, and what is owed when it ends, in euros: only where there are some. */
export function poserDette(
  m: Modele,
  k: Cles,
  { financements }: Pick<Scenario, 'financements'>,
  years: readonly number[],
): void {
  const loans = financements.flatMap((source, s) => (estEmprunt(source) ? [s] : []));
  if (loans.length === 0) return;
  const each = (nom: 'capital' | 'interets'): Formule[] =>
    loans.flatMap((s) => years.map((y) => m.lire(k.dette(nom, s, y))));
  m.calcul(k.total('capital_rembourse'), somme(each('capital'), 'capital remboursé des emprunts'), {
    libelle: 'capital remboursé',
    unite: '€',
  });
  m.calcul(
    k.total('annuites_sans_emprunt'),
    somme(
      loans.flatMap((s) =>
        years.map((y) =>
          fois(
            moins(UN, m.lire(k.source('chance', s))),
            plus(m.lire(k.dette('interets', s, y)), m.lire(k.dette('capital', s, y))),
          ),
        ),
      ),
      'annuités × chance de ne pas avoir l’emprunt',
    ),
    { libelle: 'annuités qui ne seraient pas dues', unite: '€' },
  );
  const last = years.at(-1);
  if (last === undefined) return;
  m.calcul(
    k.total('annuite_maximale'),
    max(
      years.map((y) =>
        somme(
          loans.flatMap((s) => [m.lire(k.dette('interets', s, y)), m.lire(k.dette('capital', s, y))]),
          'intérêts et capital',
        ),
      ),
      'annuités de chaque année',
    ),
    { libelle: 'annuité la plus forte', unite: '€' },
  );
  m.calcul(
    k.total('dette_restante'),
    somme(
      loans.map((s) => m.lire(k.dette('restant', s, last))),
      'capital restant dû des emprunts',
    ),
    { libelle: 'dette à la fin du plan', unite: '€' },
  );
}

/** For one euro drawn in a year (from 0), what each year gives back and what it costs, in euros. */
export function annuitesDUnEuro(
  source: LigneFinancement,
  drawn: number,
  years: number,
): { interets: number; capital: number }[] {
  const { taux = 0, duree_annees: length = 1, profil = 'annuite-constante' } = source.remboursement ?? {};
  const first = premiereEcheance(source);
  let owed = 0;
  return Array.from({ length: years }, (_, y) => {
    if (y === drawn) owed += 1;
    const interets = owed * taux;
    const left = first + length - (y + 1);
    const due = y + 1 >= first && left >= 1;
    const growth = (1 + taux) ** left - 1;
    const capital = !due ? 0 : profil === 'capital-constant' || growth === 0 ? owed / left : interets / growth;
    owed -= capital;
    return { interets, capital };
  });
}

export interface Dette {
  source: LigneFinancement;
  /** Euros drawn over the plan. */
  tire: number;
  /** Euros by year: interest and capital together. */
  annuites: number[];
  interets: number;
  /** Euros still owed when the plan ends. */
  restant: number;
}

/** What each loan of a scenario asks of the years of its plan. */
export function dettesDe({
  scenario: { financements },
  modele: m,
  cles: k,
  annees,
  recettes,
}: {
  scenario: Scenario;
  modele: Modele;
  cles: Cles;
  annees: number;
  recettes: readonly (readonly number[])[];
}): Dette[] {
  const all = Array.from({ length: annees }, (_, y) => y);
  return financements.flatMap((source, s) => {
    if (!estEmprunt(source) || annees === 0) return [];
    const of = (nom: 'interets' | 'capital', y: number): number => m.nombre(k.dette(nom, s, y));
    return [
      {
        source,
        tire: (recettes[s] ?? []).reduce((sum, value) => sum + value, 0),
        annuites: all.map((y) => of('interets', y) + of('capital', y)),
        interets: all.reduce((sum, y) => sum + of('interets', y), 0),
        restant: m.nombre(k.dette('restant', s, annees - 1)),
      },
    ];
  });
}

const UN_CENTIME = 0.01;

/** The heaviest year of all the loans together: euros, its rank from 0 (of equal ones, where they weigh most), its share of the expenses of the year, and whether every year of the plan asks as much; null without any. */
export function annuiteLaPlusForte(
  dettes: readonly Dette[],
  depenses: readonly number[],
): { euros: number; annee: number; part: number; egales: boolean } | null {
  if (dettes.length === 0) return null;
  const each = depenses.map((_, y) => dettes.reduce((sum, { annuites }) => sum + numberAt(annuites, y), 0));
  const euros = Math.max(...each);
  const part = (y: number): number => euros / (numberAt(depenses, y) || 1);
  // Constant annuities differ by their last digits.
  const asMuch = each.flatMap((value, y) => (euros - value < UN_CENTIME ? [y] : []));
  const annee = asMuch.reduce((most, y) => (part(y) > part(most) ? y : most), numberAt(asMuch, 0));
  return { euros, annee, part: part(annee), egales: asMuch.length === each.length };
}
