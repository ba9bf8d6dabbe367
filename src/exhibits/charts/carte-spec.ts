/** What a map of communes shows. */
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
