/** What a spreadsheet does to a phone number, an address or a date, undone. */

/** Days of a spreadsheet's calendar that stand for a date between 1954 and 2119; a smaller number is no date. */
const JOURS = { premier: 20_000, dernier: 80_000 };

/** Day 0 of Excel's calendar, which counts a 29 February 1900 that did not exist. */
const ORIGINE = Date.UTC(1899, 11, 30);

/** AAAA-MM-JJ of a date left as its number of days, « 45672 »; null for anything else. */
export function dateDeTableur(text: string): string | null {
  const days = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Math.floor(Number(text.replace(',', '.'))) : 0;
  if (days < JOURS.premier || days > JOURS.dernier) return null;
  return new Date(ORIGINE + days * 86_400_000).toISOString().slice(0, 10);
}

/** A French number whose first zero was lost (298990001), or whose « + » was (33298990001), by twos; any other text as it is. */
export function telephoneDe(text: string): string {
  const [, country, digits] = /^(33)?([1-9]\d{8})$/.exec(text) ?? [];
  if (digits === undefined) return text;
  const pairs = (digits.slice(1).match(/../g) ?? []).join(' ');
  return `${country === undefined ? '0' : '+33 '}${digits[0]} ${pairs}`;
}

const ADRESSE = /[^\s<>,;:/|()[\]"']+@[^\s<>,;:/|()[\]"']+\.[^\s<>,;:/|()[\]"']+/g;

/** The addresses that a cell holds, each once. */
export const courriels = (text: string): string[] => [...new Set(text.match(ADRESSE) ?? [])];

/** « mailto:accueil@exemple.fr » and « Accueil <accueil@exemple.fr> » as the address alone; any other text as it is. */
export function courrielDe(text: string): string {
  const [only, ...others] = courriels(text);
  return only !== undefined && others.length === 0 ? only : text;
}

/** Parts of a cell, when separators make exactly `nombre` of them; null otherwise. */
export function enParts(text: string, nombre: number): string[] | null {
  const parts = text.split(/\s*(?:\r?\n|[;/|]|,\s|\s(?:et|ou)\s)\s*/).filter((part) => part !== '');
  return parts.length === nombre ? parts : null;
}
