/** What the exhibits of the scenarios are drawn from, and the words that they share. */

import type { DiagnosticAnalysis } from '../../analysis/diagnostic/index.js';
import type { PerimetresAnalysis } from '../../analysis/priorites/perimetres.js';
import type { PrioritesAnalysis } from '../../analysis/priorites/priorites.js';
import { recettesParAn } from '../../analysis/scenarios/chiffrage.js';
import type { Evaluation, ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import { anneesDAttente, versementDeLaTva } from '../../analysis/scenarios/depenses-et-charge/fctva.js';
import { lignesPayees } from '../../analysis/scenarios/financement/caisse-du-porteur.js';
import { total } from '../../analysis/scenarios/financement/financement.js';
import { STATUTS } from '../../analysis/scenarios/financement/libelles.js';
import { seuilsDe } from '../../analysis/scenarios/hypotheses.js';
import type { AnalyseScenarios } from '../../analysis/scenarios/index.js';
import { nomDuScenario } from '../../analysis/scenarios/noms.js';
import { acteurCite, FORMES_JURIDIQUES, nomActeur } from '../../analysis/vocabulaire.js';
import { numberAt } from '../../lists/at.js';
import type { Libelles, Study } from '../../study/study.js';
import type { Scenario } from '../../study/types.gen.js';
import { juxtaposer } from '../../texte/accords.js';
import { leJour } from '../../texte/dates.js';
import { euros, pourcentPrecis } from '../../texte/nombres.js';
import { cle } from '../cells.js';
import type { ChartTheme } from '../charts/drawing/theme.js';
import { type Colonne, col, rangeeDe } from '../colonnes.js';
import type { Cell, CellFormat, Exhibit, Row } from '../types.js';

export interface ContexteScenarios {
  etude: Study;
  analyse: AnalyseScenarios;
  base: DiagnosticAnalysis;
  priorites: PrioritesAnalysis;
  perimetres: PerimetresAnalysis;
  theme: ChartTheme;
}

/** The lowest balance that the study admits, as a label tells it. */
export const soldeAdmis = (etude: Study): string => {
  const { tresorerie } = seuilsDe(etude);
  return tresorerie === 0 ? 'négatif' : `sous ${euros(tresorerie)}`;
};

export type FabriqueScenarios = (contexte: ContexteScenarios) => Exhibit[];
/** Exhibits of one scenario; `index` is its place among the scenarios compared. */
export type FabriqueScenario = (contexte: ContexteScenarios, scenario: ScenarioEvalue, index: number) => Exhibit[];

export const FORMES: Libelles<Study['scenarios'][number]['forme_juridique']> = FORMES_JURIDIQUES;

export const ROLES: Libelles<Study['scenarios'][number]['partenaires'][number]['role']> = {
  pilote: 'Pilote',
  operateur: 'Opérateur',
  relais: 'Relais',
  financeur: 'Financeur',
};

export const acteur = (etude: Study, id: string): string => nomActeur(etude, id) ?? id;
export const acteurs = (etude: Study, ids: readonly string[] | undefined): string | null =>
  ids?.length ? juxtaposer(ids.map((id) => acteur(etude, id))) : null;

/** Those who pay a line of the scenario, each once, in the order of the lines. */
export const nomsDesPayeurs = (
  etude: Study,
  { lignes, montants }: Pick<ScenarioEvalue['chiffrage'], 'lignes' | 'montants'>,
): { nom: string }[] =>
  [...new Set(lignesPayees(lignes, montants).map(({ porteur }) => porteur))].map((id) => ({
    nom: acteurCite(etude, id),
  }));

export const court = ({ chiffrage: { scenario } }: ScenarioEvalue): string => nomDuScenario(scenario);

/** « Acquis le 3 mars 2024 » where a date proves it; the status alone else. */
export const statutDate = ({ statut, acquis_le: since }: Scenario['financements'][number]): string =>
  statut === 'acquis' && since !== undefined ? `${STATUTS[statut]} ${leJour(since)}` : STATUTS[statut];

/**
 * One column a year of the plan, one for what comes after it where a receipt does, then their total; `montants` gives those of an item, year by year, in euros.
 */
export const colonnesAnnees = <T>(
  { chiffrage }: ScenarioEvalue,
  montants: (item: T, rang: number) => readonly number[],
  { apres = false } = {},
): Colonne<T>[] => [
  ...chiffrage.depensesAnnuelles.map((_, y) =>
    col<T>(`annee_${y + 1}`, `Année\u00a0${y + 1} (€)`, (item, rang) => montants(item, rang)[y] ?? null, 'euros', 0.9),
  ),
  ...(apres
    ? [
        col<T>(
          'apres',
          'Après (€)',
          (item, rang) => montants(item, rang)[chiffrage.depensesAnnuelles.length] ?? null,
          'euros',
          0.8,
        ),
      ]
    : []),
  col('total', 'Total (€)', (item, rang) => total(montants(item, rang)), 'euros', {
    width: 0.9,
    calcul: {
      type: 'somme',
      de: [...chiffrage.depensesAnnuelles.map((_, y) => `annee_${y + 1}`), ...(apres ? ['apres'] : [])],
    },
  }),
];

/** The amounts of each year and their total, as the totals of such a table. */
export const totauxAnnees = (one: ScenarioEvalue, montants: readonly number[], suite = {}): Row =>
  rangeeDe(
    colonnesAnnees(one, () => montants, suite),
    null,
  );

/** Whether a receipt of the plan is entered after its last year. */
export const suiteDuPlan = ({ chiffrage }: ScenarioEvalue): { apres: boolean } => ({
  apres: numberAt(recettesParAn(chiffrage), chiffrage.annees) > 0,
});

/** When the VAT given back is entered; empty without any. */
export const tvaRendue = ({ chiffrage: { scenario } }: ScenarioEvalue): string =>
  scenario.financements
    .filter((source) => anneesDAttente(source) > 0)
    .map(
      ({ id, libelle = id, delai_versement_mois: delai = 0 }) =>
        ` ; ${libelle}\u00a0: inscrit l’année où il est versé, ${versementDeLaTva(delai)}`,
    )
    .join('');

/** One column a scenario; `valeur` is given the scenario, its place among them, the item and its rank. */
export const colonnesScenarios = <T>(
  { analyse }: ContexteScenarios,
  valeur: (scenario: ScenarioEvalue, place: number, item: T, rang: number) => Cell,
  format: CellFormat = 'texte',
  width = 1.4,
): Colonne<T>[] =>
  analyse.scenarios.map((one, place) =>
    col(cle('s', one.chiffrage.scenario.id), court(one), (item, rang) => valeur(one, place, item, rang), format, width),
  );

/** Who does not charge the VAT says why; who does is told by « hors taxes ». */
const REGIMES_SANS_TVA: Record<NonNullable<Scenario['regime_tva']>, string> = {
  franchise: ', en franchise de TVA',
  'hors-champ': ', hors du champ de la TVA',
  redevable: '',
};

/** What the expenses of a scenario include, where it says so. */
export const taxesEnClair = ({
  montants,
  regime_tva: regime,
  deduction_tva: partial,
}: Pick<Scenario, 'montants' | 'regime_tva' | 'deduction_tva'>): string | null => {
  if (partial)
    return `hors taxes, TVA non déduite ajoutée (coefficient de déduction : ${pourcentPrecis(partial.coefficient)})`;
  const included = montants ?? (regime === undefined ? undefined : regime === 'redevable' ? 'ht' : 'ttc');
  if (included === undefined) return null;
  return `${included === 'ht' ? 'hors taxes' : 'toutes taxes comprises'}${regime === undefined ? '' : REGIMES_SANS_TVA[regime]}`;
};

/** The same within a source. */
export const taxesDites = ({ chiffrage: { scenario } }: ScenarioEvalue): string => {
  const told = taxesEnClair(scenario);
  return told === null ? '' : ` ; dépenses ${told}`;
};

/** « illustratif » said under each exhibit drawn from a scenario that is. */
export const sourceScenario = (etude: Study, { chiffrage: { scenario } }: ScenarioEvalue, more = ''): string =>
  `Source : fiche du scénario${etude.criteres ? ' et hypothèses de l’étude' : ''}${scenario.fiabilite === 'illustratif' ? ', chiffres illustratifs' : ''}${more}.`;

/** The context once the scenarios could be compared. */
export type Avec = ContexteScenarios & { evaluation: Evaluation };

/** Short title of the scenario at a place. */
export const titre = ({ analyse }: Avec, i: number): string => {
  const one = analyse.scenarios[i];
  return one ? court(one) : '';
};
