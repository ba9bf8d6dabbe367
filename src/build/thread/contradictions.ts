/** The contradictions of a study, looked for in the second thread while this one does something else. */
import { dire } from '../../analysis/coherence/dire.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import type { LoadedStudy } from '../../study/load.js';
import type { Study } from '../../study/study.js';
import type { Found } from './look.js';

/** Where the rules are asked elsewhere than here. */
export interface Looking {
  /** What the rules find in a study; null when it could not be known there. */
  contradictions(study: Study): Promise<Found | null>;
}

export interface Search {
  /** A study to look into from now on: the one that is loaded in the end, or nothing is asked of it. */
  begin(study: Study): void;
  /** What is to be told of the study that was loaded, and how long the rules took. */
  end(loaded: LoadedStudy): Promise<{ diagnostics: Diagnostic[]; ms: number }>;
}

/** Without another thread, or where it gave no answer, the rules are asked here at the end. */
export function search(elsewhere: Looking | null): Search {
  let begun: Promise<Found | null> | null = null;
  return {
    begin(study) {
      begun ??= elsewhere?.contradictions(study) ?? null;
    },
    async end(loaded) {
      const { study } = loaded;
      const found = study && ((await begun) ?? (await import('./look.js')).look(study));
      const told = dire(loaded, found?.constats ?? []);
      // The names of the rules are needed for what is set aside in vain alone.
      const diagnostics =
        told.sansEffet.length === 0
          ? told.diagnostics
          : (await import('../../analysis/coherence/diagnostics.js')).avecLesEcarts(loaded, told);
      return { diagnostics, ms: found ? found.ms : 0 };
    },
  };
}
