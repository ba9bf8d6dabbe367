/** What the rules of compliance read. */
import type { DiagnosticAnalysis } from '../diagnostic/types.js';

export type PartiesConformite = Pick<
  DiagnosticAnalysis,
  'besoins' | 'actions' | 'acteurs' | 'outils' | 'experiences' | 'participation' | 'oublis' | 'preuves'
>;
