/** What a meeting validated, remembered by its fingerprints in the study's own folder, to be told apart from what changed since. */

import { decisionsPrises, titreReunion } from '../analysis/comite.js';
import type { Modifications } from '../documents/deliverable.js';
import { DELIVERABLES, isDeliverable, loadDeliverable } from '../documents/registry.js';
import type { Study } from '../study/study.js';
import { type Contenu, contenuDe } from './content.js';
import { comparer, lignesDe } from './diff.js';
import { restrict } from './fingerprint.js';
import type { Validation } from './validations-file.js';

/** The parts of the study's own sheet that change from one version to the next without a fact being changed. */
const sansVersion = (study: Study): Study => ({
  ...study,
  // Meetings are written after they are held.
  reunions: [],
  etude: { ...study.etude, version: '', date: '', livrables: [], calendrier: [] },
});

/** What a deliverable is made from, by the hash of each entry. */
export async function contenuLivrable(study: Study, livrable: string): Promise<Contenu> {
  const reads = isDeliverable(livrable) ? (await loadDeliverable(livrable)).reads : [];
  return contenuDe(sansVersion(restrict(study, reads)));
}

/** The last decision that validated each deliverable, of the meetings held by the study's date. */
export function validees(study: Study): { livrable: string; reunion: string; titre: string; date: string }[] {
  const found = new Map<string, { livrable: string; reunion: string; titre: string; date: string }>();
  for (const { reunion: r, decision } of decisionsPrises(study, study.etude.date))
    if (decision.livrable !== undefined)
      found.set(decision.livrable, {
        livrable: decision.livrable,
        reunion: r.id,
        titre: titreReunion(r),
        date: r.date,
      });
  return [...found.values()].filter(({ livrable }) => (DELIVERABLES as readonly string[]).includes(livrable));
}

/** What changed since each validation that was recorded; nothing for a deliverable that has not changed. */
export async function modificationsDe(
  study: Study,
  list: readonly Validation[],
): Promise<Record<string, Modifications>> {
  const found: Record<string, Modifications> = {};
  for (const { livrable, reunion, titre, date } of validees(study)) {
    const recorded = list.find((one) => one.livrable === livrable && one.reunion === reunion);
    if (!recorded) continue;
    const now = await contenuLivrable(study, livrable);
    const lignes = lignesDe(comparer(recorded.contenu, now), now);
    if (lignes.length > 0) found[livrable] = { titre, date, lignes };
  }
  return found;
}
