/** Sheets of the notes and of the comparison: weights, scales and notes are inputs; values, points, scores and ranks follow. */
import type { Evaluation } from '../../analysis/scenarios/comparaison/evaluation.js';
import { criteresRetenus, evaluateursDe, clesComparaison as k } from '../../analysis/scenarios/comparaison/modele.js';
import type { AnalyseScenarios } from '../../analysis/scenarios/index.js';
import { court } from '../../exhibits/scenarios/contexte.js';
import type { CellFormat } from '../../exhibits/types.js';
import type { Study } from '../../study/study.js';
import { type Classeur, type Feuille, nomDe } from './grille.js';
import { NIVEAU, POIDS } from './regles.js';

/** Null when no criterion is noted. */
export function feuilleNotes(classeur: Classeur, etude: Study, analyse: AnalyseScenarios): Feuille | null {
  const noted = (etude.criteres?.criteres ?? []).filter(({ mesure }) => mesure.notes);
  if (noted.length === 0) return null;
  const range = etude.criteres?.echelle_notes ?? { min: 0, max: 100 };
  const evaluateurs = evaluateursDe(etude);
  const g = classeur.feuille('Notes', 'Notes des évaluateurs', [44, 26, ...evaluateurs.map(() => 16), 12], 4);
  g.texte(
    2,
    1,
    `Une note par évaluateur, de ${range.min} à ${range.max} ; une cellule vide ne compte pas dans la moyenne.`,
    'note',
  );
  g.entetes(4, ['Critère', 'Scénario', ...evaluateurs.map(({ libelle }) => libelle), 'Moyenne']);
  let row = 5;
  for (const { id: critere, libelle } of noted)
    for (const one of analyse.scenarios) {
      const { id } = one.chiffrage.scenario;
      g.texte(row, 1, libelle);
      g.texte(row, 2, court(one));
      evaluateurs.forEach(({ id: name }, i) => {
        const regle = { type: 'nombre' as const, ...range };
        g.saisie(row, 3 + i, k.note(critere, id, name), regle, 'decimal', nomDe('note', critere, id, name));
      });
      g.calcul(row++, 3 + evaluateurs.length, k.moyenne(critere, id), 'decimal');
    }
  return g;
}

export interface FeuilleComparaison {
  grille: Feuille;
  /** Rows of the criteria, and first column of the points: what the charts are drawn from. */
  premiere: number;
  colonnePoints: number;
  nomsScenarios: string;
}

export function feuilleComparaison(
  classeur: Classeur,
  etude: Study,
  { scenarios }: AnalyseScenarios,
  evaluation: Evaluation,
): FeuilleComparaison {
  const n = scenarios.length;
  const kept = criteresRetenus(etude, evaluation);
  const colP = 7;
  const g = classeur.feuille(
    'Comparaison',
    'Poids, mesures, valeurs et points',
    [42, 18, 13, 13, ...Array.from({ length: Math.max(2 + n, 2 * n - 2) }, () => 13)],
    3,
  );
  g.texte(
    2,
    1,
    'Les cellules jaunes se changent. Une valeur va de 0 à 1 sur l’échelle du critère ; les points sont la part du poids × la valeur × 100.',
    'note',
  );
  const formatDe = (unite: string): CellFormat =>
    unite === 'part' ? 'pourcent' : unite.startsWith('€') ? 'entier' : 'decimal';
  g.texte(4, 1, 'Poids, échelles et points', 'partie');
  g.entetes(5, ['Critère', 'Unité', 'Vaut 0', 'Vaut 1', 'Poids', 'Part']);
  g.entetes(
    5,
    scenarios.map((one) => `${court(one)} : points`),
    colP,
  );
  const first = 6;
  kept.forEach(({ id: c, libelle, echelle: { unite } }, j) => {
    const row = first + j;
    g.texte(row, 1, libelle);
    g.texte(row, 2, unite);
    g.saisie(row, 3, k.critere('pire', c), NIVEAU, formatDe(unite));
    g.saisie(row, 4, k.critere('meilleur', c), NIVEAU, formatDe(unite));
    g.saisie(row, 5, k.critere('poids', c), POIDS, 'decimal', nomDe('poids', c));
    g.calcul(row, 6, k.critere('part', c), 'pourcent');
    scenarios.forEach(({ chiffrage: { scenario } }, i) => {
      g.calcul(row, colP + i, k.points(c, scenario.id), 'decimal');
    });
  });
  const scoreRow = first + kept.length;
  g.texte(scoreRow, 1, 'Score sur 100', 'total');
  g.texte(scoreRow + 1, 1, 'Rang', 'total');
  g.texte(scoreRow + 2, 1, 'Scénario', 'total');
  scenarios.forEach(({ chiffrage: { scenario } }, i) => {
    g.calcul(scoreRow, colP + i, k.score(scenario.id), 'decimal', { total: true });
    g.calcul(scoreRow + 1, colP + i, k.rang(scenario.id), 'entier', { total: true });
    g.libelle(scoreRow + 2, colP + i, k.nom(scenario.id));
  });
  g.signaler([scoreRow + 1, colP, scoreRow + 1, colP + n - 1], (cell) => `${cell}=1`, 'bon');
  const measures = scoreRow + 7;
  g.texte(measures - 1, 1, 'Mesures et valeurs', 'partie');
  g.entetes(measures, [
    'Critère',
    'Unité',
    ...['mesure', 'valeur'].flatMap((word) => scenarios.map((one) => `${court(one)} : ${word}`)),
  ]);
  kept.forEach(({ id: c, libelle, echelle: { unite } }, j) => {
    const row = measures + 1 + j;
    g.texte(row, 1, libelle);
    g.texte(row, 2, unite);
    scenarios.forEach(({ chiffrage: { scenario } }, i) => {
      g.calcul(row, 3 + i, k.mesure(c, scenario.id), formatDe(unite));
      g.calcul(row, 3 + n + i, k.valeur(c, scenario.id), 'pourcent');
    });
  });
  g.texte(scoreRow + 3, 1, 'Ce que dit le score', 'total');
  g.calcul(scoreRow + 4, 1, k.conclusion, 'texte');
  return {
    grille: g,
    premiere: first,
    colonnePoints: colP,
    nomsScenarios: g.plage(scoreRow + 2, colP, scoreRow + 2, colP + n - 1),
  };
}
