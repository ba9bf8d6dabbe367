/** Whether a row speaks of an entry that the study has already. */

import { isRecord } from '../study/record.js';
import { enId } from '../study/valeurs/ecritures.js';

/** What is known of an entry that may be met again. */
export interface Connu {
  id: string;
  /** Where it was met: « la ligne 4 », « l'inventaire ». */
  ou: string;
}

const NOMS: readonly string[] = ['nom', 'titre', 'libelle'];

/** Whether a field is that by which an entry is called. */
export const estUnNom = (cle: string): boolean => NOMS.includes(cle);

/** Words that an acronym leaves out. */
const VIDES = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'et', 'en', 'au', 'aux', 'a', 'pour', 'sur']);

export const nomDe = (entry: unknown): string => {
  if (!isRecord(entry)) return '';
  const found = NOMS.map((key) => entry[key]).find((value) => typeof value === 'string');
  return typeof found === 'string' ? found : '';
};

/** Numbers that an acronym writes in digits: « C3R » is « Communauté des Trois Rivières ». */
const CHIFFRES = ['zero', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];

const initiales = (name: string): string =>
  enId(name)
    .split('-')
    .filter((word) => !VIDES.has(word))
    .map((word) => (CHIFFRES.includes(word) ? CHIFFRES.indexOf(word) : (word[0] ?? '')))
    .join('');

const courriels = (entry: unknown): string[] => {
  const contacts = isRecord(entry) && Array.isArray(entry.contacts) ? entry.contacts : [];
  return contacts.flatMap((contact) =>
    isRecord(contact) && typeof contact.courriel === 'string' ? [contact.courriel.toLowerCase().trim()] : [],
  );
};

export interface Registre {
  /** The entry of this name, but for case, accents and separators. */
  memeNom(entry: unknown): Connu | undefined;
  /** An entry that may be the same one: by its acronym or an e-mail address; `par` says which. */
  proche(entry: unknown): (Connu & { par: string }) | undefined;
  noter(entry: unknown, connu: Connu): void;
}

/** A register of the entries met so far. */
export function registre(): Registre {
  const names = new Map<string, Connu>();
  const acronyms = new Map<string, Connu>();
  const addresses = new Map<string, Connu>();
  const first = (map: Map<string, Connu>, key: string, connu: Connu): void => {
    if (key !== '' && !map.has(key)) map.set(key, connu);
  };
  const sigleDe = (entry: unknown): string =>
    isRecord(entry) && typeof entry.sigle === 'string' ? enId(entry.sigle) : '';
  return {
    memeNom: (entry) => names.get(enId(nomDe(entry))),
    proche(entry) {
      const name = enId(nomDe(entry));
      const sigle = sigleDe(entry);
      const short = acronyms.get(name) ?? (sigle === '' ? undefined : (names.get(sigle) ?? acronyms.get(sigle)));
      if (short) return { ...short, par: 'son sigle' };
      const initials = initiales(nomDe(entry));
      const long = initials.length >= 3 ? acronyms.get(initials) : undefined;
      if (long) return { ...long, par: 'ses initiales' };
      const address = courriels(entry).find((one) => addresses.has(one));
      const mail = address === undefined ? undefined : addresses.get(address);
      return mail && { ...mail, par: `l’adresse « ${address} »` };
    },
    noter(entry, connu) {
      first(names, enId(nomDe(entry)), connu);
      first(acronyms, sigleDe(entry), connu);
      for (const address of courriels(entry)) first(addresses, address, connu);
    },
  };
}
