/** What the diagnostic's reasoning yields. Every id comes with its label, so that a template never shows an id. */
import type { Participation, Reference, Source } from '../../study/types.gen.js';
import type { Comptage, Etiquette, Matrice } from '../types-communs.js';
import type { Constats } from './constats-types.js';
import type { ActeursAnalysis, ActionsAnalysis, ExperiencesAnalysis, OutilsAnalysis } from './types-inventaires.js';

export type * from '../types-communs.js';
export type * from './types-inventaires.js';

export interface Effectifs {
  besoins: number;
  acteurs: number;
  actions: number;
  experiences: number;
  experiencesRetenues: number;
  outils: number;
  rencontres: number;
  participants: number;
  references: number;
  sources: number;
}

export interface EpciResume {
  siren: string;
  nom: string;
  communes: number;
  population: number;
  superficie: number;
  /** Inhabitants per km²; null without area. */
  densite: number | null;
  /** Communes under `SEUIL_PETITE_COMMUNE` inhabitants. */
  petites: number;
}

export interface PerimetreResume extends Etiquette {
  communes: number;
  population: number;
  superficie: number;
  densite: number | null;
  /** Share of the study's inhabitants, 0–1; null when the study has none. */
  part: number | null;
  /** EPCI that have at least one commune inside. */
  epci: number;
}

export interface TerritoireAnalysis {
  millesime: string | null;
  total: Omit<EpciResume, 'siren' | 'nom'>;
  /** By falling population. */
  epci: EpciResume[];
  perimetres: PerimetreResume[];
  /** The most populous commune. */
  premiere: { nom: string; population: number } | null;
}

export interface BesoinAnalyse {
  id: string;
  libelle: string;
  public: Etiquette;
  domaines: Etiquette[];
  fonctions: Etiquette[];
  importance: number;
  /** Sum of mentions by all methods. */
  mentions: number;
  mentionsParMethode: Record<string, number>;
  /** See `poidsBesoin`. */
  poids: number;
  /** 1 for the heaviest; equal weights share a rank. */
  rang: number;
  verbatims: string[];
  illustratif: boolean;
  couverture: CouvertureBesoin;
}

export type NiveauCouverture = 'couvert' | 'partiel' | 'non-couvert';

export interface CouvertureBesoin {
  niveau: NiveauCouverture;
  /** Why this level, one French sentence with its counts. */
  motif: string;
  /** Ids of actors that share a public, a domain and a function with the need. */
  acteurs: string[];
  /** Of these, the ones that are `volontaire` or `engage`. */
  acteursEngages: string[];
  /** Ids of tools that share a public and a domain and are not still to be created. */
  outils: string[];
  /** Ids of past actions that share a public and a domain. */
  actions: string[];
  /** domain × function pairs that the need expects and no actor serves for its public. */
  manques: { domaine: Etiquette; fonction: Etiquette }[];
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
  /** People heard, all methods together. */
  participants: number;
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
  mentionsMax: number;
  niveaux: Record<NiveauCouverture, number>;
  /** Heaviest first. */
  nonCouverts: BesoinAnalyse[];
  illustratifs: number;
}

export interface PublicParticipation extends Etiquette {
  participants: number;
  parMethode: Record<string, number>;
  /** Meetings where at least one came. */
  rencontres: number;
}

export interface AngleMort {
  type: 'public-absent' | 'public-peu-entendu' | 'methode-absente' | 'epci-absent' | 'besoin-sans-mention';
  sujet: Etiquette;
  /** The figure behind it: people heard, or meetings, or needs. */
  valeur: number;
  /** French sentence. */
  texte: string;
}

export interface ParticipationAnalysis {
  /** By date. */
  rencontres: Participation[];
  methodes: (Etiquette & { rencontres: number; participants: number })[];
  parPublic: PublicParticipation[];
  publicMethode: Comptage;
  participants: number;
  premiere: string | null;
  derniere: string | null;
  anglesMorts: AngleMort[];
  ecartees: string[];
  illustratifs: number;
}

export type CaseAfom = 'forces' | 'faiblesses' | 'opportunites' | 'menaces';

export interface ElementAfom {
  texte: string;
  /** What the item rests on, in French: « action « … » », « 3 acteurs ». */
  preuve: string;
  /** Name of the exhibit that shows it. */
  exhibit: string;
  poids: number;
}

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
    actions: number;
    acteurs: number;
    acteursEngages: number;
    outils: number;
  };
  /** Stake of the domain: `combler` (uncovered needs), `consolider` (partly covered), `valoriser` (covered), `explorer` (no need known). */
  enjeu: 'combler' | 'consolider' | 'valoriser' | 'explorer';
}

export type EtatExigence = 'complete' | 'partielle' | 'manquante';

export interface ExigenceAnalyse {
  ref: string;
  texte: string;
  etat: EtatExigence;
  /** French sentence with the counts measured. */
  motif: string;
  section: string | null;
  regle: string | null;
}

export interface ConformiteAnalysis {
  exigences: ExigenceAnalyse[];
  completes: number;
  partielles: number;
  manquantes: number;
}

export interface DiagnosticAnalysis {
  /** ISO date at which the deliverable speaks; nothing later is in here. */
  date: string;
  effectifs: Effectifs;
  /** Entries flagged `illustratif` among needs, actors, actions, tools, experiences and meetings. */
  illustratifs: { nombre: number; total: number };
  territoire: TerritoireAnalysis;
  besoins: BesoinsAnalysis;
  actions: ActionsAnalysis;
  acteurs: ActeursAnalysis;
  outils: OutilsAnalysis;
  experiences: ExperiencesAnalysis;
  participation: ParticipationAnalysis;
  synthese: SyntheseDomaine[];
  conformite: ConformiteAnalysis;
  /** References in force at the date. */
  references: Reference[];
  /** Sources cited by what is shown, not later than the date, by id. */
  sources: Source[];
  glossaire: { sigle: string; signification: string }[];
  constats: Constats;
}
