/** What a source brings before its ceilings: a rate of its base, an amount, or a price for each unit of a modality. */
import type { Scenario } from '../../../study/types.gen.js';
import { type Formule, fois } from '../../formules/formule.js';
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

/** All that it would bring in a year: of a price, in the share of its volume that the year reaches. */
export function montantEntier(
  m: Modele,
  k: Cles,
  { s, source, scenario, years }: Source,
  y: number,
  base: Formule,
): Formule {
  if (source.taux !== undefined) return fois(m.lire(k.source('taux', s)), base);
  const whole = m.lire(k.source('fixe', s));
  return activiteDeLaRecette(scenario, source, years.length) ? fois(whole, m.lire(k.montee(y))) : whole;
}
