/** The contours of the communes as the study draws them, in GeoJSON (RFC 7946): by INSEE code and name, and nothing else of the file they come from. */

import type { Contour } from '../../study/contours/traces.js';
import type { Study } from '../../study/study.js';

export const CHEMIN_CONTOURS = 'donnees/contours_communes.geojson';

/** What a contour carries, for the dictionary. */
export const PROPRIETES_CONTOURS = [
  { nom: 'code', titre: 'Code Insee', sens: 'Renvoie à territoire_communes.code.' },
  { nom: 'nom', titre: 'Nom', sens: 'Nom de la commune.' },
] as const;

/** The outline turns against the clock, and holes with it (RFC 7946, 3.1.6). */
function oriente(ring: Contour[number][number], outline: boolean): Contour[number][number] {
  let area = 0;
  for (const [i, [x, y]] of ring.entries()) {
    const next = ring[i + 1];
    if (next) area += x * next[1] - next[0] * y;
  }
  return area > 0 === outline ? ring : [...ring].reverse();
}

function geometrie(contour: Contour): object {
  const polygons = contour.map((rings) => rings.map((ring, i) => oriente(ring, i === 0)));
  const [only] = polygons;
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

export interface ContoursRemis {
  json: string;
  nombre: number;
  /** Title, licence and address of where they come from; null when the study does not say. */
  source: Study['sources'][number] | null;
}

/** Null when the study draws no contour of its own. */
export function contoursRemis({ territoire, sources }: Study): ContoursRemis | null {
  const { traces = {}, communes, contours_source: id } = territoire;
  const features = communes.flatMap(({ code, nom }) => {
    const contour = traces[code];
    return contour ? [{ type: 'Feature', properties: { code, nom }, geometry: geometrie(contour) }] : [];
  });
  if (features.length === 0) return null;
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return {
    json: `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`,
    nombre: features.length,
    source: sources.find((source) => source.id === id) ?? null,
  };
}
