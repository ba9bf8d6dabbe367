/** The legal form of a scenario, against the rule of law that it cites for it. */
import { FORMES_JURIDIQUES } from '../../../vocabulaire.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const formeEtReference: RegleCoherence = {
  code: 'forme-et-reference',
  gravite: 'attention',
  titre: 'Une condition juridique cite la règle d’une autre forme que celle du scénario.',
  explication:
    'Une condition juridique d’un scénario (« conditions_juridiques.reference ») qui cite la référence d’une forme juridique (« forme_juridique » de references.yaml : régie, entente, SCIC…) cite celle de la forme du scénario (« forme_juridique ») : les délais, les coûts et les votes sont les siens. Une condition qui cite plusieurs formes par plusieurs lignes n’est pas relevée si l’une est la bonne.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { scenarios, references } }) =>
    scenarios.flatMap(({ id, titre, forme_juridique: forme, conditions_juridiques: law = [] }): Contradiction[] => {
      const cited = law.flatMap(({ reference }, i) => {
        const found = references.find((one) => one.id === reference);
        return found?.forme_juridique === undefined ? [] : [{ i, found }];
      });
      const [first] = cited;
      if (!first || cited.some(({ found }) => found.forme_juridique === forme)) return [];
      return [
        {
          chemin: `scenarios/${id}/conditions_juridiques/${first.i + 1}`,
          contre: [`scenarios/${id}/forme_juridique`, `references/${first.found.id}/forme_juridique`],
          message: `le scénario « ${titre} » (${FORMES_JURIDIQUES[forme]}) cite « ${first.found.titre} », la règle d’une autre forme juridique que la sienne.`,
          issue: 'Accordez la forme juridique du scénario et la règle qu’il cite.',
        },
      ];
    }),
};

export const FORMES = [formeEtReference] as const;
