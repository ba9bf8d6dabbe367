/** How often a body meets: the same in the scenario and in the plan, and what its frequency says. */
import { nombreFr } from '../../../../texte/nombres.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const instancesDifferentes: RegleCoherence = {
  code: 'instances-differentes',
  gravite: 'attention',
  titre: 'La même instance ne se réunit pas autant dans le scénario et dans le mode opératoire.',
  explication:
    'Une instance du scénario retenu (« gouvernance.instances ») et celle du mode opératoire qui a le même nom ont le même nombre de réunions par an (« reunions_an »).',
  livrables: ['mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode, scenarios } }) => {
    const scenario = scenarioDecrit({ scenarios, mode_operatoire: mode });
    return (mode?.instances ?? []).flatMap(({ nom, reunions_an: held }, i): Contradiction[] => {
      const rank = scenario?.gouvernance?.instances?.findIndex((one) => one.nom === nom) ?? -1;
      const told = scenario?.gouvernance?.instances?.[rank]?.reunions_an;
      if (!scenario || told === undefined || held === undefined || told === held) return [];
      return [
        {
          chemin: `mode_operatoire/instances/${i + 1}/reunions_an`,
          contre: [`scenarios/${scenario.id}/gouvernance/instances/${rank + 1}/reunions_an`],
          message: `« ${nom} » se réunit ${nombreFr(held)} fois par an dans le mode opératoire, et ${nombreFr(told)} dans « ${scenario.titre} ».`,
          issue: 'Corrigez un des deux nombres.',
        },
      ];
    });
  },
};

/** Meetings in a year that a word promises. */
const RYTHMES: Readonly<Record<string, number>> = {
  hebdomadaire: 52,
  mensuelle: 12,
  bimestrielle: 6,
  trimestrielle: 4,
  semestrielle: 2,
  annuelle: 1,
};

/** A monthly body skips the summer: ten meetings in a year are still monthly. */
const ECART_RYTHME = 0.25;

export const frequenceContredite: RegleCoherence = {
  code: 'frequence-contredite',
  gravite: 'attention',
  titre: 'La fréquence d’une instance n’est pas celle de ses réunions.',
  explication:
    'Une fréquence qui est un seul mot (hebdomadaire, mensuelle, bimestrielle, trimestrielle, semestrielle, annuelle) et le nombre de réunions par an disent la même chose, à un quart près : dix réunions par an sont une fréquence mensuelle.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { mode_operatoire: mode, scenarios } }) =>
    [
      ...scenarios.map(({ id, gouvernance }) => ({
        at: `scenarios/${id}/gouvernance/instances`,
        list: gouvernance?.instances ?? [],
      })),
      { at: `mode_operatoire/instances`, list: mode?.instances ?? [] },
    ].flatMap(({ at, list }) =>
      list.flatMap(({ nom, frequence, reunions_an: held }, i): Contradiction[] => {
        const rhythm = RYTHMES[frequence ?? ''];
        if (rhythm === undefined || held === undefined || !depasse(Math.abs(held - rhythm), ECART_RYTHME * rhythm))
          return [];
        return [
          {
            chemin: `${at}/${i + 1}/reunions_an`,
            contre: [`${at}/${i + 1}/frequence`],
            message: `« ${nom} » se réunit ${nombreFr(held)} fois par an, et sa fréquence est ${frequence}.`,
            issue: 'Corrigez l’un des deux.',
          },
        ];
      }),
    ),
};

export const INSTANCES = [instancesDifferentes, frequenceContredite] as const;
