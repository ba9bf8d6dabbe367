/** Sheets of the notes and of the comparison: weights, scales and notes are inputs; values, points, scores and ranks follow. */

import { partialValue } from '../../analysis/decision/value-functions.js';
import { type Evaluation, fonctionDeValeur } from '../../analysis/scenarios/evaluation.js';
import type { AnalyseScenarios } from '../../analysis/scenarios/index.js';
import { court } from '../../exhibits/scenarios/contexte.js';
import type { CellFormat } from '../../exhibits/types.js';
import type { Study } from '../../study/study.js';
import { adresse, type Grille, grille, lettres, nomDe, plage } from './grille.js';

type Critere = NonNullable<Study['criteres']>['criteres'][number];

/** Notes by criterion and scenario; `ref(criterion, scenario)` is the cell of their mean. */
export function feuilleNotes(
  etude: Study,
  analyse: AnalyseScenarios,
): { grille: Grille; ref: Map<string, string> } | null {
  const evaluateurs = etude.criteres?.evaluateurs ?? [];
  const noted = (etude.criteres?.criteres ?? []).filter(({ mesure }) => mesure.notes);
  if (noted.length === 0) return null;
  const range = etude.criteres?.echelle_notes ?? { min: 0, max: 100 };
  const others = [
    ...new Set(
      noted.flatMap(({ mesure }) =>
        Object.values(mesure.notes ?? {})
          .flat()
          .map(({ evaluateur }) => evaluateur),
      ),
    ),
  ];
  const names = [...evaluateurs.map(({ id }) => id), ...others.filter((id) => !evaluateurs.some((e) => e.id === id))];
  const g = grille('Notes', 'Notes des évaluateurs', [44, 26, ...names.map(() => 16), 12], 4);
  g.texte(
    2,
    1,
    `Une note par évaluateur, de ${range.min} à ${range.max} ; une cellule vide ne compte pas dans la moyenne.`,
    'note',
  );
  g.entetes(4, [
    'Critère',
    'Scénario',
    ...names.map((id) => evaluateurs.find((e) => e.id === id)?.libelle ?? id),
    'Moyenne',
  ]);
  const ref = new Map<string, string>();
  let row = 5;
  for (const critere of noted)
    for (const one of analyse.scenarios) {
      const { id } = one.chiffrage.scenario;
      const own = critere.mesure.notes?.[id] ?? [];
      g.texte(row, 1, critere.libelle);
      g.texte(row, 2, court(one));
      names.forEach((name, i) => {
        const note = own.find(({ evaluateur }) => evaluateur === name)?.note ?? null;
        g.saisie(row, 3 + i, note, { type: 'nombre', ...range }, 'decimal', nomDe('note', critere.id, id, name));
      });
      const mean = own.length > 0 ? own.reduce((sum, { note }) => sum + note, 0) / own.length : 0;
      const notes = plage(row, 3, row, 2 + names.length);
      ref.set(
        `${critere.id}/${id}`,
        g.calcul(row, 3 + names.length, `IF(COUNT(${notes})>0,AVERAGE(${notes}),0)`, mean, 'decimal'),
      );
      row++;
    }
  return { grille: g, ref };
}

/** The value function of a criterion as a formula of the cell `x`, its worst and best levels in `worst` and `best`. */
function formuleValeur(critere: Critere, x: string, worst: string, best: string): string {
  const { valeur } = critere;
  const clip = (inner: string): string => `MAX(0,MIN(1,${inner}))`;
  if (valeur?.type === 'points' && valeur.points) {
    const points = valeur.points.map(([a = 0, v = 0]) => [a, v] as const);
    const [first, last] = [points[0] ?? [0, 0], points.at(-1) ?? [0, 0]];
    const inner = points.slice(1).reduceRight((rest, [a2, v2], i) => {
      const [a1, v1] = points[i] ?? [0, 0];
      const segment = a2 === a1 ? String(v2) : `${v1}+(${v2 - v1})*(${x}-(${a1}))/(${a2 - a1})`;
      return `IF(${x}<=${a2},${segment},${rest})`;
    }, String(last[1]));
    return clip(`IF(${x}<=${first[0]},${first[1]},${inner})`);
  }
  if (valeur?.type === 'table' && valeur.table)
    return Object.entries(valeur.table).reduceRight((rest, [key, v]) => `IF(${x}=${Number(key)},${v},${rest})`, '0');
  const z = `IF(${best}=${worst},0,${clip(`(${x}-${worst})/(${best}-${worst})`)})`;
  if (valeur?.type !== 'exponentielle') return z;
  const c = valeur.courbure ?? 1;
  return Math.abs(c) < 1e-12 ? z : `(1-EXP(-(${c})*${z}))/(1-EXP(-(${c})))`;
}

export interface FeuilleComparaison {
  grille: Grille;
  scores: string[];
  rangs: string[];
  conclusion: string;
  /** Range of the criteria's names, and of each scenario's points. */
  noms: string;
  points: string[];
  scoresPlage: string;
  nomsScenarios: string;
}

/** `mesures[scenario].get(criterion)` is the cell of a measure that the workbook computes; the others are the program's. */
export function feuilleComparaison(
  etude: Study,
  analyse: AnalyseScenarios,
  evaluation: Evaluation,
  mesures: readonly ReadonlyMap<string, string>[],
): FeuilleComparaison {
  const { scenarios, ponderation } = analyse;
  const n = scenarios.length;
  const kept = evaluation.criteres.flatMap(({ id }) => etude.criteres?.criteres.find((c) => c.id === id) ?? []);
  const m = kept.length;
  const [colX, colV, colP] = [8, 8 + n, 8 + 2 * n];
  const g = grille(
    'Comparaison',
    'Poids, mesures, valeurs et points',
    [46, 22, 14, 14, 12, 12, 3, ...Array.from({ length: 3 * n }, () => 16)],
    4,
  );
  g.texte(
    2,
    1,
    'Les cellules jaunes se changent. Une valeur va de 0 à 1 sur l’échelle du critère ; les points sont la part du poids × la valeur × 100.',
    'note',
  );
  g.entetes(4, ['Critère', 'Unité', 'Vaut 0', 'Vaut 1', 'Poids', 'Part']);
  g.entetes(
    4,
    [
      ...scenarios.map((one) => `${court(one)} : mesure`),
      ...scenarios.map((one) => `${court(one)} : valeur`),
      ...scenarios.map((one) => `${court(one)} : points`),
    ],
    colX,
  );
  const first = 5;
  const last = first + m - 1;
  kept.forEach((critere, j) => {
    const row = first + j;
    const computed = evaluation.criteres[j];
    const [worst, best] =
      critere.sens === 'max' ? [critere.echelle.min, critere.echelle.max] : [critere.echelle.max, critere.echelle.min];
    const part = critere.echelle.unite === 'part';
    const format: CellFormat = part ? 'pourcent' : critere.echelle.unite.startsWith('€') ? 'entier' : 'decimal';
    const direct = (ponderation?.methode ?? 'direct') === 'direct';
    g.texte(row, 1, critere.libelle);
    g.texte(row, 2, critere.echelle.unite);
    g.saisie(row, 3, worst, { type: 'nombre', min: -1e9 }, format);
    g.saisie(row, 4, best, { type: 'nombre', min: -1e9 }, format);
    g.saisie(
      row,
      5,
      direct ? critere.poids : (computed?.poids ?? 0),
      { type: 'nombre', min: 0, max: 1000 },
      'decimal',
      nomDe('poids', critere.id),
    );
    const weights = plage(first, 5, last, 5);
    g.calcul(
      row,
      6,
      `IF(SUM(${weights})>0,${adresse(row, 5)}/SUM(${weights}),1/${m})`,
      (computed?.poids ?? 0) / 100,
      'pourcent',
    );
    scenarios.forEach((one, i) => {
      const { id } = one.chiffrage.scenario;
      const measure = evaluation.mesures[i]?.[j] ?? 0;
      const source = mesures[i]?.get(critere.id);
      if (source) g.calcul(row, colX + i, source, measure, format);
      else g.saisie(row, colX + i, measure, { type: 'nombre', min: -1e9 }, format, nomDe('mesure', critere.id, id));
      const value = partialValue(fonctionDeValeur(critere), measure);
      g.calcul(
        row,
        colV + i,
        formuleValeur(critere, adresse(row, colX + i), adresse(row, 3), adresse(row, 4)),
        value,
        'pourcent',
      );
      g.calcul(
        row,
        colP + i,
        `${adresse(row, 6)}*${adresse(row, colV + i)}*100`,
        evaluation.contributions[i]?.[j] ?? 0,
        'decimal',
      );
    });
  });
  const scoreRow = last + 1;
  g.texte(scoreRow, 1, 'Score sur 100', 'total');
  g.texte(scoreRow + 1, 1, 'Rang', 'total');
  const range = plage(scoreRow, colP, scoreRow, colP + n - 1);
  const scores = scenarios.map((_, i) =>
    g.calcul(
      scoreRow,
      colP + i,
      `SUM(${lettres(colP + i)}${first}:${lettres(colP + i)}${last})`,
      evaluation.scores[i] ?? 0,
      'decimal',
      { total: true },
    ),
  );
  const rangs = scenarios.map((_, i) =>
    g.calcul(
      scoreRow + 1,
      colP + i,
      `1+SUMPRODUCT(--(${range}>${adresse(scoreRow, colP + i)}+0.0000001))`,
      evaluation.ranks[i] ?? 0,
      'entier',
      { total: true },
    ),
  );
  const heads = plage(scoreRow + 3, colP, scoreRow + 3, colP + n - 1);
  scenarios.forEach((one, i) => {
    g.texte(scoreRow + 3, colP + i, court(one), 'entete');
  });
  g.texte(scoreRow + 3, 1, 'Ce que dit le score', 'total');
  const name = (rank: number): string => `INDEX(${heads},1,MATCH(LARGE(${range},${rank}),${range},0))`;
  const lead = `LARGE(${range},1)-LARGE(${range},2)`;
  const order = [...evaluation.scores.keys()].sort((a, b) => (evaluation.scores[b] ?? 0) - (evaluation.scores[a] ?? 0));
  const title = (i: number): string => (scenarios[i] ? court(scenarios[i]) : '');
  const [a = 0, b = 0] = order;
  const seuil = etude.criteres?.viabilite?.seuil_ecart ?? 5;
  const gap = (evaluation.scores[a] ?? 0) - (evaluation.scores[b] ?? 0);
  const conclusion =
    n < 2
      ? g.constante(scoreRow + 4, 1, 'Un seul scénario : il n’y a rien à comparer.', 'texte')
      : g.calcul(
          scoreRow + 4,
          1,
          `IF(${lead}<seuil_ecart,"Rien ne départage les deux premiers.",${name(1)}&" vient en premier, devant "&${name(2)}&".")`,
          gap < seuil ? 'Rien ne départage les deux premiers.' : `${title(a)} vient en premier, devant ${title(b)}.`,
          'texte',
        );
  return {
    grille: g,
    scores,
    rangs,
    conclusion,
    noms: g.plage(first, 1, last, 1),
    points: scenarios.map((_, i) => g.plage(first, colP + i, last, colP + i)),
    scoresPlage: g.plage(scoreRow, colP, scoreRow, colP + n - 1),
    nomsScenarios: g.plage(scoreRow + 3, colP, scoreRow + 3, colP + n - 1),
  };
}
