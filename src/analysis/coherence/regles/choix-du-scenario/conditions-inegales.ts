/** What the law asks of one scenario and of another alike, written for one of them only: the other looks easier than it is. */
import type { Study } from '../../../../study/study.js';
import type { Scenario } from '../../../../study/types.gen.js';
import { nomDuScenario } from '../../../scenarios/noms.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Theme of the rules by which a post is created (« theme » of references.yaml). */
const EMPLOI = 'emploi';

/** The condition of a scenario that rests on a rule of employment, by its rank. */
const conditionDEmploi = ({ references }: Study, { conditions_juridiques: law = [] }: Scenario): number =>
  law.findIndex(({ reference }) =>
    references.some(({ id, theme }) => id === reference && theme.trim().toLowerCase() === EMPLOI),
  );

const aPourvoir = ({ moyens }: Scenario) => moyens.humains.filter(({ deja_en_poste: held }) => !held);

export const emploiSansCondition: RegleCoherence = {
  code: 'emploi-sans-condition',
  gravite: 'attention',
  titre: 'Un employeur crée un emploi dans deux scénarios, et la condition de droit n’est écrite que dans l’un.',
  explication:
    'Un scénario dont une condition juridique (« conditions_juridiques.reference ») cite une règle du thème « emploi » (« theme » de references.yaml) dit que son employeur a un emploi à créer. Un autre scénario où le même employeur a un poste à pourvoir (« moyens.humains » sans « deja_en_poste ») le dit aussi : sans cela, il paraît plus facile qu’il n’est, et le test « Aucun obstacle juridique » ne compte pas la même chose chez chacun.',
  exemple:
    'conditions_juridiques: [{ libelle: Création de l’emploi par délibération, reference: e01, etat: a-remplir }]',
  livrables: ['scenarios'],
  verifier: ({ study, nomSeul }) => {
    const citing = study.scenarios.flatMap((scenario) => {
      const rank = conditionDEmploi(study, scenario);
      return rank < 0
        ? []
        : [{ scenario, rank, employeurs: new Set(aPourvoir(scenario).map(({ porteur }) => porteur)) }];
    });
    return study.scenarios.flatMap((scenario): Contradiction[] => {
      if (conditionDEmploi(study, scenario) >= 0) return [];
      for (const poste of aPourvoir(scenario)) {
        const other = citing.find(({ employeurs }) => employeurs.has(poste.porteur));
        const law = other?.scenario.conditions_juridiques?.[other.rank];
        if (!other || !law) continue;
        return [
          {
            chemin: `scenarios/${scenario.id}/moyens/humains/${poste.id}`,
            contre: [`scenarios/${other.scenario.id}/conditions_juridiques/${other.rank + 1}`],
            message: `« ${nomDuScenario(scenario)} » donne à ${nomSeul(poste.porteur)} un poste à pourvoir, « ${poste.profil} », et n’écrit pas la condition que « ${nomDuScenario(other.scenario)} » pose pour le même employeur : « ${law.libelle} ».`,
            issue: 'Écrivez cette condition dans les deux scénarios, ou dites le poste déjà tenu.',
            saisie: 'Ce sont les « conditions_juridiques » du scénario, dont « reference » nomme la règle d’emploi.',
          },
        ];
      }
      return [];
    });
  },
};

export const CONDITIONS_INEGALES = [emploiSansCondition] as const;
