/** A template, as read from the program or from the study. */

export interface Template {
  /** Path shown to the user. */
  fichier: string;
  text: string;
  /** Whether the study brought it, in place of the program's or beside. */
  own?: boolean;
}

/** By name: `diagnostic`, `diagnostic/besoins`. */
export type Templates = ReadonlyMap<string, Template>;
