/** What the evaluation says of its criteria and of what was foreseen. */
import type { CadreEvaluation } from '../../study/types.gen.js';
import type { Genre } from '../../texte/accords.js';
import type { ConstatBilan } from './constat.js';
import type { CritereEvaluation } from './criteres.js';
import type { IndicateurSuivi } from './projets.js';
export type IndicateurBilan = IndicateurSuivi & {
  id: string;
  critere: string;
  source: string | null;
  methode: string | null;
};

/** How far the evidence on a criterion agrees: notes and measures of the whole; without measure, sayings alone back a note, or nothing does. */
export type Recoupement = 'recoupe' | 'divergent' | 'parole-seule' | 'note-seule' | 'sans-note';

export interface CritereBilan {
  id: CritereEvaluation;
  libelle: string;
  question: string;
  methode: string | null;
  sources: string[];
  /** By project, in the order of the projects. */
  notes: { projet: string; rang: number; note: number; commentaire: string }[];
  /** Projects without note, in the order of the projects. */
  sansNote: { projet: string; rang: number }[];
  /** Indicators of the whole experiment that serve this criterion. */
  indicateurs: IndicateurBilan[];
  /** Number of sayings that throw light on it. */
  paroles: number;
  recoupement: Recoupement;
}

export interface EcartBilan {
  code: string;
  libelle: string;
  unite: string;
  /** Of the unit, for what agrees with it. */
  genre: Genre;
  /** Over the projects where both are known; null where what happened was foreseen by none. */
  prevu: number | null;
  /** Over the same projects; over those where it is known when none foresaw it. */
  realise: number | null;
  /** Realised ÷ foreseen − 1, over the projects where both are known. */
  ecart: number | null;
  /** Projects that both leave out. */
  laisses: number;
  /** Projects where what happened is not known. */
  inconnus: number;
}

export interface Recommandation {
  texte: string;
  /** Findings that it answers. */
  constats: ConstatBilan[];
  responsable: string | null;
  echeance: string | null;
  /** As the study gives it: an amount or a range, in euros. */
  cout: NonNullable<CadreEvaluation['recommandations']>[number]['cout'] | null;
  /** Whether the way on that is proposed pays it; null when nobody says. */
  compris: boolean | null;
}
