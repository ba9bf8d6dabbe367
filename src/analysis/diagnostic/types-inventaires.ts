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
  source: Action;
}

export interface GroupeActions extends Etiquette {
  nombre: number;
  cout: CoutConnu;
  actions: ActionAnalyse[];
}

export interface ActionsAnalysis {
  /** By year, undated last. */
  liste: ActionAnalyse[];
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
  indicatives: (Etiquette & { precedents: ActionAnalyse[] })[];
  avecPrecedent: number;
  sansPrecedent: Etiquette[];
  reussites: ElementCite[];
  freins: ElementCite[];
  premiereAnnee: number | null;
  derniereAnnee: number | null;
  /** Ids left out because they start after the date. */
  ecartees: string[];
  illustratifs: number;
}

/** A success factor or an obstacle, with the actions that name it. */
export interface ElementCite {
  texte: string;
  nombre: number;
  actions: Etiquette[];
  domaines: Etiquette[];
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
  interet: number | null;
  influence: number | null;
  quadrant: Quadrant | null;
  joursAn: number | null;
  /** Number of distinct actors linked with it, whichever names the other. */
  degre: number;
  /** Ids of past actions as bearer or partner. */
  actions: string[];
  illustratif: boolean;
}

export interface ActeursAnalysis {
  liste: ActeurAnalyse[];
  fonctionDomaine: Comptage;
  fonctionPublic: Comptage;
  /** Rows: engagement levels in their order, `non-renseigne` last. */
  engagement: (Etiquette & { acteurs: ActeurAnalyse[] })[];
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
  investissement: Fourchette | null;
  fonctionnement: Fourchette | null;
  jours: Fourchette | null;
  illustratif: boolean;
  source: Outil;
}

export interface OutilsAnalysis {
  liste: OutilAnalyse[];
  parDisponibilite: (Etiquette & { nombre: number })[];
  parDomaine: (Etiquette & { nombre: number })[];
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
}

export interface ExperiencesAnalysis {
  liste: ExperienceAnalyse[];
  retenues: ExperienceAnalyse[];
  axes: AxeComparaison[];
  /** What all the retained experiences share; empty below two. */
  communs: { publics: Etiquette[]; domaines: Etiquette[]; fonctions: Etiquette[]; modalites: Etiquette[] };
  /** Number of axes on which all retained experiences are documented. */
  axesComplets: number;
  plusTransferable: ExperienceAnalyse | null;
  /** Labels of rural / urban surroundings among the retained. */
  milieux: string[];
  ecartees: string[];
  illustratifs: number;
}
