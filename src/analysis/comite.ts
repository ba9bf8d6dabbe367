/** The committee: which meetings may validate, and who sits, named by its body or present at one of them. */
import type { Study } from '../study/study.js';

type Reunion = Study['reunions'][number];

type Membre = NonNullable<Study['etude']['comite_pilotage']>[number];

/** Meetings whose decisions validate: the committee's. Others prepare or follow. */
const VALIDENT: Readonly<Record<Reunion['type'], boolean>> = {
  copil: true,
  bilan: true,
  cadrage: false,
  'comite-technique': false,
};

export const peutValider = ({ type }: Pick<Reunion, 'type'>): boolean => VALIDENT[type];

/** `reunions`: those held by the date at which one speaks. */
export const represente = ({ reunions }: Pick<Study, 'reunions'>, { designes, acteur }: Membre): boolean =>
  designes === true ||
  (acteur !== undefined &&
    reunions.some(
      (reunion) =>
        reunion.etat === 'tenue' &&
        peutValider(reunion) &&
        (reunion.presents ?? []).some((present) => present.acteur === acteur && (present.representants ?? 1) > 0),
    ));
