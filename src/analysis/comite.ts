/** The committee: which meetings may validate, what a decision of theirs is worth, and who sits, named by its body or present at one of them. */
import type { Exigence } from '../study/contrat.js';
import type { Study } from '../study/study.js';
import { minuscule } from '../texte/accords.js';
import { ordreDates, posterieur } from '../texte/dates.js';

type Reunion = Study['reunions'][number];
export type Decision = NonNullable<Reunion['decisions']>[number];
export type Portee = NonNullable<Decision['portee']>;

type Membre = NonNullable<Study['etude']['comite_pilotage']>[number];

/** Meetings whose decisions validate: the committee's, and those of the body that it answers to. Others prepare or follow. */
const VALIDENT: Readonly<Record<Reunion['type'], boolean>> = {
  copil: true,
  bilan: true,
  deliberation: true,
  cadrage: false,
  'comite-technique': false,
};

export const peutValider = ({ type }: Pick<Reunion, 'type'>): boolean => VALIDENT[type];

/** Meetings of the committee itself. */
export const estDuComite = (reunion: Pick<Reunion, 'type'>): boolean =>
  peutValider(reunion) && reunion.type !== 'deliberation';

/**
 * Whether a meeting may launch what a requirement has launched: it is of the kind that the contract names (`reunion`), else of the body that holds the
 * contract. A committee has no other power than the one that it was given.
 */
export const lanceAvecCompetence = (
  { type, phase }: Pick<Reunion, 'type' | 'phase'>,
  { reunion }: Pick<Exigence, 'reunion'>,
): boolean =>
  reunion ? type === reunion.type && (reunion.phase === undefined || phase === reunion.phase) : type === 'deliberation';

const SORTES: Readonly<Record<Reunion['type'], string>> = {
  cadrage: 'Cadrage',
  copil: 'Réunion',
  'comite-technique': 'Comité technique',
  bilan: 'Bilan',
  deliberation: 'Délibération',
};

/** Its title; without one, its kind and its phase, for the phase alone is no meeting. */
export const titreReunion = ({ titre, type, phase }: Pick<Reunion, 'titre' | 'type' | 'phase'>): string =>
  titre ?? `${SORTES[type]}, ${minuscule(phase)}`;

/** Whether a meeting had a deliverable before it: handed over, on its agenda, or decided upon. */
export const parleDe = (
  { livrables = [], ordre_du_jour: points, decisions = [] }: Pick<Reunion, 'livrables' | 'ordre_du_jour' | 'decisions'>,
  id: string,
): boolean => livrables.includes(id) || [...points, ...decisions].some(({ livrable }) => livrable === id);

/** Later than any meeting: of a study that is already that of a date, all are held by then. */
const TOUJOURS = '9999';

/** Meetings held by a date, oldest first. */
export const tenues = ({ reunions }: Pick<Study, 'reunions'>, date: string): Reunion[] =>
  reunions
    .filter((reunion) => reunion.etat === 'tenue' && !posterieur(reunion.date, date))
    .sort((a, b) => ordreDates(a.date, b.date));

/**
 * Whether the day of a meeting was known at a date: it is passed, it was fixed by then (`fixee_le`), its documents were sent; else a meeting to come
 * is written with its day when the study is, at `etude`.
 */
export function jourConnu(
  { date, etat, fixee_le: fixed, envoi_documents: sent }: Reunion,
  au: string,
  etude: string,
): boolean {
  if (!posterieur(date, au)) return true;
  if (fixed !== undefined) return !posterieur(fixed, au);
  if (sent !== undefined && !posterieur(sent, au)) return true;
  return etat !== 'tenue' && au >= etude;
}

/** What an adopted decision does: it decides, unless it says that it proposes to who will decide, or that it takes note. */
export const porteeDe = ({ portee = 'decide' }: Pick<Decision, 'portee'>): Portee => portee;

/** Whether it is a decision that was taken, though it be that a document has to change: a proposal, a note taken and what is put off are none. */
export const estPrise = (one: Pick<Decision, 'portee' | 'statut'>): boolean =>
  one.statut !== 'ajourne' && porteeDe(one) === 'decide';

export interface DecisionPrise {
  reunion: Reunion;
  decision: Decision;
  /** Rank in the record of the meeting, from 1. */
  rang: number;
}

/** What meetings that may validate have adopted by a date, of one reach, oldest first. */
export const adoptees = (study: Pick<Study, 'reunions'>, portee: Portee, date = TOUJOURS): DecisionPrise[] =>
  tenues(study, date)
    .filter(peutValider)
    .flatMap((reunion) =>
      (reunion.decisions ?? []).flatMap((decision, i) =>
        decision.statut === 'valide' && porteeDe(decision) === portee ? [{ reunion, decision, rang: i + 1 }] : [],
      ),
    );

/** The decisions that count: adopted by a date, by a meeting that may, and deciding. A proposal binds no one until it is decided. */
export const decisionsPrises = (study: Pick<Study, 'reunions'>, date?: string): DecisionPrise[] =>
  adoptees(study, 'decide', date);

/** Whether a meeting was about launching a phase: it decided so, put it off or refused it, and is no beginning of it. */
export const surLeLancement = ({ ordre_du_jour: agenda, decisions = [] }: Reunion, phase: string): boolean =>
  [...agenda, ...decisions].some(({ lance }) => lance === phase);

/** `reunions`: those held by the date at which one speaks. */
export const represente = ({ reunions }: Pick<Study, 'reunions'>, { designes, acteur }: Membre): boolean =>
  designes === true ||
  (acteur !== undefined &&
    reunions.some(
      (reunion) =>
        reunion.etat === 'tenue' &&
        estDuComite(reunion) &&
        (reunion.presents ?? []).some((present) => present.acteur === acteur && (present.representants ?? 1) > 0),
    ));
