/** A place in a text: from an offset in its Markdown to a line and a column of its file. */
import { diagnostic } from '../../study/codes/codes.js';
import type { Diagnostic, Plage } from '../../study/diagnostic.js';
import type { Texte } from './texte.js';

export function plageDe(
  { markdown, decalage }: Pick<Texte, 'markdown' | 'decalage'>,
  offset: number,
  longueur: number,
): Plage {
  const before = markdown.slice(0, offset).split('\n');
  return {
    ligne: before.length + decalage,
    colonne: (before.at(-1)?.length ?? 0) + 1,
    longueur: Math.max(1, longueur),
  };
}

export const faute = (
  texte: Texte,
  code: string,
  { offset, longueur }: { offset: number; longueur: number },
  message: string,
  aide?: string,
): Diagnostic =>
  diagnostic(code, {
    fichier: texte.fichier,
    plage: plageDe(texte, offset, longueur),
    chemin: '',
    message,
    ...(aide === undefined ? {} : { aide }),
  });
