/** Where an aid may be spent, against where the scenario works. */
import { codesDuPerimetre } from '../../../territoire.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const aideHorsPerimetre: RegleCoherence = {
  code: 'aide-hors-perimetre',
  gravite: 'attention',
  titre: 'Une aide vient d’un organisme dont le territoire n’est pas celui du scénario.',
  explication:
    'Un groupe d’action locale, une intercommunalité ou un fonds qui ne couvre qu’un périmètre de l’étude (« perimetre » de sa fiche) n’aide que là : une subvention ou une participation (« financements ») à un scénario dont le périmètre n’a aucune commune en commun avec le sien n’est pas à attendre.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { scenarios, territoire, acteurs }, acteur }) => {
    const perimetres = territoire.perimetres ?? [];
    const nom = (id: string): string => perimetres.find((one) => one.id === id)?.libelle ?? id;
    return scenarios.flatMap(({ id, titre, perimetre, financements }): Contradiction[] => {
      const served = codesDuPerimetre(territoire, perimetre);
      return financements.flatMap(({ id: line, libelle, financeur, nature }): Contradiction[] => {
        const own = acteurs.find((one) => one.id === financeur)?.perimetre;
        const covered = codesDuPerimetre(territoire, own);
        const given = nature === 'subvention' || nature === 'participation';
        if (!given || financeur === undefined || own === undefined || covered.size === 0 || served.size === 0)
          return [];
        if ([...covered].some((code) => served.has(code))) return [];
        return [
          {
            chemin: `scenarios/${id}/financements/${line}`,
            contre: [`acteurs/${financeur}/perimetre`, `scenarios/${id}/perimetre`],
            message: `« ${titre} » travaille sur « ${nom(perimetre)} », et compte ${libelle === undefined ? 'une aide' : `« ${libelle} »`} de ${acteur(financeur)}, dont le territoire est « ${nom(own)} » : ils n’ont aucune commune en commun.`,
            issue: 'Retirez cette aide, ou corrigez l’un des deux périmètres.',
          },
        ];
      });
    });
  },
};

export const LIEUX_DES_AIDES = [aideHorsPerimetre] as const;
