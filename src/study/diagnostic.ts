/** How serious a finding is: an error stops a build, a warning does not. */
export type Gravite = 'erreur' | 'attention';

/** Where a finding stands in a file. Lines and columns count from 1. */
export interface Plage {
  ligne: number;
  colonne: number;
  /** Number of characters to underline in the code frame; at least 1. */
  longueur: number;
}

/** A place in the study, and what stands there. */
export interface Lieu {
  fichier: string;
  plage: Plage;
  /** Path in the study by ids. */
  chemin: string;
}

/** A spelling that is certain: `par` in place of `remplacer`, which stands at the place of the fault. */
export interface Correction {
  remplacer: string;
  par: string;
  /** Characters between the start of `remplacer` and the place of the fault, where it begins before. */
  recul?: number;
}

/** What a stage found wrong. A value, never thrown: only the CLI prints it. */
export interface Diagnostic {
  /** Stable unaccented slug, see `src/study/codes/codes.ts`. */
  code: string;
  gravite: Gravite;
  /** Path of the file, relative to the current directory where it lies below it. */
  fichier: string;
  plage: Plage;
  /** Path in the study by ids, such as `acteurs/maison-energie/engagement`; empty for a whole file. */
  chemin: string;
  /** French sentence that says what is wrong and what was expected. */
  message: string;
  /** What to do next, in French, where the message does not say it. */
  aide?: string;
  /** What `atelier corriger` writes; absent where there is any doubt. */
  correction?: Correction;
  /** The other places that the finding rests on: the other side of a contradiction. */
  lies?: Lieu[];
}
