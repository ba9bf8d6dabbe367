/** What the rules of compliance read. */
import type { PreuvesDiagnostic } from '../diagnostic/preuves.js';
import type {
  ActeursAnalysis,
  ActionsAnalysis,
  BesoinsAnalysis,
  ExperiencesAnalysis,
  OublisAnalysis,
  OutilsAnalysis,
  ParticipationAnalysis,
} from '../diagnostic/types.js';
export interface PartiesConformite {
  besoins: BesoinsAnalysis;
  actions: ActionsAnalysis;
  acteurs: ActeursAnalysis;
  outils: OutilsAnalysis;
  experiences: ExperiencesAnalysis;
  participation: ParticipationAnalysis;
  oublis: OublisAnalysis;
  preuves: PreuvesDiagnostic;
}
