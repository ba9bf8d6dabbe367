/** What a meeting validated, remembered by its fingerprints in the study's own folder, to be told apart from what changed since. */

import { decisionsPrises, titreReunion } from '../../analysis/comite.js';
import { etudeAu } from '../../analysis/dates.js';
import { DECLARATIONS } from '../../documents/declarations.js';
import type { Modifications } from '../../documents/deliverable.js';
import { deliverableOf } from '../../documents/names-and-dates.js';
import { DELIVERABLES, isDeliverable } from '../../documents/registry.js';
import { publique } from '../../study/internal.js';
import type { Study } from '../../study/study.js';
import { restrict } from '../inputs/fingerprint.js';
import { type Details, detailsDe, memoireDeLEtude, memoireDesDetails } from '../memoire.js';
import { contenuDe } from './content.js';
import { comparer, lignesDe } from './diff.js';
import { fichesDe } from './fiches.js';
import type { TextesEcrits } from './textes-ecrits.js';
import type { Validation } from './validations-file.js';

/** The parts of the study's own sheet that change from one version to the next without a fact being changed. */
const sansVersion = (study: Study): Study => ({
  ...study,
  // Meetings are written after they are held.
  reunions: [],
  etude: { ...study.etude, version: '', date: '', livrables: [], calendrier: [] },
});

/** What a deliverable is made from. `auJour`: as its date knows it; what comes later does not show in it. Validations kept by former versions of the program knew the study whole. */
function partDe(study: Study, livrable: string, auJour: boolean): Study {
  if (!isDeliverable(livrable)) return sansVersion(restrict(study, []));
  const { reads, defaults } = DECLARATIONS[livrable];
  const own = restrict(study, reads);
  if (!auJour) return sansVersion(own);
  const { reunionsPrevues: _, ...known } = etudeAu(own, deliverableOf(own, defaults).date).etude;
  return sansVersion(known as Study);
}

/** The author's texts of one deliverable. */
const textesDe = (textes: TextesEcrits, livrable: string): TextesEcrits =>
  Object.fromEntries(Object.entries(textes).filter(([id]) => id.startsWith(`${livrable}/`)));

/** What a deliverable is made from, by the hash of each entry and of each text of the author, with the fields of those that are not `known`. */
export function contenuLivrable(
  study: Study,
  livrable: string,
  textes: TextesEcrits,
  known: Details,
): Pick<Validation, 'contenu' | 'details' | 'forme'> {
  const part = partDe(study, livrable, true);
  const contenu = contenuDe(part, textesDe(textes, livrable));
  return { forme: 2, contenu, details: detailsDe(fichesDe(publique(part)), known) };
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

/** Deliverables that a meeting validated and that no record remembers. */
export const nonGardees = (study: Study, list: readonly Validation[]): string[] =>
  validees(study)
    .filter((one) => !list.some(({ livrable, reunion }) => livrable === one.livrable && reunion === one.reunion))
    .map(({ livrable }) => livrable);

/** Fields of the entries that validations knew: each is kept once. */
export const detailsConnus = (list: readonly Validation[]): Details =>
  Object.assign({}, ...list.map(({ details }) => details ?? {})) as Details;

/** What changed since each validation that was recorded; nothing for a deliverable that has not changed. */
export function modificationsDe(
  study: Study,
  list: readonly Validation[],
  textes: TextesEcrits,
): Record<string, Modifications> {
  const found: Record<string, Modifications> = {};
  const avant = memoireDesDetails(detailsConnus(list));
  for (const { livrable, reunion, titre, date } of validees(study)) {
    const recorded = list.find((one) => one.livrable === livrable && one.reunion === reunion);
    if (!recorded) continue;
    const part = partDe(study, livrable, recorded.forme === 2);
    const now = contenuDe(part, textesDe(textes, livrable));
    const lignes = lignesDe(comparer(recorded.contenu, now, [avant, memoireDeLEtude(part)]), now);
    if (lignes.length > 0) found[livrable] = { titre, date, lignes };
  }
  return found;
}
