/** Names of columns: wrapped above their column where the words hold in it, slanted where they do not. */
import { numberAt } from '../../../lists/at.js';
import { label } from './svg.js';
import { shortenText, textWidth, wrapText } from './text-width.js';
import type { ChartTheme } from './theme.js';

export interface Entetes {
  /** Height that they take, in points. */
  hauteur: number;
  /** How far a slanted name goes beside the column that it names: to the right above a drawing, to the left below it. */
  debord: number;
  /** `x`: middle of each column; `y`: the edge of the drawing on the side of the names. */
  dessin(x: readonly number[], y: number): string;
}

interface Options {
  size: number;
  bold?: boolean;
  cote: 'dessus' | 'dessous';
  /** Most lines of a wrapped name. */
  lignes?: number;
}

const PENTE = Math.SQRT1_2;
/** Length that a slanted line may take, in points. */
const LONGUEUR = 118;
const ECART = 5;

/** The name in at most `count` lines of `LONGUEUR`; what is left is cut with an ellipsis, the table behind the figure having it whole. */
function lignesInclinees(name: string, count: number, size: number, bold: boolean): string[] {
  const lines = wrapText(name, LONGUEUR, size, bold);
  const kept = lines.slice(0, count);
  const rest = lines.slice(count - 1).join(' ');
  if (lines.length > count) kept[count - 1] = `${shortenText(rest, LONGUEUR - size, size).replace(/…?$/, '…')}`;
  return kept.map((text) => shortenText(text, LONGUEUR, size));
}

/** `largeur`: width of a column, in points. */
export function entetes(names: readonly string[], largeur: number, theme: ChartTheme, options: Options): Entetes {
  const { size, bold = false, cote, lignes = 4 } = options;
  const leading = size * 1.15;
  const fits = names.every(
    (name) =>
      wrapText(name, largeur - 4, size, bold).length <= lignes &&
      name.split(' ').every((word) => textWidth(word, size, bold) <= largeur - 4),
  );
  if (fits) {
    const most = Math.max(1, ...names.map((name) => wrapText(name, largeur - 4, size, bold).length));
    return {
      hauteur: most * leading + 6,
      debord: 0,
      dessin: (x, y) =>
        names
          .map((name, i) =>
            label(name, numberAt(x, i), cote === 'dessus' ? y - 4 : y + 4, {
              size,
              bold,
              anchor: 'middle',
              max: largeur - 4,
              vertical: cote === 'dessus' ? 'bottom' : 'top',
              colour: theme.ink,
            }),
          )
          .join(''),
    };
  }
  const room = Math.max(1, Math.floor((largeur * PENTE) / leading));
  const lines = names.map((name) => lignesInclinees(name, room, size, bold));
  const longest = Math.max(0, ...lines.flat().map((text) => textWidth(text, size, bold)));
  const deep = Math.max(1, ...lines.map((own) => own.length)) * leading;
  return {
    hauteur: (longest + deep) * PENTE + ECART + 2,
    debord: (longest + deep) * PENTE,
    dessin: (x, y) =>
      lines
        .map((own, i) =>
          own
            .map((text, k) => {
              // Lines of a name go down its slope: to the right above, to the left below.
              const shift = (k - (own.length - 1) / 2) * (leading / PENTE);
              const at = cote === 'dessus' ? y - ECART : y + ECART;
              return label(text, numberAt(x, i) + shift, at, {
                size,
                bold,
                anchor: cote === 'dessus' ? 'start' : 'end',
                rotate: -45,
                colour: theme.ink,
              });
            })
            .join(''),
        )
        .join(''),
  };
}
