/** The order of the files: the longest first, so that every worker ends at the same time on a machine that has not run them yet. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes two seconds or more of a busy processor, the longest first; the first one builds the release that others read, which do not come next to wait for it. */
const LONGUES = [
  'e2e/release',
  'e2e/live-workbook',
  'e2e/build',
  'e2e/stale',
  'documents/classeur/bureautique',
  'echange/import',
  'analysis/coherence/regles',
  'cli/release-safety',
  'cli/status',
  'render/office/office',
  'documents/prose',
  'cli/installation',
  'echange/donnees',
  'build/polices',
  'echange/aller-retour',
  'e2e/random-studies',
  'build/second-thread',
  'e2e/suivi-annee',
  'documents/diapositives/diapositives-choix',
  'build/seal',
  'study/fuzz',
  'e2e/interne',
  'documents/analyses',
  'study/schema-holds',
  'edition/retouche',
  'render/pdf/pdf',
  'documents/livrables/budget-du-porteur',
  'analysis/scenarios/tirages',
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
