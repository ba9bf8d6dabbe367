/** Contours of the communes as the study holds them once read. */

/** Longitude and latitude, in degrees. */
export type Position = readonly [number, number];
/** Polygons of one commune; the first ring of each is its outline, the others are holes. Rings are closed. */
export type Contour = readonly (readonly (readonly Position[])[])[];
/** By INSEE code. */
export type Contours = Readonly<Record<string, Contour>>;
