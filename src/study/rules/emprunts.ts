/** Loans of a plan: how they are paid back is written, after they are drawn, and no rule of an aid is applied to them. */
import { enumerer } from '../../texte/accords.js';
import type { Scenario } from '../types.gen.js';
import type { Rule } from './rule.js';

type Source = Scenario['financements'][number];

/** What an aid says of itself, and a loan does not. */
const REGLES_D_AIDE = [
  'taux',
  'assiette',
  'plafond',
  'plafond_total',
  'plancher',
  'contrepartie_nationale',
  'part_poste_minimale',
  'regles',
  'reference',
] as const satisfies readonly (keyof Source)[];

export const emprunts: Rule = ({ scenarios }, report) => {
  for (const { id: scenario, financements } of scenarios)
    for (const source of financements) {
      const { id, nature, remboursement: terms, libelle = id, annees = [1] } = source;
      const at = `scenarios/${scenario}/financements/${id}`;
      if (nature !== 'emprunt') {
        if (terms)
          report(
            'emprunt-incomplet',
            `${at}/remboursement`,
            `« ${libelle} » se rembourse, et sa nature est « ${nature} » : un argent que l’on rend est un emprunt.`,
            'Écrivez « nature: emprunt », ou retirez « remboursement ».',
            { contre: [`${at}/nature`] },
          );
        continue;
      }
      if (!terms) {
        report(
          'emprunt-incomplet',
          `${at}/nature`,
          `« ${libelle} » est un emprunt, et rien ne dit comment il se rembourse : son taux et sa durée sont attendus.`,
          'Ajoutez « remboursement: { taux: 0.035, duree_annees: 10 } », avec le taux et la durée du prêteur.',
        );
        continue;
      }
      const written = REGLES_D_AIDE.filter((key) => source[key] !== undefined);
      if (written.length > 0)
        report(
          'emprunt-compte-en-aide',
          `${at}/${written[0]}`,
          `« ${libelle} » est un emprunt, et ${enumerer(written.map((key) => `« ${key} »`))} le ${written.length > 1 ? 'calculent' : 'calcule'} comme une aide : il n’entre dans aucun taux d’aide publique, puisqu’il se rembourse.`,
          'Écrivez son « montant » seul ; la part qui ne se rembourse pas, s’il y en a une, est une autre ligne, « nature: subvention ».',
          { contre: [`${at}/nature`] },
        );
      const drawn = Math.max(...annees);
      if (terms.premiere_annee !== undefined && terms.premiere_annee < drawn)
        report(
          'remboursement-avant-tirage',
          `${at}/remboursement/premiere_annee`,
          `la première échéance de « ${libelle} » est en année ${terms.premiere_annee}, et il n’est tiré qu’en année ${drawn}.`,
          'Corrigez « premiere_annee », ou « annees » : un emprunt se rembourse une fois tiré.',
          { contre: [source.annees === undefined ? `${at}/nature` : `${at}/annees`] },
        );
    }
};
