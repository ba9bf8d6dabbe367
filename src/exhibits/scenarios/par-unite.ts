/** What follows the volume of a modality, in words: so much a meal, a kilometre. */
import { fourchette, quantiteProbable } from '../../analysis/montants.js';
import type { Chiffrage } from '../../analysis/scenarios/chiffrage.js';
import { activiteDeLaRecette } from '../../analysis/scenarios/depenses-et-charge/activite.js';
import { monteeDe } from '../../analysis/scenarios/depenses-et-charge/charge.js';
import { croit } from '../../analysis/scenarios/financement/montant-de-la-source.js';
import { nomDeLaSource } from '../../analysis/scenarios/financement/regles-aides.js';
import { seuilsDeVente } from '../../analysis/scenarios/financement/seuil-de-vente.js';
import type { Study } from '../../study/study.js';
import type { Scenario } from '../../study/types.gen.js';
import { accord, enumerer, minuscule } from '../../texte/accords.js';
import { decimalesDesPrix, INSECABLE, nombreFr, pourcent, pourcentPrecis, prixFr } from '../../texte/nombres.js';
import { uniteAccordee } from '../../texte/pluriel.js';
import { prixEnClair } from '../cells.js';
import { acteur } from './contexte.js';

type Source = Scenario['financements'][number];
type Fonctionnement = NonNullable<Scenario['moyens']['fonctionnement']>[number];

const modaliteDe = ({ modalites }: Scenario, followed: string | undefined) =>
  modalites.find(({ id }) => id === followed);

/** « 6,50 € par repas, 12 000 par an »; null for what follows no modality. */
function parUnite(scenario: Scenario, prix: Source['tarif'], followed: string | undefined): string | null {
  const modalite = modaliteDe(scenario, followed);
  if (prix === undefined || !modalite) return null;
  return `${prixEnClair(prix)} par ${uniteAccordee(1, modalite.unite)}, ${nombreFr(quantiteProbable(modalite.volume_annuel))} par an`;
}

export const tarifDit = (scenario: Scenario, { tarif, modalite }: Source): string | null =>
  parUnite(scenario, tarif, modalite);

export const coutUnitaireDit = (scenario: Scenario, { cout_unitaire: each, modalite }: Fonctionnement): string | null =>
  parUnite(scenario, each, modalite);

/** « (6,50 € par repas, de 6 à 7) », as it stands in a sentence. */
function prixDit(scenario: Scenario, prix: Source['tarif'], followed: string | undefined): string | null {
  const [modalite, range] = [modaliteDe(scenario, followed), fourchette(prix)];
  if (!modalite || !range) return null;
  const { min, mode, max } = range;
  const decimales = decimalesDesPrix([min, mode, max]);
  const [least, told, most] = [min, mode, max].map((value) => prixFr(value, decimales));
  return `${told}${INSECABLE}€ par ${uniteAccordee(1, modalite.unite)}${min === max ? '' : `, de ${least} à ${most}`}`;
}

/** « (50 %, 80 %, puis 100 % de celui de croisière) »; nothing where each year has its whole volume. */
function montee(scenario: Scenario, years: number): string {
  const shares = Array.from({ length: years }, (_, year) => monteeDe(scenario, year));
  if (shares.every((share) => share === 1)) return '';
  // What no year changes any more is said once.
  const told = shares.slice(0, shares.findLastIndex((share) => share !== shares.at(-1)) + 2).map(pourcent);
  const last = told.pop() ?? '';
  return ` (${[...told, told.length > 0 ? `puis ${last}` : last].join(', ')} de celui de croisière)`;
}

/** « , puis 2 % de plus chaque année »; nothing for a price that stays. */
export function hausseDite(source: Source, years: number): string {
  const { evolution_annuelle: evolution = 0 } = source;
  if (!croit(source) || years < 2) return '';
  return `, puis ${pourcentPrecis(Math.abs(evolution))} de ${evolution > 0 ? 'plus' : 'moins'} chaque année`;
}

/** « Suivent le volume de l’année : denrées (3,20 € par repas) et ventes (6,50 € par repas). »; null where nothing does. */
export function suiventLeVolume(scenario: Scenario, years: number, nomSeul: (id: string) => string): string | null {
  const costs = (scenario.moyens.fonctionnement ?? []).flatMap((one) => {
    const told = one.taux_personnel === undefined ? prixDit(scenario, one.cout_unitaire, one.modalite) : null;
    return told === null ? [] : [{ nom: one.libelle, told }];
  });
  const receipts = scenario.financements.flatMap((one) => {
    const told = activiteDeLaRecette(scenario, one, years) ? prixDit(scenario, one.tarif, one.modalite) : null;
    return told === null ? [] : [{ nom: nomDeLaSource(one, nomSeul), told: `${told}${hausseDite(one, years)}` }];
  });
  const all = [...costs, ...receipts].map(({ nom, told }) => `${minuscule(nom)} (${told})`);
  if (all.length === 0) return null;
  return `${accord(all.length, 'Suit', 'Suivent')} le volume de l’année${montee(scenario, years)} : ${enumerer(all)}.`;
}

/** « La dernière année du plan s’équilibre à partir de 349 tonnes, pour 400 prévues … »: what it takes to sell; null where nothing is sold by unit, or none need be. */
export function seuilsDits(etude: Study, chiffrage: Chiffrage): string | null {
  const told = seuilsDeVente(chiffrage).map(({ modalite: { unite }, seuil, prevu, titulaires }) => {
    const who = titulaires.length > 0 ? `Pour ${enumerer(titulaires.map((id) => acteur(etude, id)))}, la` : 'La';
    const one = uniteAccordee(1, unite);
    if (seuil === null)
      return `Ce que rapporte une unité (${one}) ne paie pas ce qu’elle coûte : en vendre davantage n’équilibre pas la dernière année du plan.`;
    return `${who} dernière année du plan s’équilibre à partir de ${nombreFr(seuil)}${INSECABLE}${uniteAccordee(seuil, unite)} (le plan en compte ${nombreFr(prevu)}), ses autres recettes et dépenses restant les mêmes.`;
  });
  return told.length === 0 ? null : told.join(' ');
}
