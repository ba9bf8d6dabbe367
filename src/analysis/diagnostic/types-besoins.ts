/** What the diagnostic says of needs. */
import type { Study } from '../../study/study.js';
import type { Etiquette, Matrice } from '../types-communs.js';
import type { Parole } from './paroles.js';

export interface BesoinAnalyse {
  id: string;
  libelle: string;
  public: Etiquette;
  domaines: Etiquette[];
  fonctions: Etiquette[];
  importance: number;
  /** Sum of mentions by all methods; null when they were not counted. */
  mentions: number | null;
  mentionsParMethode: Record<string, number>;
  /** Participations of its public: what its mentions are out of. */
  base: number;
  /** `mentions / base`, 0–1; null when nobody of its public was met, or mentions were not counted. */
  part: number | null;
  /** See `poidsBesoin`. */
  poids: number;
  /** 1 for the heaviest; equal weights share a rank. */
  rang: number;
  paroles: Parole[];
  illustratif: boolean;
  couverture: CouvertureBesoin;
}

export type NiveauCouverture = 'couvert' | 'partiel' | 'non-couvert';

export interface CouvertureBesoin {
  niveau: NiveauCouverture;
  /** Why nothing answers, when the level is `non-couvert`: no actor at all, or an answer that the consultant calls null. */
  cause: 'sans-acteur' | 'jugee-nulle' | null;
  /** What the consultant's analysis says of the present answer. */
  jugee: NonNullable<Study['besoins'][number]['reponse_actuelle']> | null;
  /** Why this level, one French sentence with its counts. */
  motif: string;
  /** Ids of actors that share a public, a domain and a function with the need. */
  acteurs: string[];
  /** Of these, the ones that are `volontaire` or `engage`. */
  acteursEngages: string[];
  /** Ids of tools, existing or to be adapted, that share a public, a domain and a function. */
  outils: string[];
  /** Ids of past actions that count and share a public and a domain. */
  actions: string[];
  /** domain × function pairs that the need expects and no actor serves for its public. */
  manques: { domaine: Etiquette; fonction: Etiquette }[];
  /** Pairs without a tool, and domains without a past action. */
  sansOutil: number;
  sansAction: number;
  /** Ids of the domains where a pair has no tool, and of those without a past action. */
  domainesSansOutil: string[];
  domainesSansAction: string[];
  /** Pairs expected. */
  attendus: number;
}

export interface PublicAnalyse extends Etiquette {
  /** Heaviest first. */
  besoins: BesoinAnalyse[];
  nombre: number;
  poids: number;
  /** Domain and function that weigh most; null without needs. */
  premierDomaine: Etiquette | null;
  premiereFonction: Etiquette | null;
  couverts: number;
  partiels: number;
  nonCouverts: number;
  /** Participations, all methods together. */
  participations: number;
}

/** Whether the order of needs comes from the sizes of the samples. */
export interface EffetEchantillon {
  /** Heaviest by share of the people met in each public: the order of this document. */
  parPart: BesoinAnalyse[];
  /** Heaviest by number of mentions, whatever the number of people met: larger samples come first. */
  parNombre: BesoinAnalyse[];
  change: boolean;
  /** Largest and smallest numbers of participations of a public that was met. */
  base: { min: number; max: number } | null;
  /** Needs that a participation mentions on average, in the publics where it mentions the fewest and in those where it mentions the most, several when they are equal; null where the second is not twice the first. */
  inegales: Record<'moins' | 'plus', { publics: Etiquette[]; moyenne: number }> | null;
}

export interface BesoinsAnalysis {
  /** Heaviest first. */
  liste: BesoinAnalyse[];
  parPublic: PublicAnalyse[];
  publicDomaine: Matrice;
  publicFonction: Matrice;
  domaineFonction: Matrice;
  /** Cells with at least one need, heaviest first. */
  cube: { public: Etiquette; domaine: Etiquette; fonction: Etiquette; nombre: number; poids: number }[];
  poidsTotal: number;
  mentionsTotal: number;
  echantillon: EffetEchantillon;
  niveaux: Record<NiveauCouverture, number>;
  /** Heaviest first. */
  nonCouverts: BesoinAnalyse[];
  illustratifs: number;
}
