/** What a deck of slides holds, before a back end draws it. */
interface Drawing {
  title: string;
  alt: string;
}

export interface BarChart extends Drawing {
  kind: 'barres';
  categories: string[];
  /** `left`: drawn to the left of the axis, to be read against the others. */
  series: { name: string; values: number[]; left?: boolean }[];
  stacked: boolean;
  /** Lying bars, for names that do not hold under a column. */
  lying?: boolean;
  /** Title of the value axis, with its unit. */
  axis: string;
}

/** Points named in the legend. */
export interface ScatterChart extends Drawing {
  kind: 'nuage';
  points: { name: string; x: number; y: number }[];
  /** Titles of the axes, with their units. */
  xAxis: string;
  yAxis: string;
}

/** Bars on a line of time, from the first day on and before the last, as milliseconds since 1970. */
export interface TimeChart extends Drawing {
  kind: 'frise';
  bars: { label: string; start: number; end: number }[];
}

/** What no native chart shows: a map, drawn at the very sizes at which it is seen. */
export interface VectorDrawing extends Drawing {
  kind: 'dessin';
  /** From our own kit (`exhibits/charts/drawing/svg.ts`). */
  svg: string;
  /** In points of the slide. */
  width: number;
  height: number;
}

/** Native and editable, but for a drawing. */
export type SlideChart = BarChart | ScatterChart | TimeChart | VectorDrawing;

/** Lines side by side under a heading: who does what, for, against. */
export interface SlideColumn {
  title: string;
  lines: string[];
}

/** A draft resolution, worded so that it can be put to the vote as it is. */
export interface Resolution {
  /** « A ». */
  letter: string;
  title: string;
  text: string;
  /** What its slide's notes say of it, whichever slide it falls on. */
  notes?: string;
}

export interface Slide {
  /** The finding, as a sentence. */
  title: string;
  /** What the slide is about, small above the title. */
  theme?: string;
  bullets: string[];
  /** Values set large, in a row. */
  figures?: { value: string; label: string }[];
  columns?: SlideColumn[];
  /** Header row first. */
  table?: string[][];
  chart?: SlideChart;
  /** Beside the first one. */
  second?: SlideChart;
  resolutions?: Resolution[];
  /** Said under the content, small: what the reader must know of the figures. */
  caution?: string;
  /** What the speaker says. */
  notes?: string;
}

export interface SlideDeck {
  title: string;
  subtitle: string;
  /** Lines of the first slide: meeting, place, state. */
  lines: string[];
  author: string;
  /** What the speaker says over the first slide. */
  notes?: string;
  slides: Slide[];
  /**
   * What is shown instead where the slides, once drawn, are more than `most`, the first of the deck among them: the first of the ways that is not, or
   * else the last one.
   */
  shorter?: { most: number; ways: Slide[][] };
}
