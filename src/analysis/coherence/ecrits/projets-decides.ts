/** « les huit projets sont retenus »: how many projects the sentence of a decision counts, against those that it lists. */
import type { Study } from '../../../study/study.js';
import { CLOS, debutDePhrase } from '../../../texte/propos.js';
import { quantitesEcrites } from '../../../texte/quantites-ecrites.js';

type Decision = NonNullable<Study['reunions'][number]['decisions']>[number];

/** All of those that are decided; « douze projets reçus », « deux projets d’eau » are more of them, or some. */
const CES_PROJETS = new RegExp(
  `^(?:premiers )?projets(?=${CLOS}| (?:proposes? par [a-z ']{3,40} )?(?:(?:sont|seront) )?(?:retenus|accompagnes|choisis|lances|valides)${CLOS})`,
);

/** The number that it writes, when it lists another: « les huit projets », « les trois premiers projets ». */
export function projetsMalComptes({ texte, projets = [] }: Pick<Decision, 'texte' | 'projets'>): number | null {
  if (projets.length === 0) return null;
  const [told, ...others] = quantitesEcrites(texte).flatMap(({ valeur, suite, avant }) =>
    valeur > 1 && CES_PROJETS.test(suite) && !/\b(?:parmi|sur|dont|des)\b/.test(debutDePhrase(avant)) ? [valeur] : [],
  );
  return told === undefined || others.length > 0 || told === projets.length ? null : told;
}
