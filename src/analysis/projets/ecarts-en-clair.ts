/** A foreseen figure beside the one that came, and a delay, as a sentence of the evaluation tells them. */
import { accorder, compte, minuscule, quantiteFr } from '../../texte/accords.js';
import { auJour } from '../../texte/dates.js';
import { commeEcrit, INSECABLE, nombreFr, pourcent } from '../../texte/nombres.js';
import { CAS_POUR_UN_TAUX } from '../preuves.js';
import { passeLeSeuil, SEUIL_DEPASSEMENT } from './constat.js';
import type { RetardEtape } from './projets.js';
import { dureeDeLEcart } from './retards.js';
import type { EcartBilan } from './types-bilan.js';

/** « 95 jours faits pour 81 prévus au plan de charge, soit 17 % de plus »: whole days, and the share that they make. */
export function joursAuPlan({ prevu, realise }: { prevu: number; realise: number }): string {
  const whole = Math.round(prevu);
  return `${compte(realise, 'jour fait', 'jours faits')} pour ${nombreFr(whole)} ${accorder('prévu', whole)} au plan de charge${soitCompte('jours', whole, realise)}`;
}

/** « soit 18 % de plus », « soit 55 % de moins »; `prevu` above 0. What passes the threshold by less than half a percent is told to the hundredth: « 10 % » would not pass it. */
export const soit = (prevu: number, realise: number): string => {
  const ecart = realise / prevu - 1;
  const part = Math.abs(ecart);
  const fin = passeLeSeuil(part) && Math.round(part * 100) / 100 === SEUIL_DEPASSEMENT;
  const said = fin ? `${commeEcrit(Math.round(part * 1e4) / 100)}${INSECABLE}%` : pourcent(part);
  return `soit ${said} de ${ecart > 0 ? 'plus' : 'moins'}`;
};

/** The same after a comma; nothing under twenty of what is counted (days, meetings), of which the two counts say more than a share. */
export const soitCompte = (unite: string, prevu: number, realise: number): string =>
  unite !== '€' && prevu < CAS_POUR_UN_TAUX ? '' : `, ${soit(prevu, realise)}`;

/** « Jours d’agent : 67 jours pour 60 prévus », without full stop; what is not known is said. */
export function prevuEtRealise({
  libelle,
  unite,
  genre,
  prevu,
  realise,
}: Pick<EcartBilan, 'libelle' | 'unite' | 'genre' | 'prevu' | 'realise'>): string {
  if (realise === null) return `${libelle} : réalisé inconnu`;
  if (prevu === null) return `${libelle} : ${quantiteFr(realise, unite)}, sans prévision écrite`;
  const foreseen = unite === '€' ? quantiteFr(prevu, unite) : nombreFr(prevu);
  return `${libelle} : ${quantiteFr(realise, unite)} pour ${foreseen} ${accorder('prévu', prevu, genre)}`;
}

/** « convention d’occupation, 4 mois » ; an open step says so, with the date at which it is counted. */
export const retardEnClair = ({ etape, au, ...ecart }: RetardEtape): string =>
  `${minuscule(etape)}, ${dureeDeLEcart(ecart)}${au === null ? '' : ` ${auJour(au)}, non finie`}`;
