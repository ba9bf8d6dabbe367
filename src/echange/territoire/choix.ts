/** The communes that codes ask for, in the official lists. */
import { identifiant } from '../../texte/identifiant.js';
import { proches } from '../../texte/ordre.js';
import type { Commune, Listes } from './listes.js';

export interface Demande {
  /** SIREN of groupings. */
  epci: readonly string[];
  /** Insee codes. */
  communes: readonly string[];
  /** Codes of départements. */
  departements: readonly string[];
}

export interface Choix {
  communes: Commune[];
  /** What was asked and stands for something else, said to the user. */
  remarques: string[];
  /** What was asked and is in no list, each with the nearest. */
  fautes: string[];
}

interface Liste {
  /** « une commune », « une intercommunalité », « un département ». */
  sorte: string;
  /** « 5 chiffres »: what its codes look like. */
  forme: string;
  noms: ReadonlyMap<string, string>;
}

/** The nearest by name, for a name typed in place of a code; by code otherwise. */
function inconnu(typed: string, { sorte, forme, noms }: Liste, millesime: string): string {
  const byName = /\d/.test(typed) ? [] : nomsProches(typed, noms);
  const found = byName.length > 0 ? byName : proches(typed, noms.keys()).filter((code) => code.length === typed.length);
  const near = found.slice(0, 3).map((code) => `${code} (${noms.get(code)})`);
  const help = near.length > 0 ? `Vouliez-vous dire ${near.join(' ou ')} ?` : `Un code de ${forme} est attendu.`;
  return `« ${typed} » n'est le code d'aucun${sorte.startsWith('une') ? 'e' : ''} ${sorte.split(' ')[1]} de ${millesime}. ${help}`;
}

/** A grouping is often named without its kind: « Pays de X » for « Communauté de communes du Pays de X ». */
function nomsProches(typed: string, noms: ReadonlyMap<string, string>): string[] {
  const bare = (nom: string): string =>
    nom.replace(/^Communauté (de communes|d’agglomération|urbaine) (d[eu]s? |d')?/, '');
  const codes = new Map<string, string[]>();
  for (const [code, nom] of noms) codes.set(bare(nom), [...(codes.get(bare(nom)) ?? []), code]);
  const within = [...codes.keys()].filter((nom) => identifiant(nom).includes(identifiant(typed)));
  return [...new Set([...within, ...proches(bare(typed), codes.keys())])].flatMap((nom) => codes.get(nom) ?? []);
}

export function choisir({ epci, communes, departements }: Demande, listes: Listes): Choix {
  const { millesime } = listes;
  const choix: Choix = { communes: [], remarques: [], fautes: [] };
  const codes = new Set<string>();
  for (const siren of epci) {
    const groupement = listes.groupements.get(siren);
    for (const code of groupement?.membres ?? []) codes.add(code);
    const noms = new Map([...listes.groupements].map(([key, { nom }]) => [key, nom]));
    if (!groupement)
      choix.fautes.push(inconnu(siren, { sorte: 'une intercommunalité', forme: '9 chiffres', noms }, millesime));
  }
  for (const code of departements) {
    const inside = [...listes.communes.values()].filter(({ departement }) => departement === code);
    for (const commune of inside) codes.add(commune.code);
    const { departements: noms } = listes;
    if (inside.length === 0)
      choix.fautes.push(inconnu(code, { sorte: 'un département', forme: '2 ou 3 signes', noms }, millesime));
  }
  for (const typed of communes) {
    const whole = listes.devenues.get(typed);
    if (listes.communes.has(typed)) codes.add(typed);
    else if (whole !== undefined) {
      codes.add(whole);
      choix.remarques.push(
        `${typed} fait partie de ${listes.communes.get(whole)?.nom ?? ''} (${whole}), qui est prise entière.`,
      );
    } else {
      const noms = new Map([...listes.communes].map(([key, { nom }]) => [key, nom]));
      choix.fautes.push(inconnu(typed, { sorte: 'une commune', forme: '5 signes', noms }, millesime));
    }
  }
  choix.communes = [...codes].sort().flatMap((code) => listes.communes.get(code) ?? []);
  return choix;
}
