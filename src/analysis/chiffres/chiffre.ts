/** A figure that a text may name: what `atelier explain` tells and what an author's sentence shows. */

/** What the value is, and so how it is written. */
export type Unite = 'nombre' | 'euros' | 'part' | 'date' | 'texte';

export interface Chiffre {
  /** `besoins.non_couverts`, `scenarios.reseau-anime.cout_annuel`. */
  nom: string;
  libelle: string;
  /** A part is 0–1, an amount in euros, a date ISO; null when it is not known. */
  valeur: number | string | null;
  unite: Unite;
  /** What follows a number or an amount: « jours », « €/an ». */
  suffixe?: string;
  /** Noun that the figure counts, in the singular: a number typed before it claims to be this figure, or another of the same noun. */
  mot?: string;
  /** Number of cases behind a share. */
  effectif?: number;
  /** How many share the first place, for a figure that names a winner. */
  exAequo?: number;
}

export type Chiffres = ReadonlyMap<string, Chiffre>;

export const parNom = (chiffres: readonly Chiffre[]): Chiffres =>
  new Map(chiffres.map((chiffre) => [chiffre.nom, chiffre]));
