/** Pictures of the author's texts: `![what it shows](photos/mairie.jpg "Credit")`, read with the text. */
import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import type { Diagnostic } from '../../study/diagnostic.js';
import { faute } from './lieu.js';
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
    return { largeur: width, hauteur: height };
  } catch {
    return null;
  }
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
    const path = join(studyFolder, chemin);
    const below = relative(studyFolder, path);
    if (isAbsolute(chemin) || below.startsWith('..') || /^[a-z]+:/i.test(chemin)) {
      fault(
        `« ${chemin} » n'est pas dans le dossier de l'étude.`,
        'Copiez l’image dans « photos/ » et nommez-la par son chemin : photos/mairie.jpg.',
      );
      continue;
    }
    const size = await stat(path).catch(() => null);
    if (!size?.isFile()) {
      fault(`l'image « ${chemin} » n'existe pas dans l'étude.`, 'Vérifiez le nom, majuscules comprises.');
      continue;
    }
    if (alternative.trim() === '' || credit.trim() === '')
      fault(
        `l'image « ${chemin} » n'a pas ${alternative.trim() === '' ? 'de texte de remplacement' : 'de crédit'}.`,
        'Écrivez ![ce que l’image montre](photos/mairie.jpg "Crédit : auteur, année").',
      );
    if (size.size > OCTETS_MAX) {
      fault(
        `l'image « ${chemin} » pèse plus de ${OCTETS_MAX / 1_000_000} Mo.`,
        'Enregistrez-la en JPEG, à 1 600 points de large : c’est ce qu’une page montre.',
      );
      continue;
    }
    const bytes = await readFile(path);
    const mime = mimeDe(bytes);
    const read = mime === null ? null : await taille(bytes);
    if (mime === null || read === null) {
      fault(`« ${chemin} » n'est pas une image JPEG ou PNG lisible.`, 'Enregistrez-la dans l’un de ces deux formats.');
      continue;
    }
    images.push({ chemin, mime, base64: bytes.toString('base64'), ...read, alternative, credit });
  }
  return { images, diagnostics };
}
