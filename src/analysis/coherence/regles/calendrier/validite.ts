/** What a reference says of its own dates, and what a recommendation says of the date of its report. */
import { anneeDecimale, anterieur, dateEnLettres, leJour, posterieur } from '../../../../texte/dates.js';
import { titreDeLaRecommandation } from '../../recommandations.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Scales and aids are often published in the months that follow the day from which they apply, in years. */
const RETROACTIF = 1;

/** Whether a text is published so long after it applies that one of the two dates is wrong. */
function publieTropTard(from: string, published: string): boolean {
  const [early, late] = [anneeDecimale(from, 'fin'), anneeDecimale(published, 'debut')];
  return early !== null && late !== null && late - early > RETROACTIF;
}

export const validiteContredite: RegleCoherence = {
  code: 'validite-contredite',
  gravite: 'attention',
  titre: 'Les dates d’une référence se contredisent.',
  explication:
    'Un texte s’applique (« applicable_du ») au plus tôt un an avant sa publication (« publie_le ») : un barème rétroactif remonte rarement plus loin. Prolongé (« prolongee_le »), il l’est avant la fin qu’il annonçait (« fin_annoncee »). Celui qui en remplace un autre (« remplace ») ne s’applique pas avant lui.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { references } }) =>
    references.flatMap(
      ({
        id,
        titre,
        applicable_du: from,
        publie_le: published,
        prolongee_le: extended,
        fin_annoncee: told,
        remplace,
      }) => {
        const at = `references/${id}`;
        const issue = 'Reprenez les deux dates dans le texte cité.';
        const found: Contradiction[] = [];
        const old = references.find((one) => one.id === remplace);
        if (old?.applicable_du !== undefined && from !== undefined && anterieur(from, old.applicable_du))
          found.push({
            chemin: `${at}/applicable_du`,
            contre: [`references/${old.id}/applicable_du`],
            message: `« ${titre} » s’applique ${leJour(from)}, avant « ${old.titre} » (${dateEnLettres(old.applicable_du)}), qu’il remplace.`,
            issue,
          });
        if (from !== undefined && published !== undefined && publieTropTard(from, published))
          found.push({
            chemin: `${at}/publie_le`,
            contre: [`${at}/applicable_du`],
            message: `« ${titre} » s’applique ${leJour(from)}, plus d’un an avant sa publication (${dateEnLettres(published)}).`,
            issue,
          });
        if (extended !== undefined && told !== undefined && posterieur(extended, told))
          found.push({
            chemin: `${at}/prolongee_le`,
            contre: [`${at}/fin_annoncee`],
            message: `« ${titre} » est prolongé ${leJour(extended)}, après la fin qu’il annonçait (${dateEnLettres(told)}).`,
            issue,
          });
        return found;
      },
    ),
};

export const recommandationEchue: RegleCoherence = {
  code: 'recommandation-echue',
  gravite: 'attention',
  titre: 'Une recommandation est due avant le bilan qui la fait.',
  explication:
    'L’échéance d’une recommandation n’est pas antérieure à la date du bilan (« livrables » de etude.yaml) : ses lecteurs ne pourraient plus la tenir.',
  livrables: ['bilan'],
  verifier: ({ study: { etude, evaluation } }) => {
    const report = etude.livrables?.find(({ id }) => id === 'bilan')?.date;
    if (report === undefined) return [];
    return (evaluation?.recommandations ?? []).flatMap(({ id, texte, echeance }): Contradiction[] =>
      echeance === undefined || !anterieur(echeance, report)
        ? []
        : [
            {
              chemin: `evaluation/recommandations/${id}/echeance`,
              contre: ['etude/livrables/bilan/date'],
              message: `la recommandation « ${titreDeLaRecommandation(texte)} » est due ${leJour(echeance)}, avant le bilan (${dateEnLettres(report)}).`,
              issue: 'Corrigez une des deux dates.',
            },
          ],
    );
  },
};

export const VALIDITE = [validiteContredite, recommandationEchue] as const;
