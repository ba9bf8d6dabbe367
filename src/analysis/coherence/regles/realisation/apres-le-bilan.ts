/** What is to be done after the study: deadlines out of sight, and a cost that the whole does not hold. */
import { conditionsDuMode } from '../../../../study/conditions.js';
import type { Study } from '../../../../study/study.js';
import { anneeDe, leJour } from '../../../../texte/dates.js';
import { euros } from '../../../../texte/nombres.js';
import { fourchette } from '../../../montants.js';
import { titreDeLaRecommandation } from '../../recommandations.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Years after the study beyond which a deadline is of another century of the plan: a typing fault. */
const HORIZON = 15;

const echeancesDe = ({ evaluation, reunions, mode_operatoire: mode }: Study) => [
  ...(evaluation?.recommandations ?? []).map(({ id, texte, echeance }) => ({
    chemin: `evaluation/recommandations/${id}/echeance`,
    date: echeance,
    quoi: `la recommandation « ${titreDeLaRecommandation(texte)} »`,
  })),
  ...reunions.flatMap(({ id, decisions = [] }) =>
    decisions.map(({ objet, echeance }, i) => ({
      chemin: `reunions/${id}/decisions/${i + 1}/echeance`,
      date: echeance,
      quoi: `la suite de la décision « ${objet} »`,
    })),
  ),
  ...conditionsDuMode(mode?.conditions).map(({ libelle, echeance, chemin }) => ({
    chemin: `mode_operatoire/${chemin}/echeance`,
    date: echeance,
    quoi: `la condition « ${libelle} »`,
  })),
];

export const echeanceLointaine: RegleCoherence = {
  code: 'echeance-lointaine',
  gravite: 'attention',
  titre: 'Une échéance est à plus de quinze ans de l’étude.',
  explication:
    'Une recommandation, la suite d’une décision et une condition sont dues (« echeance ») dans les quinze ans qui suivent l’étude (« date » de etude.yaml) : au-delà, personne n’en répond plus, et l’année est sans doute mal écrite.',
  livrables: ['mode-operatoire', 'copil', 'bilan'],
  verifier: ({ study }) => {
    const year = anneeDe(study.etude.date);
    return echeancesDe(study).flatMap(({ chemin, date, quoi }): Contradiction[] => {
      const due = date === undefined ? null : anneeDe(date);
      if (date === undefined || due === null || year === null || due - year <= HORIZON) return [];
      return [
        {
          chemin,
          contre: ['etude/date'],
          message: `${quoi} est due ${leJour(date)}, ${due - year} ans après l’étude.`,
          issue: 'Corrigez l’échéance.',
        },
      ];
    });
  },
};

export const coutComprisAuDela: RegleCoherence = {
  code: 'cout-compris-au-dela',
  gravite: 'attention',
  titre: 'Une recommandation coûte plus que la suite qui la comprend.',
  explication:
    'Le coût d’une recommandation dit compris (« compris: true ») est dans celui de la suite proposée (« suites », « proposee: true ») : il ne passe pas son coût, à sa borne la plus haute.',
  livrables: ['bilan'],
  verifier: ({ study: { evaluation } }) => {
    const rank = (evaluation?.suites ?? []).findIndex(({ proposee }) => proposee);
    const suite = evaluation?.suites?.[rank];
    const most = fourchette(suite?.cout)?.max;
    if (most === undefined) return [];
    return (evaluation?.recommandations ?? []).flatMap(({ id, texte, cout, compris }): Contradiction[] => {
      const least = fourchette(cout)?.min;
      if (!compris || least === undefined || least <= most) return [];
      return [
        {
          chemin: `evaluation/recommandations/${id}/cout`,
          contre: [`evaluation/suites/${rank + 1}/cout`],
          message: `la recommandation « ${titreDeLaRecommandation(texte)} » coûte ${euros(least)}, que l’étude dit compris dans la suite proposée ; celle-ci coûte ${euros(most)} au plus.`,
          issue: 'Corrigez un des deux coûts, ou dites que celui-là s’ajoute.',
          saisie: 'Ce qui s’ajoute à la suite s’écrit « compris: false ».',
        },
      ];
    });
  },
};

export const APRES_LE_BILAN = [echeanceLointaine, coutComprisAuDela] as const;
