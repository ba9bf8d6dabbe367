/** When a convention takes effect, against when it is signed. */
import { anterieur, leJour } from '../../../../texte/dates.js';
import { cheminConvention } from '../../chemins.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Parties may agree that what they sign holds from before: they then write it. */
const RETROACTIF = /rétroacti|régularis|à compter du|avec effet (?:au|du)|prend effet/iu;

const effetAvantSignature: RegleCoherence = {
  code: 'effet-avant-signature',
  gravite: 'attention',
  titre: 'Une convention prend effet avant d’être signée.',
  explication:
    'Une convention (« conventions ») prend effet (« effet ») le jour de sa signature (« signee_le ») ou plus tard. Un achat public ne prend jamais effet avant d’être notifié, donc signé (code de la commande publique, article R2182-4, et avant lui décret n° 2016-360, article 103) : ce qui a été fait plus tôt se paie autrement. Une autre convention peut valoir pour le passé si les parties le veulent ; elles l’écrivent alors (« avec effet au », « régularisation » dans « objet »), et rien n’est relevé.',
  livrables: ['mode-operatoire', 'bilan'],
  verifier: ({ study: { mode_operatoire: mode }, acteur }) =>
    (mode?.conventions ?? []).flatMap(
      ({ id, partenaire, objet, nature, effet, signee_le: on, motif }, rank): Contradiction[] => {
        const achat = nature === 'achat';
        if (effet === undefined || on === undefined || !anterieur(effet, on)) return [];
        if (!achat && RETROACTIF.test(`${objet} ${motif ?? ''}`)) return [];
        const path = cheminConvention(id, rank);
        return [
          {
            chemin: `${path}/effet`,
            contre: [`${path}/signee_le`],
            message: `la convention avec ${acteur(partenaire)} prend effet ${leJour(effet)}, et n’est signée que ${leJour(on)}${achat ? ' : un achat n’engage pas avant d’être notifié' : ', sans dire qu’elle vaut pour le passé'}.`,
            issue: achat
              ? 'Corrigez l’effet, ou la signature ; ce qui a été fait avant elle se paie sur une autre base.'
              : 'Corrigez l’effet ou la signature, ou dites que la convention vaut pour le passé.',
            saisie:
              'Un effet voulu pour le passé se dit dans « objet » de la convention (« avec effet au 1er juillet »).',
          },
        ];
      },
    ),
};

export const EFFET_DES_CONVENTIONS = [effetAvantSignature] as const;
