/** What a way on would ask of the bearer's team in a year, against the days that the posts of the scenario bring. */

import { sum } from 'd3-array';
import type { Study } from '../../study/study.js';
import type { CadreEvaluation } from '../../study/types.gen.js';
import { enumerer, minuscule, sansPoint } from '../../texte/accords.js';
import { euros, montantEtBornes, montantProbable, quantiteProbable } from '../montants.js';
import { chiffrageDe } from '../scenarios/chiffrage.js';
import { scenarioDecrit } from '../scenarios/decrit.js';
import { STATUTS } from '../scenarios/financement/libelles.js';

export type Suite = NonNullable<CadreEvaluation['suites']>[number];

/** The words of each way on, the same in the evaluation and in what is put to the vote; `rang` is the order of a vote. */
export const SUITES: Readonly<
  Record<Suite['option'], { rang: number; titre: string; verbe: string; enQuestion: string }>
> = {
  continuer: { rang: 1, titre: 'Continuer', verbe: 'de continuer', enQuestion: 'le continuer' },
  etendre: { rang: 2, titre: 'Étendre', verbe: 'd’étendre', enQuestion: 'l’étendre' },
  arreter: { rang: 3, titre: 'Arrêter', verbe: 'd’arrêter', enQuestion: 'l’arrêter' },
};

/** The ways on in the order of a vote: the proposed one first. */
export const ordreDuVote = (suites: readonly Suite[]): Suite[] =>
  [...suites].sort(
    (a, b) =>
      Number(b.proposee ?? false) - Number(a.proposee ?? false) || SUITES[a.option].rang - SUITES[b.option].rang,
  );

/** « 98 000 € (90 000 à 106 000) par an » ; null when the study gives no cost. */
export function coutDeLaSuite({
  option,
  cout,
}: {
  option: Suite['option'];
  cout?: Suite['cout'] | undefined;
}): string | null {
  const told = montantEtBornes(cout);
  return told === null ? null : `${told}${option === 'arreter' ? ', une fois' : ' par an'}`;
}

/** Whether there is something to pay: nothing calls for no payer. */
export const aPayer = (cout: Suite['cout']): boolean => cout !== undefined && montantProbable(cout) > 0;

export interface JoursDeSuite {
  /** Days asked of the team in a year, and days that its posts bring. */
  demandes: number;
  apportes: number;
}

/** Null when the way on gives no volume, or the study has no scenario retained to cost it with. */
export function joursDeSuite(study: Study, { volumes }: Suite): JoursDeSuite | null {
  const scenario = scenarioDecrit(study);
  if (!volumes || !scenario) return null;
  const demandes = volumes.reduce((sum, { modalite, volume, jours_equipe: own }) => {
    const found = scenario.modalites.find(({ id }) => id === modalite);
    if (own !== undefined) return sum + volume * own;
    if (!found) return sum;
    const { jours_par_unite: days, part_partenaires: shared = 0 } = found;
    return sum + volume * montantProbable(days) * (1 - shared);
  }, 0);
  const { charge } = chiffrageDe(study, scenario);
  return { demandes, apportes: (charge.annees[0] ?? charge).capacitePorteur };
}

/** What of the plan of a way on is acquired, in euros a year (what the law gives is not yet, as in a scenario); null when it has no plan, or a line of it does not say where it stands. */
export function acquisDeLaSuite({ financement }: Pick<Suite, 'financement'>): number | null {
  if (!financement?.length || financement.some(({ statut }) => statut === undefined)) return null;
  return sum(financement, ({ statut, montant }) => (statut === 'acquis' ? montant : 0));
}

/** Whether somebody should pay and no plan says who. */
const sansPlan = ({ cout, financement }: Suite): boolean => aPayer(cout) && !financement?.length;

/** « 98 000 € par an, dont rien n’est acquis », « 12 000 €, une fois, sans plan de financement »; null when the study gives no cost. */
export function coutEtPlan(suite: Suite): string | null {
  const told = coutEtAcquis(suite);
  return told === null ? null : `${told}${sansPlan(suite) ? ', sans plan de financement' : ''}`;
}

/** « 98 000 € (90 000 à 106 000) par an », and what of it is acquired where its plan says it; null when the study gives no cost. */
export function coutEtAcquis(suite: Suite): string | null {
  const [told, acquired] = [coutDeLaSuite(suite), acquisDeLaSuite(suite)];
  if (told === null || acquired === null) return told;
  return `${told}, dont ${acquired === 0 ? 'rien n’est acquis' : `${euros(acquired)} acquis`}`;
}

/** What a recommendation opens with: up to a colon or a parenthesis, where its detail begins. */
export const tete = (texte: string): string => sansPoint(texte.split(/\s: | \(/u)[0] ?? texte);

type Recommandation = NonNullable<CadreEvaluation['recommandations']>[number];

export interface EnPlusDeLaSuite {
  /** Euros, at the most probable, and the ranks of the recommendations that ask them. */
  montant: number;
  rangs: number[];
}

/** What the recommendations ask beside the cost of the way on that is proposed, and what nobody says to be in it or beside it; null where nothing is. */
export function enPlusDeLaSuite(
  recommandations: readonly Recommandation[],
): Record<'hors' | 'nonDits', EnPlusDeLaSuite | null> {
  const ou = (compris: boolean | undefined): EnPlusDeLaSuite | null => {
    const found = recommandations.flatMap((one, rang) => {
      const montant = quantiteProbable(one.cout);
      return one.compris === compris && montant > 0 ? [{ montant, rang }] : [];
    });
    return found.length === 0
      ? null
      : { montant: sum(found, ({ montant }) => montant), rangs: found.map(({ rang }) => rang) };
  };
  return { hors: ou(false), nonDits: ou(undefined) };
}

const rangs = (list: readonly number[]): string => enumerer(list.map((rang) => `R${rang + 1}`));

/** The same in sentences, for the way on that is proposed with its cost; empty where nothing is beside it, or where no cost is proposed. */
export function enPlusEnClair({
  recommandations = [],
  suites = [],
}: Pick<CadreEvaluation, 'recommandations' | 'suites'>): string[] {
  const proposed = suites.find(({ proposee }) => proposee);
  const cost = montantProbable(proposed?.cout);
  if (proposed === undefined || cost === null) return [];
  const { hors, nonDits } = enPlusDeLaSuite(recommandations);
  const paid = sum(proposed.financement ?? [], ({ montant }) => montant);
  const unpaid = hors !== null && paid > 0 && paid < cost + hors.montant - 0.5;
  return [
    ...(hors === null
      ? []
      : [
          `Au coût de la suite proposée s’ajoutent ${euros(hors.montant)} de recommandations qu’elle ne comprend pas (${rangs(hors.rangs)})${unpaid ? ', et que son plan de financement ne paie pas' : ''}.`,
        ]),
    ...(nonDits === null
      ? []
      : [
          `Rien ne dit si la suite proposée comprend ${euros(nonDits.montant)} de recommandations (${rangs(nonDits.rangs)}).`,
        ]),
  ];
}

/** « Région (3 000 €, sollicité) »: who would pay, how much, and where it stands when the plan says so. */
export const payeurEnClair = ({ libelle, montant, statut }: NonNullable<Suite['financement']>[number]): string =>
  `${libelle} (${[euros(montant), ...(statut ? [minuscule(STATUTS[statut])] : [])].join(', ')})`;

/** Whether a meeting chooses what follows, at a point of its agenda: the body that votes the means does; a committee proposes, whatever it validates. */
export const choisitLaSuite = (
  { type }: Pick<Study['reunions'][number], 'type'>,
  { portee = 'decide' }: Pick<Study['reunions'][number]['ordre_du_jour'][number], 'portee'>,
): boolean => type === 'deliberation' && portee === 'decide';
