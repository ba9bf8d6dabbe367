/** What a deck of slides holds, before a back end draws it. */
export interface SlideChart {
  title: string;
  categories: string[];
  series: { name: string; values: number[] }[];
  stacked: boolean;
  /** Lying bars, for names that do not hold under a column. */
  lying?: boolean;
  /** Title of the value axis, with its unit. */
  axis: string;
  alt: string;
}

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
  /** Native and editable. */
  chart?: SlideChart;
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
  slides: Slide[];
}
