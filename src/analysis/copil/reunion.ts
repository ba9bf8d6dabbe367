/** The meeting whose pack is built. */
import type { Study } from '../../study/study.js';
export type ReunionCopil = Study['reunions'][number];

/** The meeting named, else the next one planned, else the last one held. */
export function reunionDuDossier({ reunions, etude }: Study, id?: string): ReunionCopil | null {
  const sorted = [...reunions].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  if (id !== undefined) return sorted.find((r) => r.id === id) ?? null;
  const planned = sorted.find(
    ({ etat, date }) => (etat ?? 'prevue') === 'prevue' && date >= etude.date.slice(0, date.length),
  );
  return planned ?? sorted.findLast(({ etat }) => etat === 'tenue') ?? null;
}
