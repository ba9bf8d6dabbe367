/** How people write dates, amounts, yes and no, and what the inventories expect for each. All answer null when in doubt. */

import { JOUR } from '../../texte/dates.js';
import { identifiant, nu } from '../../texte/identifiant.js';

/** A text as an id: « Communauté de l'Île » is `communaute-de-l-ile`; empty when it has no letter nor digit. */
export const enId = (text: string): string => identifiant(text);

/** Length beyond which an id drawn from a name is cut, at a word. */
const LONGUEUR_ID = 40;

/** The longest that the schemas take. */
const LONGUEUR_ID_ADMISE = 60;

/** Words that lead to the next one, which a cut takes away: « …-au-pays-d » says no more than « … ». */
const MOTS_DE_LIAISON = /(?:-(?:[adlns]|au|aux|avec|dans|des?|du|en|et|la|les?|ou|par|pour|sur|une?))+$/;

/** Below it, an id made of the first words says too little. */
const LONGUEUR_ID_QUI_DIT = 12;

/** An id drawn from a name or a title: cut at a word when they are long, « Saint-Rome-l’Haute » being one, or else within it. */
export function idTireDe(name: string): string {
  const id = enId(name);
  if (id.length <= LONGUEUR_ID) return id;
  let kept = '';
  for (const word of name.split(/\s+/).map(enId).filter(Boolean)) {
    const longer = kept === '' ? word : `${kept}-${word}`;
    if (longer.length > LONGUEUR_ID) break;
    kept = longer;
  }
  const cut = kept.replace(MOTS_DE_LIAISON, '');
  if (cut.length >= LONGUEUR_ID_QUI_DIT) return cut;
  return id
    .slice(0, LONGUEUR_ID + 1)
    .replace(/-[^-]*$/, '')
    .replace(MOTS_DE_LIAISON, '')
    .slice(0, LONGUEUR_ID);
}

/** What is wrong with an id that somebody types, with one that will do; undefined when it is one. */
export function fauteDeId(typed: string): string | undefined {
  if (enId(typed) === typed && typed.length <= LONGUEUR_ID_ADMISE) return undefined;
  const proposed = typed.length > LONGUEUR_ID_ADMISE ? idTireDe(typed) : enId(typed);
  return `un identifiant s’écrit en minuscules, sans accent ni espace, en ${LONGUEUR_ID_ADMISE} signes au plus${proposed === '' ? '.' : ` : ${proposed}`}`;
}

const MOIS = ['janv', 'fevr', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec'];

const two = (value: number): string => String(value).padStart(2, '0');

/** AAAA-MM-JJ when the day exists in the calendar; null otherwise. */
function jour(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1;
  return real ? `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` : null;
}

const century = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

/**
 * A date as the inventories write it (AAAA-MM-JJ, AAAA-MM or AAAA), from « 15/02/2018 », « 3 mars 2018 », « 02/2018 », « mars 2018 » or the ISO form.
 * Day before month, as in France; null for anything else.
 */
export function dateDe(text: string): string | null {
  const t = nu(text)
    .replace(/\s+/g, ' ')
    .replace(/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, '$1-$2-$3')
    .replace(/^(?:le )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) /, '');
  if (/^\d{4}$/.test(t)) return t;
  // « 2011/12 » may be a school year.
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2})(?:[t ]\d{2}:\d{2}.*)?)?$/.exec(t);
  if (iso) {
    const [, year, month, day] = iso;
    if (day === undefined) return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${two(Number(month))}` : null;
    return jour(Number(year), Number(month), Number(day));
  }
  const french = /^(\d{1,2})[ /.-](\d{1,2})[ /.-](\d{4}|\d{2})$/.exec(t);
  if (french) return jour(century(french[3] ?? ''), Number(french[2]), Number(french[1]));
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(t);
  if (month) return Number(month[1]) >= 1 && Number(month[1]) <= 12 ? `${month[2]}-${two(Number(month[1]))}` : null;
  const named = /^(?:le )?(?:(\d{1,2})(?:er)?[ -])?([a-z]+)\.?[ -](\d{4}|\d{2})$/.exec(t);
  // « mars 24 » may be a day.
  if (named?.[1] === undefined && named?.[3]?.length === 2) return null;
  const rank = named ? MOIS.findIndex((name) => (named[2] ?? '').startsWith(name)) + 1 : 0;
  if (!named || rank === 0) return null;
  return named[1] === undefined ? `${named[3]}-${two(rank)}` : jour(century(named[3] ?? ''), rank, Number(named[1]));
}

/** Days of a spreadsheet's calendar that stand for a date between 1954 and 2119; a smaller number is no date. */
const JOURS = { premier: 20_000, dernier: 80_000 };

/** Day 0 of Excel's calendar, which counts a 29 February 1900 that did not exist. */
const ORIGINE = Date.UTC(1899, 11, 30);

/** AAAA-MM-JJ of a date left as its number of days, « 45672 »; null for anything else. */
export function dateDeTableur(text: string): string | null {
  const days = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Math.floor(Number(text.replace(',', '.'))) : 0;
  if (days < JOURS.premier || days > JOURS.dernier) return null;
  return new Date(ORIGINE + days * JOUR).toISOString().slice(0, 10);
}

/** Fractions of one sign that have an exact figure. */
const FRACTIONS: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅛': 0.125,
  '⅜': 0.375,
  '⅝': 0.625,
  '⅞': 0.875,
  '⅕': 0.2,
  '⅖': 0.4,
  '⅗': 0.6,
  '⅘': 0.8,
};

/**
 * A number from « 12 500,50 € », « 12.500,50 », « 1 200 », « 85 % », « 12 k€ », « 1 250 hab. », « 8,2 km² ». A percentage keeps its figure (85), but where a share is asked for (0.85).
 * An amount before tax (« 12 500 € HT ») is no amount with it: null.
 * « 12.500 » and « 12,500 » are thousands in one reading and decimals in the other: null. « 1 ½ » is 1.5; a third has no exact figure: null.
 */
export function nombreDe(text: string, { share }: { share?: true } = {}): number | null {
  const [, whole, part = ''] = /^\s*(\d*)\s*([½¼¾⅛⅜⅝⅞⅕⅖⅗⅘])\s*$/u.exec(text) ?? [];
  if (whole !== undefined) return Number(whole) + Number(FRACTIONS[part]);
  const t = text.replace(/[\s\u00a0\u202f]+/g, '').replace(/^\+/, '');
  if (/^-?\d+([.,]\d+)?e[+-]?\d+$/i.test(t)) return Number(t.replace(',', '.'));
  const match = /^(-?)([\d.,']+)(k€|keuros?|m€|€|euros?|%|eur|ttc|€ttc|hab\.?|habitants?|personnes?|km²|km2)?$/i.exec(
    t,
  );
  if (!match) return null;
  const [, sign = '', digits = '', unit = ''] = match;
  const factor = /^k[€e]/i.test(unit) ? 1000 : /^m€/i.test(unit) ? 1_000_000 : unit === '%' && share ? 0.01 : 1;
  const plain = plainNumber(digits, /\s/.test(text.replace(/\s*\D*$/, '')));
  if (plain === null) return null;
  const value = Number(sign + plain) * factor;
  if (!Number.isFinite(value)) return null;
  return factor === 1 ? value : Math.round(value * 1e8) / 1e8;
}

/** « 12 500 € HT », « 12500 HT »: an amount that leaves the tax out. */
export const horsTaxes = (text: string): boolean => /\d\s*(?:k?€|k?euros?)?\s*h\.?\s?t\.?\s*$/i.test(text);

/** What to do of one. */
export const AIDE_HORS_TAXES =
  'Ce montant est hors taxes : donnez-le toutes taxes comprises si la TVA est payée, ou le nombre seul si elle est récupérée par la déclaration.';

/** Digits with one decimal point at most; `spaced` tells that spaces separate the thousands, so that the mark is a decimal one. */
function plainNumber(digits: string, spaced: boolean): string | null {
  if (/^\d+$/.test(digits)) return digits;
  if (/^\d{1,3}('\d{3})+([.,]\d+)?$/.test(digits)) return digits.replaceAll("'", '').replace(',', '.');
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(digits)) return digits.replaceAll(',', '');
  if (/^\d{1,3}([.,])\d{3}(\1\d{3})+$/.test(digits)) return digits.replace(/[.,]/g, '');
  const decimal = /^(\d+)[.,](\d+)$/.exec(digits);
  if (!decimal) return null;
  const [, whole = '', part = ''] = decimal;
  const doubtful = part.length === 3 && whole.length <= 3 && whole !== '0' && !spaced;
  return doubtful ? null : `${whole}.${part}`;
}

/** true or false from « oui », « non », « vrai », « faux », « x », « 1 », « 0 »; null otherwise. */
export function booleenDe(text: string): boolean | null {
  const t = nu(text);
  if (['oui', 'vrai', 'true', 'yes', 'o', 'x', '1', '✓', '✔'].includes(t)) return true;
  if (['non', 'faux', 'false', 'no', 'n', '0', '✗', '✘'].includes(t)) return false;
  return null;
}
