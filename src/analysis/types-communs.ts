/** Labels, counts and matrices that every part of the analysis uses. */

export interface Etiquette {
  id: string;
  libelle: string;
}

/** A count and the weight of the needs counted. */
export interface Mesure {
  nombre: number;
  /** Sum of the needs' weights; a need's weight is shared equally between the cells where it stands. */
  poids: number;
}

/** Rows × columns with their margins; `valeurs[ligne][colonne]`. */
export interface Matrice {
  lignes: Etiquette[];
  colonnes: Etiquette[];
  valeurs: Mesure[][];
}

/** Rows × columns of plain counts. */
export interface Comptage {
  lignes: Etiquette[];
  colonnes: Etiquette[];
  valeurs: number[][];
}

export interface Fourchette {
  min: number;
  mode: number;
  max: number;
}
