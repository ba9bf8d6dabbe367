/** What the findings of every chapter share. */
import { type Solidite, solidite } from '../preuves.js';
import type { CodeConstat, Constat, ValeurConstat } from './constats-types.js';
import type { PreuvesDiagnostic, SujetPreuve } from './preuves.js';
import type { DiagnosticAnalysis, Etiquette } from './types.js';

export type PartiesConstats = Pick<
  DiagnosticAnalysis,
  | 'territoire'
  | 'besoins'
  | 'actions'
  | 'acteurs'
  | 'outils'
  | 'experiences'
  | 'participation'
  | 'synthese'
  | 'oublis'
  | 'preuves'
  | 'conformite'
>;

/** A chapter says five things at most. */
const PAR_CHAPITRE = 5;

/** What the figures of each finding are made from. */
const REPOSE_SUR: Record<CodeConstat, SujetPreuve> = {
  'territoire-taille': 'territoire',
  'petites-communes': 'territoire',
  'perimetres-ecart': 'territoire',
  participations: 'participation',
  'public-le-plus-entendu': 'participation',
  'publics-absents': 'participation',
  'publics-peu-entendus': 'participation',
  'methodes-absentes': 'participation',
  'besoin-premier': 'besoins',
  'besoins-premiers': 'besoins',
  'domaine-premier': 'besoins',
  'fonction-premiere': 'besoins',
  couverture: 'couverture',
  'besoins-non-couverts': 'couverture',
  'publics-sans-besoin-couvert': 'couverture',
  'actions-volume': 'actions',
  'domaine-le-plus-actif': 'actions',
  'domaines-sans-action': 'actions',
  'publics-peu-atteints': 'actions',
  'porteur-principal': 'actions',
  precedents: 'actions',
  'couts-inconnus': 'actions',
  'acteurs-volume': 'engagement',
  'jamais-contactes': 'engagement',
  'fonction-moins-servie': 'acteurs',
  'fonctions-domaines-vides': 'acteurs',
  'acteurs-a-associer': 'notes',
  'acteurs-isoles': 'liens',
  'outils-disponibles': 'outils',
  'experiences-retenues': 'experiences',
  'experiences-plus-transferables': 'transferabilite',
  'experiences-communs': 'transferabilite',
  conformite: 'territoire',
  'enjeu-domaine': 'synthese',
};

type Candidat = Pick<Constat, 'exhibits'> & ValeurConstat;
type Candidats = (Candidat | false | null | undefined)[];

const sourceDe = (preuves: PreuvesDiagnostic, code: CodeConstat): Solidite => solidite(preuves[REPOSE_SUR[code]]);

/** The findings that hold, each with what it rests on. */
export const garder = (preuves: PreuvesDiagnostic, candidats: Candidats, max = PAR_CHAPITRE): Constat[] =>
  candidats
    .filter((c): c is Candidat => Boolean(c))
    .slice(0, max)
    .map((constat) => ({ ...constat, solidite: sourceDe(preuves, constat.code) }));

export const nue = ({ id, libelle }: Etiquette): Etiquette => ({ id, libelle });
