/** What a spreadsheet does to a phone number or an address, undone. */

/** A French number whose first zero was lost (298990001), or whose « + » was (33298990001), by twos; any other text as it is. */
export function telephoneDe(text: string): string {
  const [, country, digits] = /^(33)?([1-9]\d{8})$/.exec(text) ?? [];
  if (digits === undefined) return text;
  const pairs = (digits.slice(1).match(/../g) ?? []).join(' ');
  return `${country === undefined ? '0' : '+33 '}${digits[0]} ${pairs}`;
}

/** Units that people write after a number, by what the name of its field counts. */
const UNITES: readonly (readonly [field: RegExp, unit: RegExp])[] = [
  [/jours?(?:_an)?$/, /\s*(?:j|jrs?|jours?)\.?(?:\s*(?:\/|par)\s*ans?)?$/i],
  [/jours?_[a-z]+$/, /\s*(?:j|jrs?|jours?)\.?$/i],
  [/mois$/, /\s*mois$/i],
  [/_ans$/, /\s*(?:ans?|années?)$/i],
  [/etp(?:_total)?$/, /\s*(?:e\.?t\.?p\.?|équivalents?[ -]temps[ -]pleins?)$/i],
];

/** « 2,5 j » where days are counted, « 6 mois » where months are: the number alone; any other text as it is. */
export function sansUnite(text: string, cle: string): string {
  const found = UNITES.find(([field, unit]) => field.test(cle) && unit.test(text));
  return found ? text.replace(found[1], '') : text;
}

/** Whether a field counts days, months, years or posts, and no money. */
export const aUneUnite = (cle: string): boolean => UNITES.some(([field]) => field.test(cle));

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
