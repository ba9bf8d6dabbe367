/** Studies far from their base that `check` still finds without error: many mutations one after the other, each kept only if the study stays sound. */
import { seededRandom } from '../../src/analysis/incertitude/random.js';
import type { Study } from '../../src/study/study.js';
import { oneOf } from './draw.js';
import type { StudyFiles } from './files.js';
import { idsIn, mutatedValues } from './mutant.js';
import { checkFault } from './oracle.js';
import { VALUE_MUTATIONS } from './value-mutations.js';

export interface Walk {
  files: StudyFiles;
  /** Null where `check` itself went wrong. */
  study: Study | null;
  fault: string | null;
  /** Names of the mutations that were kept, in order. */
  kinds: string[];
}

/** One file in this many is taken away whole, where the study stands without it. */
const REMOVED = 12;

/** `steps` mutations are tried, until `check` goes wrong; the same for the same seed. Throws when the base has an error. */
export async function walkFrom(base: StudyFiles, seed: number, steps: number): Promise<Walk> {
  const random = seededRandom(seed);
  const ids = idsIn(base);
  const kinds: string[] = [];
  const start = await checkFault(base);
  if (!start.study) throw new Error('a walk starts from a study without error');
  let [files, study] = [base, start.study];
  for (let step = 0; step < steps; step++) {
    const path = oneOf(random, [...files.keys()]);
    const kind = random() < 1 / REMOVED ? 'fichier ôté' : oneOf(random, Object.keys(VALUE_MUTATIONS));
    const next = new Map(files);
    if (kind === 'fichier ôté') next.delete(path);
    else next.set(path, mutatedValues(path, files.get(path) ?? '', ids, random, kind));
    const judged = await checkFault(next);
    const named = `${path} : ${kind}`;
    if (judged.fault) return { files: next, study: null, fault: judged.fault, kinds: [...kinds, named] };
    if (!judged.study) continue;
    [files, study] = [next, judged.study];
    kinds.push(named);
  }
  return { files, study, fault: null, kinds };
}
