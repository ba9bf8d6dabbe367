/** The smallest study found that still shows a fault (Zeller and Hildebrandt, 2002, on files then on lines). */
import type { StudyFiles } from './files.js';

/** Trials after which the study is kept as it is. */
const TRIALS = 600;

/** `stillWrong` tells whether a study shows the same fault. */
export async function minimised(
  files: StudyFiles,
  stillWrong: (files: StudyFiles) => Promise<boolean>,
): Promise<StudyFiles> {
  let best = files;
  let left = TRIALS;
  const attempt = async (smaller: StudyFiles): Promise<boolean> => {
    if (left-- <= 0 || !(await stillWrong(smaller))) return false;
    best = smaller;
    return true;
  };
  for (const path of files.keys()) await attempt(new Map([...best].filter(([name]) => name !== path)));
  for (const path of [...best.keys()])
    for (let size = 64; size >= 1; size = size >> 1)
      for (let at = 0; at < (best.get(path)?.split('\n').length ?? 0); ) {
        const lines = (best.get(path) ?? '').split('\n');
        const kept = [...lines.slice(0, at), ...lines.slice(at + size)].join('\n');
        if (!(await attempt(new Map([...best, [path, kept]])))) at += size;
        if (left <= 0) return best;
      }
  return best;
}
