/** What `corriger` would write mends what it answers: a spelling that leaves its fault where it was is none. */
import { appliquer } from '../../src/edition/corriger.js';
import type { Diagnostic } from '../../src/study/diagnostic.js';
import { type LoadedStudy, studyFrom } from '../../src/study/load.js';
import { asDiscovery, FOLDER, type StudyFiles } from './files.js';

/** A fault of syntax hides those below it: it is known by its line. */
const nameOf = ({ code, fichier, chemin, plage }: Diagnostic): string =>
  `${code} ${fichier} ${code === 'syntaxe-yaml' ? plage.ligne : chemin}`;

/** How many faults stand at each place; several keys of one entry share theirs. */
function countOf(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of diagnostics) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
  return counts;
}

/** The first fault that is still there once all that is certain is written, and has no other spelling to be given; null when all are mended. */
export async function correctionFault(loaded: LoadedStudy): Promise<string | null> {
  const sure = loaded.diagnostics.filter(({ correction }) => correction !== undefined);
  if (sure.length === 0) return null;
  const files: StudyFiles = new Map(
    [...loaded.texts].map(([fichier, text]) => [
      fichier.slice(FOLDER.length + 1),
      appliquer(
        text,
        sure.filter((one) => one.fichier === fichier),
      ),
    ]),
  );
  const after = await studyFrom(asDiscovery(files));
  const [before, mended] = [countOf(loaded.diagnostics), countOf(sure)];
  const left = countOf(after.diagnostics.filter(({ correction }) => correction === undefined));
  const kept = sure.find((one) => {
    const name = nameOf(one);
    return (left.get(name) ?? 0) > (before.get(name) ?? 0) - (mended.get(name) ?? 0);
  });
  return kept ? `corriger : ${kept.code} reste une fois écrit « ${kept.correction?.par} »` : null;
}
