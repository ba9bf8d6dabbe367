/** Money that is given back, counted among what is given. */
import { nomDeLaSource } from '../../../scenarios/financement/regles-aides.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** What a label calls a loan; a loan of tools or of rooms is none. */
const PRET =
  /\bemprunts?\b|\bavances? (?:remboursable|récupérable)|\bprêts? (?:bancaire|participatif|relais|d’honneur|d'honneur|sans intérêt|à taux|à long terme|à moyen terme)/iu;

export const pretEnSubvention: RegleCoherence = {
  code: 'pret-en-subvention',
  gravite: 'attention',
  titre: 'Un prêt est compté comme une aide.',
  explication:
    'Une recette dont le libellé dit qu’elle se rembourse (emprunt, prêt bancaire, avance remboursable) et dont la nature est « subvention », « participation » ou « recette » entre dans le taux d’aide publique et dans les plafonds de cofinancement, et rien ne la rend. Un emprunt s’écrit « nature: emprunt », avec « remboursement » : ses intérêts et son capital paraissent alors dans les années du plan.',
  exemple: 'nature: emprunt\nmontant: 60000\nannees: [1]\nremboursement: { taux: 0.035, duree_annees: 10 }',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { scenarios }, nomSeul }) =>
    scenarios.flatMap(({ id: scenario, titre, financements }) =>
      financements.flatMap((source): Contradiction[] => {
        const { id, nature, libelle = '' } = source;
        if (nature === 'emprunt' || nature === 'autofinancement' || !PRET.test(libelle)) return [];
        const at = `scenarios/${scenario}/financements/${id}`;
        return [
          {
            chemin: `${at}/libelle`,
            contre: [`${at}/nature`],
            message: `dans « ${titre} », « ${nomDeLaSource(source, nomSeul)} » se rembourse d’après son nom, et compte comme une ${nature}.`,
            issue: 'Dites comment il se rembourse, ou corrigez son nom.',
            saisie: 'Écrivez « nature: emprunt » et « remboursement: { taux, duree_annees } » dans scenarios.yaml.',
          },
        ];
      }),
    ),
};

export const EMPRUNTS = [pretEnSubvention] as const;
