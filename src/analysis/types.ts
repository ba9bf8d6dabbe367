/** What the diagnostic's reasoning yields. Every id comes with its label, so that a template never shows an id. */
import type { Action, Experience, Outil, Participation, Reference, Source } from '../study/types.gen.js';
import type { Constats } from './constats-types.js';

export interface Etiquette {
  id: string;
  libelle: string;
}

/** A count and the weight of the needs counted. */
export interface Mesure {
  nombre: number;
  /** Sum of the needs' weights; a need's weight is shared equally between the cells where it stands. */
  poids: number;
}

/** Rows × columns with their margins; `valeurs[ligne][colonne]`. */
export interface Matrice {
  lignes: Etiquette[];
  colonnes: Etiquette[];
  valeurs: Mesure[][];
}

/** Rows × columns of plain counts. */
export interface Comptage {
  lignes: Etiquette[];
  colonnes: Etiquette[];
  valeurs: number[][];
}

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

export interface Fourchette {
  min: number;
  mode: number;
  max: number;
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
