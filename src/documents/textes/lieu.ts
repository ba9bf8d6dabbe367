/** A place in a text: from an offset in its Markdown to a line and a column of its file. */
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

/** Rank, from 0, of the last line that begins at `offset` or before it. */
function rangDe(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (numberAt(starts, middle) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

export function plageDe(texte: Lu, offset: number, longueur: number): Plage {
  const starts = debutsDe(texte);
  const rang = rangDe(starts, offset);
  return {
    ligne: rang + 1 + texte.decalage,
    colonne: Math.min(offset, texte.markdown.length) - numberAt(starts, rang) + 1,
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
