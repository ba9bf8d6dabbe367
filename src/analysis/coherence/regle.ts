/** What a rule of coherence is: it sees two facts of the study that cannot both stand, and names both places. */
import type { Gravite } from '../../study/diagnostic.js';
import type { ContexteCoherence } from './contexte.js';

/** Two facts that contradict each other. Its sentences are printed in the deliverables: they name things by their titles, never by an id. */
export interface Contradiction {
  /**
   * Path by ids of the fact to look at first (`scenarios/relais/partenaires/maison-energie`), see `Reporter` for its form; by the keys of a `Study`
   * (`mode_operatoire/taches/1`), for it is looked up there.
   */
  chemin: string;
  /** Paths of what it contradicts; at least one, and none equal to `chemin`. */
  contre: readonly [string, ...string[]];
  /** French sentence, with its full stop, that states both facts. */
  message: string;
  /** French sentence, with its full stop: what would settle it, for those who read a deliverable; no key of the files. */
  issue: string;
  /**
   * French sentence, with its full stop: what to write in the files, by their keys; told at the terminal only. There is one wherever `issue` asks to write
   * something that is not there yet: a test holds every rule to it.
   */
  saisie?: string;
}

/** Deliverables whose reserves print what a rule finds; ids of the program's registry. */
export type LivrableConcerne = 'diagnostic' | 'scenarios' | 'mode-operatoire' | 'fiches-projets' | 'bilan' | 'copil';

export interface RegleCoherence {
  /** Unaccented slug, unique among all the codes of the program. */
  code: string;
  gravite: Gravite;
  /** One sentence, with its full stop. */
  titre: string;
  /** What `atelier explain` says: why it matters, what is compared, with which tolerance. */
  explication: string;
  exemple?: string;
  livrables: readonly LivrableConcerne[];
  /** Pure; an empty list when the study has not the facts to compare. */
  verifier(contexte: ContexteCoherence): Contradiction[];
}
