/** What a source brings before its ceilings: a rate of its base, an amount, or a price for each unit of a modality. */
import type { Scenario } from '../../../study/types.gen.js';
import { type Formule, fois, nombre, plus, puissance, UN } from '../../formules/formule.js';
import type { Modele } from '../../formules/modele.js';
import { quantiteProbable } from '../../montants.js';
import type { Cles } from '../cles.js';
import { activiteDeLaRecette } from '../depenses-et-charge/activite.js';
import type { LigneFinancement } from './regles-aides.js';

interface Source {
  s: number;
  source: LigneFinancement;
  years: readonly number[];
  scenario: Scenario;
}

/** Lays down the rate, the amount, or the price and what it makes of the volume at cruising speed. */
export function poserMontant(
  m: Modele,
  k: Cles,
  { s, source, scenario, years, nom, chemin }: Source & { nom: string; chemin: string },
): void {
  if (croit(source))
    m.entree(k.source('evolution', s), hausseDe(source), {
      libelle: `hausse annuelle de « ${nom} »`,
      unite: 'part',
      chemin,
    });
  const euros = (libelle: string) => ({ libelle: `${libelle} de « ${nom} »`, unite: '€', chemin });
  const activite = activiteDeLaRecette(scenario, source, years.length);
  if (source.taux !== undefined)
    m.entree(k.source('taux', s), source.taux, { libelle: `taux de « ${nom} »`, unite: 'part', chemin });
  else if (!activite) m.entree(k.source('fixe', s), quantiteProbable(source.montant), euros('montant'));
  else {
    const tarif = { ...euros('tarif'), unite: `€/${activite.unite}` };
    m.entree(k.source('tarif', s), quantiteProbable(source.tarif), tarif);
    m.calcul(
      k.source('fixe', s),
      () => fois(m.lire(k.source('tarif', s)), m.lire(k.modalite('volume', activite.modalite))),
      euros('montant en rythme de croisière'),
    );
  }
}

/** All that it would bring in a whole year at cruising speed. */
export const montantEntier = (
  m: Modele,
  k: Cles,
  { s, source }: Pick<Source, 's' | 'source'>,
  base: Formule,
): Formule => (source.taux === undefined ? m.lire(k.source('fixe', s)) : fois(m.lire(k.source('taux', s)), base));

/** How much an amount or a price changes each year; a rate follows its base, and a loan is drawn as it is signed. */
const hausseDe = ({ taux, nature, evolution_annuelle: evolution = 0 }: LigneFinancement): number =>
  taux === undefined && nature !== 'emprunt' ? evolution : 0;

export const croit = (source: LigneFinancement): boolean => hausseDe(source) !== 0;

/** What an amount or a price has become in a year (from 0), the first being 1. */
export const croissanceDe = (source: LigneFinancement, y: number): number =>
  croit(source) ? (1 + hausseDe(source)) ** y : 1;

/**
 * What of it a year brings: the part of the year in which it pays, `paid`, for a price the share of its volume that the year reaches, and its growth. In this order,
 * which is that of the draws.
 */
export const partDeLAnnee = (
  m: Modele,
  k: Cles,
  { s, source, scenario, years }: Source,
  y: number,
  paid: Formule,
): Formule => {
  const shares = [
    ...(activiteDeLaRecette(scenario, source, years.length) ? [m.lire(k.montee(y))] : []),
    ...(croit(source) ? [puissance(plus(UN, m.lire(k.source('evolution', s))), nombre(y))] : []),
  ];
  return shares.length === 0 ? paid : fois(paid, ...shares);
};
