/** A figure that a text may name: what `atelier explain` tells and what an author's sentence shows. */

import { pluriel } from '../../texte/pluriel.js';
import { once } from '../une-fois.js';

/** What the value is, and so how it is written. */
export type Unite = 'nombre' | 'euros' | 'part' | 'date' | 'texte';

export interface Chiffre {
  /** `besoins.non_couverts`, `scenarios.reseau-anime.cout_annuel`. */
  nom: string;
  libelle: string;
  /** A part is 0–1, an amount in euros, a date ISO; null when it is not known. */
  valeur: number | string | null;
  unite: Unite;
  /** What follows a number or an amount: « jours », « €/an ». */
  suffixe?: string;
  /** Noun that the figure counts, in the singular: a number typed before it claims to be this figure, or another of the same noun. */
  mot?: string;
  /** Number of cases behind a share. */
  effectif?: number;
  /** How many share the first place, for a figure that names a winner. */
  exAequo?: number;
}

/** The figures of a study by name, those of a family computed when one of them is first asked for. */
export interface Chiffres {
  get(nom: string): Chiffre | undefined;
  has(nom: string): boolean;
  /** All names, then all figures, in the order of the families: nothing is left to compute. */
  keys(): string[];
  values(): Chiffre[];
  /** Figures that count this noun, be it written in the singular or in the plural. */
  comptesDe(mot: string): Chiffre[];
}

export interface Famille {
  /** What the names of all its figures begin with: it is not looked into for another name. */
  prefixe?: string;
  /** The nouns that its figures count, in the singular: it is not looked into for another noun. */
  mots: readonly string[];
  chiffres: () => readonly Chiffre[];
}

/** A name is looked for in one family after the other. */
export function parFamille(familles: readonly Famille[]): Chiffres {
  const own = familles.map(({ prefixe, mots, chiffres }) => ({
    prefixe,
    mots,
    parNom: once(() => new Map(chiffres().map((chiffre) => [chiffre.nom, chiffre]))),
  }));
  const get = (nom: string): Chiffre | undefined => {
    for (const { prefixe, parNom } of own) {
      const chiffre = prefixe === undefined || nom.startsWith(prefixe) ? parNom().get(nom) : undefined;
      if (chiffre) return chiffre;
    }
    return undefined;
  };
  return {
    get,
    has: (nom) => get(nom) !== undefined,
    keys: () => own.flatMap(({ parNom }) => [...parNom().keys()]),
    values: () => own.flatMap(({ parNom }) => [...parNom().values()]),
    comptesDe: (mot) => {
      const dit = (one: string | undefined): boolean => one !== undefined && (one === mot || pluriel(one) === mot);
      return own.flatMap(({ mots, parNom }) =>
        mots.some(dit) ? [...parNom().values()].filter((chiffre) => dit(chiffre.mot)) : [],
      );
    },
  };
}
