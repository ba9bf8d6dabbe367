/** The meeting whose pack is built. */
import type { Study } from '../../study/study.js';
import { titreReunion } from '../comite.js';
export type ReunionCopil = Study['reunions'][number];

/** What is told of the meeting before. */
export interface ReunionPrecedente extends Pick<ReunionCopil, 'date' | 'consultation_ecrite'> {
  titre: string;
  decisions: NonNullable<ReunionCopil['decisions']>;
}

export const precedenteDite = (reunion: ReunionCopil): ReunionPrecedente => ({
  titre: titreReunion(reunion),
  date: reunion.date,
  ...(reunion.consultation_ecrite ? { consultation_ecrite: true } : {}),
  decisions: reunion.decisions ?? [],
});

/** The meeting named, else the next one planned, else the last one held. */
export function reunionDuDossier({ reunions, etude }: Study, id?: string): ReunionCopil | null {
  const sorted = [...reunions].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  if (id !== undefined) return sorted.find((r) => r.id === id) ?? null;
  const planned = sorted.find(
    ({ etat, date }) => (etat ?? 'prevue') === 'prevue' && date >= etude.date.slice(0, date.length),
  );
  return planned ?? sorted.findLast(({ etat }) => etat === 'tenue') ?? null;
}
