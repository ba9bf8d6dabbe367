/** What the publics ask of each function against who and what can serve it. */
import { seulPremier } from '../superlatifs.js';
import type { Etiquette } from '../types-communs.js';
import type { ActeursAnalysis, BesoinsAnalysis, OutilsAnalysis } from './types.js';

export interface OffreDemande extends Etiquette {
  /** Needs that expect the function. */
  besoins: number;
  /** Of these, the ones that no actor serves in it, for their public, in one of their domains at least. */
  sansActeur: number;
  acteurs: number;
  /** Existing or to be adapted. */
  outils: number;
}

interface Inventaires {
  besoins: BesoinsAnalysis;
  acteurs: ActeursAnalysis;
  outils: OutilsAnalysis;
}

const a = (fiche: { fonctions: readonly Etiquette[] }, id: string): boolean =>
  fiche.fonctions.some((fonction) => fonction.id === id);

/** One row a function of the study, the most asked first. */
export function offreDemande(
  fonctions: readonly Etiquette[],
  { besoins, acteurs, outils }: Inventaires,
): OffreDemande[] {
  return fonctions
    .map(({ id, libelle }) => {
      const demandes = besoins.liste.filter((besoin) => a(besoin, id));
      return {
        id,
        libelle,
        besoins: demandes.length,
        sansActeur: demandes.filter(({ couverture }) => couverture.manques.some(({ fonction }) => fonction.id === id))
          .length,
        acteurs: acteurs.liste.filter((acteur) => a(acteur, id)).length,
        outils: outils.liste.filter(
          (outil) => a(outil, id) && (outil.disponibilite === 'existant' || outil.disponibilite === 'a-adapter'),
        ).length,
      };
    })
    .sort((x, y) => y.besoins - x.besoins);
}

/** Actors and tools for each need that expects a function. */
export interface PartParBesoin extends Etiquette {
  parBesoin: number;
}

/** Under this share of one another, two of them say the same thing. */
const ECART_FAIBLE = 0.1;

export interface Tension {
  /** The function the least provided for what is expected of it. */
  tendue: PartParBesoin;
  /** That which the fewest actors can hold, when it is another one that some needs expect. */
  moinsServie: PartParBesoin | null;
  /** Whether the two are so close that neither measure stands alone. */
  proches: boolean;
}

/** The function that demand strains most, beside the one that the fewest actors hold: two measures that a reader would confuse. Null where none stands out. */
export function tension(rows: readonly OffreDemande[], moinsServie: string | undefined): Tension | null {
  const most = plusTendue(rows);
  if (!most) return null;
  const part = ({ id, libelle, besoins, acteurs, outils }: OffreDemande): PartParBesoin => ({
    id,
    libelle,
    parBesoin: (acteurs + outils) / besoins,
  });
  const tendue = part(most);
  const other = rows.find(({ id, besoins }) => id === moinsServie && id !== most.id && besoins > 0);
  const least = other ? part(other) : null;
  return {
    tendue,
    moinsServie: least,
    proches: least !== null && least.parBesoin < tendue.parBesoin * (1 + ECART_FAIBLE),
  };
}

/** The function with the most needs for each actor or tool that serves it; null on a tie, where nothing is asked, or of a function alone. */
export function plusTendue(rows: readonly OffreDemande[]): OffreDemande | null {
  const asked = rows.filter(({ besoins }) => besoins > 0);
  if (rows.length < 2) return null;
  return seulPremier(asked, ({ besoins, acteurs, outils }) => besoins / (acteurs + outils));
}
