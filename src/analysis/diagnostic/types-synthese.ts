/** What the reasoning yields on each domain, and on those who are left aside. */
import type { Etiquette } from '../types-communs.js';

export type CaseAfom = 'forces' | 'faiblesses' | 'opportunites' | 'menaces';

export interface ElementAfom {
  texte: string;
  /** What the item rests on, in French: « action « … » », « 3 acteurs ». Entries of this domain only. */
  preuve: string;
  /** Name of the exhibit that shows it. */
  exhibit: string;
  poids: number;
  /** Whether what it rests on is illustrative, wholly or in part. */
  illustratif: boolean;
}

/** What lacks to the needs that are not covered: `reponse`, to those whose present answer the analysis calls weak or null, and that lack nothing else. */
export type ManqueCouverture = 'acteurs' | 'outils' | 'actions' | 'reponse';

export interface SyntheseDomaine extends Etiquette {
  forces: ElementAfom[];
  faiblesses: ElementAfom[];
  opportunites: ElementAfom[];
  menaces: ElementAfom[];
  chiffres: {
    besoins: number;
    poidsBesoins: number;
    besoinsNonCouverts: number;
    besoinsPartiels: number;
    besoinsCouverts: number;
    actions: number;
    acteurs: number;
    acteursEngages: number;
    /** Existing, or to be adapted. */
    outils: number;
    outilsACreer: number;
  };
  /** Stake of the domain: `combler` (uncovered needs, or less than a quarter of them covered), `consolider` (partly covered), `valoriser` (covered), `explorer` (no need known). */
  enjeu: 'combler' | 'consolider' | 'valoriser' | 'explorer';
  /** One need more or less that is covered would name another. */
  auBord: boolean;
  /** What lacks to its needs that are not covered, the most frequent first; empty when all are. */
  manques: { nature: ManqueCouverture; besoins: number }[];
  /** The only domain with the smallest, or the greatest, share of covered needs. */
  place: 'moins-couvert' | 'plus-couvert' | null;
}

/** What the inventories hold about those who are left aside. */
export interface OublisAnalysis {
  publicsSansBesoinCouvert: (Etiquette & { besoins: number; partiels: number })[];
  publicsPeuAtteints: (Etiquette & { nombre: number })[];
  publicsPlusAtteints: (Etiquette & { nombre: number })[];
  /** Actors whom nobody has spoken to: only thought of, or of unknown engagement. */
  jamaisContactes: number;
  /** Needs by what the analysis says of the present answer; levels without any are left out. */
  reponsesJugees: { niveau: string; nombre: number }[];
  /** Needs that the rule counts as covered, and whose answer the analysis judges partial. */
  partiellesCouvertes: number;
}
