/** Sheet of the assumptions and thresholds: each is a named cell that the others read. */
import { hypothesesDe } from '../../analysis/scenarios/hypotheses.js';
import type { CellFormat } from '../../exhibits/types.js';
import type { Study } from '../../study/study.js';
import type { InputRule } from '../workbook.js';
import { type Grille, grille } from './grille.js';

export function feuilleHypotheses(etude: Study): Grille {
  const h = hypothesesDe(etude);
  const v = etude.criteres?.viabilite ?? {};
  const reference = etude.references.find(({ id }) => id === v.reference_autofinancement);
  const minimum = typeof reference?.valeur === 'number' ? reference.valeur / 100 : null;
  const g = grille('Hypothèses', 'Hypothèses et seuils', [62, 16, 60], 3);
  g.texte(2, 1, 'Les cellules jaunes se changent ; tout le classeur se recalcule.', 'note');
  g.entetes(3, ['Hypothèse', 'Valeur', 'Ce qu’elle change']);
  const positive: InputRule = { type: 'nombre', min: 0 };
  const part: InputRule = { type: 'nombre', min: 0, max: 1 };
  const any: InputRule = { type: 'nombre', min: -10_000_000 };
  const rows: [string, number, InputRule, CellFormat, string, string][] = [
    [
      'Jours par équivalent temps plein et par an',
      h.joursParEtp,
      positive,
      'decimal',
      'hyp_jours_par_etp',
      'Jours disponibles',
    ],
    [
      'Part de ces jours disponible pour les modalités',
      h.partProductive,
      part,
      'pourcent',
      'hyp_part_productive',
      'Jours disponibles',
    ],
    [
      'Hausse annuelle des coûts',
      h.evolution,
      { type: 'nombre', min: -0.5, max: 1 },
      'pourcent',
      'hyp_evolution',
      'Dépenses à partir de la deuxième année',
    ],
    ['Trésorerie de départ (€)', h.tresorerieInitiale, any, 'euros', 'hyp_tresorerie', 'Trésorerie mois par mois'],
    [
      'Déséquilibre toléré, en part des dépenses',
      v.seuil_equilibre ?? 0.05,
      part,
      'pourcent',
      'seuil_equilibre',
      'Test « financement équilibré »',
    ],
    ...(minimum === null
      ? []
      : ([
          [
            'Autofinancement minimal',
            minimum,
            part,
            'pourcent',
            'seuil_autofinancement',
            `Test « autofinancement » (${reference?.titre ?? ''})`,
          ],
        ] as [string, number, InputRule, CellFormat, string, string][])),
    [
      'Charge maximale, en part des jours disponibles',
      v.seuil_charge ?? 1,
      positive,
      'pourcent',
      'seuil_charge',
      'Test « capacité suffisante »',
    ],
    [
      'Part maximale du premier financeur',
      v.seuil_dependance ?? 0.7,
      part,
      'pourcent',
      'seuil_dependance',
      'Test « dépendance modérée »',
    ],
    [
      'Trésorerie minimale (€)',
      v.seuil_tresorerie ?? 0,
      any,
      'euros',
      'seuil_tresorerie',
      'Test « trésorerie suffisante »',
    ],
    [
      'Écart sous lequel rien ne départage deux scénarios (points)',
      v.seuil_ecart ?? 5,
      { type: 'nombre', min: 0, max: 100 },
      'decimal',
      'seuil_ecart',
      'Conclusion de la comparaison',
    ],
  ];
  rows.forEach(([label, value, rule, format, name, effect], i) => {
    g.texte(4 + i, 1, label);
    g.saisie(4 + i, 2, value, rule, format, name);
    g.texte(4 + i, 3, effect);
  });
  return g;
}
