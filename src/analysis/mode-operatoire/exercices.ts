/** The first year of the scenario, or a longer experimentation, by calendar year and budget chapter: a public bearer votes by chapter, for a civil year. */

import { sum } from 'd3-array';
import { cellAt, numberAt } from '../../lists/at.js';
import { moisDExperimentation } from '../../study/contrat.js';
import type { Acteur, ModeOperatoire } from '../../study/types.gen.js';
import { deNom, minuscule } from '../../texte/accords.js';
import { MOIS_PAR_AN } from '../../texte/dates.js';
import { euros } from '../../texte/nombres.js';
import { natureDe } from '../natures.js';
import type { Chiffrage } from '../scenarios/chiffrage.js';
import { NATURES, type Nature } from '../scenarios/depenses-et-charge/depenses.js';
import { FCTVA } from '../scenarios/depenses-et-charge/fctva.js';
import { encaissee } from '../scenarios/financement/caisse-du-porteur.js';
import { NATURES_RECETTES } from '../scenarios/financement/libelles.js';
import { partDesAchats } from '../scenarios/financement/regles-aides.js';
import { transfertDeLAnnee } from '../scenarios/financement/transferts.js';

type Sens = 'depense' | 'recette';
type Section = 'fonctionnement' | 'investissement';

export interface LigneExercice {
  chapitre: string;
  libelle: string;
  sens: Sens;
  section: Section;
  /** Euros by exercise, in the order of `exercices`. */
  montants: number[];
}

/** Money of one nature, before it has its chapter. */
interface Flux {
  nature: string;
  libelle: string;
  sens: Sens;
  section: Section;
}

export interface Exercices {
  /** Months that are counted: twelve, or those of a longer experimentation. */
  mois: number;
  /** Those of the last exercise. */
  moisDuDernier: number;
  /** Civil years. */
  exercices: number[];
  lignes: LigneExercice[];
  /** Receipts less expenses of a section, by exercise, the transfer between sections included. */
  soldes: Readonly<Record<Section, number[]>>;
  /** Drawn on loans, by exercise: what a section of investment has beyond its purchases may come from there, and is owed. */
  empruntes: number[];
  /** Receipts that no budget of these exercises can hold: a VAT given back is entered in the year that pays it. */
  plusTard: { libelle: string; exercice: number; montant: number }[];
  /** Natures that no chapter of their section receives, with their amount over these months. */
  sansChapitre: { libelle: string; sens: Sens; section: Section; montant: number }[];
}

/** « matériel (dépense d’investissement, 6 000 €) » for each of what no chapter receives. */
export const sansChapitreEnClair = ({ sansChapitre }: Pick<Exercices, 'sansChapitre'>): string[] =>
  sansChapitre.map(
    ({ libelle, sens, section, montant }) =>
      `${minuscule(libelle)} (${sens === 'depense' ? 'dépense' : 'recette'} ${deNom(section)}, ${euros(montant)})`,
  );

/**
 * Whether a bearer keeps public accounts: two sections, chapters, a vote, a transfer from one section to the other. An association or a company pays for what
 * it buys out of all that it has; one whose nature its type does not tell is spoken of as they are.
 */
export const tientUneComptabilitePublique = (acteurs: readonly Acteur[], porteur: string): boolean =>
  acteurs.some((acteur) => acteur.id === porteur && natureDe(acteur) === 'public');

/** Nature of what the operating section gives to that of investment, in `nomenclature`. */
const VIREMENT = 'virement';

/** Nature of what the bearer gives to another payer of the scenario, or has of it. */
const TRANSFERT = 'transfert';

/** Nature of the capital of loans that is paid back. */
const CAPITAL: Nature = 'capital';

/** Money of a year of the scenario, with what places it in a budget. */
interface Mouvement extends Flux {
  nom: string;
  /** First month of that year, from 0, and how many of its months are counted. */
  depuis: number;
  mois: number;
  /** Of the whole year. */
  amount: number;
  /** What of it is for purchases, which are made in the first month. */
  bought: number;
  /** Year in which it is paid, for what is entered when it is; null for what is entered when it is earned. */
  paid: number | null;
  /** Whether it falls due along the year, as running costs do and as the capital of a loan does, in the cash too. */
  along: boolean;
  /** Whether it may pay the capital of a loan back: own resources, neither a loan nor an aid that is given for purchases. */
  propre: boolean;
}

/** What the bearer alone pays and receives in a year of the scenario (from 0), the first of which begins in a month of a civil year. */
function mouvementsDe(
  { lignes, montants, recettes, scenario }: Chiffrage,
  { year, month, rang, mois }: { year: number; month: number; rang: number; mois: number },
): Mouvement[] {
  const depuis = rang * MOIS_PAR_AN;
  return [
    ...lignes.map(
      ({ libelle, nature, porteur, section }, i): Mouvement => ({
        depuis,
        mois,
        paid: null,
        along: section === 'fonctionnement' || nature === CAPITAL,
        propre: false,
        nom: libelle,
        nature,
        libelle: NATURES[nature],
        sens: 'depense',
        amount: porteur === scenario.porteur ? cellAt(montants, i, rang) : 0,
        bought: 0,
        section,
      }),
    ),
    ...scenario.financements.map((source, i): Mouvement => {
      const { id, libelle = id, nature, section, delai_versement_mois: delai = 0 } = source;
      // What others cash for their own expenses is in no budget of the bearer.
      const amount = encaissee(source, scenario.porteur) ? cellAt(recettes, i, rang) : 0;
      return {
        depuis,
        mois,
        // Paid so many months after the claim, which is made at the end of the year.
        paid: id === FCTVA ? year + Math.floor((month - 2 + depuis + MOIS_PAR_AN + delai) / MOIS_PAR_AN) : null,
        along: section !== 'investissement',
        propre: id === FCTVA || nature === 'autofinancement',
        nom: libelle,
        nature,
        libelle: NATURES_RECETTES[nature],
        sens: 'recette',
        amount,
        bought: amount * partDesAchats(source, lignes, scenario.porteur, (line) => cellAt(montants, line, rang)),
        section: section === 'investissement' ? 'investissement' : 'fonctionnement',
      };
    }),
    ...(scenario.transferts ?? []).flatMap((one): Mouvement[] =>
      (
        [
          [one.de, 'depense'],
          [one.a, 'recette'],
        ] as const
      ).flatMap(([acteur, sens]) =>
        acteur === scenario.porteur
          ? [
              {
                depuis,
                mois,
                paid: null,
                along: true,
                propre: false,
                nom: one.libelle,
                nature: TRANSFERT,
                libelle: 'Transferts entre payeurs',
                sens,
                amount: transfertDeLAnnee(one, rang),
                bought: 0,
                section: 'fonctionnement',
              },
            ]
          : [],
      ),
    ),
  ].filter(({ amount }) => amount > 0);
}

/** Lines of a budget: money of one chapter and section adds up, and what no chapter receives is kept apart. */
function budgetPar(nomenclature: NonNullable<ModeOperatoire['nomenclature']>) {
  const rows = new Map<string, LigneExercice>();
  const lost = new Map<string, Exercices['sansChapitre'][number]>();
  const chapterOf = ({ nature, sens, section }: Flux) =>
    nomenclature.find(
      (one) =>
        (one.sens ?? 'depense') === sens &&
        (one.section ?? 'fonctionnement') === section &&
        one.natures.includes(nature),
    );
  const add = (flux: Flux, amounts: readonly number[]): void => {
    const { nature, libelle, sens, section } = flux;
    const chapter = chapterOf(flux);
    if (!chapter) {
      const key = `${sens} ${section} ${nature}`;
      lost.set(key, { libelle, sens, section, montant: (lost.get(key)?.montant ?? 0) + sum(amounts) });
      return;
    }
    const { chapitre } = chapter;
    const key = `${sens} ${chapitre} ${section}`;
    const before = rows.get(key)?.montants;
    const montants = amounts.map((value, i) => value + (before === undefined ? 0 : numberAt(before, i)));
    rows.set(key, { chapitre, libelle: chapter.libelle, sens, section, montants });
  };
  const order = nomenclature.map(({ chapitre }) => chapitre);
  return {
    add,
    /** Receipts less expenses of a section in a year, by its rank. */
    solde: (section: Section, i: number): number =>
      sum(rows.values(), (row) =>
        row.section === section ? (row.sens === 'recette' ? 1 : -1) * numberAt(row.montants, i) : 0,
      ),
    lignes: (): LigneExercice[] =>
      [...rows.values()].sort(
        (a, b) =>
          (a.sens === b.sens ? 0 : a.sens === 'depense' ? -1 : 1) ||
          order.indexOf(a.chapitre) - order.indexOf(b.chapitre),
      ),
    sansChapitre: (): Exercices['sansChapitre'] => [...lost.values()],
  };
}

/**
 * Running costs and receipts fall evenly over the twelve months of each year from `debut` (AAAA-MM), purchases, what pays for them and receipts of investment in its first. An experimentation
 * of more than a year is counted to its last month. A receipt counts when it is earned,
 * not when it is paid, but a VAT given back, which is entered when the State pays it. Only what the bearer pays and receives. Purchases beyond the receipts of investment are paid by the operating section: the same
 * amount leaves it and enters the other, year by year, so that the section of investment balances (for a bearer that keeps public accounts, or whose
 * chapters receive it). The capital of loans is paid back out of own resources, not out of another loan nor of an aid (CGCT, article L1612-4): what those of
 * the section do not cover leaves the operating section too, even where a loan is more than the purchases.
 */
export function exercicesDe(
  mode: ModeOperatoire,
  chiffrage: Chiffrage,
  acteurs: readonly Acteur[],
  debut: string,
): Exercices {
  const { nomenclature = [] } = mode;
  const [year = 0, month = 1] = debut.split('-').map(Number);
  const mois = Math.max(
    MOIS_PAR_AN,
    Math.min(moisDExperimentation(mode) ?? MOIS_PAR_AN, chiffrage.annees * MOIS_PAR_AN),
  );
  /** Exercise of a month, from 0, by its rank. */
  const exerciceDe = (m: number): number => Math.floor((month - 1 + m) / MOIS_PAR_AN);
  const exercices = Array.from({ length: exerciceDe(mois - 1) + 1 }, (_, i) => year + i);
  /** Purchases are in the first month, and the receipts that they open with them. */
  const montantsDe = ({ depuis, mois: counted, amount, bought, paid, along }: Mouvement): number[] =>
    exercices.map((exercice, i) => {
      if (paid !== null) return exercice === paid ? amount : 0;
      const first = exerciceDe(depuis) === i;
      if (!along) return first ? amount : 0;
      const within = Array.from({ length: counted }, (_, m) => m).filter((m) => exerciceDe(depuis + m) === i).length;
      return (first ? bought : 0) + ((amount - bought) * within) / MOIS_PAR_AN;
    });
  const flows = Array.from({ length: Math.ceil(mois / MOIS_PAR_AN) }, (_, rang) =>
    mouvementsDe(chiffrage, { year, month, rang, mois: Math.min(MOIS_PAR_AN, mois - rang * MOIS_PAR_AN) }),
  ).flat();
  const inTime = flows.filter(({ paid }) => paid === null || exercices.includes(paid));
  const budget = budgetPar(nomenclature);
  for (const flow of inTime) budget.add(flow, montantsDe(flow));
  const invested = inTime.filter(({ section }) => section === 'investissement');
  const transfer = exercices.map((_, i) => {
    const net = (kept: (flow: Mouvement) => boolean): number =>
      sum(invested.filter(kept), (flow) => (flow.sens === 'depense' ? 1 : -1) * numberAt(montantsDe(flow), i));
    return Math.max(
      0,
      net(() => true),
      net(({ nature, propre }) => nature === CAPITAL || propre),
    );
  });
  const votes =
    tientUneComptabilitePublique(acteurs, chiffrage.scenario.porteur) ||
    nomenclature.some(({ natures }) => natures.includes(VIREMENT));
  if (votes && nomenclature.length > 0 && transfer.some((value) => value > 0)) {
    const moved = { nature: VIREMENT, libelle: 'Virement entre sections' };
    budget.add({ ...moved, sens: 'depense', section: 'fonctionnement' }, transfer);
    budget.add({ ...moved, sens: 'recette', section: 'investissement' }, transfer);
  }
  const soldes = (section: Section): number[] => exercices.map((_, i) => budget.solde(section, i));
  return {
    mois,
    moisDuDernier: ((month - 1 + mois - 1) % MOIS_PAR_AN) + 1,
    exercices,
    soldes: { fonctionnement: soldes('fonctionnement'), investissement: soldes('investissement') },
    empruntes: exercices.map((_, i) =>
      sum(invested, (flow) => (flow.nature === 'emprunt' ? numberAt(montantsDe(flow), i) : 0)),
    ),
    lignes: budget.lignes(),
    plusTard: flows.flatMap(({ paid, nom, amount }) =>
      paid === null || exercices.includes(paid) ? [] : [{ libelle: nom, exercice: paid, montant: amount }],
    ),
    sansChapitre: budget.sansChapitre(),
  };
}
