/** A comma inside of braces parts two fields: « 3,5 » is read as 3 and a field « 5 », « a, b » as a and a field « b ». What was meant, where there is no doubt. */
import { nombreFr } from '../../texte/nombres.js';
import type { Correction, Plage } from '../diagnostic.js';
import type { Shape } from '../shape.js';
import { lineAt } from '../yaml/line.js';
import { enLigne } from '../yaml/one-line.js';
import { between, namesAField } from '../yaml/sans-guillemets.js';
import { nombreDe } from './ecritures.js';

/** The words that follow a value, each taken for a field without value; a field of the entry ends them. */
export function motsQuiSuivent(
  text: string,
  plage: Plage,
  fields: readonly string[],
): { ecrit: string; mots: string[] } {
  const rest = lineAt(text, plage.ligne).slice(plage.colonne - 1 + plage.longueur);
  const mots: string[] = [];
  let ecrit = '';
  for (;;) {
    const [piece, word = ''] =
      /^\s*,\s*([^,:{}[\]"'#\s][^,:{}[\]"#]*?)(?=\s*[,}])/.exec(rest.slice(ecrit.length)) ?? [];
    if (piece === undefined || fields.includes(word)) return { ecrit, mots };
    ecrit += piece;
    mots.push(word);
  }
}

/**
 * The text of `field`, which begins at `plage` and which commas cut: what follows is taken for fields without value. Undefined where one of these
 * may be a field whose colon is forgotten, or when the text has its quotes.
 */
export function texteRecolle(
  text: string,
  plage: Plage,
  value: unknown,
  fields: readonly string[],
): { mots: string[]; remplacer: string; par: string } | undefined {
  const { ecrit, mots } = motsQuiSuivent(text, plage, fields);
  const written = lineAt(text, plage.ligne).slice(plage.colonne - 1, plage.colonne - 1 + plage.longueur);
  if (mots.length === 0 || written !== value || namesAField(`${written}${ecrit}`, fields)) return undefined;
  return { mots, remplacer: written + ecrit, par: between(written + ecrit) };
}

/**
 * The number whose decimals are taken for a field, at `plage`. `accepte` says whether the schema takes it in the field where it begins.
 */
export function decimalesCorrectes(
  text: string,
  plage: Plage,
  decimals: string,
  shape: Shape | undefined,
  accepte: (field: string, value: number) => boolean,
): Correction | undefined {
  const before = lineAt(text, plage.ligne).slice(0, plage.colonne - 1);
  const [, field = '', whole] = /([\w-]+)\s*:\s*(-?\d[\d \u00a0\u202f]*,)$/.exec(before) ?? [];
  if (whole === undefined || !/^\d/.test(decimals)) return undefined;
  const value = nombreDe(whole + decimals, shape?.properties?.[field]);
  if (value === null || !accepte(field, value)) return undefined;
  return { remplacer: whole + decimals, par: enLigne(value), recul: whole.length };
}

/** « 14,9O0 » between braces: 14, then a field « 9O0 », whose letter stands for a digit. Three digits after the comma are thousands. */
export function lettrePourChiffre(key: string, value: unknown): string | undefined {
  if (!/^\d*[OolI][\dOolI]*$/.test(key)) return undefined;
  const digits = key.replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
  const fields = Object.entries(value ?? {});
  const whole: unknown = fields[fields.findIndex(([one]) => one === key) - 1]?.[1];
  const meant =
    typeof whole !== 'number' || !Number.isInteger(whole)
      ? digits
      : digits.length === 3 && Math.abs(whole) >= 1
        ? `${whole}${digits} pour ${nombreFr(Number(`${whole}${digits}`))}, ${whole}.${digits} pour des millièmes`
        : `${whole}.${digits}`;
  return `Une lettre y tient la place d’un chiffre : écrivez ${meant}.`;
}
