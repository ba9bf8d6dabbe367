/** What draws on a slide, and where. */
type PptxClass = typeof import('pptxgenjs').default;
export type Deck = InstanceType<PptxClass>;
export type Page = ReturnType<Deck['addSlide']>;

/** Edges of a box on a slide, in inches. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A colour as the library writes it. */
export const hex = (colour: string): string => colour.replace('#', '').toUpperCase();
