/** Conventions: what each is by law, the rules in force that apply to it, and their totals against the budget that pays them. */
import { sum } from 'd3-array';
import type { Study } from '../../study/study.js';
import type { Acteur, ModeOperatoire, Reference, Scenario } from '../../study/types.gen.js';
import { euros } from '../../texte/nombres.js';
import { montantProbable } from '../montants.js';
import { type Nature, natureDe } from '../natures.js';
import { versionAu } from '../references.js';
import { coutEnCroisiere } from '../scenarios/depenses-et-charge/activite.js';
import { monteeDe } from '../scenarios/depenses-et-charge/charge.js';
import type { Convention } from './etat.js';

export type NatureAccord = NonNullable<Convention['nature']>;

export const ACCORDS: Readonly<Record<NatureAccord, string>> = {
  cooperation: 'Coopération',
  achat: 'Prestation',
  subvention: 'Subvention',
  gratuit: 'Sans paiement',
};

/** Companies that a law of their own opens to co-operation or to subsidies, on conditions that the inventories do not hold. */
const SOCIETES_MIXTES: ReadonlySet<Acteur['type']> = new Set(['scic', 'sem', 'spl']);

/**
 * Whether an agreement can be made with a partner of a nature: only public bodies co-operate, the bearer among them, and a subsidy helps an association
 * or a public body; null when either is not known, or when the type of the partner has rules of its own.
 */
export function accordPossible(
  accord: NatureAccord | undefined,
  nature: Nature | null,
  type?: Acteur['type'],
  porteur: Nature | null = null,
): boolean | null {
  if (accord === undefined || nature === null) return null;
  if (accord !== 'achat' && accord !== 'gratuit' && type !== undefined && SOCIETES_MIXTES.has(type)) return null;
  if (accord === 'cooperation') return nature === 'public' && (porteur === null || porteur === 'public');
  if (accord === 'subvention') return nature === 'association' || nature === 'public';
  return true;
}

export interface ConventionAnalysee {
  convention: Convention;
  nature: Nature | null;
  /** Euros a year; 0 without payment, null for a receipt whose amount is not written. */
  montant: number | null;
  recue: boolean;
  /** Its rule, in the version in force at the date; null when it names none or none is in force. */
  regle: Reference | null;
  possible: boolean | null;
  /** Days a year that the amount pays, and those that the partner brings without payment. */
  joursPayes: number;
  joursApportes: number;
  /** Euros paid a day of those that the scenario says paid; null without. */
  prixJour: number | null;
}

export interface LigneConventions {
  /** Id and label of the line of the budget. */
  id: string;
  libelle: string;
  conventions: number;
  /** Of the first year; at cruising speed too where it follows a volume that is not all reached then, null elsewhere. */
  budget: number;
  enCroisiere: number | null;
  /** Conventions − budget, in euros a year: nothing while they are between both. */
  ecart: number;
}

export interface ConventionsAnalysis {
  liste: ConventionAnalysee[];
  /** Lines of the budget that pay conventions. */
  lignes: LigneConventions[];
  totalVerse: number;
  /** Of those that are written; null when none of the receipts is. */
  totalRecu: number | null;
  jours: number;
}

/** « 11 000 € versés et 3 500 € reçus par an »: a side that pays nothing is not said, unless neither does; one whose amounts are not written does not pay nothing. */
export function sommesConvenues({
  totalVerse,
  totalRecu,
}: Pick<ConventionsAnalysis, 'totalVerse' | 'totalRecu'>): string {
  const sommes = [
    totalVerse > 0 ? `${euros(totalVerse)} versés` : '',
    totalRecu !== null && totalRecu > 0 ? `${euros(totalRecu)} reçus` : '',
  ].filter(Boolean);
  const said = [
    sommes.length > 0 ? `${sommes.join(' et ')} par an` : '',
    totalRecu === null ? 'recettes sans montant écrit' : '',
  ];
  return said.filter(Boolean).join(', ') || 'sans paiement';
}

export function analyserConventions(
  { acteurs }: Study,
  references: readonly Reference[],
  mode: ModeOperatoire,
  scenario: Scenario,
  date: string,
): ConventionsAnalysis {
  const bearer = acteurs.find(({ id }) => id === scenario.porteur);
  const porteur = bearer ? natureDe(bearer) : null;
  const liste = (mode.conventions ?? []).map((convention): ConventionAnalysee => {
    const partner = acteurs.find(({ id }) => id === convention.partenaire);
    const nature = partner ? natureDe(partner) : null;
    const recue = convention.sens === 'recu';
    // A convention that binds the bearer to no payment is written without amount; one that promises it a receipt is not.
    const montant = montantProbable(convention.montant) ?? (recue && convention.nature !== 'gratuit' ? null : 0);
    const share = scenario.partenaires.find(({ acteur }) => acteur === convention.partenaire)?.jours_finances;
    const days = convention.jours_an ?? 0;
    const paidDays = !recue && montant !== null && montant > 0 ? days * (share ?? 1) : 0;
    return {
      convention,
      nature,
      montant,
      recue,
      regle: convention.reference ? versionAu(references, convention.reference, date) : null,
      possible: accordPossible(convention.nature, nature, partner?.type, porteur),
      joursPayes: paidDays,
      joursApportes: days - paidDays,
      prixJour: montant !== null && paidDays > 0 ? montant / paidDays : null,
    };
  });
  const total = (list: readonly ConventionAnalysee[]): number => sum(list, ({ montant }) => montant);
  const recues = liste.filter(({ recue }) => recue);
  const lines = [...new Set(liste.flatMap(({ convention }) => convention.ligne ?? []))];
  return {
    liste,
    lignes: lines.flatMap((id) => {
      const line = scenario.moyens.fonctionnement?.find((one) => one.id === id);
      if (!line) return [];
      const conventions = total(liste.filter(({ convention }) => convention.ligne === id));
      // A convention is of a year: what follows a volume is less in the first, which is described, than at cruising speed.
      const croisiere = coutEnCroisiere(scenario, line);
      const budget = croisiere * (line.cout_unitaire === undefined ? 1 : monteeDe(scenario, 0));
      const [least, most] = [Math.min(budget, croisiere), Math.max(budget, croisiere)];
      const ecart = conventions - Math.min(most, Math.max(least, conventions));
      return [
        { id, libelle: line.libelle, conventions, budget, enCroisiere: budget === croisiere ? null : croisiere, ecart },
      ];
    }),
    totalVerse: total(liste.filter(({ recue }) => !recue)),
    totalRecu: recues.length > 0 && recues.every(({ montant }) => montant === null) ? null : total(recues),
    jours: sum(liste, ({ convention }) => convention.jours_an),
  };
}
