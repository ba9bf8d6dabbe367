/** A text of the author and its images, as read from the study. */

export interface Image {
  /** Path in the study, as the text writes it. */
  chemin: string;
  mime: 'image/jpeg' | 'image/png';
  base64: string;
  /** In pixels. */
  largeur: number;
  hauteur: number;
  alternative: string;
  credit: string;
}

/** Where a text stands in its section: before what the program writes, after it (by default), or in its place. */
export const PLACES = ['debut', 'fin', 'remplace'] as const;

export type Place = (typeof PLACES)[number];

export interface Texte {
  livrable: string;
  section: string;
  /** Path shown to the user. */
  fichier: string;
  /** The file whole: what a fingerprint covers. */
  brut: string;
  markdown: string;
  /** Lines of the file before the Markdown: the front matter. */
  decalage: number;
  place: Place;
  images: readonly Image[];
}

export type Textes = readonly Texte[];
