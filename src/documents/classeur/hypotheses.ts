/** Sheet of the assumptions and thresholds: each is a named cell that the others read. */
import type { Cle } from '../../analysis/formules/formule.js';
import { commun } from '../../analysis/scenarios/cles.js';
import { LIBELLES_HYPOTHESES, seuilsDe } from '../../analysis/scenarios/hypotheses.js';
import { libelleEngagement } from '../../analysis/scenarios/indicateurs/inventaires.js';
import type { CellFormat } from '../../exhibits/types.js';
import type { Study } from '../../study/study.js';
import type { InputRule } from '../workbook.js';
import type { Classeur, Feuille } from './grille.js';
import { PART, POIDS, QUANTITE, SOLDE } from './regles.js';

type Ligne = [libelle: string, cle: Cle, regle: InputRule, format: CellFormat, nom: string, effet: string];

export const NIVEAUX_ENGAGEMENT = (['pressenti', 'contacte', 'volontaire', 'engage'] as const).map(libelleEngagement);

/** A yearly change: halved to doubled. */
const VARIATION: InputRule = { type: 'nombre', min: -0.5, max: 1 };

/** What the costs rest on. */
const hypotheses = (): Ligne[] => [
  [
    LIBELLES_HYPOTHESES.joursParEtp,
    commun.hypothese('jours_par_etp'),
    QUANTITE,
    'decimal',
    'hyp_jours_par_etp',
    'Jours disponibles',
  ],
  [
    LIBELLES_HYPOTHESES.partProductive,
    commun.hypothese('part_productive'),
    PART,
    'pourcent',
    'hyp_part_productive',
    'Jours disponibles',
  ],
  [
    LIBELLES_HYPOTHESES.evolution,
    commun.hypothese('evolution'),
    VARIATION,
    'pourcent',
    'hyp_evolution',
    'Dépenses à partir de la deuxième année',
  ],
  [
    `${LIBELLES_HYPOTHESES.tresorerieInitiale} (€)`,
    commun.hypothese('tresorerie'),
    SOLDE,
    'euros',
    'hyp_tresorerie',
    'Trésorerie mois par mois',
  ],
  [
    LIBELLES_HYPOTHESES.tauxLigne,
    commun.hypothese('taux_ligne'),
    PART,
    'pourcent',
    'hyp_taux_ligne',
    'Coût de la ligne de trésorerie',
  ],
];

/** Under or over which a test is not met. */
function seuils(etude: Study): Ligne[] {
  const { autofinancement, herfindahl } = seuilsDe(etude);
  return [
    [
      'Déséquilibre toléré, en part des dépenses',
      commun.seuil('equilibre'),
      PART,
      'pourcent',
      'seuil_equilibre',
      'Test « financement équilibré »',
    ],
    ...(autofinancement
      ? [
          [
            LIBELLES_HYPOTHESES.autofinancement,
            commun.seuil('autofinancement'),
            PART,
            'pourcent',
            'seuil_autofinancement',
            `Test « autofinancement » (${autofinancement.reference.titre})`,
          ] satisfies Ligne,
        ]
      : []),
    [
      'Charge maximale, en part des jours disponibles',
      commun.seuil('charge'),
      QUANTITE,
      'pourcent',
      'seuil_charge',
      'Test « capacité suffisante »',
    ],
    [
      'Part maximale du premier financeur',
      commun.seuil('dependance'),
      PART,
      'pourcent',
      'seuil_dependance',
      'Test « dépendance modérée »',
    ],
    ...(herfindahl === null
      ? []
      : [
          [
            'Concentration maximale des financeurs',
            commun.seuil('herfindahl'),
            PART,
            'pourcent',
            'seuil_herfindahl',
            'Test « financeurs assez nombreux »',
          ] satisfies Ligne,
        ]),
    [
      'Trésorerie minimale (€)',
      commun.seuil('tresorerie'),
      SOLDE,
      'euros',
      'seuil_tresorerie',
      'Test « trésorerie suffisante »',
    ],
    [
      'Engagement minimal des partenaires essentiels',
      commun.seuil('engagement'),
      { type: 'liste', values: NIVEAUX_ENGAGEMENT },
      'texte',
      'seuil_engagement',
      'Test « partenaires essentiels acquis »',
    ],
    [
      'Écart sous lequel rien ne départage deux scénarios (points)',
      commun.seuil('ecart'),
      POIDS,
      'decimal',
      'seuil_ecart',
      'Conclusion de la comparaison',
    ],
  ];
}

export function feuilleHypotheses(classeur: Classeur, etude: Study): Feuille {
  const g = classeur.feuille('Hypothèses', 'Hypothèses et seuils', [62, 16, 60], 4);
  g.texte(2, 1, 'Les cellules jaunes se changent ; tout le classeur se recalcule.', 'note');
  g.entetes(4, ['Hypothèse', 'Valeur', 'Ce qu’elle change']);
  [...hypotheses(), ...seuils(etude)].forEach(([label, cle, rule, format, name, effect], i) => {
    g.texte(5 + i, 1, label);
    g.saisie(5 + i, 2, cle, rule, format, name);
    g.texte(5 + i, 3, effect);
  });
  return g;
}
