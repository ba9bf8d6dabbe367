/** What is asked of a build, and the files it tells of while it works. */

import type { Parametres } from './inputs/parameters.js';
import type { Version } from './release/read-manifest.js';
import type { OutputFile } from './release/write.js';
import type { Mesure } from './timing.js';
export interface BuiltFile extends OutputFile {
  /** Deliverable that the file belongs to; `etude` for the normalised study. */
  livrable: string;
  /** Path relative to the current directory. */
  path: string;
  pages?: number;
  sheets?: number;
  slides?: number;
  /** Time that the rendering took, in milliseconds. */
  ms: number;
}

export interface BuildRequest {
  /** Absolute folders of the study and of the releases. */
  dir: string;
  out: string;
  cwd: string;
  /** Deliverables asked for; none means all that the program gives. */
  livrables: string[];
  parametres: Parametres;
  /** Folder of the study as shown to the user. */
  shownDir: string;
  /** Release whose changes are shown in an annex: its absolute folder and its manifest. */
  depuis?: Version;
  /** What is being done, for a line that moves. */
  progress: (text: string) => void;
  onLoaded: (summary: string) => void;
  onFile: (file: BuiltFile) => void;
  /** Git does not answer: the release will not say its commit. */
  onSilentGit?: () => void;
  /** A step is done, and what it took. */
  onStep?: (mesure: Mesure) => void;
}
