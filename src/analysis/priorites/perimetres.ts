/** The perimeters side by side: what they hold, what a scenario would cost in each, and the proposal that follows from the data. */

import type { Study } from '../../study/study.js';
import type { Scenario } from '../../study/types.gen.js';
import { accord, compteSur, enumerer, minuscule } from '../../texte/accords.js';
import { enLettres } from '../../texte/nombres.js';
import { actionComptee } from '../diagnostic/actions-comptees.js';
import { CAS_POUR_UN_TAUX } from '../preuves.js';
import type { Chiffrage } from '../scenarios/chiffrage.js';
import { compteLesDemandes } from '../scenarios/depenses-et-charge/charge.js';
import { total } from '../scenarios/financement/financement.js';
import { sansPlafond } from '../scenarios/financement/sans-plafond.js';
import { mesureDe } from '../scenarios/indicateurs/indicateurs.js';
import { seulPremier } from '../superlatifs.js';
import type { PerimetreResume } from '../territoire.js';
import { analyserTerritoire, codesDuPerimetre, totauxDe } from '../territoire.js';

type Financement = Scenario['financements'][number];

export interface CoutPerimetre {
  scenario: string;
  /** Whether the scenario was sized for this perimeter. */
  dimensionne: boolean;
  /** Euros a year by inhabitant with the means as they are; null without inhabitants. */
  coutParHabitant: number | null;
  /** Accompanied requests a year for 1 000 inhabitants with the means as they are. */
  demandesPourMille: number | null;
  /** Euros a year that would keep the service of the sized perimeter, in proportion to the inhabitants. */
  coutAServiceEgal: number | null;
  /** Euros a year of European receipts at equal service: expenses follow the inhabitants whom the scenario was sized for, whom the aid may serve, and who live here, under the ceilings of its plan; null without inhabitants. */
  aideEuropeenne: number | null;
}

export interface PerimetreAnalyse extends PerimetreResume {
  /** Actors whose communes are all in this perimeter (those of their own perimeter, if wholly described, or of the grouping that they are), and those that nothing places. */
  acteurs: number;
  acteursNonSitues: number;
  /** Past actions that count (`actionComptee`), located in one of its communes. */
  actions: number;
  /** Null on too few actions: the same ones, over other inhabitants, would tell the perimeters apart. */
  actionsPour10000: number | null;
  /** Share of its inhabitants who live in the perimeter for which most scenarios are sized; null where two are as much. */
  partCommune: number | null;
  pour: string[];
  contre: string[];
  couts: CoutPerimetre[];
}

export interface PerimetresAnalysis {
  liste: PerimetreAnalyse[];
  question: string | null;
  /** Null when neither the study nor the scenarios point to one alone. */
  proposition: { id: string; libelle: string; motif: string; duConsultant: boolean } | null;
}

/** Yearly mean of the European receipts when the expenses of each fall to a share of theirs: what the rate gives, at most what the plan counts. */
function aideEuropeenne(chiffrage: Chiffrage, partDe: (financement: Financement) => number): number {
  const { scenario, recettes } = chiffrage;
  const years = recettes[0]?.length ?? 0;
  const sum = scenario.financements.reduce((all, financement, s) => {
    if (financement.origine !== 'europe') return all;
    const part = partDe(financement);
    const kept = (recettes[s] ?? []).map((planned, year) =>
      Math.min(planned, part * Math.max(planned, sansPlafond(chiffrage, s, year))),
    );
    return all + total(kept);
  }, 0);
  return years > 0 ? sum / years : 0;
}

export function analyserPerimetres(study: Study, chiffrages: readonly Chiffrage[]): PerimetresAnalysis {
  const { territoire, priorites, actions, acteurs } = study;
  const lieux = new Map(acteurs.map((acteur) => [acteur.id, communesDeLActeur(study, acteur)]));
  const people = (codes: ReadonlySet<string>): number =>
    territoire.communes.reduce((sum, { code, population }) => sum + (codes.has(code) ? (population ?? 0) : 0), 0);
  const sized = chiffrages.map(({ scenario }) => scenario.perimetre);
  const usual = seulPremier([...new Set(sized)], (id) => sized.filter((one) => one === id).length) ?? undefined;
  const usualCommunes = codesDuPerimetre(territoire, usual);
  const decrits = analyserTerritoire(study).perimetres;
  // Of a perimeter that the study describes in part, the rest may lie anywhere.
  const partiels = new Set<string | undefined>(
    decrits.flatMap(({ id, communes, officiel }) => (officiel?.communes && officiel.communes > communes ? [id] : [])),
  );
  const liste = decrits.map((perimetre): PerimetreAnalyse => {
    const codes = codesDuPerimetre(territoire, perimetre.id);
    // A perimeter of which only some communes are described has the inhabitants of its official total.
    const habitants = totauxDe(perimetre).population;
    const located = actions.filter(
      (action) => actionComptee(action) && action.communes?.some((code) => codes.has(code)),
    ).length;
    const shared = new Set([...codes].filter((code) => usualCommunes.has(code)));
    const argument = priorites?.perimetre?.arguments.find((entry) => entry.perimetre === perimetre.id);
    return {
      ...perimetre,
      acteurs: acteurs.filter(({ id, perimetre: own }) => {
        const where = lieux.get(id);
        if (own === perimetre.id) return true;
        return where?.size && !partiels.has(own) ? [...where].every((code) => codes.has(code)) : false;
      }).length,
      acteursNonSitues: acteurs.filter(({ id }) => lieux.get(id) === null).length,
      actions: located,
      actionsPour10000:
        perimetre.population > 0 && located >= CAS_POUR_UN_TAUX ? (located / perimetre.population) * 10_000 : null,
      partCommune: usual !== undefined && habitants > 0 ? people(shared) / habitants : null,
      pour: argument?.pour ?? [],
      contre: argument?.contre ?? [],
      couts: chiffrages.map((chiffrage) => {
        const { scenario, charge } = chiffrage;
        const annual = mesureDe(chiffrage, 'cout_annuel');
        const sizedFor = codesDuPerimetre(territoire, scenario.perimetre);
        const own = people(sizedFor);
        const reference = decrits.find(({ id }) => id === scenario.perimetre);
        const whole = reference ? totauxDe(reference).population : own;
        // The aid of a body that has its own territory (a local action group) goes to those who live there.
        const partAidee = ({ financeur }: Financement): number => {
          const zone = codesDuPerimetre(territoire, acteurs.find(({ id }) => id === financeur)?.perimetre);
          const aided = zone.size === 0 ? sizedFor : new Set([...sizedFor].filter((code) => zone.has(code)));
          const all = people(aided);
          return all > 0 ? people(new Set([...codes].filter((code) => aided.has(code)))) / all : 0;
        };
        return {
          scenario: scenario.titre,
          dimensionne: scenario.perimetre === perimetre.id,
          coutParHabitant: annual !== null && habitants > 0 ? annual / habitants : null,
          demandesPourMille:
            habitants > 0 && compteLesDemandes(scenario) ? (charge.demandesCroisiere / habitants) * 1000 : null,
          aideEuropeenne:
            habitants > 0 && own > 0 && proportionnel(habitants, whole) ? aideEuropeenne(chiffrage, partAidee) : null,
          coutAServiceEgal:
            annual !== null && own > 0 && proportionnel(habitants, whole) ? annual * (habitants / whole) : null,
        };
      }),
    };
  });
  return {
    liste,
    question: priorites?.perimetre?.question ?? null,
    proposition: propositionDe(study, liste, sized, usual),
  };
}

/** Times the inhabitants of the perimeter of a scenario beyond which, either way, its cost is no longer followed: a part of it does not depend on them. */
export const ETENDUE_PROPORTIONNELLE = 5;
const proportionnel = (habitants: number, dimensionne: number): boolean =>
  habitants <= ETENDUE_PROPORTIONNELLE * dimensionne && dimensionne <= ETENDUE_PROPORTIONNELLE * habitants;

/** Communes of an actor: of its perimeter, else of the grouping that it is; null when the study does not place it. */
function communesDeLActeur(
  { territoire }: Study,
  { id, perimetre }: Study['acteurs'][number],
): ReadonlySet<string> | null {
  if (perimetre !== undefined) return codesDuPerimetre(territoire, perimetre);
  const grouping = territoire.epci?.find(({ acteur }) => acteur === id);
  return grouping
    ? new Set(territoire.communes.flatMap(({ code, epci }) => (epci === grouping.siren ? [code] : [])))
    : null;
}

function propositionDe(
  { priorites }: Study,
  liste: readonly PerimetreAnalyse[],
  sized: readonly string[],
  usual: string | undefined,
): PerimetresAnalysis['proposition'] {
  const given = liste.find(({ id }) => id === priorites?.perimetre?.proposition);
  if (given)
    return {
      id: given.id,
      libelle: given.libelle,
      motif: priorites?.perimetre?.motif ?? 'la raison n’en est pas écrite',
      duConsultant: true,
    };
  const found = liste.find(({ id }) => id === usual);
  if (!found || liste.length < 2) return null;
  const others = liste.filter(({ id }) => id !== found.id);
  const ahead = (measure: (p: PerimetreAnalyse) => number | null): boolean =>
    others.every((other) => {
      const [own, its] = [measure(found), measure(other)];
      return own !== null && its !== null && own > its;
    });
  const strengths = [
    ...(ahead(({ population }) => population) ? ['c’est le plus peuplé'] : []),
    ...(ahead(({ actions }) => actions) ? ['il compte le plus d’actions conduites'] : []),
    ...(ahead(({ actionsPour10000 }) => actionsPour10000)
      ? ['il compte le plus d’actions conduites pour 10 000 habitants']
      : []),
  ];
  const fit = sized.filter((id) => id === found.id).length;
  const base =
    sized.length === 1
      ? 'le seul scénario est dimensionné pour lui'
      : fit === sized.length
        ? `les ${enLettres(fit)} scénarios sont dimensionnés pour lui`
        : `${minuscule(compteSur(fit, sized.length, 'scénario', 'scénarios'))} ${accord(fit, 'est dimensionné', 'sont dimensionnés')} pour lui`;
  return {
    id: found.id,
    libelle: found.libelle,
    motif: [base, ...(strengths.length ? [enumerer(strengths)] : [])].join(' ; '),
    duConsultant: false,
  };
}
