/** The order of the files: the longest first, so that every worker ends at the same time on a machine that has not run them yet. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes a second or more, the longest first; the first one builds the release that others read, which do not come next to wait for it. */
const LONGUES = [
  'e2e/release',
  'e2e/live-workbook',
  'analysis/coherence/regles',
  'documents/classeur/bureautique',
  'e2e/build',
  'e2e/stale',
  'cli/release-safety',
  'documents/prose',
  'echange/import',
  'echange/aller-retour',
  'study/champs-lus',
  'analysis/decision/reference-cases',
  'cli/status',
  'e2e/suivi-annee',
  'e2e/interne',
  'study/fuzz',
  'render/office/office',
  'build/polices',
  'echange/donnees',
  'documents/analyses',
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
