/** The mode opératoire as it could be written at a date: what happened later is not known yet. */
import type { ModeOperatoire } from '../../study/types.gen.js';
import { periode } from '../../texte/dates.js';
import { posterieur } from '../dates.js';

export type Condition = NonNullable<ModeOperatoire['conditions']>['techniques'][number];
export type Convention = NonNullable<ModeOperatoire['conventions']>[number];
type Reserve = NonNullable<ModeOperatoire['reserves']>[number];

const connu = (value: string | undefined, date: string): string | undefined =>
  posterieur(value, date) ? undefined : value;

/** What a key holds is left out when it is undefined: the study's types have no undefined values. */
function sans<T extends object, K extends keyof T>(value: T, ...keys: K[]): Omit<T, K> {
  const rest = { ...value };
  for (const key of keys) delete rest[key];
  return rest;
}

function conditionAu(condition: Condition, date: string): Condition {
  const { remplie_le: day } = condition;
  if (connu(day, date) !== undefined) return { ...condition, etat: 'remplie' };
  // The file is kept up to date: a condition met later was still to meet.
  const before =
    day !== undefined && condition.etat === 'remplie' ? { ...condition, etat: 'a-engager' as const } : condition;
  return sans(before, 'remplie_le');
}

/** `terme`: the last day of the experimentation, past which a convention without a planned day is late too. */
function conventionAu(convention: Convention, date: string, terme: string | undefined): Convention {
  const signed = connu(convention.signee_le, date);
  if (signed !== undefined) return { ...convention, etat: 'signee' };
  // Signed later: that it was, and nothing more, is known of how it stood.
  const before =
    convention.signee_le !== undefined && convention.etat === 'signee' ? sans(convention, 'etat') : convention;
  // The reason for which it is not signed is known once its date has passed.
  const { signature_prevue: due = terme } = convention;
  const late = due !== undefined && !posterieur(due, date);
  return late ? sans(before, 'signee_le') : sans(before, 'signee_le', 'motif');
}

/** Without its accounts when they were closed later. */
export const comptesAu = (mode: ModeOperatoire, date: string): ModeOperatoire =>
  mode.realise && posterieur(mode.realise.au, date) ? sans(mode, 'realise') : mode;

/** A reserve that a task lifts is not lifted before its end, whatever the file says of it since: until then the task is all that answers it. */
function reserveAu(reserve: Reserve, date: string, taches: NonNullable<ModeOperatoire['taches']>): Reserve {
  const tache = taches.find(({ id }) => id === reserve.tache);
  if (!tache || reserve.etat !== 'levee' || !posterieur(tache.fin_reelle, date)) return reserve;
  return { ...sans(reserve, 'etat'), suite: `« ${tache.libelle} », ${periode(tache.debut, tache.fin)}.` };
}

export function modeAu(mode: ModeOperatoire, date: string): ModeOperatoire {
  const { conditions, conventions, indicateurs, reserves, taches, risques } = mode;
  const dated = {
    ...mode,
    ...(conditions
      ? {
          conditions: {
            techniques: conditions.techniques.map((c) => conditionAu(c, date)),
            juridiques: conditions.juridiques.map((c) => conditionAu(c, date)),
            financieres: conditions.financieres.map((c) => conditionAu(c, date)),
          },
        }
      : {}),
    ...(conventions ? { conventions: conventions.map((c) => conventionAu(c, date, mode.experimentation?.fin)) } : {}),
    ...(indicateurs
      ? {
          indicateurs: indicateurs.map((i) =>
            i.mesures ? { ...i, mesures: i.mesures.filter((m) => !posterieur(m.date, date)) } : i,
          ),
        }
      : {}),
    ...(reserves ? { reserves: reserves.map((r) => reserveAu(r, date, taches ?? [])) } : {}),
    ...(taches
      ? {
          taches: taches.map((tache) => {
            const ended = connu(tache.fin_reelle, date) === undefined ? sans(tache, 'fin_reelle') : tache;
            const begun = connu(ended.debut_reel, date) === undefined ? sans(ended, 'debut_reel') : ended;
            return posterieur(tache.fin, date) ? sans(begun, 'avancement') : begun;
          }),
        }
      : {}),
    ...(risques
      ? {
          risques: risques.map((risque) =>
            connu(risque.survenu_le, date) === undefined ? sans(risque, 'survenu_le', 'consequence') : risque,
          ),
        }
      : {}),
  };
  return comptesAu(dated, date);
}
