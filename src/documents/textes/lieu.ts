/** A place in a text: from an offset in its Markdown to a line and a column of its file. */
import { bisectRight } from 'd3-array';
import { numberAt } from '../../lists/at.js';
import { diagnostic } from '../../study/codes/codes.js';
import type { Diagnostic, Plage } from '../../study/diagnostic.js';
import type { Texte } from './texte.js';

type Lu = Pick<Texte, 'markdown' | 'decalage'>;

/** Where the lines of a text begin, found once for all its faults: as many as its lines, perhaps. */
const debuts = new WeakMap<Lu, readonly number[]>();

function debutsDe(texte: Lu): readonly number[] {
  const found = debuts.get(texte) ?? [0, ...Array.from(texte.markdown.matchAll(/\n/g), ({ index }) => index + 1)];
  debuts.set(texte, found);
  return found;
}

export function plageDe(texte: Lu, offset: number, longueur: number): Plage {
  const starts = debutsDe(texte);
  const ligne = bisectRight(starts, offset);
  return {
    ligne: ligne + texte.decalage,
    colonne: Math.min(offset, texte.markdown.length) - numberAt(starts, ligne - 1) + 1,
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
