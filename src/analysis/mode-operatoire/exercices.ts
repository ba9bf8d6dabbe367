/** The first year of the scenario by calendar year and budget chapter: a public bearer votes by chapter, for a civil year. */

import { cellAt, numberAt } from '../../lists/at.js';
import type { Acteur, ModeOperatoire } from '../../study/types.gen.js';
import { deNom, minuscule } from '../../texte/accords.js';
import { euros } from '../../texte/nombres.js';
import { natureDe } from '../natures.js';
import type { Chiffrage } from '../scenarios/chiffrage.js';
import { NATURES } from '../scenarios/depenses.js';
import { FCTVA } from '../scenarios/fctva.js';
import { NATURES_RECETTES } from '../scenarios/financement.js';

const MOIS = 12;

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
  /** Civil years. */
  exercices: number[];
  lignes: LigneExercice[];
  /** Receipts less expenses of a section, by exercise, the transfer between sections included. */
  soldes: Readonly<Record<Section, number[]>>;
  /** Receipts that no budget of these exercises can hold: a VAT given back is entered in the year that pays it. */
  plusTard: { libelle: string; exercice: number; montant: number }[];
  /** Natures that no chapter of their section receives, with their amount over the twelve months. */
  sansChapitre: { libelle: string; sens: Sens; section: Section; montant: number }[];
}

/** « matériel (dépense d’investissement, 6 000 €) » for each of what no chapter receives. */
export const sansChapitreEnClair = ({ sansChapitre }: Pick<Exercices, 'sansChapitre'>): string[] =>
  sansChapitre.map(
    ({ libelle, sens, section, montant }) =>
      `${minuscule(libelle)} (${sens === 'depense' ? 'dépense' : 'recette'} ${deNom(section)}, ${euros(montant)})`,
  );

/** Whether a bearer votes a transfer between its two sections: a public body does; an association or a company pays for what it buys out of all that it has. */
export function vireEntreSections(acteurs: readonly Acteur[], porteur: string): boolean {
  const nature = acteurs.filter(({ id }) => id === porteur).map(natureDe)[0] ?? null;
  return nature === null || nature === 'public';
}

/** Nature of what the operating section gives to that of investment, in `nomenclature`. */
const VIREMENT = 'virement';

/**
 * Running costs and receipts fall evenly over the twelve months from `debut` (AAAA-MM), purchases and receipts of investment in the first; a receipt counts when it is earned,
 * not when it is paid, but a VAT given back, which is entered when the State pays it. Only what the bearer pays and receives. Purchases beyond the receipts of investment are paid by the operating section: the same
 * amount leaves it and enters the other, year by year, so that the section of investment balances (`virement`: for a bearer that votes by section, or whose
 * chapters receive it).
 */
export function exercicesDe(
  { nomenclature = [] }: ModeOperatoire,
  { lignes, montants, recettes, scenario }: Chiffrage,
  debut: string,
  virement = true,
): Exercices {
  const [year = 0, month = 1] = debut.split('-').map(Number);
  const firstMonths = Math.min(MOIS, MOIS + 1 - month);
  const exercices = firstMonths === MOIS ? [year] : [year, year + 1];
  /** Purchases are in the first month, and the receipts that they open with them. */
  const spread = (amount: number, once: boolean): number[] =>
    exercices.map((_, i) => {
      if (once) return i === 0 ? amount : 0;
      return (amount * (i === 0 ? firstMonths : MOIS - firstMonths)) / MOIS;
    });
  const flows = [
    ...lignes.map((ligne, i) => ({
      paid: null,
      nom: ligne.libelle,
      nature: ligne.nature as string,
      libelle: NATURES[ligne.nature],
      sens: 'depense' as const,
      amount: ligne.porteur === scenario.porteur ? cellAt(montants, i, 0) : 0,
      section: ligne.section as Section,
    })),
    ...scenario.financements.map(({ id, libelle = id, nature, section, delai_versement_mois: delai = 0 }, i) => ({
      // Paid so many months after the claim, which is made at the end of the twelve.
      paid: id === FCTVA ? year + Math.floor((month - 2 + MOIS + delai) / MOIS) : null,
      nom: libelle,
      nature: nature as string,
      libelle: NATURES_RECETTES[nature],
      sens: 'recette' as const,
      amount: cellAt(recettes, i, 0),
      section: (section === 'investissement' ? 'investissement' : 'fonctionnement') as Section,
    })),
  ].filter(({ amount }) => amount > 0);
  const late = flows.flatMap(({ paid, nom, amount }) =>
    paid === null || exercices.includes(paid) ? [] : [{ libelle: nom, exercice: paid, montant: amount }],
  );
  const inTime = flows.filter(({ paid }) => paid === null || exercices.includes(paid));
  const place = (nature: string, sens: Sens, section: Section) =>
    nomenclature.find(
      (one) =>
        (one.sens ?? 'depense') === sens &&
        (one.section ?? 'fonctionnement') === section &&
        one.natures.includes(nature),
    );
  const rows = new Map<string, LigneExercice>();
  const lost = new Map<string, Exercices['sansChapitre'][number]>();
  const add = ({ nature, libelle, sens, section }: Flux, montants: readonly number[]): void => {
    const chapter = place(nature, sens, section);
    if (!chapter) {
      const key = `${sens} ${section} ${nature}`;
      const sum = montants.reduce((all, value) => all + value, lost.get(key)?.montant ?? 0);
      lost.set(key, { libelle, sens, section, montant: sum });
      return;
    }
    const key = `${sens} ${chapter.chapitre} ${section}`;
    const before = rows.get(key)?.montants ?? exercices.map(() => 0);
    rows.set(key, {
      chapitre: chapter.chapitre,
      libelle: chapter.libelle,
      sens,
      section,
      montants: before.map((value, i) => value + numberAt(montants, i)),
    });
  };
  const montantsDe = ({ amount, paid, section }: (typeof flows)[number]): number[] =>
    paid === null
      ? spread(amount, section === 'investissement')
      : exercices.map((exercice) => (exercice === paid ? amount : 0));
  for (const flow of inTime) add(flow, montantsDe(flow));
  const invested = inTime.filter(({ section }) => section === 'investissement');
  const transfer = exercices.map((_, i) =>
    Math.max(
      0,
      invested.reduce((sum, flow) => sum + (flow.sens === 'depense' ? 1 : -1) * numberAt(montantsDe(flow), i), 0),
    ),
  );
  const votes = virement || nomenclature.some(({ natures }) => natures.includes(VIREMENT));
  if (votes && nomenclature.length > 0 && transfer.some((value) => value > 0))
    for (const [sens, section] of [
      ['depense', 'fonctionnement'],
      ['recette', 'investissement'],
    ] as const)
      add({ nature: VIREMENT, libelle: 'Virement entre sections', sens, section }, transfer);
  const order = nomenclature.map(({ chapitre }) => chapitre);
  const solde = (section: Section): number[] =>
    exercices.map((_, i) =>
      [...rows.values()].reduce(
        (sum, row) =>
          sum + (row.section === section ? (row.sens === 'recette' ? 1 : -1) * numberAt(row.montants, i) : 0),
        0,
      ),
    );
  return {
    exercices,
    soldes: { fonctionnement: solde('fonctionnement'), investissement: solde('investissement') },
    lignes: [...rows.values()].sort(
      (a, b) =>
        (a.sens === b.sens ? 0 : a.sens === 'depense' ? -1 : 1) ||
        order.indexOf(a.chapitre) - order.indexOf(b.chapitre),
    ),
    plusTard: late,
    sansChapitre: [...lost.values()],
  };
}
