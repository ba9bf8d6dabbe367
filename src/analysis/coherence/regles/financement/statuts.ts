/** One aid, in the plan of the scenario and elsewhere: it is not sure in one place, and asked for or refused in the other. */
import type { Study } from '../../../../study/study.js';
import type { Scenario } from '../../../../study/types.gen.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { euros } from '../../../montants.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { montantEnCroisiere } from '../../../scenarios/depenses-et-charge/activite.js';
import { hypothesesDe } from '../../../scenarios/hypotheses.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Ligne = Scenario['financements'][number];

const SURS: Readonly<Record<string, string | undefined>> = { acquis: 'acquise', 'de-droit': 'due par la loi' };
const ATTENDUS: Readonly<Record<string, string | undefined>> = {
  sollicite: 'sollicitée',
  pressenti: 'pressentie',
  'a-voter': 'à voter',
};

const sureDe = ({ statut }: Ligne): string | undefined => SURS[statut ?? ''];

/** A way on that asks for what the plan holds for sure after its first year: the same giver or line, the same amount. */
function suitesDe(study: Study, scenario: Scenario): Contradiction[] {
  const years = scenario.duree_annees ?? hypothesesDe(study).annees;
  const sure = scenario.financements.filter(
    (line) => sureDe(line) !== undefined && (line.annees ? line.annees.some((year) => year > 1) : years > 1),
  );
  const names = ({ libelle, financeur }: Ligne): string[] => {
    const giver = study.acteurs.find(({ id }) => id === financeur);
    return [libelle, giver?.nom, giver?.sigle].flatMap((one) => (one === undefined ? [] : [phraseNue(one)]));
  };
  return (study.evaluation?.suites ?? []).flatMap(({ financement = [] }, s) =>
    financement.flatMap(({ libelle, montant, statut }, f): Contradiction[] => {
      const awaited = ATTENDUS[statut ?? ''];
      const line = sure.find(
        (one) =>
          names(one).includes(phraseNue(libelle)) &&
          !depasse(Math.abs((montantEnCroisiere(scenario, one)?.mode ?? 0) - montant), 1),
      );
      if (awaited === undefined || !line) return [];
      return [
        {
          chemin: `evaluation/suites/${s + 1}/financement/${f + 1}/statut`,
          contre: [`scenarios/${scenario.id}/financements/${line.id}/statut`],
          message: `« ${libelle} » (${euros(montant)} par an) est ${awaited} dans une suite ; le plan du scénario, qui la compte aussi après la première année, la dit ${sureDe(line)}.`,
          issue: 'Accordez les deux, ou dites que c’est une autre aide.',
          saisie: 'Elle se nomme autrement dans « libelle » de « suites.financement » (evaluation.yaml).',
        },
      ];
    }),
  );
}

/** A project that was refused the aid that the plan holds for sure. */
const projetsDe = ({ projets }: Study, scenario: Scenario): Contradiction[] =>
  projets.flatMap(({ id, titre, financements = [] }) =>
    financements.flatMap(({ financement, statut }, i): Contradiction[] => {
      const line = scenario.financements.find((one) => one.id === financement);
      if (!line || statut !== 'refuse' || sureDe(line) === undefined) return [];
      return [
        {
          chemin: `projets/${id}/financements/${i + 1}/statut`,
          contre: [`scenarios/${scenario.id}/financements/${line.id}/statut`],
          message: `« ${line.libelle ?? 'Une aide'} » est refusée à « ${titre} » ; le plan du scénario la dit ${sureDe(line)}.`,
          issue: 'Accordez les deux, ou retirez le renvoi à cette aide.',
        },
      ];
    }),
  );

export const statutContredit: RegleCoherence = {
  code: 'statut-contredit',
  gravite: 'attention',
  titre: 'Une aide est sûre dans le plan, et ne l’est pas ailleurs.',
  explication:
    'Une recette acquise, ou due par la loi, dans le plan du scénario que décrit le mode opératoire (« financements.statut »), et qui y compte après la première année, n’est pas encore à obtenir dans une suite de l’évaluation (« suites.financement ») : la règle compare celles qui ont le même nom, ou celui du financeur, et le même montant, à un euro près. Un projet ne s’est pas vu refuser (« refuse ») l’aide qu’il dit être la même (« financement »).',
  livrables: ['bilan'],
  verifier: ({ study }) => {
    const scenario = scenarioDecrit(study);
    return scenario ? [...suitesDe(study, scenario), ...projetsDe(study, scenario)] : [];
  },
};

export const STATUTS = [statutContredit] as const;
