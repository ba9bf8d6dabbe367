/** How often a body meets: the same in the scenario and in the plan, and what its frequency says. */
import { MOIS } from '../../../../texte/dates.js';
import { nombreEnLettres, nombreFr } from '../../../../texte/nombres.js';
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

/** A weekly body skips holidays: forty meetings in a year are still weekly. */
const ECART_HEBDOMADAIRE = 0.25;

/** Months of the summer that a body may skip without a word: ten meetings in a year are still monthly, five every two months; a quarter is longer. */
const PAUSE = 2;

const ECRITE = /^(\p{L}+)(?:,? (?:hors|sauf|excepté) (.+))?$/u;
const NOMBRE_DE_FOIS = /^(.+) fois par an$/;

/** Fewest and most meetings in a year that a frequency promises: its word, less the months that it says it skips; null when it has no such word. */
function promises(frequence: string): readonly [number, number] | null {
  const [, times] = NOMBRE_DE_FOIS.exec(frequence) ?? [];
  const n = Array.from({ length: 53 }, (_, i) => i).find(
    (i) => times === String(i) || times === nombreEnLettres(i, 'f'),
  );
  if (n !== undefined) return [n, n];
  const [, word = '', skipped] = ECRITE.exec(frequence) ?? [];
  const rhythm = RYTHMES[word];
  if (rhythm === undefined) return null;
  if (rhythm > 12) return [rhythm * (1 - ECART_HEBDOMADAIRE), rhythm * (1 + ECART_HEBDOMADAIRE)];
  if (skipped === undefined) return [rhythm - Math.floor((PAUSE * rhythm) / 12), rhythm];
  const months = MOIS.filter((month) => skipped.includes(month)).length;
  const left = Math.round((rhythm * (12 - months)) / 12);
  // What is skipped may be told in other words than months (« sauf l’été »).
  // What meets every quarter may meet around the months that it skips.
  return months > 0 ? [left, rhythm < 12 ? rhythm : left] : [rhythm / 2, rhythm];
}

export const frequenceContredite: RegleCoherence = {
  code: 'frequence-contredite',
  gravite: 'attention',
  titre: 'La fréquence d’une instance n’est pas celle de ses réunions.',
  explication:
    'Une fréquence (hebdomadaire, mensuelle, bimestrielle, trimestrielle, semestrielle, annuelle, « deux fois par an ») et le nombre de réunions par an disent la même chose, à un quart près d’une fréquence hebdomadaire, et aux deux mois d’été près d’une fréquence mensuelle ou bimestrielle : dix réunions par an sont « mensuelle » ; neuf le sont « hors juillet, août et décembre », mois nommés à choisir.',
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
        const promised = promises(frequence ?? '');
        if (!promised || held === undefined) return [];
        const [least, most] = promised;
        if (!depasse(held, most) && !depasse(least, held)) return [];
        return [
          {
            chemin: `${at}/${i + 1}/reunions_an`,
            contre: [`${at}/${i + 1}/frequence`],
            message: `« ${nom} » se réunit ${nombreFr(held)} fois par an, et sa fréquence est ${frequence}.`,
            issue: 'Corrigez l’un des deux, ou dites les mois sans réunion.',
            saisie: 'Les mois sans réunion s’écrivent après le mot : « frequence: "mensuelle, hors juillet et août" ».',
          },
        ];
      }),
    ),
};

export const INSTANCES = [instancesDifferentes, frequenceContredite] as const;
