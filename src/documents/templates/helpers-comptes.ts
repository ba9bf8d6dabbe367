/** Helpers of the templates that count: in figures, in letters at the head of a sentence and after it, as parts of a total. */
import {
  accord,
  aucun,
  compte,
  compteAuFil,
  compteDuTotal,
  compteEnLettres,
  compteSansNom,
  compteSur,
  enumerer,
  type Genre,
  JUSQU_EN_LETTRES,
  minuscule,
} from '../../texte/accords.js';
import { enLettres } from '../../texte/nombres.js';
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
  /**
   * The same of what stands without its noun, where « 1 » alone does not read: « une n’est pas datée », « 3 ne sont pas datées ». With `total=`, in letters
   * where the total is told so.
   */
  compteUn: (n: unknown, un: string, plusieurs: string, { hash }: Options) =>
    compteSansNom(nombre(n), un, plusieurs, hash.genre === 'f' ? 'f' : 'm', totalDit(hash, Infinity)),
  /** The same after « sur » and a total, in its writing: « Sur 55 acteurs, 1 est engagé », « Sur sept acteurs, un est engagé ». `genre="f"`. */
  compteParmi: (n: unknown, total: unknown, un: string, plusieurs: string, { hash }: Options) =>
    compteDuTotal(nombre(n), nombre(total), un, plusieurs, hash.genre === 'f' ? 'f' : 'm'),
  /** The same at the head of a sentence, which opens with no digit: « Sept besoins », « Aucun besoin ». */
  compteLettres: (n: unknown, un: string, plusieurs: string, aucun: unknown) =>
    compteEnLettres(nombre(n), un, plusieurs, typeof aucun === 'string' ? aucun : undefined),
  /**
   * The same within a sentence: « ; deux sont en cours », « sur sept besoins ». `genre="f"` where the words do not say it; with `total=`, in figures where
   * the total passes sixteen, for both are written alike.
   */
  compteAuFil: (n: unknown, un: string, plusieurs: string, aucun: unknown, options?: Options) => {
    const { hash } = options ?? (aucun as Options);
    const zero = typeof aucun === 'string' ? aucun : undefined;
    return totalDit(hash, 1) > JUSQU_EN_LETTRES
      ? compte(nombre(n), un, plusieurs, zero)
      : compteAuFil(nombre(n), un, plusieurs, zero, hash.genre === 'f' ? 'f' : undefined);
  },
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
  /** `{{etats n a "couvert" "couverts" b …}}` after a count: « , tous couverts », « , couvert », « : trois couverts et deux sans réponse ». */
  etats: (total: unknown, ...args: unknown[]) => {
    const parts = comptesDits(args);
    const [only] = parts;
    if (only && parts.length === 1 && only.n === nombre(total))
      return only.n === 1 ? `, ${only.un}` : `, tous ${only.plusieurs}`;
    return parts.length === 0 ? '' : ` : ${enumerer(partsDites(parts, nombre(total), 'm'))}`;
  },
  /**
   * `{{partage n "besoin" "besoins" a "est couvert" "sont couverts" …}}`: « Sur cinq besoins, trois sont couverts… », « Sur 30 besoins, 8 sont couverts… »,
   * « Les cinq besoins sont couverts », « Le seul besoin est couvert ». `suite=true` after a colon.
   */
  partage: (total: unknown, un: string, plusieurs: string, ...args: unknown[]) => {
    const all = nombre(total);
    const genre = estFeminin(un) ? 'f' : 'm';
    const parts = comptesDits(args);
    const [only] = parts;
    const begin = (text: string): string => ((args.at(-1) as Options).hash.suite === true ? minuscule(text) : text);
    if (only && parts.length === 1 && only.n === all)
      return begin(
        all === 1
          ? `${genre === 'f' ? 'La seule' : 'Le seul'} ${un} ${only.un}`
          : `Les ${enLettres(all, genre)} ${plusieurs} ${only.plusieurs}`,
      );
    const told = partsDites(parts, all, genre);
    return begin(`Sur ${compteAuFil(all, un, plusieurs)}, ${told.length > 0 ? enumerer(told) : aucun(genre)}`);
  },
};

/** The total with which a count is told, which sets how both are written. */
const totalDit = ({ total }: Record<string, unknown>, sinon: number): number =>
  total === undefined ? sinon : nombre(total);

/** « l’un est couvert et l’autre ne l’est pas » of two; otherwise each with its number. */
const partsDites = (parts: ReturnType<typeof comptesDits>, total: number, genre: Genre): string[] =>
  total === 2 && parts.length === 2
    ? parts.map(({ un }, rank) => `l’${rank === 0 ? enLettres(1, genre) : 'autre'} ${un}`)
    : parts.map(({ n, un, plusieurs }) => compteDuTotal(n, total, un, plusieurs, genre));
