/** What is told of the text of a file that YAML does not read, or reads otherwise than its author meant. */
import type { Scalar } from 'yaml';
import { virgule } from '../../texte/nombres.js';
import type { Correction, Plage } from '../diagnostic.js';
import type { Shape } from '../shape.js';
import { type placing, rangeOf } from './ranges.js';
import { quotesWanted, takesAnyText } from './sans-guillemets.js';
import { THOUSANDS } from './scalars.js';

export type Placing = ReturnType<typeof placing>;

/** A fault of syntax, at its place in the text. */
export interface SyntaxFault {
  code: 'syntaxe-yaml' | 'cle-en-double' | 'fichier-vide' | 'texte-coupe' | 'nombre-ambigu';
  plage: Plage;
  message: string;
  aide?: string;
  /** What to write, where there is no doubt. */
  correction?: Correction;
}

const lineFrom = (text: string, at: number): string => text.slice(at, text.indexOf('\n', at) + 1 || undefined);

/** What is to be told of a value that is read as something else than its author may believe. */
export function remarksOn(
  node: Scalar,
  value: unknown,
  shape: Shape | undefined,
  text: string,
  place: Placing,
): SyntaxFault[] {
  const [start, end] = rangeOf(node) ?? [0, 0];
  const { source = '' } = node;
  if (typeof value === 'number' && THOUSANDS.test(source)) {
    const whole = source.replace('.', '');
    const message = `« ${source} » est lu ${virgule(value)} : en YAML, le point sépare les décimales.`;
    const aide = `Écrivez ${whole} si ce sont des milliers, ${value} sinon.`;
    return [{ code: 'nombre-ambigu', plage: place(start, end), message, aide }];
  }
  // A word of a list, or a date, is whole as it is.
  const whole = shape?.choices?.includes(source) || (shape?.date && /^\d{4}(?:-\d\d){0,2}$/.test(source));
  const free = shape?.types?.includes('string') && shape.reference === undefined && !whole;
  // « nom: #2 de la vallée »: a comment has a space after its sign.
  const [hidden] = free && value === null ? (/^[ \t]*#[^#\s].*/.exec(lineFrom(text, start)) ?? []) : [];
  if (hidden !== undefined) {
    const message = `« ${hidden.trim()} » n’est pas lu : le signe « # » ouvre un commentaire.`;
    const at = start + hidden.indexOf('#');
    return [
      {
        code: 'texte-coupe',
        plage: place(at, at + hidden.trim().length),
        message,
        aide: 'Mettez ce texte entre guillemets.',
      },
    ];
  }
  if (!free || node.type !== 'PLAIN' || !text.startsWith(' #', end)) return [];
  const message = `le texte est lu jusqu’au signe « # », qui ouvre un commentaire : « ${source} ».`;
  const aide = 'Mettez tout le texte entre guillemets ; deux espaces avant « # » disent que c’est bien un commentaire.';
  return [{ code: 'texte-coupe', plage: place(start, end), message, aide }];
}

/** An anchor that no alias names, before a text: the word of the text that it takes. */
export function lostWord(
  { anchor = '', range }: Scalar,
  value: unknown,
  shape: Shape | undefined,
  text: string,
  place: Placing,
): SyntaxFault[] {
  if (!takesAnyText(shape) || !range || (value !== null && typeof value !== 'string')) return [];
  const start = text.lastIndexOf(`&${anchor}`, range[0]);
  const message = `« &${anchor} » n’est pas lu : au début d’une valeur, « & » nomme une ancre.`;
  const aide = `Mettez tout le texte entre guillemets ; sinon, retirez « &${anchor} », auquel rien ne renvoie.`;
  return [{ code: 'texte-coupe', plage: place(start, start + anchor.length + 1), message, aide }];
}

/** The faults of syntax, with the quotes that would mend those that want nothing else. */
export function withQuotes(faults: readonly SyntaxFault[], text: string, shape: Shape, place: Placing): SyntaxFault[] {
  const stumbles = faults.filter(({ code }) => code === 'syntaxe-yaml');
  if (stumbles.length === 0) return [...faults];
  const wanted = quotesWanted(
    text,
    shape,
    stumbles.map(({ plage }) => plage.ligne),
  );
  return faults.flatMap((fault, rank) => {
    const quoted = fault.code === 'syntaxe-yaml' ? wanted.get(fault.plage.ligne) : undefined;
    if (!quoted) return [fault];
    const first = faults.findIndex((one) => one.code === fault.code && one.plage.ligne === fault.plage.ligne) === rank;
    const { start, end, par } = quoted;
    const correction = { remplacer: text.slice(start, end), par };
    const [whole, recul] = [place(start, end), fault.plage.colonne - place(start, end).colonne];
    if (!first) return [];
    return recul > 0 && recul <= end - start
      ? [{ ...fault, correction: { ...correction, recul } }]
      : [{ ...fault, plage: whole, correction }];
  });
}
