/** What the diagnostic's reasoning yields. Every id comes with its label, so that a template never shows an id. */
import type { Participation, Reference, Source } from '../../study/types.gen.js';
import type { TerritoireAnalysis } from '../territoire.js';
import type { Comptage, Etiquette } from '../types-communs.js';
import type { ConstatCroise, Constats } from './constats-types.js';
import type { PreuvesDiagnostic } from './preuves.js';
import type { BesoinsAnalysis } from './types-besoins.js';
import type { ActeursAnalysis, ActionsAnalysis, ExperiencesAnalysis, OutilsAnalysis } from './types-inventaires.js';
import type { OublisAnalysis, SyntheseDomaine } from './types-synthese.js';

export type { EpciResume, PerimetreResume, TerritoireAnalysis } from '../territoire.js';
export type * from '../types-communs.js';
export type * from './types-besoins.js';
export type * from './types-inventaires.js';
export type * from './types-synthese.js';

export interface Effectifs {
  besoins: number;
  acteurs: number;
  actions: number;
  experiences: number;
  experiencesRetenues: number;
  outils: number;
  rencontres: number;
  /** Participations: a person who came twice counts twice. */
  participations: number;
  references: number;
  sources: number;
}

export interface PublicParticipation extends Etiquette {
  /** A person who came twice counts twice. */
  participations: number;
  /** Participations from which it is heard enough. */
  seuil: number;
  /** Of these, answers to questionnaires. */
  questionnaires: number;
  parMethode: Record<Participation['type'], number>;
  /** Meetings where at least one came. */
  rencontres: number;
}

export interface AngleMort {
  type:
    | 'public-absent'
    | 'public-peu-entendu'
    | 'methode-absente'
    | 'epci-absent'
    | 'departement-absent'
    | 'questionnaire-ouvert'
    | 'questionnaire-peu-rendu'
    | 'besoin-sans-mention';
  sujet: Etiquette;
  /** The figure behind it: participations, or meetings, or needs. */
  valeur: number;
  /** What is found, after the name of the subject: a French sentence without its capital. */
  constat: string;
  /** The same of each of several subjects: a count alone would read as theirs together. */
  constatDeChacun: string;
}

export interface ParticipationAnalysis {
  /** By date. */
  rencontres: Participation[];
  /** Those called off, by date: they are in no count. */
  annulees: { nom: string; date: string; motif: string | null }[];
  methodes: (Etiquette & { rencontres: number; participations: number })[];
  parPublic: PublicParticipation[];
  publicMethode: Comptage;
  /** All participations; the number of different people is not known. */
  participations: number;
  /** Moments whose total is known and not its publics: what is in no count of participations. */
  sansPublic: { rencontres: number; participants: number };
  /** Of these, answers to questionnaires, and questionnaires sent where it is known. */
  questionnaires: { reponses: number; envoyes: number; reponsesSurEnvoi: number };
  /** What those heard warned against. */
  alertes: { texte: string; fonctions: Etiquette[]; methode: Etiquette; date: string }[];
  premiere: string | null;
  derniere: string | null;
  anglesMorts: AngleMort[];
  ecartees: string[];
  illustratifs: number;
}

/**
 * `exemple`: what is asked for is there, on illustrative entries that show the method and establish nothing. `prevue`: nothing answers yet, and what will
 * is on the calendar.
 */
export type EtatExigence = 'complete' | 'exemple' | 'partielle' | 'manquante' | 'prevue';

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
  exemples: number;
  partielles: number;
  /** Those that await a planned meeting among them. */
  manquantes: number;
}

export interface DiagnosticAnalysis {
  /** ISO date at which the deliverable speaks; nothing later is in here. */
  date: string;
  effectifs: Effectifs;
  /** Entries of the six inventories by what they rest on. */
  fiabilite: { illustratives: number; enPartie: number; fondees: number; total: number };
  /** What each kind of figure rests on. */
  preuves: PreuvesDiagnostic;
  territoire: TerritoireAnalysis;
  besoins: BesoinsAnalysis;
  actions: ActionsAnalysis;
  acteurs: ActeursAnalysis;
  outils: OutilsAnalysis;
  experiences: ExperiencesAnalysis;
  participation: ParticipationAnalysis;
  synthese: SyntheseDomaine[];
  /** What all the domains share, each sort with its titles: said once, and counted in each. */
  communs: string[];
  croise: ConstatCroise | null;
  oublis: OublisAnalysis;
  conformite: ConformiteAnalysis;
  /** References in force at the date. */
  references: Reference[];
  /** Sources cited by what is shown, not later than the date, by id. */
  sources: Source[];
  glossaire: { sigle: string; signification: string }[];
  constats: Constats;
}
