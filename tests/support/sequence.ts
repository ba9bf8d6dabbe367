/** The order of the files: the longest first, so that every worker ends at the same time on a machine that has not run them yet. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes two seconds or more of a busy processor, the longest first; the first one builds the release that others read, which do not come next to wait for it. */
const LONGUES = [
  'e2e/release',
  'e2e/stale',
  'echange/import',
  'e2e/live-workbook',
  'e2e/build',
  'documents/classeur/bureautique',
  'analysis/coherence/regles',
  'cli/release-safety',
  'echange/aller-retour',
  'documents/prose',
  'cli/status',
  'cli/installation',
  'render/office/office',
  'echange/donnees',
  'render/pdf/rows',
  'build/polices',
  'study/fuzz',
  'e2e/suivi-annee',
  'documents/diapositives/diapositives-choix',
  'build/seal',
  'analysis/scenarios/tirages',
  'documents/analyses',
  'e2e/random-studies',
  'study/schema-holds',
  'edition/retouche',
  'analysis/coherence/exemple',
  'e2e/accessibles',
  'e2e/interne',
  'documents/livrables/budget-du-porteur',
  'render/pdf/pdf',
  'study/files/noms-de-fichiers',
  'build/second-thread',
  'study/simple-yaml',
  'fonts/shaping',
  'study/champs-lus',
  'cli/chargement',
].map((name) => `/tests/${name}.test.ts`);

const rank = ({ moduleId }: TestSpecification): number => {
  const found = LONGUES.findIndex((name) => moduleId.endsWith(name));
  return found < 0 ? LONGUES.length : found;
};

/** Vitest asks for a class. The other files keep the order of their own: as long as they were last time, or as large. */
export class LesLonguesDAbord extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
