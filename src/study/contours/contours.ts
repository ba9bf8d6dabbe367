/** Contours of the communes: a GeoJSON file (RFC 7946) of the study, read to one shape a commune, with every fault of the file. Pure. */

import { plusProche } from '../../texte/ordre.js';
import { isRecord } from '../record.js';
import type { Contour, Contours, Position } from './traces.js';

export type CodeContour = 'contours-illisibles' | 'contour-incorrect' | 'contour-inconnu' | 'contour-deplace';

export interface FauteContour {
  code: CodeContour;
  /** From 1, in the file of contours. */
  ligne: number;
  colonne: number;
  message: string;
  aide: string;
}

interface Commune {
  code: string;
  nom: string;
  lon?: number;
  lat?: number;
}

interface Entite {
  proprietes: Record<string, unknown>;
  geometrie: unknown;
  ligne: number;
  colonne: number;
  /** From 1. */
  rang: number;
}

/** Of faults of one kind, how many are told one by one. */
const TELLES = 3;
/** A seat may stand this far out of the frame of its contour, in degrees: about 3 km, for a seat given by its town hall. */
const JEU = 0.03;

interface Place {
  ligne: number;
  colonne: number;
}

/** Places of rising offsets, the text being read once for all: a file of contours is long. */
function placesDe(text: string, offsets: readonly number[]): Place[] {
  let [ligne, start, end] = [1, 0, text.indexOf('\n')];
  return offsets.map((offset) => {
    // The end of a line is looked for once: a file may be one line of megabytes.
    while (end >= 0 && end < offset) {
      ligne += 1;
      start = end + 1;
      end = text.indexOf('\n', start);
    }
    return { ligne, colonne: offset - start + 1 };
  });
}

/** A code as a string: a spreadsheet or a script may have made a number of it, without its first zero. */
const codeDe = (value: unknown): string | null =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value).padStart(5, '0') : null;

/** The property that holds INSEE codes: the one whose values are codes of the study's communes most often. */
function proprieteDuCode(entites: readonly Entite[], codes: ReadonlySet<string>): string | null {
  const hits = new Map<string, number>();
  for (const { proprietes } of entites)
    for (const [name, value] of Object.entries(proprietes))
      if (codes.has(codeDe(value) ?? '')) hits.set(name, (hits.get(name) ?? 0) + 1);
  return [...hits].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

interface Fautif {
  message: string;
  aide: string;
}

/** What is wrong with one ring, if anything. */
function fauteAnneau(ring: unknown): Fautif | null {
  if (!Array.isArray(ring) || ring.length < 4)
    return {
      message: 'a un anneau de moins de quatre points',
      aide: 'Un anneau a au moins trois sommets, et revient au premier.',
    };
  for (const point of ring) {
    const [lon, lat] = Array.isArray(point) ? (point as unknown[]) : [];
    if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon) || !Number.isFinite(lat))
      return {
        message: 'a un point qui n’est pas fait de deux nombres',
        aide: 'Un point s’écrit [longitude, latitude].',
      };
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90)
      return {
        message: `a des coordonnées qui ne sont pas une longitude et une latitude ([${lon}, ${lat}])`,
        aide: 'Exportez le fichier en degrés (WGS 84, EPSG:4326), et non dans une projection comme Lambert-93.',
      };
  }
  const [first, last] = [ring[0] as Position, ring.at(-1) as Position];
  if (first[0] !== last[0] || first[1] !== last[1])
    return { message: 'a un anneau qui n’est pas fermé', aide: 'Le dernier point d’un anneau répète le premier.' };
  return null;
}

/** Polygons of a geometry, or what is wrong with it. */
function polygones(geometrie: unknown): Contour | Fautif {
  const type = isRecord(geometrie) ? geometrie.type : null;
  const coordinates = isRecord(geometrie) ? geometrie.coordinates : null;
  if ((type !== 'Polygon' && type !== 'MultiPolygon') || !Array.isArray(coordinates) || coordinates.length === 0)
    return {
      message: `n'a pas de surface (${typeof type === 'string' ? type : 'géométrie absente'})`,
      aide: 'La géométrie d’une commune est de type Polygon ou MultiPolygon.',
    };
  const list: unknown[] = type === 'Polygon' ? [coordinates] : coordinates;
  for (const polygon of list) {
    const rings: unknown[] = Array.isArray(polygon) && polygon.length > 0 ? polygon : [null];
    for (const ring of rings) {
      const fault = fauteAnneau(ring);
      if (fault) return fault;
    }
  }
  // An altitude, where there is one, says nothing on a map.
  return (list as number[][][][]).map((polygon) =>
    polygon.map((ring) => ring.map(([lon = 0, lat = 0]): Position => [lon, lat])),
  );
}

/** Where a contour does not hold its own seat: most often a longitude and a latitude taken one for the other. */
function deplace(contour: Contour, { lon, lat }: Commune): Fautif | null {
  if (lon === undefined || lat === undefined) return null;
  const points = contour.flat(2);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const within = (value: number, all: readonly number[]): boolean =>
    value >= all.reduce((a, b) => Math.min(a, b)) - JEU && value <= all.reduce((a, b) => Math.max(a, b)) + JEU;
  if (within(lon, xs) && within(lat, ys)) return null;
  return {
    message: `est loin du centre que donne territoire.yaml ([${lon}, ${lat}])`,
    aide:
      within(lat, xs) && within(lon, ys)
        ? 'Longitude et latitude y sont interverties : un point s’écrit [longitude, latitude].'
        : 'Vérifiez le code Insee de ce contour, et « lon » et « lat » de la commune.',
  };
}

/** The first of a kind of fault one by one, then how many more there are. */
function abreger(faults: readonly FauteContour[]): FauteContour[] {
  const rest = faults.length - TELLES;
  return faults
    .slice(0, TELLES)
    .map((fault, i) =>
      rest > 0 && i === TELLES - 1
        ? { ...fault, message: `${fault.message.replace(/\.$/, '')} (et ${rest} de même ensuite).` }
        : fault,
    );
}

/** Where the engine gave up: it tells a position, or quotes the ten characters on each side of it, or has met the end. */
function ouJson(text: string, message: string): number {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const quoted = /\.\.\."([\s\S]+?)"(?:\.\.\.)? is not valid JSON$/.exec(message)?.[1];
  const at = quoted === undefined ? -1 : text.indexOf(quoted);
  if (at >= 0) return at + 10;
  return message.includes('end of JSON') ? text.trimEnd().length : 0;
}

/** Features of the file with their places, or why it is not read. */
function entites(text: string): Entite[] | FauteContour {
  const illisible = (offset: number, message: string, aide: string): FauteContour => ({
    code: 'contours-illisibles',
    ligne: 1,
    colonne: 1,
    ...placesDe(text, [offset])[0],
    message,
    aide,
  });
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    return illisible(
      ouJson(text, error instanceof Error ? error.message : ''),
      'le fichier n’est pas du JSON correct : il est illisible à partir d’ici.',
      'Exportez-le de nouveau au format GeoJSON depuis votre logiciel de cartographie.',
    );
  }
  const features = isRecord(root) && root.type === 'FeatureCollection' ? root.features : null;
  if (!Array.isArray(features))
    return illisible(
      0,
      'le fichier n’est pas une collection de contours (« FeatureCollection »).',
      'Exportez-le au format GeoJSON : { "type": "FeatureCollection", "features": […] }.',
    );
  const places = placesDe(
    text,
    [...text.matchAll(/"type"\s*:\s*"Feature"/g)].map(({ index }) => index),
  );
  return features.map(
    (feature: unknown, i): Entite => ({
      proprietes: isRecord(feature) && isRecord(feature.properties) ? feature.properties : {},
      geometrie: isRecord(feature) ? feature.geometry : null,
      ligne: 1,
      colonne: 1,
      ...places[i],
      rang: i + 1,
    }),
  );
}

/**
 * Contours of the communes of the study. A commune without a contour is not in the result; a contour of no commune of the study is left out
 * and told once for all.
 */
export function lireContours(
  text: string,
  communes: readonly Commune[],
): { contours: Contours; fautes: FauteContour[] } {
  const read = entites(text);
  if (!Array.isArray(read)) return { contours: {}, fautes: [read] };
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  const property = proprieteDuCode(read, new Set(byCode.keys()));
  if (property === null)
    return {
      contours: {},
      fautes: [
        {
          code: 'contours-illisibles',
          ligne: 1,
          colonne: 1,
          message: 'aucun contour du fichier ne porte le code Insee d’une commune de l’étude.',
          aide: 'Donnez à chaque contour une propriété qui tient ce code : "properties": { "code": "01004" }.',
        },
      ],
    };

  const contours: Record<string, Contour> = {};
  const wrong: FauteContour[] = [];
  const moved: FauteContour[] = [];
  const unknown: { code: string | null; entite: Entite }[] = [];
  for (const entite of read) {
    const code = codeDe(entite.proprietes[property]);
    const commune = byCode.get(code ?? '');
    if (code === null || !commune) {
      unknown.push({ code, entite });
      continue;
    }
    const { ligne, colonne } = entite;
    const name = `le contour de ${commune.nom} (${code})`;
    const shape = polygones(entite.geometrie);
    if ('message' in shape)
      wrong.push({ code: 'contour-incorrect', ligne, colonne, message: `${name} ${shape.message}.`, aide: shape.aide });
    else if (contours[code])
      wrong.push({
        code: 'contour-incorrect',
        ligne,
        colonne,
        message: `${name} est donné deux fois.`,
        aide: 'Gardez-en un ; une commune en plusieurs morceaux est un seul MultiPolygon.',
      });
    else {
      contours[code] = shape;
      const away = deplace(shape, commune);
      if (away)
        moved.push({ code: 'contour-deplace', ligne, colonne, message: `${name} ${away.message}.`, aide: away.aide });
    }
  }
  return {
    contours,
    fautes: [...abreger(wrong), ...abreger(moved), ...inconnus(unknown, property, [...byCode.keys()])],
  };
}

/** Contours of no commune of the study: a file often covers a whole department, which one sentence says. */
function inconnus(
  unknown: readonly { code: string | null; entite: Entite }[],
  property: string,
  codes: readonly string[],
): FauteContour[] {
  const [first] = unknown;
  if (!first) return [];
  const { ligne, colonne } = first.entite;
  const place = { code: 'contour-inconnu' as const, ligne, colonne };
  const shown = unknown
    .slice(0, TELLES)
    .map(({ code, entite }) => code ?? `contour n° ${entite.rang}, sans « ${property} »`);
  const list = `${shown.join(', ')}${unknown.length > TELLES ? '…' : ''}`;
  const near = unknown.length === 1 && first.code ? plusProche(first.code, codes) : undefined;
  return [
    {
      ...place,
      message:
        unknown.length === 1
          ? `un contour n’est celui d’aucune commune de l’étude (${list}) : il n’est pas dessiné.`
          : `${unknown.length} contours ne sont ceux d’aucune commune de l’étude (${list}) : ils ne sont pas dessinés.`,
      aide: near
        ? `Vouliez-vous dire « ${near} » ?`
        : 'Gardez dans le fichier les seules communes de l’étude, ou vérifiez ces codes.',
    },
  ];
}
