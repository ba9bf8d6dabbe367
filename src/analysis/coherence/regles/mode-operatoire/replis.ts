/** The fallbacks of the mode opératoire against the plan that they save: what they give up was paid in part by someone. */

import { numberAt } from '../../../../lists/at.js';
import type { Study } from '../../../../study/study.js';
import { enumerer, minuscule, sansPoint } from '../../../../texte/accords.js';
import { euros } from '../../../../texte/nombres.js';
import { aidesAuTaux } from '../../../mode-operatoire/replis.js';
import { montantProbable } from '../../../montants.js';
import { chiffrageDe } from '../../../scenarios/chiffrage.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { NATURES } from '../../../scenarios/depenses-et-charge/depenses.js';
import { nomDeLaSource } from '../../../scenarios/financement/regles-aides.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** The fallbacks that say what they save, each with its path. */
const replisChiffres = ({ mode_operatoire: mode }: Study) =>
  (mode?.repli ?? []).flatMap(({ montant, ...repli }, i) =>
    montant === undefined
      ? []
      : [{ ...repli, montant: montantProbable(montant), chemin: `mode_operatoire/repli/${i + 1}` }],
  );

export const repliSansNature: RegleCoherence = {
  code: 'repli-sans-nature',
  gravite: 'attention',
  titre: 'Un repli évite des dépenses qu’une autre aide paie en partie.',
  explication:
    'Une dépense à laquelle un repli renonce sort de l’assiette des aides qui se calculent par un taux : ces aides baissent, et le repli couvre moins qu’il n’en a l’air. Il faut savoir de quelle nature sont les dépenses évitées pour le compter. L’aide dont le repli couvre la perte n’est pas comptée.',
  livrables: ['mode-operatoire'],
  verifier: ({ study, nomSeul }) => {
    const scenario = scenarioDecrit(study);
    if (!scenario) return [];
    return replisChiffres(study).flatMap(({ si, montant, evite, financement, chemin }): Contradiction[] => {
      const [first, ...others] = aidesAuTaux({ scenario }, financement);
      if (!first || evite !== undefined || montant <= 0) return [];
      const names = [first, ...others].map((source) => `« ${nomDeLaSource(source, nomSeul)} »`);
      const rank = scenario.financements.indexOf(first) + 1;
      return [
        {
          chemin: `${chemin}/montant`,
          contre: [`scenarios/${scenario.id}/financements/${first.id ?? rank}/taux`],
          message: `le repli « ${sansPoint(si)} » évite ${euros(montant)} de dépenses sans dire lesquelles entrent dans l’assiette de ${enumerer(names)}, qui baisserait d’autant.`,
          issue: 'Dites de quelle nature sont les dépenses évitées.',
          saisie: 'Elles s’écrivent dans « evite » du repli : « [{ nature: prestation, montant: 6750 }] ».',
        },
      ];
    });
  },
};

export const repliEtNatures: RegleCoherence = {
  code: 'repli-et-natures',
  gravite: 'attention',
  titre: 'Les natures d’un repli ne font pas les dépenses qu’il évite.',
  explication:
    'La somme de « evite » est celle des dépenses évitées (« montant »), à un euro près : l’aide perdue se compte sur la première, ce qui reste à trouver sur la seconde.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) =>
    replisChiffres(study).flatMap(({ si, montant, evite, chemin }): Contradiction[] => {
      if (evite === undefined) return [];
      const sum = evite.reduce((all, one) => all + one.montant, 0);
      if (!depasse(Math.abs(sum - montant), 1)) return [];
      return [
        {
          chemin: `${chemin}/evite`,
          contre: [`${chemin}/montant`],
          message: `le repli « ${sansPoint(si)} » évite ${euros(montant)} de dépenses, et leurs natures font ${euros(sum)}.`,
          issue: 'Reprenez le total ou une de ses parts.',
        },
      ];
    }),
};

export const repliAuDelaDuBudget: RegleCoherence = {
  code: 'repli-au-dela-du-budget',
  gravite: 'attention',
  titre: 'Un repli évite plus de dépenses que l’année n’en a.',
  explication:
    'Ce qu’un repli évite d’une nature (« evite ») se compare à ce que le scénario en dépense l’année où il en dépense le plus, à un euro près : on ne renonce pas à une dépense qui n’est pas prévue.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const scenario = scenarioDecrit(study);
    if (!scenario) return [];
    const { lignes, montants } = chiffrageDe(study, scenario);
    return replisChiffres(study).flatMap(({ si, evite = [], chemin }) =>
      evite.flatMap(({ nature, montant }, i): Contradiction[] => {
        const own = montants.filter((_, rank) => lignes[rank]?.nature === nature);
        const years = own[0]?.map((_, year) => own.reduce((sum, row) => sum + numberAt(row, year), 0)) ?? [];
        const most = Math.max(0, ...years);
        if (!depasse(montant - most, 1)) return [];
        return [
          {
            chemin: `${chemin}/evite/${i + 1}/montant`,
            contre: [`scenarios/${scenario.id}/moyens`],
            message: `le repli « ${sansPoint(si)} » évite ${euros(montant)} de la nature « ${minuscule(NATURES[nature])} », et « ${scenario.titre} » n’en dépense que ${euros(most)} par an.`,
            issue: 'Ramenez le repli à ce qui est prévu, ou corrigez la nature.',
          },
        ];
      }),
    );
  },
};

export const REPLIS = [repliSansNature, repliEtNatures, repliAuDelaDuBudget] as const;
