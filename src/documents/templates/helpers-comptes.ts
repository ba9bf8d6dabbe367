/** Helpers of the templates that count: in figures, in letters at the head of a sentence and after it, as parts of a total. */
import { accord, aucun, compte, compteAuFil, compteEnLettres, compteSur, enumerer } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import { estFeminin } from '../../texte/pluriel.js';

/** Handlebars passes its options as the last argument. */
export interface Options {
  fn(context: unknown): string;
  inverse(context: unknown): string;
  hash: Record<string, unknown>;
}

export const values = (args: unknown[]): unknown[] => args.slice(0, -1);

/** A number, or how many elements a list has. */
export const nombre = (value: unknown): number => (Array.isArray(value) ? value.length : Number(value ?? 0));

/** The arguments `a "un" "plusieurs" b …` that count something. */
function comptesDits(args: unknown[]): { n: number; un: string; plusieurs: string }[] {
  const list = values(args);
  return Array.from({ length: Math.floor(list.length / 3) }, (_, i) => {
    const [count, un, plusieurs] = list.slice(3 * i, 3 * i + 3);
    return { n: nombre(count), un: String(un), plusieurs: String(plusieurs) };
  }).filter(({ n }) => n > 0);
}

export const HELPERS_DES_COMPTES = {
  /** `{{compte n "besoin" "besoins" "aucun besoin"}}`: « aucun besoin », « 1 besoin », « 7 besoins »; a list counts its elements. */
  compte: (n: unknown, un: string, plusieurs: string, aucun: unknown) =>
    compte(nombre(n), un, plusieurs, typeof aucun === 'string' ? aucun : `0 ${un}`),
  /** The same of what stands without its noun, where « 1 » alone does not read: « une n’est pas datée », « 3 ne sont pas datées ». */
  compteUn: (n: unknown, un: string, plusieurs: string, options: Options) =>
    nombre(n) === 1 ? `${options.hash.genre === 'f' ? 'une' : 'un'} ${un}` : compte(nombre(n), un, plusieurs),
  /** The same at the head of a sentence, which opens with no digit: « Sept besoins », « Aucun besoin ». */
  compteLettres: (n: unknown, un: string, plusieurs: string, aucun: unknown) =>
    compteEnLettres(nombre(n), un, plusieurs, typeof aucun === 'string' ? aucun : undefined),
  /** The same further in a sentence that opens so: « ; deux sont en cours ». `genre="f"` where the words do not say it. */
  compteAuFil: (n: unknown, un: string, plusieurs: string, aucun: unknown, options?: Options) =>
    compteAuFil(
      nombre(n),
      un,
      plusieurs,
      typeof aucun === 'string' ? aucun : undefined,
      (options ?? (aucun as Options)).hash.genre === 'f' ? 'f' : undefined,
    ),
  /** `{{compteSur n total "cible atteinte" "cibles atteintes"}}`: « Trois cibles atteintes sur huit », at the head of a sentence. */
  compteSur: (n: unknown, total: unknown, un: string, plusieurs: string, aucun: unknown) =>
    compteSur(nombre(n), nombre(total), un, plusieurs, typeof aucun === 'string' ? aucun : undefined),
  /** `{{accord n "est" "sont"}}`: the word that agrees with n. */
  accord: (n: unknown, un: string, plusieurs: string) => accord(nombre(n), un, plusieurs),
  /** `{{presents a "existe" "existent" b "manque" "manquent"}}` after a number in letters: « trois existent et un manque », without those that count nothing; « aucun » when none does. `genre="f"` where the words do not say it; `chiffres=true` after a number in figures. */
  presents: (...args: unknown[]) => {
    const { hash } = args.at(-1) as Options;
    const genre = hash.genre === 'f' ? 'f' : undefined;
    const parts = comptesDits(args).map(({ n, un, plusieurs }) =>
      hash.chiffres === true ? compte(n, un, plusieurs) : compteAuFil(n, un, plusieurs, undefined, genre),
    );
    return parts.length > 0 ? enumerer(parts) : aucun(genre);
  },
  /** `{{etats n a "couvert" "couverts" b …}}` after a count: « , tous couverts », « , couvert », « : 3 couverts et 2 sans réponse ». */
  etats: (total: unknown, ...args: unknown[]) => {
    const parts = comptesDits(args);
    const [only] = parts;
    if (only && parts.length === 1 && only.n === nombre(total))
      return only.n === 1 ? `, ${only.un}` : `, tous ${only.plusieurs}`;
    return parts.length === 0 ? '' : ` : ${enumerer(parts.map(({ n, un, plusieurs }) => compte(n, un, plusieurs)))}`;
  },
  /** `{{partage n "besoin" "besoins" a "est couvert" "sont couverts" …}}`: « Sur 5 besoins, 3 sont couverts… », « Les 5 besoins sont couverts », « Le seul besoin est couvert ». */
  partage: (total: unknown, un: string, plusieurs: string, ...args: unknown[]) => {
    const all = nombre(total);
    const parts = comptesDits(args);
    const [only] = parts;
    if (only && parts.length === 1 && only.n === all)
      return all === 1
        ? `${estFeminin(un) ? 'La seule' : 'Le seul'} ${un} ${only.un}`
        : `Les ${nombreFr(all)} ${plusieurs} ${only.plusieurs}`;
    const told = parts.map((part) => compte(part.n, part.un, part.plusieurs));
    return `Sur ${compte(all, un, plusieurs)}, ${told.length > 0 ? enumerer(told) : 'aucun'}`;
  },
};
