/** Facts of a study that happened after a date: what rests on one was not known then, whatever the file says since. */
import { elementName } from '../../study/collections.js';
import { isRecord } from '../../study/record.js';
import type { Study } from '../../study/study.js';
import { posterieur } from '../dates.js';

/** Fields that say when something happened; those that say when it is due (`fin`, `echeance`) may be later in any document. */
const ARRIVE = /\/(?:debut_reel|fin_reelle|remplie_le|signee_le|survenu_le|verse_le|notee_le|engagement_date)$/;

/** What a meeting said, known from its day; its agenda was known before. */
const DIT_EN_SEANCE = /^(reunions\/[^/]+)\/(?:decisions|presents)(?:\/|$)/;

/** What stands at a path by ids; undefined when nothing does. */
function valeurAu(study: Study, path: string): unknown {
  let value: unknown = study;
  for (const name of path.split('/')) {
    if (Array.isArray(value)) value = value.find((element, rank) => elementName(element, rank) === name);
    else value = isRecord(value) ? value[name] : undefined;
  }
  return value;
}

/** A project, known from its request; from the day on which it was retained where none is dated. */
const PROJET = /^(projets\/[^/]+)(?:\/|$)/;

/** What a follow-up or a measure says, known from its day; what is judged of a project, and what it is said to have given, from the day of its notes; the accounts, from their closing. */
const RELEVE = /^(.*\/(?:suivi|mesures)\/\d+)(?:\/|$)/;
const JUGE = /^(projets\/[^/]+)\/(?:evaluation|avis|enseignements|temoignages|reproductibilite)(?:\/|$)/;
const COMPTES = /^mode_operatoire\/realise(?:\/|$)/;

/** Where the date of a fact is written: in its place, at its meeting, or beside what tells it. */
function datation(path: string): string | undefined {
  const [, reunion] = DIT_EN_SEANCE.exec(path) ?? [];
  if (reunion !== undefined) return `${reunion}/date`;
  const [, releve] = RELEVE.exec(path) ?? [];
  if (releve !== undefined) return `${releve}/date`;
  const [, juge] = JUGE.exec(path) ?? [];
  if (juge !== undefined) return `${juge}/evaluation/notee_le`;
  if (COMPTES.test(path)) return 'mode_operatoire/realise/au';
  return ARRIVE.test(path) ? path : undefined;
}

/** Whether one of the places of a finding is a fact later than `date`. */
export const reposeSurLaSuite = (study: Study, places: readonly string[], date: string): boolean =>
  places.some((path) => {
    const dated = datation(path);
    const [, project] = PROJET.exec(path) ?? [];
    const values = [
      dated === undefined ? undefined : valeurAu(study, dated),
      project === undefined
        ? undefined
        : (valeurAu(study, `${project}/accompagnement/demande_recue`) ?? valeurAu(study, `${project}/retenu_le`)),
    ];
    return values.some((value) => typeof value === 'string' && posterieur(value, date));
  });
