/** Who sits on the committee: named by its body, or present at one of its meetings. */
import type { Study } from '../../study/study.js';
import { peutValider } from './livrable.js';

type Membre = NonNullable<Study['etude']['comite_pilotage']>[number];

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
