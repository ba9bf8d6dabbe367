/** The finding that joins four inventories: what is asked first and by whom, who can do it, with which tool, and what those heard warned against. */

import { itemOf } from '../../lists/at.js';
import { minuscule } from '../../texte/accords.js';
import { premiersDe, seulDernier, seulPremier } from '../superlatifs.js';
import type { ConstatCroise } from './constats-types.js';
import type { ActeursAnalysis, Etiquette, OutilAnalyse, OutilsAnalysis, ParticipationAnalysis } from './types.js';
import type { BesoinsAnalysis } from './types-besoins.js';

export interface PartiesCroisees {
  besoins: BesoinsAnalysis;
  acteurs: ActeursAnalysis;
  outils: OutilsAnalysis;
  participation: ParticipationAnalysis;
}

const DISPONIBLES = ['existant', 'a-adapter'];

/** The tool of a function that asks the least work: existing before adaptable, then that of a known holder; null when all are still to be created. */
function outilProche(outils: OutilsAnalysis, fonction: Etiquette): OutilAnalyse | null {
  const siens = outils.liste.filter(
    ({ fonctions, disponibilite }) =>
      fonctions.some(({ id }) => id === fonction.id) && DISPONIBLES.includes(disponibilite ?? ''),
  );
  const rank = ({ disponibilite, detenteur }: OutilAnalyse): number =>
    DISPONIBLES.indexOf(disponibilite ?? '') * 2 + (detenteur === null ? 1 : 0);
  return [...siens].sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** What participants warn against, as a sentence says it: « ne pas ajouter un guichet », whether the author wrote « ajouter… » or « Ne pas ajouter… ». */
const aEviter = (texte: string): string =>
  /^ne\s|^n[’']/i.test(texte) ? minuscule(texte) : `ne pas ${minuscule(texte)}`;

/**
 * The function that the first need of the most publics calls for (a public whose first need is tied has none); among equals, the one that the fewest
 * actors can hold. With who and what answers it.
 * Null when no function stands out.
 */
export function constatCroise(fonctions: readonly Etiquette[], p: PartiesCroisees): ConstatCroise | null {
  const premiers = p.besoins.parPublic.flatMap((publicAnalyse) => {
    const besoin = seulPremier(publicAnalyse.besoins, ({ poids }) => poids);
    return besoin ? [besoin] : [];
  });
  const demandes = (id: string) => premiers.filter((besoin) => besoin.fonctions.some((f) => f.id === id));
  const demandees = premiersDe(fonctions, ({ id }) => demandes(id).length);
  const offreDe = ({ id }: Etiquette): number => itemOf(p.acteurs.parFonction, id).nombre;
  const fonction = demandees.length === 1 ? demandees[0] : seulDernier(demandees, offreDe);
  if (!fonction) return null;
  return {
    fonction: { id: fonction.id, libelle: fonction.libelle },
    besoins: demandes(fonction.id),
    publics: demandes(fonction.id).map(({ public: cible }) => cible),
    publicsTotal: p.besoins.parPublic.length,
    acteurs: offreDe(fonction),
    acteursTotal: p.acteurs.liste.length,
    moinsServie: seulDernier(p.acteurs.parFonction, ({ nombre }) => nombre)?.id === fonction.id,
    outil: outilProche(p.outils, fonction),
    alertes: p.participation.alertes
      .filter((alerte) => alerte.fonctions.length === 0 || alerte.fonctions.some(({ id }) => id === fonction.id))
      .map((alerte) => ({ ...alerte, texte: aEviter(alerte.texte) })),
  };
}
