/** Sheet of the results side by side with their charts, and sheet of what comes from simulation, as values. */
import { nombreFr } from '../../analysis/phrases.js';
import type { AnalyseScenarios } from '../../analysis/scenarios/index.js';
import { court } from '../../exhibits/scenarios/contexte.js';
import type { CellFormat } from '../../exhibits/types.js';
import type { FeuilleComparaison } from './comparaison.js';
import type { FeuilleCouts } from './couts.js';
import type { FeuilleFinancement } from './financement.js';
import { adresse, type Grille, grille, nomDe } from './grille.js';
import type { FeuilleViabilite } from './viabilite.js';

export interface Feuilles {
  couts: FeuilleCouts[];
  financements: FeuilleFinancement[];
  viabilite: FeuilleViabilite;
  comparaison: FeuilleComparaison | null;
}

export interface CelluleResultat {
  formula: string;
  value: number;
}

/** Measures of a scenario that the workbook computes, by the id of the engine's indicator. */
export function indicateursVivants(
  analyse: AnalyseScenarios,
  i: number,
  feuilles: Omit<Feuilles, 'comparaison'>,
): Map<string, CelluleResultat> {
  const one = analyse.scenarios[i];
  const [couts, fin] = [feuilles.couts[i], feuilles.financements[i]];
  const found = new Map<string, CelluleResultat>();
  if (!one || !couts || !fin) return found;
  const years = one.chiffrage.depensesAnnuelles.length || 1;
  const put = (id: string, formula: string): void => {
    const value = id === 'indice_viabilite' ? one.viabilite.indice : one.chiffrage.indicateurs.get(id)?.valeur;
    if (value !== null && value !== undefined) found.set(id, { formula, value });
  };
  const people = one.chiffrage.indicateurs.get('population_couverte')?.valeur ?? 0;
  put('cout_total', couts.coutTotal);
  put('cout_annuel', `${couts.coutTotal}/${years}`);
  put('demandes_annuelles', couts.demandes);
  put('cout_par_demande', `${couts.coutTotal}/${years}/${couts.demandes}`);
  if (people > 0) put('cout_par_habitant', `${couts.coutTotal}/${years}/${people}`);
  put('etp_total', couts.etp);
  put('charge_sur_capacite', couts.charge);
  put('part_autofinancement', fin.autofinancement);
  put('part_premier_financeur', fin.premierFinanceur);
  put('part_financement_acquis', fin.acquis);
  put('besoin_tresorerie', `MAX(0,-${fin.tresorerieMin})`);
  put('indice_viabilite', feuilles.viabilite.indices[i] ?? '0');
  return found;
}

export function feuilleResultats(analyse: AnalyseScenarios, feuilles: Feuilles, colours: readonly string[]): Grille {
  const { scenarios, evaluation } = analyse;
  const n = scenarios.length;
  const g = grille('Résultats', 'Les scénarios côte à côte', [44, ...scenarios.map(() => 22)], 4);
  g.texte(2, 1, 'Tout se recalcule quand une cellule jaune change dans une autre feuille.', 'note');
  g.entetes(4, ['Mesure', ...scenarios.map(court)]);
  const cells = scenarios.map((_, i) => indicateursVivants(analyse, i, feuilles));
  const lines: [string, string, CellFormat][] = [
    ['cout_total', 'Coût total (€)', 'euros'],
    ['cout_annuel', 'Coût annuel moyen (€)', 'euros'],
    ['etp_total', 'Équivalents temps plein', 'decimal'],
    ['demandes_annuelles', 'Demandes accompagnées par an', 'decimal'],
    ['cout_par_demande', 'Coût par demande (€)', 'euros'],
    ['cout_par_habitant', 'Coût annuel par habitant (€)', 'decimal'],
    ['charge_sur_capacite', 'Charge sur capacité', 'pourcent'],
    ['part_autofinancement', 'Part d’autofinancement', 'pourcent'],
    ['part_premier_financeur', 'Part du premier financeur', 'pourcent'],
    ['part_financement_acquis', 'Part des recettes acquises', 'pourcent'],
    ['besoin_tresorerie', 'Besoin de trésorerie au plus bas (€)', 'euros'],
  ];
  let row = 5;
  const rowOf = new Map<string, number>();
  for (const [id, label, format] of lines) {
    g.texte(row, 1, label);
    rowOf.set(id, row);
    scenarios.forEach((one, i) => {
      const cell = cells[i]?.get(id);
      if (cell)
        g.calcul(row, 2 + i, cell.formula, cell.value, format, {
          name: nomDe('resultat', id, one.chiffrage.scenario.id),
        });
    });
    row++;
  }
  const add = (
    label: string,
    format: CellFormat,
    of: (i: number) => [string | undefined, number],
    name?: string,
  ): void => {
    g.texte(row, 1, label, 'total');
    scenarios.forEach((one, i) => {
      const [formula, value] = of(i);
      if (formula)
        g.calcul(row, 2 + i, formula, value, format, {
          total: true,
          ...(name ? { name: nomDe(name, one.chiffrage.scenario.id) } : {}),
        });
    });
    row++;
  };
  add(
    'Solde de la période (€)',
    'euros',
    (i) => [
      feuilles.financements[i]?.solde,
      (scenarios[i]?.chiffrage.recettesTotales ?? 0) -
        (scenarios[i]?.chiffrage.indicateurs.get('cout_total')?.valeur ?? 0),
    ],
    'resultat_solde',
  );
  add(
    'Tests de viabilité satisfaits',
    'entier',
    (i) => [
      feuilles.viabilite.satisfaits[i],
      scenarios[i]?.viabilite.tests.filter(({ satisfait }) => satisfait).length ?? 0,
    ],
    'resultat_tests',
  );
  add(
    'Indice de viabilité sur 100',
    'decimal',
    (i) => [feuilles.viabilite.indices[i], scenarios[i]?.viabilite.indice ?? 0],
    'resultat_viabilite',
  );
  const { comparaison } = feuilles;
  if (comparaison && evaluation) {
    add('Valeur sur 100', 'decimal', (i) => [comparaison.scores[i], evaluation.scores[i] ?? 0], 'resultat_score');
    add('Rang', 'entier', (i) => [comparaison.rangs[i], evaluation.ranks[i] ?? 0], 'resultat_rang');
    g.texte(row + 1, 1, 'Ce que dit le score', 'total');
    const order = comparaison.grille.sheet.cells;
    const said = [...order.values()].find(({ row: r, column: c }) => comparaison.conclusion.endsWith(adresse(r, c)));
    g.calcul(row + 1, 2, comparaison.conclusion, said?.cell.value ?? '', 'texte');
  }
  const top = row + 3;
  const names = scenarios.map(court);
  const costRow = rowOf.get('cout_annuel') ?? 5;
  g.graphique({
    title: 'Coût annuel moyen',
    axis: '€ par an',
    direction: 'col',
    stacked: false,
    categories: { range: g.plage(4, 2, 4, 1 + n), values: names },
    series: [
      {
        nameRef: g.ref(costRow, 1),
        name: 'Coût annuel moyen (€)',
        range: g.plage(costRow, 2, costRow, 1 + n),
        values: scenarios.map(({ chiffrage }) => chiffrage.indicateurs.get('cout_annuel')?.valeur ?? 0),
        colour: colours[0] ?? '#1f5c4d',
      },
    ],
    from: { row: top, column: 0 },
    to: { row: top + 18, column: 2 },
    alt: `Coût annuel de chaque scénario : ${scenarios.map((one) => `${court(one)} ${nombreFr(Math.round(one.chiffrage.indicateurs.get('cout_annuel')?.valeur ?? 0))} €`).join(', ')}`,
  });
  if (comparaison && evaluation)
    g.graphique({
      title: 'Points de chaque critère',
      axis: 'Points sur 100',
      direction: 'col',
      stacked: true,
      categories: { range: comparaison.nomsScenarios, values: names },
      series: evaluation.criteres.map((critere, j) => ({
        nameRef: comparaison.grille.ref(5 + j, 1),
        name: critere.libelle,
        range: comparaison.grille.plage(5 + j, 8 + 2 * n, 5 + j, 7 + 3 * n),
        values: evaluation.contributions.map((points) => points[j] ?? 0),
        colour: colours[j % colours.length] ?? '#1f5c4d',
      })),
      from: { row: top, column: 2 },
      to: { row: top + 18, column: 2 + Math.max(2, n) },
      alt: `Score de chaque scénario : ${scenarios.map((one, i) => `${court(one)} ${nombreFr(evaluation.scores[i] ?? 0)}`).join(', ')}`,
    });
  return g;
}

export function feuilleSimulation({ scenarios, evaluation, tirages, graine }: AnalyseScenarios): Grille {
  const g = grille('Simulation', 'Résultats de simulation (valeurs)', [58, ...scenarios.map(() => 22)], 4);
  g.texte(
    2,
    1,
    `Valeurs du programme, qui ne se recalculent pas ici : ${nombreFr(tirages)} tirages, graine ${graine}. « atelier build scenarios » les refait.`,
    'note',
  );
  g.entetes(4, ['Mesure', ...scenarios.map(court)]);
  const rows: [string, CellFormat, (i: number) => number | null][] = [
    ['Coût annuel, un cas sur dix au-dessous (€)', 'euros', (i) => scenarios[i]?.simulation.coutAnnuel.p10 ?? null],
    ['Coût annuel médian (€)', 'euros', (i) => scenarios[i]?.simulation.coutAnnuel.p50 ?? null],
    ['Coût annuel, un cas sur dix au-dessus (€)', 'euros', (i) => scenarios[i]?.simulation.coutAnnuel.p90 ?? null],
    ['Solde de la période, médiane (€)', 'euros', (i) => scenarios[i]?.simulation.solde.p50 ?? null],
    ['Chance de déficit', 'pourcent', (i) => scenarios[i]?.simulation.probabiliteDeficit ?? null],
    [
      'Chance d’une trésorerie négative',
      'pourcent',
      (i) => scenarios[i]?.simulation.probabiliteTresorerieNegative ?? null,
    ],
    [
      'Part des pondérations possibles où il vient en premier',
      'pourcent',
      (i) => evaluation?.smaa.rankAcceptability[i]?.[0] ?? null,
    ],
    ['Part des tirages de coûts où il vient en premier', 'pourcent', (i) => evaluation?.premierSelonCouts[i] ?? null],
  ];
  rows.forEach(([label, format, of], r) => {
    g.texte(5 + r, 1, label);
    scenarios.forEach((_, i) => {
      g.constante(5 + r, 2 + i, of(i), format);
    });
  });
  return g;
}
