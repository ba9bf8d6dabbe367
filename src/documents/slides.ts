/** What a deck of slides holds, before a back end draws it. */
export interface SlideChart {
  title: string;
  categories: string[];
  series: { name: string; values: number[] }[];
  stacked: boolean;
  /** Title of the value axis, with its unit. */
  axis: string;
  alt: string;
}

export interface Slide {
  title: string;
  bullets: string[];
  /** Header row first. */
  table?: string[][];
  /** Native and editable. */
  chart?: SlideChart;
  /** Notes of the speaker. */
  notes?: string;
}

export interface SlideDeck {
  title: string;
  subtitle: string;
  /** Lines of the first slide: meeting, place, state. */
  lines: string[];
  author: string;
  colours: string[];
  accent: string;
  slides: Slide[];
}
