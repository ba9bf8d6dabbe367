/** Order and likeness of words. */
import { distance } from 'fastest-levenshtein';
import { identifiant } from './identifiant.js';

let francais: Intl.Collator | undefined;

/** Made when it is first asked for: it takes a tenth of the time of a small command. */
const compareFrancais = (a: string, b: string): number => {
  francais ??= new Intl.Collator('fr', { numeric: true });
  return francais.compare(a, b);
};

/** Order that a French reader expects: « Âge » before « Vol », « Action 2 » before « Action 10 »; by code unit when nothing else parts them. */
export const parOrdreFrancais = (a: string, b: string): number => compareFrancais(a, b) || ordre(a, b);

/** Order by code unit, for ids and machine keys: the same on every machine. */
export const ordre = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Proche {
  candidat: string;
  ecart: number;
}

/** The words of a name, whatever their order: « date_engagement » is « engagement_date ». */
const memesMots = (a: string, b: string): boolean => {
  const words = (text: string): string => text.split('-').sort(ordre).join('-');
  return words(a) === words(b);
};

/** Candidates that look like what was typed, the nearest first; those too far are left out. Case, accents and separators do not count. */
export function proches(typed: string, candidates: Iterable<string>): string[] {
  const word = identifiant(typed);
  const limite = Math.max(2, Math.ceil(word.length / 3));
  const found: Proche[] = [];
  for (const candidat of candidates) {
    const other = identifiant(candidat);
    if (Math.abs(other.length - word.length) > limite) continue;
    const ecart = memesMots(word, other) ? Math.min(1, distance(word, other)) : distance(word, other);
    if (ecart <= limite && ecart < Math.max(word.length, other.length)) found.push({ candidat, ecart });
  }
  return found.sort((a, b) => a.ecart - b.ecart).map(({ candidat }) => candidat);
}

/** Whether one says all the words of the other, and more: « moulin » and « le-moulin-d-en-bas ». */
function enDitPlus(a: string, b: string): boolean {
  const [short = '', long = ''] = [a, b].sort((one, two) => one.length - two.length);
  return short.length >= 4 && (long.startsWith(short) || `-${long}-`.includes(`-${short}-`));
}

/** The candidate nearest to what was typed, or the only one that it shortens (« assoc ») or that has its words and more; undefined when all are far. */
export function plusProche(typed: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates];
  const word = identifiant(typed);
  const near = proches(typed, all)[0];
  if (near !== undefined) return near;
  const longer = all.filter((candidate) => enDitPlus(word, identifiant(candidate)));
  return longer.length === 1 ? longer[0] : undefined;
}

/** « Vouliez-vous dire « x » ? », or nothing. */
export function vouliezVousDire(typed: string, candidates: Iterable<string>): string | undefined {
  const found = plusProche(typed, candidates);
  return found === undefined ? undefined : `Vouliez-vous dire « ${found} » ?`;
}
