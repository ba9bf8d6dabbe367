import type { Contours } from './contours/traces.js';
import type {
  Acteur,
  Action,
  Besoin,
  CadreEvaluation,
  Charte,
  Contrat,
  Criteres,
  Etude,
  Experience,
  ModeOperatoire,
  Outil,
  Participation,
  Priorites,
  Projet,
  Reference,
  Reunion,
  Scenario,
  Source,
  Territoire,
} from './types.gen.js';

/** What a closed list of the schemas is called on a page: a word that is added to it does not compile until it has its label. */
export type Libelles<Mot extends string | undefined> = Readonly<Record<NonNullable<Mot>, string>>;

/** All the facts of a study, checked. Lists keep the order of the files (by name), then that of the entries. */
export interface Study {
  etude: Etude;
  /** `traces`: contours of the communes, read from the file that `contours` names. */
  territoire: Territoire & { traces?: Contours };
  besoins: Besoin[];
  acteurs: Acteur[];
  actions: Action[];
  experiences: Experience[];
  outils: Outil[];
  participation: Participation[];
  scenarios: Scenario[];
  criteres: Criteres | null;
  priorites: Priorites | null;
  mode_operatoire: ModeOperatoire | null;
  projets: Projet[];
  evaluation: CadreEvaluation | null;
  reunions: Reunion[];
  references: Reference[];
  contrat: Contrat | null;
  theme: Charte | null;
  sources: Source[];
}
