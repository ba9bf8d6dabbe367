/** Findings for « À retenir » and for headings: typed values, one `code` each; the templates turn them into sentences. */
import type { Solidite } from '../preuves.js';
import type { Etiquette } from '../types-communs.js';
import type { BesoinAnalyse } from './types-besoins.js';
import type { OutilAnalyse, ReservePrecedent } from './types-inventaires.js';
import type { ManqueCouverture } from './types-synthese.js';

/** The finding that joins what is asked first, who can do it, with which tool, and what was warned against. */
export interface ConstatCroise {
  fonction: Etiquette;
  /** The first needs that call for it, and their publics. */
  besoins: BesoinAnalyse[];
  publics: Etiquette[];
  publicsTotal: number;
  acteurs: number;
  acteursTotal: number;
  /** Whether it is the only function with the fewest actors. */
  moinsServie: boolean;
  outil: OutilAnalyse | null;
  alertes: { texte: string; methode: Etiquette; date: string }[];
}

export type Constat = {
  /** Those that show its figures, as the sentence comes to them; one that stays empty is not named. */
  exhibits: readonly string[];
  /** What the figures of the finding rest on. */
  solidite: Solidite;
} & ValeurConstat;

export type ValeurConstat =
  | { code: 'territoire-taille'; communes: number; population: number; epci: number; densite: number | null }
  | { code: 'petites-communes'; nombre: number; communes: number; inconnues: number; seuil: number }
  | { code: 'perimetres-ecart'; plusGrand: string; plusPetit: string; populationGrand: number; populationPetit: number }
  | {
      code: 'participations';
      participations: number;
      /** People known by the total of a meeting alone. */
      sansPublic: number;
      questionnaires: number;
      rencontres: number;
      methodes: string[];
    }
  | { code: 'public-le-plus-entendu'; public: Etiquette; participations: number; total: number }
  | { code: 'publics-absents'; publics: Etiquette[]; sansPublic: number }
  | { code: 'publics-peu-entendus'; publics: Etiquette[]; seuil: number }
  | { code: 'methodes-absentes'; methodes: Etiquette[] }
  | {
      code: 'besoin-premier';
      besoin: string;
      public: Etiquette;
      importance: number;
      /** Null when they were not counted. */
      mentions: number | null;
      base: number;
      /** The needs that numbers of mentions alone would put first, when they are others. */
      autrement: string[];
    }
  | { code: 'besoins-premiers'; besoins: string[] }
  | {
      code: 'domaine-premier';
      domaine: Etiquette;
      nombre: number;
      total: number;
      /** As many needs touch others, or more: it comes first by their weight alone. */
      parPoids: boolean;
    }
  | {
      code: 'fonction-premiere';
      fonction: Etiquette;
      nombre: number;
      total: number;
      /** Others are called for by as many needs, or by more: it comes first by their weight alone. */
      parPoids: boolean;
    }
  | { code: 'couverture'; couverts: number; partiels: number; nonCouverts: number; total: number }
  | {
      code: 'besoins-non-couverts';
      nombre: number;
      premiers: { libelle: string; public: Etiquette }[];
      jugesNuls: number;
    }
  | {
      code: 'publics-sans-besoin-couvert';
      publics: (Etiquette & { besoins: number; partiels: number })[];
      /** Whether no need of any public is covered. */
      tous: boolean;
      /** Whether some of theirs are in part. */
      partiels: boolean;
    }
  | {
      code: 'actions-volume';
      nombre: number;
      apart: number;
      plusLarges: number;
      nonDatees: number;
      premiereAnnee: number | null;
      derniereAnnee: number | null;
    }
  | { code: 'domaine-le-plus-actif'; domaine: Etiquette; nombre: number; total: number }
  | { code: 'domaines-sans-action'; domaines: Etiquette[] }
  | {
      code: 'publics-peu-atteints';
      peu: (Etiquette & { nombre: number })[];
      plus: (Etiquette & { nombre: number })[];
      /** The same, those that as many actions reach together. */
      groupes: { nombre: number; publics: Etiquette[] }[];
      /** No action at all reaches any of `peu`. */
      aucun: boolean;
    }
  | { code: 'porteur-principal'; porteur: string; nombre: number; total: number }
  | {
      code: 'precedents';
      avec: number;
      total: number;
      fragiles: Etiquette[];
      /** What keeps the precedents of these from being established. */
      reserves: ReservePrecedent[];
      sans: Etiquette[];
    }
  | { code: 'couts-inconnus'; connus: number; inconnus: number; total: number }
  | {
      code: 'acteurs-volume';
      nombre: number;
      engages: number;
      volontaires: number;
      /** Whether the client is the only one of them, or one of them. */
      maitre: 'seul' | 'parmi' | null;
      presumes: number;
    }
  | { code: 'jamais-contactes'; nombre: number; total: number /** Half of them at least. */; surtout: boolean }
  | { code: 'fonction-moins-servie'; fonction: Etiquette; nombre: number; total: number }
  | { code: 'fonctions-domaines-vides'; nombre: number; cases: { fonction: Etiquette; domaine: Etiquette }[] }
  | { code: 'acteurs-a-associer'; nombre: number }
  /** `plupart`: more than half of them, whom a title does not call linked. */
  | { code: 'acteurs-isoles'; nombre: number; total: number; plupart: boolean }
  | { code: 'outils-disponibles'; existants: number; aAdapter: number; aCreer: number; total: number }
  | { code: 'experiences-retenues'; retenues: number; etudiees: number; noms: string[] }
  | { code: 'experiences-plus-transferables'; noms: string[]; note: number; toutes: boolean; seule: boolean }
  | { code: 'experiences-communs'; modalites: Etiquette[]; fonctions: Etiquette[] }
  | { code: 'conformite'; completes: number; exemples: number; partielles: number; manquantes: number; total: number }
  | {
      code: 'enjeu-domaine';
      domaine: Etiquette;
      enjeu: 'combler' | 'consolider' | 'valoriser' | 'explorer';
      couverts: number;
      partiels: number;
      nonCouverts: number;
      besoins: number;
      manques: { nature: ManqueCouverture; besoins: number }[];
      place: 'moins-couvert' | 'plus-couvert' | null;
    };

export type CodeConstat = ValeurConstat['code'];

/** At most five a chapter, the most telling first, and the stake of every domain; a chapter without any has an empty list. */
export interface Constats {
  /** The five to eight of the summary. */
  resume: Constat[];
  methode: Constat[];
  territoire: Constat[];
  besoins: Constat[];
  actions: Constat[];
  acteurs: Constat[];
  experiences: Constat[];
  synthese: Constat[];
}
