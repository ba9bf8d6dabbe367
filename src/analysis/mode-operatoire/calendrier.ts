/** The calendar of the tasks: planned dates, margins in working days, and the critical path (Kelley & Walker, 1959). */
import type { ModeOperatoire } from '../../study/types.gen.js';
import { JOUR } from '../../texte/dates.js';
import { ouvresEntre } from '../jours-ouvres.js';

export type Tache = NonNullable<ModeOperatoire['taches']>[number];

export interface TachePlacee {
  tache: Tache;
  /** Planned days from the first day of the calendar; the end is the day after the last. */
  debut: number;
  fin: number;
  /** Working days by which it may end later without moving the planned start of any task that waits for it; null in a circle. */
  libre: number | null;
  /** Working days by which it may end later without moving the end of the whole, the planned pauses after it being used up; null in a circle. */
  marge: number | null;
  critique: boolean;
}

/** A task that is planned to start before one that it waits for has ended. */
export interface Chevauchement {
  avant: Tache;
  apres: Tache;
  /** Working days by which it starts too early. */
  jours: number;
}

export interface Calendrier {
  /** ISO date of the first day. */
  origine: string;
  /** Length in days. */
  duree: number;
  taches: TachePlacee[];
  chevauchements: Chevauchement[];
  /** Ids of the tasks that wait for one another in a circle: they have no margin that can be computed. */
  boucle: string[];
}

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

/** Tasks that each task waits for, directly or through others. */
export function predecesseurs(taches: readonly Tache[]): ReadonlyMap<string, ReadonlySet<string>> {
  const direct = new Map(taches.map(({ id, apres }) => [id, apres ?? []]));
  const all = new Map<string, Set<string>>();
  for (const { id } of taches) {
    const found = new Set<string>();
    const waiting = [...(direct.get(id) ?? [])];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      if (found.has(one)) continue;
      found.add(one);
      waiting.push(...(direct.get(one) ?? []));
    }
    all.set(id, found);
  }
  return all;
}

/** Tasks that leave no margin, and out of how many: a milestone takes no time, so it is none of them. */
export function sansMarge({ taches }: Pick<Calendrier, 'taches'>): { critiques: Tache[]; sur: number } {
  const real = taches.filter(({ tache }) => !tache.jalon);
  return { critiques: real.flatMap(({ tache, critique }) => (critique ? [tache] : [])), sur: real.length };
}

/**
 * Margins from the planned dates: between the end of a task and the planned start of each that waits for it, the working days left are its own margin;
 * those that its followers have are added, down to the end of the whole. A task is critical when no working day is left.
 */
export function calendrierDe(taches: readonly Tache[]): Calendrier {
  if (taches.length === 0) return { origine: '', duree: 0, taches: [], chevauchements: [], boucle: [] };
  const start = Math.min(...taches.map(({ debut }) => premierJour(debut)));
  const end = Math.max(...taches.map(({ fin }) => lendemain(fin)));
  const before = predecesseurs(taches);
  const boucle = taches.filter(({ id }) => before.get(id)?.has(id)).map(({ id }) => id);
  const followers = (id: string): Tache[] =>
    taches.filter((other) => other.apres?.includes(id) && !boucle.includes(other.id));
  const gap = (tache: Tache, next: Tache): number => ouvresEntre(lendemain(tache.fin), premierJour(next.debut));
  const totals = new Map<string, number>();
  const total = (tache: Tache): number => {
    const known = totals.get(tache.id);
    if (known !== undefined) return known;
    const next = followers(tache.id);
    const value =
      next.length > 0
        ? Math.min(...next.map((other) => Math.max(0, gap(tache, other)) + total(other)))
        : ouvresEntre(lendemain(tache.fin), end);
    totals.set(tache.id, value);
    return value;
  };
  const days = (time: number): number => Math.round((time - start) / JOUR);
  return {
    origine: new Date(start).toISOString().slice(0, 10),
    duree: days(end),
    boucle,
    chevauchements: taches.flatMap((avant) =>
      taches
        .filter((apres) => apres.apres?.includes(avant.id) && gap(avant, apres) < 0)
        .map((apres) => ({ avant, apres, jours: -gap(avant, apres) })),
    ),
    taches: taches.map((tache) => {
      const circular = boucle.includes(tache.id);
      const next = followers(tache.id);
      const marge = circular ? null : total(tache);
      const libre = circular
        ? null
        : next.length > 0
          ? Math.max(0, Math.min(...next.map((other) => gap(tache, other))))
          : marge;
      return {
        tache,
        debut: days(premierJour(tache.debut)),
        fin: days(lendemain(tache.fin)),
        libre,
        marge,
        critique: marge === 0,
      };
    }),
  };
}
