/** Pictures of the author's texts: `![what it shows](photos/mairie.jpg "Credit")`, read with the text. */
import type { Diagnostic } from '../../study/diagnostic.js';
import { lireFichier, type Refus, refus } from './fichier.js';
import { faute } from './lieu.js';
import { pointsDe } from './points.js';
import type { Image, Texte } from './texte.js';

const MARQUE = /!\[([^\]\n]*)\]\(([^)\s]+)(?:\s+"([^"\n]*)")?\)/g;
/** Beyond this a file weighs on every copy of the document and shows no better on paper. */
const OCTETS_MAX = 3_000_000;

const mimeDe = (bytes: Uint8Array): Image['mime'] | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  return bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47 ? 'image/png' : null;
};

/** Width and height in pixels, from the head of the file; null when it is broken. */
async function taille(bytes: Uint8Array): Promise<{ largeur: number; hauteur: number } | null> {
  const { imageSize } = await import('image-size');
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { largeur: width, hauteur: height } : null;
  } catch {
    return null;
  }
}

/** A JPEG or PNG of the study's folder, of at most `most` bytes. `exemple` is a path that would do. */
export async function lireImage(
  chemin: string,
  studyFolder: string,
  { most, exemple }: { most: number; exemple: string },
): Promise<{ image: Pick<Image, 'mime' | 'base64' | 'largeur' | 'hauteur'> } | { refus: Refus }> {
  const found = await lireFichier(chemin, studyFolder, {
    nom: "l'image",
    most,
    exemple,
    alleger: 'Enregistrez-la plus petite : une page ne montre pas plus de 1 600 points de large.',
  });
  if ('refus' in found) return found;
  const mime = mimeDe(found.bytes);
  const read = mime === null ? null : await taille(found.bytes);
  if (mime === null || read === null)
    return refus(
      `« ${chemin} » n'est pas une image JPEG ou PNG lisible.`,
      'Enregistrez-la dans l’un de ces deux formats.',
    );
  const points = await pointsDe(found.bytes, mime, chemin);
  if ('refus' in points) return points;
  return { image: { mime, base64: points.bytes.toString('base64'), ...read } };
}

/** The pictures that a text shows, and what is wrong with the others. */
export async function lireImages(
  texte: Texte,
  studyFolder: string,
): Promise<{ images: Image[]; diagnostics: Diagnostic[] }> {
  const images: Image[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const match of texte.markdown.matchAll(MARQUE)) {
    const [whole, alternative = '', chemin = '', credit = ''] = match;
    const fault = (message: string, aide: string): void => {
      diagnostics.push(
        faute(texte, 'image-incorrecte', { offset: match.index, longueur: whole.length }, message, aide),
      );
    };
    const read = await lireImage(chemin, studyFolder, { most: OCTETS_MAX, exemple: 'photos/mairie.jpg' });
    if ('image' in read && (alternative.trim() === '' || credit.trim() === ''))
      fault(
        `l'image « ${chemin} » n'a pas ${alternative.trim() === '' ? 'de texte de remplacement' : 'de crédit'}.`,
        'Écrivez ![ce que l’image montre](photos/mairie.jpg "Crédit : auteur, année").',
      );
    if ('refus' in read) fault(read.refus.message, read.refus.aide);
    else images.push({ chemin, ...read.image, alternative, credit });
  }
  return { images, diagnostics };
}
