/** The study as it stood at a date. */
import type { Study } from '../study/study.js';
import { anterieur, posterieur } from '../texte/dates.js';
import { ordre } from '../texte/ordre.js';
import { jourConnu } from './comite.js';
import { enVigueur, finConnue } from './references.js';
import { retraitAu } from './retrait.js';
import { parObjetEtCle } from './une-fois.js';
import { estMaintenue } from './vocabulaire.js';

export { anneeDe, posterieur } from '../texte/dates.js';
export { ordre } from '../texte/ordre.js';

const dansLOrdreDesIds = <T extends { id: string }>(entries: readonly T[]): T[] =>
  [...entries].sort((a, b) => ordre(a.id, b.id));

/** What is known of a meeting to come is what it is about, and its day if it was fixed. */
export type ReunionPrevue = Study['reunions'][number] & { jourConnu: boolean };

declare const CONNU: unique symbol;
/** A study as known at a date, public or internal: `etudeAu` alone makes it, so that what speaks at a date is never given the study whole. */
export type StudyAt = Study & {
  readonly [CONNU]: true;
  /** Meetings that are only planned at the date. */
  readonly reunionsPrevues: ReunionPrevue[];
  /** Times of participation that were called off: `participation` keeps the others. */
  readonly rencontresAnnulees: Study['participation'];
};

/** Ids of the facts left out because they are later than the date. */
export interface Ecartes {
  actions: string[];
  experiences: string[];
  participation: string[];
}

/** An action whose end is later goes on at `date`, unless it is only decided: nobody knew yet when it would end. */
function enCoursAu(action: Study['actions'][number], date: string): Study['actions'][number] {
  if (!posterieur(action.fin, date)) return action;
  const { fin: _, ...rest } = action;
  const decided = action.debut === undefined && action.statut === 'en-projet';
  return { ...rest, statut: decided ? 'en-projet' : 'en-cours' };
}

/** An actor whose engagement is dated later had not said so at `date`: it had been met, if it says so or sat at a meeting held by then, and else was only thought of. */
function engagementAu(told: Study['acteurs'][number], { reunions }: Study, date: string): Study['acteurs'][number] {
  const retire = retraitAu(told, date);
  // Who was only met says when under either name.
  const met =
    retire.engagement === 'contacte' ? (retire.engagement_date ?? retire.contact_date) : retire.engagement_date;
  const acteur = met === undefined ? retire : { ...retire, engagement_date: met };
  if (!posterieur(acteur.engagement_date, date)) return acteur;
  const { engagement_date: _, engagement, contact_date: contact, ...rest } = acteur;
  if (engagement === undefined) return rest;
  if (contact !== undefined && !posterieur(contact, date))
    return { ...rest, engagement: 'contacte', engagement_date: contact };
  const siege = reunions.some(
    (one) =>
      one.etat === 'tenue' &&
      !posterieur(one.date, date) &&
      one.presents?.some((present) => present.acteur === acteur.id),
  );
  return { ...rest, engagement: siege ? 'contacte' : 'pressenti' };
}

/** Meetings planned, the day of which is not passed; a study already taken at another date keeps those that it knew of. */
const prevuesApres = (study: Study & Partial<Pick<StudyAt, 'reunionsPrevues'>>, date: string): ReunionPrevue[] => {
  const all = new Map([...(study.reunionsPrevues ?? []), ...study.reunions].map((one) => [one.id, one]));
  return dansLOrdreDesIds(
    [...all.values()]
      .filter((one) => (one.etat === 'prevue' ? !anterieur(one.date, date) : posterieur(one.date, date)))
      .filter(({ etat }) => etat !== 'annulee')
      .map(({ decisions: _, presents: _p, ...one }) => ({ ...one, jourConnu: jourConnu(one, date, study.etude.date) })),
  );
};

/**
 * The study as it stood at `date`, its inventories sorted by id so that the order of the files changes nothing.
 * Actions that start later, experiences created later, meetings, sources and requirements later, references not in force are left out (a meeting that is
 * only planned is kept apart, in `reunionsPrevues`); the end of a rule is that which was known then, and so is the engagement of an actor. Asked again, the same study is given.
 */
export const etudeAu = parObjetEtCle((study: Study, date: string): { etude: StudyAt; ecartes: Ecartes } => {
  const actions = dansLOrdreDesIds(study.actions);
  const experiences = dansLOrdreDesIds(study.experiences);
  const participation = dansLOrdreDesIds(study.participation);
  const idsApres = <T extends { id: string }>(entries: T[], quand: (entry: T) => string | number | null | undefined) =>
    entries.filter((entry) => posterieur(quand(entry), date)).map((entry) => entry.id);
  const ecartes: Ecartes = {
    // An action of which only the end is known had begun before it: a later end does not make it a later action.
    actions: idsApres(actions, (action) => action.debut),
    experiences: idsApres(experiences, (experience) => experience.creation),
    participation: idsApres(participation, (rencontre) => rencontre.date),
  };
  const garder = <T extends { id: string }>(entries: T[], ids: string[]) =>
    entries.filter((entry) => !ids.includes(entry.id));
  const heard = garder(participation, ecartes.participation);
  // A study already taken at another date has put these apart.
  const apart = (study as Partial<Pick<StudyAt, 'rencontresAnnulees'>>).rencontresAnnulees ?? [];
  const calledOff = [...apart, ...heard.filter((one) => !estMaintenue(one))];
  return {
    ecartes,
    etude: {
      ...study,
      besoins: dansLOrdreDesIds(study.besoins),
      acteurs: dansLOrdreDesIds(study.acteurs).map((acteur) => engagementAu(acteur, study, date)),
      outils: dansLOrdreDesIds(study.outils),
      actions: garder(actions, ecartes.actions).map((action) => enCoursAu(action, date)),
      experiences: garder(experiences, ecartes.experiences),
      // One that goes on is not known to end.
      participation: heard
        .filter(estMaintenue)
        .map(({ fin, ...rest }) => (fin === undefined || posterieur(fin, date) ? rest : { ...rest, fin })),
      rencontresAnnulees: calledOff,
      reunions: dansLOrdreDesIds(study.reunions).filter((reunion) => !posterieur(reunion.date, date)),
      reunionsPrevues: prevuesApres(study, date),
      references: dansLOrdreDesIds(study.references)
        .filter((reference) => enVigueur(reference, date))
        .map((reference) => {
          const { applicable_au: _, ...rest } = reference;
          const fin = finConnue(reference, date);
          return fin === undefined ? rest : { ...rest, applicable_au: fin };
        }),
      ...(study.contrat
        ? {
            contrat: {
              ...study.contrat,
              exigences: study.contrat.exigences.filter(({ depuis }) => !posterieur(depuis, date)),
            },
          }
        : {}),
      sources: dansLOrdreDesIds(study.sources).filter((source) => !posterieur(source.date, date)),
    } as StudyAt,
  };
});
