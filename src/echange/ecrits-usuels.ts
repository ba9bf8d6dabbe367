/** What a spreadsheet does to a phone number or an address, undone. */

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
