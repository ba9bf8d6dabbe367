/** What a count of votes cannot be: against what it adopts, or of more voters than there were. */
import { sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { estDuComite, titreReunion } from '../../../comite.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';
import { SANS_COMPTE } from './seances.js';

/** One who sits votes for himself, and for one absent at most (CGCT L2121-20): so of an assembly. A committee has no such rule, unless its own says so. */
const VOIX_PAR_PRESENT = 2;
const POUVOIRS = /pouvoir|procuration|mandat/iu;
/** Votes that are weighed, or given from afar. */
const AUTREMENT =
  /pondér|(?:plusieurs|deux|trois|dix) voix|voix chacun|écrit|électroni|à distance|correspondance|visio/i;
/** What is adopted is that the thing is refused. */
const REJET = /rejet|repouss|refus/i;

/** Seats of all the members of the committee; null where one does not count its own in one number. */
function siegesDuComite(membres: Study['etude']['comite_pilotage'] = []): number | null {
  const each = membres.map(({ representants = '' }) => {
    const [seats, ...others] = quantitesEcrites(representants);
    return seats && others.length === 0 && !SANS_COMPTE.test(representants) ? seats.valeur : null;
  });
  return each.length === 0 || each.includes(null) ? null : sum(each);
}

export const voteContredit: RegleCoherence = {
  code: 'vote-contredit',
  gravite: 'attention',
  titre: 'Le décompte d’un vote contredit la décision, ou les présents.',
  explication:
    'Une décision adoptée (« statut: valide ») n’a pas moins de voix pour que de voix contre (« vote ») : à égalité, celle de qui préside l’emporte (code général des collectivités territoriales, article L2121-20). Les votants ne sont pas plus de deux fois les représentants présents (« presents.representants ») : un présent vote pour lui, et pour un absent au plus ; au comité, qu’aucune loi n’y autorise, pas plus que les présents, si la décision ne dit rien de pouvoirs donnés ; ni, au comité dont chaque membre dit ses sièges (« comite_pilotage.representants »), plus que ces sièges ; sauf si la décision dit des voix pondérées ou un vote par écrit.',
  exemple:
    'presents: [{ organisme: Délégués, representants: 44 }]\ndecisions:\n  - { objet: Budget, texte: Le budget est voté., statut: valide, vote: { pour: 39, contre: 2, abstentions: 3 } }',
  livrables: ['copil'],
  verifier: ({ study: { reunions, etude } }) => {
    const sieges = siegesDuComite(etude.comite_pilotage);
    return reunions.flatMap((reunion) => {
      const { id, presents = [], decisions = [] } = reunion;
      const counted = presents.every(({ representants }) => representants !== undefined);
      const seats = presents.reduce((sum, { representants = 0 }) => sum + representants, 0);
      return decisions.flatMap(({ objet, texte, statut, vote }, i): Contradiction[] => {
        if (!vote) return [];
        const { pour, contre = 0, abstentions = 0 } = vote;
        const at = `reunions/${id}/decisions/${i + 1}`;
        const voters = pour + contre + abstentions;
        const told: Contradiction[] = [];
        // At equal votes, that of who presides decides (CGCT L2121-20).
        if (statut === 'valide' && (pour < contre || pour === 0) && !REJET.test(`${objet} ${texte}`))
          told.push({
            chemin: `${at}/vote`,
            contre: [`${at}/statut`],
            message: `la décision « ${objet} » est adoptée à « ${titreReunion(reunion)} » par ${compte(pour, 'voix', 'voix')} pour et ${compte(contre, 'voix', 'voix')} contre.`,
            issue: 'Corrigez le décompte, ou ce qu’il a décidé.',
          });
        const weighed = AUTREMENT.test(`${objet} ${texte} ${titreReunion(reunion)}`);
        const each = estDuComite(reunion) && !POUVOIRS.test(texte) ? 1 : VOIX_PAR_PRESENT;
        if (presents.length > 0 && counted && !weighed && voters > each * seats)
          told.push({
            chemin: `${at}/vote`,
            contre: [`reunions/${id}/presents`],
            message: `la décision « ${objet} » compte ${compte(voters, 'votant')} à « ${titreReunion(reunion)} », pour ${compte(seats, 'représentant présent', 'représentants présents')} ; ${each === 1 ? 'chacun vote pour lui, et la décision ne dit rien de pouvoirs' : 'un présent vote pour lui, et pour un absent au plus'}.`,
            issue: 'Corrigez le décompte, ou les présents.',
            saisie:
              'Des pouvoirs donnés au comité, des voix pondérées ou un vote par écrit se disent dans « texte » de la décision.',
          });
        else if (told.length === 0 && estDuComite(reunion) && sieges !== null && !weighed && voters > sieges)
          told.push({
            chemin: `${at}/vote`,
            contre: ['etude/comite_pilotage'],
            message: `la décision « ${objet} » compte ${compte(voters, 'votant')} à « ${titreReunion(reunion)} » ; les membres du comité ont ${compte(sieges, 'siège')} en tout.`,
            issue: 'Corrigez le décompte, ou les sièges du comité.',
            saisie: 'Des voix pondérées, ou un vote par écrit, se disent dans « texte » de la décision.',
          });
        return told;
      });
    });
  },
};

export const VOTES = [voteContredit] as const;
