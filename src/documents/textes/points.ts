/** What is inside a picture: told when a document could not show it as it is, and made plain where the PDF engine would draw it otherwise. */
import { type Refus, refus } from './fichier.js';

/** Beyond this a PNG opened weighs more than 160 Mo. */
const POINTS_MAX = 40_000_000;

const illisible = (chemin: string): { refus: Refus } =>
  refus(
    `« ${chemin} » n'est pas une image JPEG ou PNG lisible.`,
    'Enregistrez-la de nouveau, dans l’un de ces deux formats : le fichier a pu être coupé.',
  );

/** Baseline, extended and progressive: what a PDF holds (ISO 32000-1, 7.4.8). */
const TRAMES = new Set([0xc0, 0xc1, 0xc2]);
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

interface Jpeg {
  /** 4: those of print. */
  couleurs: number;
  /** All of it is there, and a PDF holds it. */
  entier: boolean;
}

/** Segments of a JPEG up to its scan (ITU-T T.81, annex B). */
function jpegDe(bytes: Buffer): Jpeg {
  let couleurs = 0;
  let [at, connu] = [2, true];
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) return { couleurs, entier: connu && couleurs > 0 && bytes.indexOf('ffd9', at, 'hex') > 0 };
    if (isFrame(marker)) {
      couleurs = bytes[at + 9] ?? 0;
      connu = TRAMES.has(marker) && bytes[at + 4] === 8;
    }
    // A fill byte stands alone before a marker.
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return { couleurs, entier: false };
}

interface Png {
  /** Up to its last chunk: what some programs write after it is no part of the picture. */
  entier: Buffer;
  points: number;
  /** Colour to be left out, or lines in seven passes: pdfkit misreads both. */
  particulier: boolean;
}

/** Chunks of a PNG (ISO/IEC 15948, clause 5); null when its end is missing. */
function pngDe(bytes: Buffer): Png | null {
  let particulier = false;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IHDR' && bytes[at + 20] === 1) particulier = true;
    if (type === 'tRNS') particulier = true;
    if (type === 'IEND')
      return {
        entier: bytes.subarray(0, at + 12),
        points: bytes.readUInt32BE(16) * bytes.readUInt32BE(20),
        particulier,
      };
  }
  return null;
}

async function simple({ entier, particulier }: Png): Promise<Buffer> {
  const { PNG } = (await import('pngjs')).default;
  const read = PNG.sync.read(entier, { checkCRC: false });
  if (!particulier) return entier;
  const opaque = read.data.every((octet, i) => i % 4 < 3 || octet === 255);
  return PNG.sync.write(read, { colorType: opaque ? 2 : 6 });
}

/** The picture as every document can show it, made plain (eight bits a channel, its transparency in a channel of its own) if it is not; or why none can. */
export async function pointsDe(
  bytes: Buffer,
  mime: 'image/jpeg' | 'image/png',
  chemin: string,
): Promise<{ bytes: Buffer } | { refus: Refus }> {
  if (mime === 'image/jpeg') {
    const { couleurs, entier } = jpegDe(bytes);
    if (!entier) return illisible(chemin);
    if (couleurs === 4)
      return refus(
        `« ${chemin} » est en CMJN, les couleurs de l'imprimerie, que les PDF d'archive (PDF/A-3) n'admettent pas sans leur profil.`,
        'Enregistrez-la en RVB (sRVB).',
      );
    return { bytes };
  }
  const png = pngDe(bytes);
  if (!png) return illisible(chemin);
  if (png.points > POINTS_MAX)
    return refus(
      `« ${chemin} » compte plus de ${POINTS_MAX / 1_000_000} millions de points.`,
      'Enregistrez-la plus petite : une page ne montre pas plus de 1 600 points de large.',
    );
  try {
    return { bytes: await simple(png) };
  } catch {
    return illisible(chemin);
  }
}
