/** The advance and the credit line that sentences write, against those with which the cash plan is computed. */
import { euros } from '../../../../texte/nombres.js';
import { tresoreriesFausses } from '../../ecrits/financement/tresoreries.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const tresorerieEcrite: RegleCoherence = {
  code: 'tresorerie-ecrite',
  gravite: 'attention',
  titre: 'Une phrase ouvre une autre avance, ou une autre ligne de trésorerie, que le plan de trésorerie.',
  explication:
    'Une condition, le projet de délibération, une décision d’un organe délibérant ou le commentaire de la trésorerie qui écrit le montant d’une avance de trésorerie donne celui dont part le plan (« tresorerie_initiale » du scénario ou des hypothèses) ; celui d’une ligne de trésorerie, celui que le test de trésorerie suppose ouvert (« viabilite.seuil_tresorerie », en négatif). Le comité voterait sinon moins, ou plus, que ce que le calcul demande.',
  exemple: '« Ligne de trésorerie de 80 000 € », quand « seuil_tresorerie » vaut −50 000',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) =>
    tresoreriesFausses(study).map(
      ({ chemin, valeur, nom, vaut, contre }): Contradiction => ({
        chemin,
        contre: [contre],
        message: `${nom} s’écrit ${euros(valeur)} ; le plan de trésorerie compte ${euros(vaut)}.`,
        issue: 'Accordez la phrase et le plan de trésorerie.',
      }),
    ),
};

export const TRESORERIE_ECRITE = [tresorerieEcrite] as const;
