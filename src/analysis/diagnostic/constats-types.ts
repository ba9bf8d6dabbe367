/** Findings for « À retenir » and for headings: typed values, one `code` each; the templates turn them into sentences. */
import type { Etiquette } from './types.js';

export type Constat = { exhibit: string } & (
  | { code: 'territoire-taille'; communes: number; population: number; epci: number; densite: number | null }
  | { code: 'petites-communes'; nombre: number; communes: number; seuil: number }
  | { code: 'perimetres-ecart'; plusGrand: string; plusPetit: string; populationGrand: number; populationPetit: number }
  | { code: 'personnes-entendues'; participants: number; rencontres: number; methodes: string[] }
  | { code: 'public-le-plus-entendu'; public: Etiquette; participants: number; total: number }
  | { code: 'publics-absents'; publics: Etiquette[] }
  | { code: 'publics-peu-entendus'; publics: Etiquette[]; seuil: number }
  | { code: 'methodes-absentes'; methodes: Etiquette[] }
  | { code: 'besoin-premier'; besoin: string; public: Etiquette; importance: number; mentions: number }
  | { code: 'public-premier'; public: Etiquette; nombre: number; total: number }
  | { code: 'domaine-premier'; domaine: Etiquette; nombre: number; total: number }
  | { code: 'fonction-premiere'; fonction: Etiquette; nombre: number; total: number }
  | { code: 'couverture'; couverts: number; partiels: number; nonCouverts: number; total: number }
  | { code: 'besoins-non-couverts'; nombre: number; premier: string; public: Etiquette }
  | { code: 'actions-volume'; nombre: number; premiereAnnee: number | null; derniereAnnee: number | null }
  | { code: 'domaine-le-plus-actif'; domaine: Etiquette; nombre: number; total: number }
  | { code: 'domaines-sans-action'; domaines: Etiquette[] }
  | { code: 'porteur-principal'; porteur: string; nombre: number; total: number }
  | { code: 'precedents'; avec: number; total: number; sans: Etiquette[] }
  | { code: 'couts-inconnus'; connus: number; inconnus: number; total: number }
  | { code: 'acteurs-volume'; nombre: number; engages: number; volontaires: number }
  | { code: 'fonction-moins-servie'; fonction: Etiquette; nombre: number; total: number }
  | { code: 'fonctions-domaines-vides'; nombre: number; cases: { fonction: Etiquette; domaine: Etiquette }[] }
  | { code: 'acteurs-a-associer'; nombre: number; noms: string[] }
  | { code: 'acteurs-isoles'; nombre: number; total: number }
  | { code: 'outils-disponibles'; existants: number; aAdapter: number; aCreer: number; total: number }
  | { code: 'experiences-retenues'; retenues: number; etudiees: number; noms: string[] }
  | { code: 'experience-plus-transferable'; nom: string; note: number }
  | { code: 'experiences-communs'; modalites: Etiquette[]; fonctions: Etiquette[] }
  | { code: 'conformite'; completes: number; partielles: number; manquantes: number; total: number }
  | {
      code: 'enjeu-domaine';
      domaine: Etiquette;
      enjeu: 'combler' | 'consolider' | 'valoriser' | 'explorer';
      nonCouverts: number;
      partiels: number;
    }
);

export type CodeConstat = Constat['code'];

/** At most five a chapter, the most telling first; a chapter without any has an empty list. */
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
