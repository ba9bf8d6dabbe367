/** The comparison of the scenarios in a terminal: one line each, then the conclusion and the tests not passed. */

import { libelleMethode } from '../../analysis/scenarios/comparaison/poids.js';
import type { AnalyseScenarios } from '../../analysis/scenarios/index.js';
import { nomDuScenario } from '../../analysis/scenarios/noms.js';
import { testsEnClair } from '../../analysis/scenarios/viabilite/viabilite.js';
import { numberAt } from '../../lists/at.js';
import { compte } from '../../texte/accords.js';
import { nombreFr, partsSurCent } from '../../texte/nombres.js';
import type { Paint } from '../terminal/colour.js';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const BAR = 10;

/** A bar of ten cells for a value of 0–100. */
function bar(value: number): string {
  const eighths = Math.round((Math.min(100, Math.max(0, value)) / 100) * BAR * 8);
  return ('█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '')).padEnd(BAR);
}

const thousands = (value: number): string => nombreFr(Math.round(value / 1000));

/** Columns padded to their widest cell; `right` aligns to the right. */
function columns(rows: readonly (readonly string[])[], right: ReadonlySet<number>): string[] {
  const widths = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((row) => [...(row[c] ?? '')].length)));
  return rows.map((row) =>
    row
      .map((cell, c) => {
        const fill = ' '.repeat(numberAt(widths, c) - [...cell].length);
        return right.has(c) ? fill + cell : cell + fill;
      })
      .join('  ')
      .trimEnd(),
  );
}

export function scoreText(
  { scenarios, evaluation, ponderation, conclusion, tirages, graine }: AnalyseScenarios,
  paint: Paint,
): string {
  const order = scenarios
    .map((_, i) => i)
    .sort((a, b) => (evaluation ? numberAt(evaluation.scores, b) - numberAt(evaluation.scores, a) : 0) || a - b);
  const premiers = partsSurCent(evaluation?.smaa.rankAcceptability.map((row) => numberAt(row, 0)) ?? []);
  const rows = order.map((i) => {
    const scenario = scenarios[i];
    if (!scenario) return [];
    const { coutAnnuel } = scenario.simulation;
    // The most likely amounts, as the documents give them, which the middle of the draws need not be.
    const probable = scenario.chiffrage.indicateurs.get('cout_annuel')?.valeur ?? null;
    const score = evaluation ? numberAt(evaluation.scores, i) : null;
    return [
      evaluation && scenarios.length > 1 ? String(evaluation.ranks[i]) : '—',
      nomDuScenario(scenario.chiffrage.scenario),
      probable === null ? '' : `${thousands(probable)} k€`,
      coutAnnuel.p10 === coutAnnuel.p90 ? '' : `(${thousands(coutAnnuel.p10)}–${thousands(coutAnnuel.p90)})`,
      testsEnClair(scenario.viabilite.tests),
      score === null ? '' : bar(score),
      score === null ? '' : nombreFr(Math.round(score)),
      evaluation && scenarios.length > 1 ? `${compte(numberAt(premiers, i), 'pondération')} sur 100` : '',
    ];
  });
  const header = [
    '',
    'scénario',
    'coût annuel',
    '(8 fois sur 10)',
    'viabilité',
    'valeur',
    '/ 100',
    scenarios.length > 1 ? 'premier dans' : '',
  ];
  const [title = '', ...lines] = columns([header, ...rows], new Set([2, 4, 6]));
  const failed = order.flatMap((i) => {
    const scenario = scenarios[i];
    const tests = scenario?.viabilite.tests.filter(({ satisfait }) => !satisfait) ?? [];
    if (!scenario || tests.length === 0) return [];
    const list = tests.map(
      ({ libelle, motif, etat }) => `  · ${libelle}${etat === 'non' ? '' : ` (${etat})`} : ${motif}`,
    );
    return [`${scenario.chiffrage.scenario.titre} : tests non satisfaits ou satisfaits sous condition`, ...list];
  });
  const left = (evaluation?.ecartes ?? []).map(
    ({ libelle, motif }) => `Critère « ${libelle} » laissé de côté : ${motif}.`,
  );
  return [
    paint.faint(title),
    ...lines,
    '',
    ...conclusion,
    ...(failed.length > 0 ? ['', ...failed] : []),
    ...(left.length > 0 ? ['', ...left] : []),
    ...(ponderation?.avertissement ? ['', ponderation.avertissement] : []),
    '',
    paint.faint(
      `Poids : ${ponderation ? libelleMethode(ponderation.methode) : '—'}. ${nombreFr(tirages)} tirages, graine ${graine}. « atelier explain scenarios.ID.cout_annuel » montre un calcul.`,
    ),
    '',
  ].join('\n');
}
