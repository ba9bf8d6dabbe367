/** What the rules of compliance share: their shape, the verdict by what lacks, and meetings held. */
import type { Study } from '../../study/study.js';
import type { EtatExigence } from '../diagnostic/types.js';
import type { PartiesConformite } from './index.js';

export interface Verdict {
  etat: EtatExigence;
  motif: string;
}

export type RegleConformite = (etude: Study, parties: PartiesConformite) => Verdict;

/** Complete when nothing lacks, missing when nothing is there, partial between. */
export function parManque(presents: number, manque: string, motif: string): Verdict {
  if (presents === 0) return { etat: 'manquante', motif: `${motif}.` };
  return manque ? { etat: 'partielle', motif: `${motif} ; ${manque}.` } : { etat: 'complete', motif: `${motif}.` };
}

type Reunion = Study['reunions'][number];

/** A meeting held, and the deliverable that it had to validate, if any. The title of the deliverable is the study's. */
export const reunion =
  (type: Reunion['type'], nom: string, livrable?: string, minimum = 1): RegleConformite =>
  ({ reunions, etude }) => {
    const tenues = reunions.filter(
      (r) =>
        r.type === type &&
        (livrable === undefined || (r.livrables ?? []).includes(livrable)) &&
        r.etat !== 'annulee' &&
        r.etat !== 'prevue',
    );
    if (tenues.length < minimum)
      return { etat: 'manquante', motif: `${nom} : pas encore tenue à la date du livrable.` };
    if (livrable === undefined) return { etat: 'complete', motif: `${nom} : tenue.` };
    const own = etude.livrables?.find(({ id }) => id === livrable);
    const titre = (own?.titre_court ?? own?.titre ?? 'livrable').toLowerCase();
    const valide = tenues.some((r) =>
      (r.decisions ?? []).some((d) => d.livrable === livrable && d.statut === 'valide'),
    );
    return valide
      ? { etat: 'complete', motif: `${nom} : tenue, ${titre} validé.` }
      : { etat: 'partielle', motif: `${nom} : tenue, ${titre} pas encore validé.` };
  };
