/** What projects measure of an indicator, against what the dispositif measures of it. */
import { max, sum } from 'd3-array';
import { enumerer, quantiteFr } from '../../../../texte/accords.js';
import { leJour, posterieur } from '../../../../texte/dates.js';
import { nombreFr } from '../../../../texte/nombres.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Units of what is not added from one project to the next: a share, a duration, a note, a price. */
const NE_S_AJOUTE_PAS = /%|\b(?:jours?|mois|heures?|minutes?|ans?|points?|notes?)\b|\/|€ par|sur \d/i;

export const sommeAuDela: RegleCoherence = {
  code: 'somme-au-dela',
  gravite: 'attention',
  titre: 'Les projets mesurent ensemble plus que le dispositif dont ils font partie.',
  explication:
    'Un indicateur de projet qui alimente un indicateur du dispositif (« alimente ») en est une part : les dernières mesures des projets, faites au plus tard le jour de la dernière mesure du dispositif, ne font pas plus qu’elle. La règle ne compte que ce qui s’ajoute (« kg », « passages ») dans la même unité, et où plus vaut mieux (« sens: max »).',
  livrables: ['bilan'],
  verifier: ({ study: { mode_operatoire: mode, projets } }) =>
    (mode?.indicateurs ?? []).flatMap((whole, rank): Contradiction[] => {
      const day = max(whole.mesures ?? [], ({ date }) => date);
      const own = whole.mesures?.find(({ date }) => date === day);
      if (!own || day === undefined || whole.sens === 'min' || whole.calcul || NE_S_AJOUTE_PAS.test(whole.unite))
        return [];
      const parts = projets.flatMap(({ id, titre, indicateurs = [] }) =>
        indicateurs.flatMap(({ alimente, unite, mesures = [] }, i) => {
          const known = mesures.filter(({ date }) => !posterieur(date, day));
          const last = known.find(({ date }) => date === max(known, (one) => one.date));
          return alimente === whole.id && unite === whole.unite && last
            ? [{ titre, valeur: last.valeur, chemin: `projets/${id}/indicateurs/${i + 1}` }]
            : [];
        }),
      );
      const [first, ...others] = parts;
      const total = sum(parts, ({ valeur }) => valeur);
      if (!first || total <= own.valeur) return [];
      return [
        {
          chemin: `mode_operatoire/indicateurs/${whole.id ?? rank + 1}/mesures`,
          contre: [first.chemin, ...others.map(({ chemin }) => chemin)],
          message: `« ${whole.libelle} » est mesuré à ${quantiteFr(own.valeur, whole.unite)} ${leJour(day)}, et ${enumerer(parts.map(({ titre }) => `« ${titre} »`))} en ${parts.length > 1 ? 'mesurent' : 'mesure'} ${nombreFr(total)}.`,
          issue: 'Corrigez la mesure du dispositif, ou celles des projets.',
        },
      ];
    }),
};

export const SOMMES = [sommeAuDela] as const;
