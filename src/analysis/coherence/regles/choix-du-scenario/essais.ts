/** A trial is tried: it is not what is chosen, nor what another trial tries. */

import type { Contradiction, RegleCoherence } from '../../regle.js';

const essaiChoisi: RegleCoherence = {
  code: 'essai-choisi',
  gravite: 'attention',
  titre: 'Un essai est pris pour un scénario à choisir.',
  explication:
    'Un scénario qui dit « essai_de » est l’essai d’un autre : le mode opératoire le décrit (« scenario »), et la réunion qui choisit retient celui qu’il éprouve. Une décision ne nomme pas l’essai, et un essai n’éprouve pas un autre essai.',
  exemple: '- { id: essai-ete, essai_de: regie, a_partir_de: { scenario: regie }, … }',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { scenarios, reunions } }) => {
    const trials = new Map(scenarios.flatMap((one) => (one.essai_de === undefined ? [] : [[one.id, one] as const])));
    return [
      ...[...trials.values()].flatMap((one): Contradiction[] => {
        const tried = trials.get(one.essai_de ?? '');
        if (!tried) return [];
        return [
          {
            chemin: `scenarios/${one.id}/essai_de`,
            contre: [`scenarios/${tried.id}/essai_de`],
            message: `« ${one.titre} » est l’essai de « ${tried.titre} », qui est lui-même un essai.`,
            issue: 'Nommez le scénario que les deux éprouvent.',
          },
        ];
      }),
      ...reunions.flatMap((reunion) =>
        (reunion.decisions ?? []).flatMap(({ scenario }, i): Contradiction[] => {
          const trial = scenario === undefined ? undefined : trials.get(scenario);
          const tried = scenarios.find(({ id }) => id === trial?.essai_de);
          if (!trial || !tried) return [];
          return [
            {
              chemin: `reunions/${reunion.id}/decisions/${i + 1}/scenario`,
              contre: [`scenarios/${trial.id}/essai_de`],
              message: `la décision retient « ${trial.titre} », qui n’est que l’essai de « ${tried.titre} ».`,
              issue: `Nommez « ${tried.titre} » dans la décision, ou faites de cet essai un scénario à comparer.`,
              saisie: 'Un scénario sans « essai_de » est comparé aux autres.',
            },
          ];
        }),
      ),
    ];
  },
};

export const ESSAIS: readonly RegleCoherence[] = [essaiChoisi];
