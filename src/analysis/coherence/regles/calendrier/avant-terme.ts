/** Money that moved before what it waited for: an aid before its condition, an expense before the legal person that makes it. */

import { conditionsDuMode } from '../../../../study/conditions.js';
import type { Study } from '../../../../study/study.js';
import type { ModeOperatoire, Reference, Scenario } from '../../../../study/types.gen.js';
import { leJour } from '../../../../texte/dates.js';
import { sansAccents } from '../../../../texte/identifiant.js';
import { euros } from '../../../../texte/nombres.js';
import { posterieur } from '../../../dates.js';
import { scenarioDecrit } from '../../../scenarios/decrit.js';
import { nomDeLaSource } from '../../../scenarios/financement/regles-aides.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const MODE = 'mode_operatoire';

type Condition = ReturnType<typeof conditionsDuMode>[number];
type Realise = NonNullable<ModeOperatoire['realise']>;

/** Whether a condition was met at `date`, as far as the study knows: on the day that it gives, else as its state says. */
const remplieAu = ({ etat, remplie_le: done }: Condition, date: string): boolean =>
  done === undefined ? etat === 'remplie' : !posterieur(done, date);

/** « n’est pas remplie », « n’est remplie que le 3 mars 2024 ». */
const dit = ({ remplie_le: done }: Condition): string =>
  done === undefined ? 'n’est pas remplie' : `n’est remplie que ${leJour(done)}`;

const libelleDe = ({ libelle }: { libelle: string }): string => libelle.replace(/\.$/, '');

/** The scenario with what happened since; null while nothing did. */
function faits(study: Study): { scenario: Scenario; realise: Realise; conditions: Condition[] } | null {
  const scenario = scenarioDecrit(study);
  const realise = study.mode_operatoire?.realise;
  return scenario && realise
    ? { scenario, realise, conditions: conditionsDuMode(study.mode_operatoire?.conditions) }
    : null;
}

export const aideSansSaCondition: RegleCoherence = {
  code: 'aide-sans-sa-condition',
  gravite: 'attention',
  titre: 'Une recette est encaissée alors que sa condition n’est pas remplie.',
  explication:
    'Une condition du mode opératoire porte sur une recette du scénario quand elle la nomme (« financement »), ou quand, parmi les conditions financières, elle cite la même règle (« reference »). Tant qu’elle n’est pas remplie à l’arrêt des comptes (« realise.au »), la recette n’est pas due : elle peut être reprise.',
  livrables: ['bilan'],
  verifier: ({ study, nomSeul }) => {
    const known = faits(study);
    if (!known) return [];
    const { scenario, realise, conditions } = known;
    return (realise.recettes ?? []).flatMap(({ financement, montant }, i): Contradiction[] => {
      const source = scenario.financements.find(({ id }) => id === financement);
      if (!source || montant <= 0) return [];
      const rules = [source.reference, ...(source.regles ?? [])].filter((id) => id !== undefined);
      return conditions
        .filter(
          (one) =>
            one.financement === financement ||
            (one.financement === undefined &&
              one.chemin.startsWith('conditions/financieres') &&
              one.reference !== undefined &&
              rules.includes(one.reference)),
        )
        .filter((one) => !remplieAu(one, realise.au))
        .map((one) => ({
          chemin: `${MODE}/realise/recettes/${i + 1}/montant`,
          contre: [`${MODE}/${one.chemin}`],
          message: `« ${nomDeLaSource(source, nomSeul)} » a donné ${euros(montant)} à l’arrêt des comptes, ${leJour(realise.au)} ; sa condition « ${libelleDe(one)} » ${dit(one)}.`,
          issue: 'Datez ce qui remplit la condition, ou dites ce que devient la somme si elle ne l’est pas.',
          saisie:
            'La date s’écrit dans « remplie_le » de la condition ; le reste, dans « motif » de « regles_ecartees » (etude.yaml).',
        }));
    });
  },
};

/** Whether a condition of the mode opératoire is one of those without which the scenario does not exist: same rule, or one label that begins the other. */
function faitExister({ conditions_juridiques: law = [] }: Scenario, condition: Condition): boolean {
  const own = sansAccents(condition.libelle);
  return law.some(({ reference, libelle }) => {
    const other = sansAccents(libelle);
    return (
      (reference !== undefined && reference === condition.reference) || own.startsWith(other) || other.startsWith(own)
    );
  });
}

/** Those of some conditions that make the legal person: the ones whose rule is that of its form, where the study has such a rule; else all that the scenario asks. */
function quiLaCreent(
  conditions: readonly Condition[],
  { forme_juridique: form }: Scenario,
  references: readonly Reference[],
): Condition[] {
  const ofItsForm = conditions.filter(({ reference }) =>
    references.some(({ id, forme_juridique: own }) => id === reference && own === form),
  );
  return ofItsForm.length > 0 ? ofItsForm : [...conditions];
}

export const depenseAvantEntite: RegleCoherence = {
  code: 'depense-avant-entite',
  gravite: 'attention',
  titre: 'De l’argent est dépensé avant que la personne morale n’existe.',
  explication:
    'Un scénario qui crée une personne morale (« nouvelle_entite ») dit ce que le droit demande pour cela (« conditions_juridiques »). La condition de même règle, ou de même libellé, du mode opératoire dit quand elle est remplie ; parmi plusieurs, celle qui cite la référence de la forme du scénario (« forme_juridique » d’une référence). Si elle ne l’est pas à l’arrêt des comptes (« realise.au »), ou ne l’est qu’après le début de l’expérimentation, les dépenses faites ont été engagées par une personne qui n’existait pas.',
  livrables: ['bilan'],
  verifier: ({ study }) => {
    const known = faits(study);
    if (!known?.scenario.nouvelle_entite) return [];
    const { scenario, realise, conditions } = known;
    const spent = (realise.depenses ?? []).reduce((sum, { montant }) => sum + montant, 0);
    const start = study.mode_operatoire?.experimentation?.debut ?? realise.au;
    if (spent <= 0) return [];
    const asked = conditions.filter(
      (one) => one.chemin.startsWith('conditions/juridiques') && faitExister(scenario, one),
    );
    return quiLaCreent(asked, scenario, study.references)
      .filter((one) => !remplieAu(one, one.remplie_le === undefined ? realise.au : start))
      .map((one) => ({
        chemin: `${MODE}/realise/depenses`,
        contre: [`${MODE}/${one.chemin}`, `scenarios/${scenario.id}/nouvelle_entite`],
        message: `${euros(spent)} ont été dépensés à l’arrêt des comptes, ${leJour(realise.au)}, depuis une expérimentation ouverte ${leJour(start)} ; « ${libelleDe(one)} », sans quoi la personne morale de « ${scenario.titre} » n’existe pas, ${dit(one)}.`,
        issue: 'Datez la création de la personne morale, ou dites qui a payé avant elle et à quel titre.',
        saisie:
          'La date s’écrit dans « remplie_le » de la condition ; le reste, dans « motif » de « regles_ecartees » (etude.yaml).',
      }));
  },
};

export const AVANT_TERME = [aideSansSaCondition, depenseAvantEntite] as const;
