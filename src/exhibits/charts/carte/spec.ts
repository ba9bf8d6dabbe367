/** What a map of communes shows, and the sizes at which it is drawn. */

import { CHART_WIDTH } from '../drawing/theme.js';
import type { Trace } from './contours.js';

export interface CommuneCarte {
  nom: string;
  /** Degrees. */
  lon: number;
  lat: number;
  /** km², null when unknown. */
  superficie: number | null;
  population: number | null;
  /** Index of its group; null outside all. */
  groupe: number | null;
  /** Shaded: what `ombre` of the map says. */
  ombree: boolean;
  /** Indexes of the perimeters that hold it. */
  perimetres: readonly number[];
  /** Its shape; without one it is drawn as the land nearest to its seat. */
  trace?: Trace;
}

export interface LieuCarte {
  /** Index of the commune where it stands. */
  commune: number;
  /** Index of its kind. */
  genre: number;
}

export interface CarteSpec {
  communes: readonly CommuneCarte[];
  /** Names set over the land of each group. */
  groupes: readonly string[];
  /** What the line between two groups means. */
  limite: string;
  /** Outlined in their order; at most three are told apart. */
  perimetres: readonly string[];
  /** What shading means; null when nothing is shaded. */
  ombre: string | null;
  genres: readonly string[];
  lieux: readonly LieuCarte[];
  /** How many communes are named, from the most populous; the rest where room is left. */
  nommees: number;
}

/** Sizes of a map, in points. */
export interface FormatCarte {
  largeur: number;
  /** Of the land, at most; of that of few communes, which is as clear in less room. */
  hauteur: number;
  hauteurPeu: number;
  /** Type of the names of communes, of groups, of the legend, of the scale. */
  nom: number;
  groupe: number;
  legende: number;
  echelle: number;
  /** A longer name of a group is set on several lines. */
  groupeLarge: number;
  /** Radius of the dot of a town. */
  point: number;
}

/** Read on paper, over the width of the text. */
export const SUR_PAGE: FormatCarte = {
  largeur: CHART_WIDTH,
  hauteur: 420,
  hauteurPeu: 300,
  nom: 7,
  groupe: 8.5,
  legende: 8.5,
  echelle: 7.5,
  groupeLarge: 100,
  point: 1.2,
};

/** Read on a screen across a room, beside a text: no type under 12 points. */
export const PROJETEE: FormatCarte = {
  largeur: 480,
  hauteur: 262,
  hauteurPeu: 240,
  nom: 12,
  groupe: 14,
  legende: 12,
  echelle: 12,
  groupeLarge: 130,
  point: 2,
};
