/** People counted once: a post, or days of its employer as a partner. */
import { compte } from '../../../../texte/accords.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { quantite } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const personneEnDouble: RegleCoherence = {
  code: 'personne-en-double',
  gravite: 'attention',
  titre: 'Les mêmes personnes sont comptées en postes et en jours de partenaire.',
  explication:
    'Un partenaire qui emploie un poste du dispositif n’apporte pas, en plus, les jours de ce poste : la capacité serait comptée deux fois, et la charge paraîtrait deux fois plus légère.',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study, acteur }) =>
    study.scenarios.flatMap(({ id, titre, porteur, moyens, partenaires }) =>
      partenaires.flatMap((partenaire): Contradiction[] => {
        const jours = quantite(partenaire.jours_an);
        const [poste] = moyens.humains.filter((one) => one.porteur === partenaire.acteur && one.etp > 0);
        if (!poste || jours === 0 || partenaire.acteur === porteur || partenaire.poste) return [];
        return [
          {
            chemin: `scenarios/${id}/partenaires/${partenaires.indexOf(partenaire) + 1}/jours_an`,
            contre: [`scenarios/${id}/moyens/humains/${poste.id}`],
            message: `dans « ${titre} », ${acteur(partenaire.acteur)} apporte ${compte(jours, 'jour')} par an et emploie aussi le poste « ${poste.profil} » (${nombreFr(poste.etp)} ETP).`,
            issue: 'Gardez le poste ou les jours, ou dites que les jours sont ceux du poste.',
            saisie: 'Les jours d’un poste le nomment : « poste: identifiant du poste ».',
          },
        ];
      }),
    ),
};

export const PERSONNES = [personneEnDouble] as const;
