/** The calendar of the tasks: dates, slack, and the critical path (Kelley & Walker, 1959). */
import type { ModeOperatoire } from '../../study/types.gen.js';

type Tache = NonNullable<ModeOperatoire['taches']>[number];

export interface TachePlacee {
  tache: Tache;
  /** Planned days from the first day of the calendar; the end is the day after the last. */
  debut: number;
  fin: number;
  /** Days by which it may last longer without lengthening the longest chain of tasks that wait for one another. */
  marge: number;
  critique: boolean;
}

export interface Calendrier {
  /** ISO date of the first day. */
  origine: string;
  /** Length in days. */
  duree: number;
  taches: TachePlacee[];
  /** Tasks that wait for one another in a circle: they have no slack that can be computed. */
  boucle: string[];
}

const JOUR = 86_400_000;

/** First day of AAAA, AAAA-MM or AAAA-MM-JJ. */
export const premierJour = (date: string): number =>
  Date.parse(date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date);

/** Day after the last day of a date that may be a month or a year. */
export function lendemain(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return Date.UTC(year + 1, 0, 1);
  if (day === undefined) return Date.UTC(year, month, 1);
  return Date.UTC(year, month - 1, day + 1);
}

/**
 * Slack by the critical path method: a task that waits for no other starts on its planned day, another as soon as the last of those that it
 * waits for ends. The planned dates only place the bars: a pause chosen between two tasks is no slack of the chain.
 */
export function calendrierDe(taches: readonly Tache[]): Calendrier {
  if (taches.length === 0) return { origine: '', duree: 0, taches: [], boucle: [] };
  const start = Math.min(...taches.map(({ debut }) => premierJour(debut)));
  const days = (time: number): number => Math.round((time - start) / JOUR);
  const ids = new Set(taches.map(({ id }) => id));
  const preds = new Map(taches.map(({ id, apres }) => [id, (apres ?? []).filter((other) => ids.has(other))]));
  const length = new Map(taches.map((t) => [t.id, days(lendemain(t.fin)) - days(premierJour(t.debut))]));
  const early = new Map<string, number>();
  const waiting = [...taches];
  const order: Tache[] = [];
  for (let moved = true; moved && waiting.length > 0; ) {
    moved = false;
    for (const [index, tache] of [...waiting.entries()].reverse()) {
      const own = preds.get(tache.id) ?? [];
      if (!own.every((id) => early.has(id))) continue;
      const ends = own.map((id) => (early.get(id) ?? 0) + (length.get(id) ?? 0));
      early.set(tache.id, ends.length > 0 ? Math.max(...ends) : days(premierJour(tache.debut)));
      order.push(tache);
      waiting.splice(index, 1);
      moved = true;
    }
  }
  // What waits in a circle keeps its planned dates.
  for (const tache of waiting) early.set(tache.id, days(premierJour(tache.debut)));
  const endOf = (id: string): number => (early.get(id) ?? 0) + (length.get(id) ?? 0);
  const end = Math.max(...taches.map(({ id }) => endOf(id)));
  const duree = Math.max(...taches.map(({ fin }) => days(lendemain(fin))));
  const late = new Map<string, number>();
  for (const tache of [...waiting, ...[...order].reverse()]) {
    const after = taches.filter(({ id }) => (preds.get(id) ?? []).includes(tache.id));
    late.set(tache.id, Math.min(end, ...after.map(({ id }) => (late.get(id) ?? end) - (length.get(id) ?? 0))));
  }
  const boucle = waiting.map(({ id }) => id);
  return {
    origine: new Date(start).toISOString().slice(0, 10),
    duree,
    boucle,
    taches: taches.map((tache) => {
      const marge = Math.max(0, (late.get(tache.id) ?? end) - endOf(tache.id));
      return {
        tache,
        debut: days(premierJour(tache.debut)),
        fin: days(lendemain(tache.fin)),
        marge,
        critique: marge === 0 && !boucle.includes(tache.id),
      };
    }),
  };
}
