/** Everything that is computed on one scenario with its most likely amounts: the cells of its model, and what is read from them. */
import { rollup, sum } from 'd3-array';
import { cellAt, numberAt } from '../../lists/at.js';
import type { Study } from '../../study/study.js';
import type { Scenario } from '../../study/types.gen.js';
import { type Modele, nouveauModele } from '../formules/modele.js';
import { parObjet, parObjetEtCle } from '../une-fois.js';
import { nomActeur } from '../vocabulaire.js';
import { type Cles, clesDe } from './cles.js';
import { type Charge, chargeDe, poserCharge } from './depenses-et-charge/charge.js';
import { type LigneDepense, NATURES, type Nature, poserDepenses } from './depenses-et-charge/depenses.js';
import { avecTirages } from './depenses-et-charge/emprunts.js';
import { anneesDAttente, avecFctva, FCTVA } from './depenses-et-charge/fctva.js';
import { dureeDe, lignesDepenses } from './depenses-et-charge/lignes-depenses.js';
import { poserSortie } from './depenses-et-charge/sortie.js';
import { poserComptes } from './financement/comptes.js';
import { poserFinancement } from './financement/financement.js';
import { financeursDe } from './financement/payeurs.js';
import { sourcesNommees } from './financement/regles-aides.js';
import { poserTransferts } from './financement/transferts.js';
import { poserTresorerie, type Tresorerie, tresorerieDe } from './financement/tresorerie.js';
import { type Hypotheses, hypothesesDe, type Seuils, seuilsDe } from './hypotheses.js';
import { INDICATEURS_COUTS, populationDe } from './indicateurs/couts.js';
import { type CouvertureScenario, couvertureFonctions } from './indicateurs/couverture.js';
import {
  type Contexte,
  type DefinitionIndicateur,
  type IdIndicateur,
  type Indicateur,
  poserIndicateur,
} from './indicateurs/indicateurs.js';
import { poserInventaires } from './indicateurs/inventaires.js';
import { INDICATEURS_SERVICE } from './indicateurs/service.js';
import { modeleCommun } from './modele-commun.js';
import { poserTests } from './viabilite/verdicts.js';

export interface Chiffrage {
  scenario: Scenario;
  /** The cells behind every figure, and their keys. */
  modele: Modele;
  cles: Cles;
  /** Years costed. */
  annees: number;
  lignes: LigneDepense[];
  /** Euros by line and year. */
  montants: number[][];
  /** Euros by source and year. */
  recettes: number[][];
  depensesAnnuelles: number[];
  /** Expenses less the capital that loans give back: what they bought is counted already. */
  coutTotal: number;
  depensesTotales: number;
  /** Euros over the years, by nature (0 where there is none) and by bearer (id of actor). */
  parNature: Record<Nature, number>;
  parPorteur: Record<string, number>;
  recettesTotales: number;
  tresorerie: Tresorerie;
  charge: Charge;
  couverture: CouvertureScenario;
  /** Funders by falling share. */
  financeurs: { financeur: string; part: number }[];
  indicateurs: ReadonlyMap<IdIndicateur, Indicateur>;
}

const SANS_DEPENSE = Object.fromEntries(Object.keys(NATURES).map((nature) => [nature, 0])) as Record<Nature, number>;

/** Euros spent each year on each nature that costs something, in the order of a budget. */
export function depensesParNature(chiffrage: Chiffrage): { nature: Nature; parAn: number[] }[] {
  const { lignes, montants, depensesAnnuelles, parNature } = chiffrage;
  return (Object.keys(NATURES) as Nature[])
    .filter((nature) => parNature[nature])
    .map((nature) => ({
      nature,
      parAn: depensesAnnuelles.map((_, year) =>
        lignes.reduce((sum, line, i) => sum + (line.nature === nature ? cellAt(montants, i, year) : 0), 0),
      ),
    }));
}

/** Euros by source, in the years that enter them, then what is entered after the plan: the VAT given back waits for its payment. */
export const recettesInscrites = ({ recettes, scenario: { financements } }: Chiffrage): number[][] =>
  recettes.map((row, i) => {
    const source = financements[i];
    const lag = source ? anneesDAttente(source) : 0;
    return [
      ...row.map((_, year) => (year < lag ? 0 : numberAt(row, year - lag))),
      sum(row.slice(Math.max(0, row.length - lag))),
    ];
  });

/** Euros entered each year, all sources together, then after the plan. */
export const recettesParAn = (chiffrage: Chiffrage): number[] => {
  const entered = recettesInscrites(chiffrage);
  return [...chiffrage.depensesAnnuelles, 0].map((_, year) => sum(entered, (row) => numberAt(row, year)));
};

/** What is left of the receipts of each year once its expenses are paid, then what comes after the plan, in euros. */
export function soldesParAn(chiffrage: Chiffrage): number[] {
  const spent = [...chiffrage.depensesAnnuelles, 0];
  return recettesParAn(chiffrage).map((value, year) => value - numberAt(spent, year));
}

/** Sums by key, of the keys that occur. */
function sommesParCle(pairs: readonly (readonly [string, number])[]): Record<string, number> {
  return Object.fromEntries(
    rollup(
      pairs,
      (own) => sum(own, ([, amount]) => amount),
      ([key]) => key,
    ),
  );
}

/** Every indicator that the schema lists, but the index of viability, which rests on the others. */
const INDICATEURS: Readonly<Record<Exclude<IdIndicateur, 'indice_viabilite'>, DefinitionIndicateur>> = {
  ...INDICATEURS_COUTS,
  ...INDICATEURS_SERVICE,
};

const INDICE: DefinitionIndicateur = {
  libelle: 'Indice de viabilité',
  unite: 'points sur 100',
  formule: ({ m, k }) => m.lire(k.total('indice_viabilite')),
};

/** Every indicator that the schema lists. */
export const DEFINITIONS_INDICATEURS: Readonly<Record<IdIndicateur, DefinitionIndicateur>> = {
  ...INDICATEURS,
  indice_viabilite: INDICE,
};

/** The scenarios of an analysis, and their trials, are costed on the same assumptions. */
const communs = parObjet((_: Hypotheses) => new Map<Seuils, { study: Study; modele: Modele }>());

/** Cells of the assumptions, thresholds and weights: one model for all the scenarios that are costed on them. */
export function communDe(study: Study, hypotheses: Hypotheses, seuils: Seuils): Modele {
  const known = communs(hypotheses);
  const found = known.get(seuils);
  if (found?.study === study) return found.modele;
  const modele = modeleCommun(study, hypotheses, seuils);
  known.set(seuils, { study, modele });
  return modele;
}

export function chiffrer(
  study: Study,
  donne: Scenario,
  hypotheses: Hypotheses,
  seuils: Seuils = seuilsDe(study),
): Chiffrage {
  const nommer = (id: string): string => nomActeur(study, id) ?? id;
  const scenario = sourcesNommees(
    avecTirages(donne.financements.some(({ id }) => id === FCTVA) ? donne : avecFctva(study, donne)),
    nommer,
  );
  const years = dureeDe(scenario, hypotheses);
  const lignes = lignesDepenses(study, scenario, hypotheses);
  const m = nouveauModele([communDe(study, hypotheses, seuils)]);
  const k = clesDe(scenario.id);
  poserDepenses(m, k, lignes, years);
  poserFinancement(m, k, scenario, lignes, years, nommer);
  poserTransferts(m, k, scenario, years);
  poserComptes(m, k, scenario, lignes, years, nommer);
  poserSortie(m, k, scenario);
  poserTresorerie(m, k, lignes, scenario, years);
  poserCharge(m, k, scenario, lignes, years, nommer);
  poserInventaires(m, k, study, scenario, populationDe(study, scenario.perimetre));
  const contexte: Contexte = { study, scenario, lignes, years, m, k };
  const indicateurs = new Map<IdIndicateur, Indicateur>();
  for (const [id, definition] of Object.entries(INDICATEURS) as [IdIndicateur, DefinitionIndicateur][])
    indicateurs.set(id, poserIndicateur(id, definition, contexte));
  poserTests({ ...contexte, seuils });
  indicateurs.set('indice_viabilite', poserIndicateur('indice_viabilite', INDICE, contexte));
  const all = Array.from({ length: years }, (_, year) => year);
  const totaux = lignes.map((_, i) => m.nombre(k.ligne('total', i)));
  return {
    scenario,
    modele: m,
    cles: k,
    annees: years,
    lignes,
    montants: lignes.map((_, i) => all.map((y) => m.nombre(k.montant(i, y)))),
    recettes: scenario.financements.map((_, s) => all.map((y) => m.nombre(k.recette(s, y)))),
    depensesAnnuelles: all.map((y) => m.nombre(k.depenses(y))),
    coutTotal:
      m.nombre(k.total('depenses')) -
      (m.contient(k.total('capital_rembourse')) ? m.nombre(k.total('capital_rembourse')) : 0),
    depensesTotales: m.nombre(k.total('depenses')),
    parNature: { ...SANS_DEPENSE, ...sommesParCle(lignes.map(({ nature }, i) => [nature, numberAt(totaux, i)])) },
    parPorteur: sommesParCle(lignes.map(({ porteur }, i) => [porteur, numberAt(totaux, i)])),
    recettesTotales: m.nombre(k.total('recettes')),
    tresorerie: tresorerieDe(m, k),
    charge: chargeDe(m, k, years),
    couverture: couvertureFonctions(study, scenario),
    financeurs: financeursDe(scenario)
      .map((financeur) => ({ financeur, part: m.nombre(k.financeur(financeur)) }))
      .sort((a, b) => b.part - a.part),
    indicateurs,
  };
}

const choixDe = parObjet((study: Study) => ({ hypotheses: hypothesesDe(study), seuils: seuilsDe(study) }));

/** The cost of a scenario as the study writes it, computed once for the two of them: comparison, rules and accounts ask for the same. */
export const chiffrageDe = parObjetEtCle((study: Study, scenario: Scenario): Chiffrage => {
  const { hypotheses, seuils } = choixDe(study);
  return chiffrer(study, scenario, hypotheses, seuils);
});
