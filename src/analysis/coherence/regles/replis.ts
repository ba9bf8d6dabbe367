/** The fallbacks of the mode opératoire against the plan that they save: what they give up was paid in part by someone. */

import type { Study } from '../../../study/study.js';
import { enumerer, sansPoint } from '../../../texte/accords.js';
import { euros } from '../../../texte/nombres.js';
import { aidesAuTaux } from '../../mode-operatoire/replis.js';
import { montantProbable } from '../../montants.js';
import { scenarioDecrit } from '../../scenarios/decrit.js';
import { nomDeLaSource } from '../../scenarios/regles-aides.js';
import { depasse } from '../quantites.js';
import type { Contradiction, RegleCoherence } from '../regle.js';

/** The fallbacks that say what they save, each with its path. */
const replisChiffres = ({ mode_operatoire: mode }: Study) =>
  (mode?.repli ?? []).flatMap(({ montant, ...repli }, i) =>
    montant === undefined
      ? []
      : [{ ...repli, montant: montantProbable(montant), chemin: `mode-operatoire/repli/${i + 1}` }],
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

export const REPLIS = [repliSansNature, repliEtNatures] as const;
