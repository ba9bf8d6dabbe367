/** A file of a study, as a migration reads it. */

export interface FichierEtude {
  /** Path relative to the folder of the study, with `/`. */
  chemin: string;
  /** Name of the inventory: that of the file, or of its folder. */
  inventaire: string;
  texte: string;
}
