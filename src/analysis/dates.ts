/** Dates of the study are AAAA, AAAA-MM or AAAA-MM-JJ; a fact is later only when its known part proves it. */
import type { Study } from '../study/study.js';

/** Whether `value` is surely later than `date`: « 2018 » is not later than « 2018-02-15 », « 2018-03 » is. */
export function posterieur(value: string | number | null | undefined, date: string): boolean {
  if (value === null || value === undefined || value === '') return false;
  const text = String(value);
  return text > date.slice(0, text.length);
}

/** Whether `value` is surely earlier than `date`. */
export function anterieur(value: string | number | null | undefined, date: string): boolean {
  if (value === null || value === undefined || value === '') return false;
  const text = String(value);
  return text < date.slice(0, text.length);
}

export function anneeDe(value: string | number | null | undefined): number | null {
  const year = Number.parseInt(String(value ?? '').slice(0, 4), 10);
  return Number.isNaN(year) ? null : year;
}

/** Order of strings by code unit: the same on every machine. */
export const ordre = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const parId = <T extends { id: string }>(entries: readonly T[]): T[] => [...entries].sort((a, b) => ordre(a.id, b.id));

/** Ids of the facts left out because they are later than the date. */
export interface Ecartes {
  actions: string[];
  experiences: string[];
  participation: string[];
}

/**
 * The study as it stood at `date`, its inventories sorted by id so that the order of the files changes nothing.
 * Actions that start later, experiences created later, meetings and sources later, references not in force are left out.
 */
export function etudeAu(study: Study, date: string): { etude: Study; ecartes: Ecartes } {
  const actions = parId(study.actions);
  const experiences = parId(study.experiences);
  const participation = parId(study.participation);
  const idsApres = <T extends { id: string }>(entries: T[], quand: (entry: T) => string | number | null | undefined) =>
    entries.filter((entry) => posterieur(quand(entry), date)).map((entry) => entry.id);
  const ecartes: Ecartes = {
    actions: idsApres(actions, (action) => action.debut ?? action.fin),
    experiences: idsApres(experiences, (experience) => experience.creation),
    participation: idsApres(participation, (rencontre) => rencontre.date),
  };
  const garder = <T extends { id: string }>(entries: T[], ids: string[]) =>
    entries.filter((entry) => !ids.includes(entry.id));
  return {
    ecartes,
    etude: {
      ...study,
      besoins: parId(study.besoins),
      acteurs: parId(study.acteurs),
      outils: parId(study.outils),
      actions: garder(actions, ecartes.actions),
      experiences: garder(experiences, ecartes.experiences),
      participation: garder(participation, ecartes.participation),
      reunions: parId(study.reunions).filter((reunion) => !posterieur(reunion.date, date)),
      references: parId(study.references).filter(
        (reference) => !posterieur(reference.applicable_du, date) && !anterieur(reference.applicable_au, date),
      ),
      sources: parId(study.sources).filter((source) => !posterieur(source.date, date)),
    },
  };
}
