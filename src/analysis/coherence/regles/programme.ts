/** Aids against the rule that gives them: until when it holds, and until when the scenario counts on it. */
import { leJour } from '../../../texte/dates.js';
import { finConnue } from '../../references.js';
import type { Contradiction, RegleCoherence } from '../regle.js';

/** The last month of the years costed, `AAAA-MM`, from the month of the start. */
function dernierMois(demarrage: string, annees: number): string {
  const [year = 0, month = 1] = demarrage.split('-').map(Number);
  const last = year * 12 + (month - 1) + annees * 12 - 1;
  return `${Math.floor(last / 12)}-${String((last % 12) + 1).padStart(2, '0')}`;
}

export const aideApresSaRegle: RegleCoherence = {
  code: 'aide-apres-sa-regle',
  gravite: 'attention',
  titre: 'Une aide est comptée au-delà de la fin connue de la règle qui la donne.',
  explication:
    'Une règle d’aide tient jusqu’à une date ; un scénario qui dure plus longtemps compte sur une aide que rien n’assure ensuite. La fin est celle que l’on connaît à la date de l’étude. Une source qui dit sa clôture (« cloture ») n’est comptée que jusque-là, et ne contredit rien.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, scenarios }) =>
    scenarios().scenarios.flatMap(({ chiffrage: { scenario, annees } }) => {
      const { demarrage } = scenario;
      if (demarrage === undefined || demarrage.length < 7) return [];
      const last = dernierMois(demarrage, annees);
      return scenario.financements.flatMap(({ id, libelle, reference, cloture }): Contradiction[] => {
        const rule = study.references.find((one) => one.id === reference);
        const end = rule && finConnue(rule, study.etude.date);
        if (!rule || cloture !== undefined || end === undefined || end.slice(0, 7) >= last) return [];
        return [
          {
            chemin: `scenarios/${scenario.id}/financements/${id}`,
            contre: [`references/${rule.id}`],
            message: `« ${scenario.titre} » compte « ${libelle} » jusqu’en ${leJour(last).replace(/^en /, '')}, et la règle « ${rule.titre} » ne tient que jusqu’à sa fin connue, ${leJour(end)}.`,
            issue: 'Ne comptez l’aide que jusqu’à la fin de la règle, ou faites confirmer ce qui reste payé ensuite.',
            saisie: 'Dites-la dans « cloture », ou écartez la règle avec sa raison (« regles_ecartees »).',
          },
        ];
      });
    }),
};

export const PROGRAMME = [aideApresSaRegle] as const;
