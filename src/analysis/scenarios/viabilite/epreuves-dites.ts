/** How many of the trials that are made a scenario does not stand. */
import { accord, compteAuFil } from '../../../texte/accords.js';
import { enLettres } from '../../../texte/nombres.js';
import type { Viabilite } from './viabilite.js';

/** « aucune des 4 épreuves n’est surmontée », « 2 épreuves sur 4 ne sont pas surmontées »; those without object are not counted. */
export function epreuvesDites(epreuves: Viabilite['epreuves']): string {
  const tried = epreuves.filter(({ sansObjet }) => !sansObjet);
  const lost = tried.filter(({ satisfait }) => !satisfait).length;
  if (lost === 1 && tried.length === 1) return 'la seule épreuve n’est pas surmontée';
  return lost === tried.length && lost > 1
    ? `aucune des ${enLettres(lost)} épreuves n’est surmontée`
    : `${compteAuFil(lost, 'épreuve')} sur ${enLettres(tried.length, 'f')} ${accord(lost, 'n’est pas surmontée', 'ne sont pas surmontées')}`;
}
