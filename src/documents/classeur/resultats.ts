/** Sheet of the results side by side with their charts, and sheet of what comes from simulation, as values. */

import type { Cle } from '../../analysis/formules/formule.js';
import type { Cles, TotalScenario } from '../../analysis/scenarios/cles.js';
import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import { clesComparaison } from '../../analysis/scenarios/comparaison/modele.js';
import {
  compteLesDemandes,
  motDesServices,
  seMesureParDemande,
} from '../../analysis/scenarios/depenses-et-charge/charge.js';
import type { AnalyseScenarios } from '../../analysis/scenarios/index.js';
import type { IdIndicateur } from '../../analysis/scenarios/indicateurs/indicateurs.js';
import { mesureSure } from '../../analysis/scenarios/indicateurs/indicateurs.js';
import { type ChartTheme, peinture } from '../../exhibits/charts/drawing/theme.js';
import { court } from '../../exhibits/scenarios/contexte.js';
import type { CellFormat } from '../../exhibits/types.js';
import { numberAt } from '../../lists/at.js';
import type { Study } from '../../study/study.js';
import type { Scenario } from '../../study/types.gen.js';
import { compte, majuscule } from '../../texte/accords.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import type { FeuilleComparaison } from './comparaison.js';
import { type Classeur, type Feuille, type Grille, grille, nomDe } from './grille.js';

const LIGNES: readonly [IdIndicateur, string, CellFormat][] = [
  ['cout_total', 'Coût total (€)', 'euros'],
  ['cout_annuel', 'Coût annuel moyen (€)', 'euros'],
  ['etp_total', 'Équivalents temps plein', 'decimal'],
  ['demandes_annuelles', 'Demandes reçues par an', 'decimal'],
  ['service_rendu_annuel', 'Services rendus par an', 'decimal'],
  ['cout_par_service', 'Coût par service rendu (€)', 'euros'],
  ['demandes_servies', 'Part des demandes attendues que les moyens servent', 'pourcent'],
  ['cout_par_demande', 'Coût par demande (€)', 'euros'],
  ['cout_par_habitant', 'Coût annuel par habitant (€)', 'decimal'],
  ['charge_sur_capacite', 'Charge sur capacité', 'pourcent'],
  ['couverture_fonctions_domaines', 'Fonctions couvertes', 'pourcent'],
  ['couverture_besoins', 'Besoins visés', 'pourcent'],
  ['part_partenaires_engages', 'Partenaires volontaires ou engagés', 'pourcent'],
  ['risque_moyen', 'Risque moyen (sur 25)', 'decimal'],
  ['delai_mise_en_place', 'Délai de mise en place (mois)', 'decimal'],
  ['part_autofinancement', 'Part d’autofinancement', 'pourcent'],
  ['part_premier_financeur', 'Part du premier financeur', 'pourcent'],
  ['concentration_financeurs', 'Concentration des financeurs', 'decimal'],
  ['part_financement_acquis', 'Part des recettes acquises', 'pourcent'],
  ['reste_a_charge_annuel', 'Reste à financer par an (€)', 'euros'],
  ['reste_apres_aides', 'Reste à financer par an, subventions arrêtées (€)', 'euros'],
  ['cout_outils', 'Coût des outils (€)', 'euros'],
  ['dotation_amortissement', 'Dotation annuelle aux amortissements (€)', 'euros'],
  ['besoin_tresorerie', 'Besoin de trésorerie au plus bas (€)', 'euros'],
  ['cout_ligne_tresorerie', 'Coût de la ligne de trésorerie (€)', 'euros'],
  ['population_couverte', 'Population couverte', 'entier'],
];

/** Row of the headings, which stays in sight. */
const ENTETE = 4;

/** Under so much, the cents of what one thing costs tell scenarios apart. */
const PETIT_PRIX = 100;
const PRIX: ReadonlySet<IdIndicateur> = new Set(['cout_par_service', 'cout_par_demande']);

/** Rows of a study whose scenarios count the requests that they receive: elsewhere they would all be noughts. */
const DES_DEMANDES: ReadonlySet<IdIndicateur> = new Set(['demandes_annuelles', 'demandes_servies', 'cout_par_demande']);

/** The measures shown, with the words and the format that the scenarios give them. */
function mesuresMontrees(scenarios: readonly ScenarioEvalue[], criteres: Study['criteres']): typeof LIGNES {
  const chiffrages = scenarios.map(({ chiffrage }) => chiffrage);
  const petit = (id: IdIndicateur): boolean =>
    chiffrages.some(({ indicateurs }) => Math.abs(indicateurs.get(id)?.valeur ?? PETIT_PRIX) < PETIT_PRIX);
  const counted = chiffrages.some(({ scenario }) => compteLesDemandes(scenario));
  const asked = criteres?.criteres.some(({ mesure }) => mesure.indicateur === 'cout_par_demande');
  const priced = asked || chiffrages.some(({ scenario }) => seMesureParDemande(scenario));
  const mot = motDesServices(chiffrages.map(({ scenario }) => scenario));
  const dits = new Map<IdIndicateur, string>([
    ['service_rendu_annuel', `${majuscule(mot.plusieurs)} par an`],
    ['cout_par_service', `Coût par ${mot.un} (€)`],
  ]);
  return LIGNES.filter(([id]) => (id === 'cout_par_demande' ? priced : counted || !DES_DEMANDES.has(id))).map(
    ([id, label, format]) => [id, dits.get(id) ?? label, PRIX.has(id) && petit(id) ? 'decimal' : format],
  );
}

function graphiqueDesCouts(
  g: Feuille,
  scenarios: readonly ScenarioEvalue[],
  costRow: number,
  top: number,
  theme: ChartTheme,
): void {
  const n = scenarios.length;
  const costOf = ({ chiffrage }: ScenarioEvalue): number => mesureSure(chiffrage, 'cout_annuel');
  g.graphique({
    title: 'Coût annuel moyen',
    axis: '€ par an',
    direction: 'col',
    stacked: false,
    categories: { range: g.plage(ENTETE, 2, ENTETE, 1 + n), values: scenarios.map(court) },
    series: [
      {
        nameRef: g.ref(costRow, 1),
        name: 'Coût annuel moyen (€)',
        range: g.plage(costRow, 2, costRow, 1 + n),
        values: scenarios.map(costOf),
        colour: peinture(theme, 0).colour,
      },
    ],
    from: { row: top, column: 0 },
    to: { row: top + 18, column: 2 },
    alt: `Coût annuel de chaque scénario : ${scenarios.map((one) => `${court(one)} ${euros(costOf(one))}`).join(', ')}`,
  });
}

function graphiqueDesPoints(
  g: Feuille,
  scenarios: readonly ScenarioEvalue[],
  { criteres, contributions, scores }: NonNullable<AnalyseScenarios['evaluation']>,
  { grille: points, nomsScenarios, premiere, colonnePoints }: FeuilleComparaison,
  top: number,
  theme: ChartTheme,
): void {
  const n = scenarios.length;
  g.graphique({
    title: 'Points de chaque critère',
    axis: 'Points sur 100',
    direction: 'col',
    stacked: true,
    categories: { range: nomsScenarios, values: scenarios.map(court) },
    series: criteres.map(({ libelle }, j) => ({
      nameRef: points.ref(premiere + j, 1),
      name: libelle,
      range: points.plage(premiere + j, colonnePoints, premiere + j, colonnePoints + n - 1),
      values: contributions.map((of) => numberAt(of, j)),
      colour: peinture(theme, j).colour,
    })),
    from: { row: top, column: 2 },
    to: { row: top + 18, column: 2 + Math.max(2, n) },
    alt: `Score de chaque scénario : ${scenarios.map((one, i) => `${court(one)} ${nombreFr(numberAt(scores, i))}`).join(', ')}`,
  });
}

/** Every figure of the scenarios in a row of its own, named so that other sheets and readers find it; the sheet's next free row, and that of each name. */
function lignesDesResultats(
  g: Feuille,
  scenarios: readonly ScenarioEvalue[],
  criteres: Study['criteres'],
  compares: boolean,
): { row: number; rowOf: ReadonlyMap<string, number> } {
  let row = ENTETE + 1;
  const rowOf = new Map<string, number>();
  const add = (
    label: string,
    format: CellFormat,
    of: (k: Cles, id: string) => Cle,
    nom: string,
    total = true,
  ): void => {
    g.texte(row, 1, label, total ? 'total' : 'texte');
    scenarios.forEach(({ chiffrage: { cles, scenario } }, i) => {
      g.calcul(row, 2 + i, of(cles, scenario.id), format, { total, nom: nomDe(nom, scenario.id) });
    });
    rowOf.set(nom, row++);
  };
  /** A figure of those that have it, where one does; of the others, what its absence says. */
  const addWhereHad = (label: string, total: TotalScenario, absent: (scenario: Scenario) => number | null): void => {
    const has = ({ chiffrage: { modele, cles } }: ScenarioEvalue): boolean => modele.contient(cles.total(total));
    if (!scenarios.some(has)) return;
    g.texte(row, 1, label);
    for (const [i, one] of scenarios.entries()) {
      const { cles, scenario } = one.chiffrage;
      const nom = nomDe(`resultat_${total}`, scenario.id);
      if (has(one)) g.calcul(row, 2 + i, cles.total(total), 'euros', { nom });
      else g.constante(row, 2 + i, absent(scenario), 'euros');
    }
    row++;
  };
  for (const [id, label, format] of mesuresMontrees(scenarios, criteres))
    add(label, format, (k) => k.indicateur(id), `resultat_${id}`, false);
  addWhereHad('Annuité d’emprunt la plus forte (€)', 'annuite_maximale', () => 0);
  addWhereHad('Dette à la fin du plan (€)', 'dette_restante', () => 0);
  // An empty list says that leaving costs nothing; where there is none, the study says nothing of it.
  addWhereHad('Coût de sortie, hors du budget (€)', 'sortie', ({ cout_de_sortie: told }) => (told ? 0 : null));
  add('Solde de la période (€)', 'euros', (k) => k.total('solde'), 'resultat_solde');
  add('Tests de viabilité satisfaits', 'entier', (k) => k.total('tests_satisfaits'), 'resultat_tests');
  add('Indice de viabilité sur 100', 'decimal', (k) => k.indicateur('indice_viabilite'), 'resultat_viabilite');
  if (compares) {
    add('Valeur sur 100', 'decimal', (_, id) => clesComparaison.score(id), 'resultat_score');
    add('Rang', 'entier', (_, id) => clesComparaison.rang(id), 'resultat_rang');
  }
  return { row, rowOf };
}

export function feuilleResultats(
  classeur: Classeur,
  { criteres }: Pick<Study, 'criteres'>,
  { scenarios, evaluation }: AnalyseScenarios,
  comparaison: FeuilleComparaison | null,
  theme: ChartTheme,
): Feuille {
  const g = classeur.feuille('Résultats', 'Les scénarios côte à côte', [44, ...scenarios.map(() => 22)], ENTETE);
  g.texte(2, 1, 'Tout se recalcule quand une cellule jaune change dans une autre feuille.', 'note');
  g.entetes(ENTETE, ['Mesure', ...scenarios.map(court)]);
  const { row, rowOf } = lignesDesResultats(g, scenarios, criteres, comparaison !== null);
  if (comparaison) {
    g.texte(row + 1, 1, 'Ce que dit le score', 'total');
    g.calcul(row + 1, 2, clesComparaison.conclusion, 'texte');
  }
  const top = row + 3;
  graphiqueDesCouts(g, scenarios, rowOf.get('resultat_cout_annuel') ?? ENTETE + 1, top, theme);
  if (comparaison && evaluation) graphiqueDesPoints(g, scenarios, evaluation, comparaison, top, theme);
  return g;
}

export function feuilleSimulation({ scenarios, evaluation, tirages, graine }: AnalyseScenarios): Grille {
  const g = grille('Simulation', 'Résultats de simulation (valeurs)', [58, ...scenarios.map(() => 22)], 4);
  g.texte(
    2,
    1,
    `Tirages au hasard (${compte(tirages, 'tirage')}), que ce classeur ne refait pas : changer une cellule jaune n’y change rien. Le nombre ${graine}, d’où ils partent, les redonne les mêmes.`,
    'note',
  );
  g.entetes(4, ['Mesure', ...scenarios.map(court)]);
  const rows: [string, CellFormat, (i: number) => number | null][] = [
    ['Coût annuel, un cas sur dix au-dessous (€)', 'euros', (i) => scenarios[i]?.simulation.coutAnnuel.p10 ?? null],
    ['Coût annuel médian (€)', 'euros', (i) => scenarios[i]?.simulation.coutAnnuel.p50 ?? null],
    ['Coût annuel, un cas sur dix au-dessus (€)', 'euros', (i) => scenarios[i]?.simulation.coutAnnuel.p90 ?? null],
    ['Solde de la période, médiane (€)', 'euros', (i) => scenarios[i]?.simulation.solde.p50 ?? null],
    [
      'Chance d’un besoin de financement non couvert',
      'pourcent',
      (i) => scenarios[i]?.simulation.probabiliteDeficit ?? null,
    ],
    [
      'Chance d’un solde de caisse négatif',
      'pourcent',
      (i) => scenarios[i]?.simulation.probabiliteTresorerieNegative ?? null,
    ],
    [
      'Chance d’un solde de caisse sous le plus bas qu’admet l’étude',
      'pourcent',
      (i) => scenarios[i]?.simulation.probabiliteTresorerieInsuffisante ?? null,
    ],
    ['Charge, un cas sur dix au-dessus', 'pourcent', (i) => scenarios[i]?.simulation.charge?.p90 ?? null],
    ['Chance d’une surcharge', 'pourcent', (i) => scenarios[i]?.simulation.probabiliteSurcharge ?? null],
    [
      'Part des pondérations possibles où il vient en premier',
      'pourcent',
      (i) => evaluation?.smaa.rankAcceptability[i]?.[0] ?? null,
    ],
    [
      'Part des tirages de coûts et de volumes où il vient en premier',
      'pourcent',
      (i) => evaluation?.premierSelonTirages[i] ?? null,
    ],
  ];
  rows.forEach(([label, format, of], r) => {
    g.texte(5 + r, 1, label);
    scenarios.forEach((_, i) => {
      g.constante(5 + r, 2 + i, of(i), format);
    });
  });
  return g;
}
