/** The reserves that deliverables will print, found in the second thread while the first composes what comes before them. */
import { type Reserve, reserves } from '../../analysis/coherence/index.js';
import { connuAu } from '../../analysis/contexte.js';
import { DECLARATIONS } from '../../documents/declarations.js';
import { deliverableOf } from '../../documents/names-and-dates.js';
import type { Deliverable } from '../../documents/registry.js';
import type { Study } from '../../study/study.js';
import { restrict } from '../inputs/fingerprint.js';

/** What a deliverable prints of the rules when it speaks at this date. */
export interface Ahead {
  livrable: string;
  date: string;
  reserves: Reserve[];
}

/** `published`: the study without personal data, of which a deliverable reads its parts. */
export function ahead(published: Study, name: Deliverable): Ahead {
  const { reads, defaults } = DECLARATIONS[name];
  const study = restrict(published, reads);
  const { date } = deliverableOf(study, defaults);
  const connu = connuAu(study, date);
  return { livrable: defaults.id, date, reserves: reserves(connu.etude, defaults.id, connu) };
}
