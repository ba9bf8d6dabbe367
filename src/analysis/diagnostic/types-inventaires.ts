/** What the reasoning yields on past actions, actors, tools and experiences. */
import type { Action, Experience, Outil } from '../../study/types.gen.js';
import type { Comptage, Etiquette, Fourchette } from '../types-communs.js';

export interface CoutConnu {
  /** Sum of the known costs, in euros. */
  total: number;
  connus: number;
  inconnus: number;
}

export interface ActionAnalyse {
  id: string;
  titre: string;
  annee: number | null;
  /** « 2011-2013 », « depuis 2014 », « non datée ». */
  periode: string;
  domaines: Etiquette[];
  publics: Etiquette[];
  porteur: string | null;
  partenaires: string[];
  cout: number | null;
  reproductibilite: number | null;
  /** Label of the indicative action, if any. */
  indicatives: Etiquette[];
  illustratif: boolean;
  /** What is to be known before using it: its date, its scale, or the entry's own remark; null when nothing is. */
  reserve: string | null;
  source: Action;
}

/** Why an action is told apart from those that count. */
export type MotifApart = 'hors-territoire' | 'illustrative' | 'en-projet';

/** What a past action is worth as a precedent on the territory. */
export type QualitePrecedent =
  | 'etabli'
  | 'plus-large'
  | 'date-a-verifier'
  | 'autre-public'
  | 'autre-domaine'
  | 'hors-territoire';

export type ReservePrecedent = Exclude<QualitePrecedent, 'etabli'>;

export interface Precedent {
  action: ActionAnalyse;
  qualite: QualitePrecedent;
  /** All that keeps it from being established, the worst first; `qualite` is the first of them. */
  reserves: ReservePrecedent[];
}

export interface GroupeActions extends Etiquette {
  nombre: number;
  cout: CoutConnu;
  actions: ActionAnalyse[];
}

export interface ActionsAnalysis {
  /** The actions that count: conducted on the territory and not illustrative. By year, undated last. */
  liste: ActionAnalyse[];
  /** The others, each with its reason: no count holds them. */
  apart: { action: ActionAnalyse; motif: MotifApart }[];
  /** Of those that count: at a scale wider than the territory. */
  plusLarges: number;
  parDomaine: GroupeActions[];
  parPublic: GroupeActions[];
  /** Most actions first; actions without bearer are left out and counted in `sansPorteur`. */
  parPorteur: GroupeActions[];
  sansPorteur: number;
  /** Every year from the first to the last, zeros included. `parDomaine[domaine]`: full count per domain. */
  parAnnee: { annee: number; nombre: number; parDomaine: number[] }[];
  nonDatees: number;
  domainePublic: Comptage;
  cout: CoutConnu;
  /** Each with its precedents, the best first. */
  indicatives: (Etiquette & { precedents: Precedent[] })[];
  /** With at least one established precedent on the territory. */
  avecPrecedent: number;
  /** With none but precedents at a wider scale, of an unsure date, or elsewhere. */
  precedentFragile: Etiquette[];
  /** All that keeps the precedents of these from being established, the worst first. */
  reservesFragiles: ReservePrecedent[];
  /** With none at all. */
  sansPrecedent: Etiquette[];
  reussites: ElementCite[];
  freins: ElementCite[];
  premiereAnnee: number | null;
  derniereAnnee: number | null;
  /** Ids left out because they start after the date. */
  ecartees: string[];
}

/** A success factor or an obstacle, with the actions that name it. */
export interface ElementCite {
  texte: string;
  nombre: number;
  actions: Etiquette[];
  domaines: Etiquette[];
  /** Whether one of the entries that name it says that this is illustrative. */
  illustratif: boolean;
}

export type Quadrant = 'associer' | 'convaincre' | 'appuyer' | 'informer';

export interface ActeurAnalyse {
  id: string;
  /** Short name: the acronym where there is one. */
  court: string;
  nom: string;
  type: string;
  typeLibelle: string;
  domaines: Etiquette[];
  fonctions: Etiquette[];
  publics: Etiquette[];
  engagement: string | null;
  engagementLibelle: string;
  /** Date that establishes it, as it is known (ISO, day, month or year); null where nothing does. */
  engagementDate: string | null;
  /** Said to be met or engaged, with no date of it. */
  engagementPresume: boolean;
  interet: number | null;
  influence: number | null;
  quadrant: Quadrant | null;
  joursAn: number | null;
  /** Number of distinct actors linked with it: one entry names the other, or both took part in one action that counts. */
  degre: number;
  /** Ids of past actions as bearer or partner. */
  actions: string[];
  illustratif: boolean;
}

export interface ActeursAnalysis {
  liste: ActeurAnalyse[];
  /** Null where the function does not apply in the domain. */
  fonctionDomaine: Omit<Comptage, 'valeurs'> & { valeurs: (number | null)[][] };
  fonctionPublic: Comptage;
  /** Rows: engagement levels in their order, `non-renseigne` last. */
  engagement: (Etiquette & { acteurs: ActeurAnalyse[] })[];
  /** Of the actors said to be met, willing or engaged, those of whom no date says it. */
  presumes: { nombre: number; total: number };
  /** Those that the contract names, and the short names of those of them whom nobody has spoken to. */
  auContrat: { total: number; sansContact: string[] };
  /** Whether the client is the only one, or one, of those said to be willing or engaged: it asked for the study, and that is no mobilisation. */
  maitreEngage: 'seul' | 'parmi' | null;
  /** engagement × domain; each actor counted in each of its domains. */
  engagementDomaine: Comptage;
  types: (Etiquette & { nombre: number })[];
  quadrants: { quadrant: Quadrant; libelle: string; acteurs: ActeurAnalyse[] }[];
  /** Actors with no interest or influence note. */
  sansNote: number;
  liens: { source: Etiquette; cible: Etiquette; nature: string }[];
  isoles: ActeurAnalyse[];
  /** At most ten, by falling degree. */
  plusRelies: ActeurAnalyse[];
  /** Cells function × domain with no actor. */
  vides: { fonction: Etiquette; domaine: Etiquette }[];
  /** Least and most served functions (counts of actors). */
  parFonction: (Etiquette & { nombre: number })[];
  joursAn: { total: number; connus: number };
  illustratifs: number;
}

export interface OutilAnalyse {
  id: string;
  nom: string;
  disponibilite: string | null;
  disponibiliteLibelle: string;
  domaines: Etiquette[];
  publics: Etiquette[];
  detenteur: string | null;
  fonctions: Etiquette[];
  investissement: Fourchette | null;
  fonctionnement: Fourchette | null;
  jours: Fourchette | null;
  illustratif: boolean;
  source: Outil;
}

export interface OutilsAnalysis {
  liste: OutilAnalyse[];
  parDisponibilite: (Etiquette & { nombre: number })[];
  /** By domain: in all, and those that exist, are to be adapted, or are still to be created. */
  parDomaine: (Etiquette & { nombre: number; existants: number; aAdapter: number; aCreer: number })[];
  coutConnu: number;
  illustratifs: number;
}

export interface ExperienceAnalyse {
  id: string;
  nom: string;
  retenue: boolean;
  milieu: string | null;
  creation: number | null;
  etp: number | null;
  budget: number | null;
  population: number | null;
  publics: Etiquette[];
  domaines: Etiquette[];
  fonctions: Etiquette[];
  modalites: Etiquette[];
  transferabilite: number | null;
  conditions: string[];
  pointsForts: string[];
  pointsFaibles: string[];
  illustratif: boolean;
  source: Experience;
}

export interface AxeComparaison extends Etiquette {
  /** One value per retained experience, in order; null where nothing is known. */
  valeurs: (string | null)[];
  /** For each, whether what it reads is illustrative. */
  illustratifs: boolean[];
}

export interface ExperiencesAnalysis {
  liste: ExperienceAnalyse[];
  retenues: ExperienceAnalyse[];
  axes: AxeComparaison[];
  /** What all the retained experiences share; empty below two. */
  communs: { publics: Etiquette[]; domaines: Etiquette[]; fonctions: Etiquette[]; modalites: Etiquette[] };
  /** Number of axes on which all retained experiences are documented. */
  axesComplets: number;
  /** The retained experiences that reach the best note: several on a tie. */
  plusTransferables: ExperienceAnalyse[];
  /** Labels of rural / urban surroundings among the retained. */
  milieux: string[];
  ecartees: string[];
  illustratifs: number;
}
