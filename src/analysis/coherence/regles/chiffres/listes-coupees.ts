/** Lists between brackets in which the comma of a sentence made two items of one. */
import type { Study } from '../../../../study/study.js';
import { sansPoint } from '../../../../texte/accords.js';
import { cheminDe } from '../../parcours.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** What goes on with a sentence, and begins no item of its own beside one that has its capital. */
const SUITE =
  /^(?:qui|que|dont|où|mais|puis|et|ou|ni|car|donc|soit|sauf|lequel|laquelle|lesquels|lesquelles|notamment|y compris|c[’']est|qu[’'])(?=[\s’']|$)/u;
const CAPITALE = /^\p{Lu}/u;

interface Coupure {
  chemin: string;
  contre: string;
  avant: string;
  apres: string;
}

/** An item that goes on with the one before it, wherever a list of texts is. `pas` leads to `value`, and is good until it returns. */
function coupures(
  study: Study,
  value: object = study,
  pas: (string | number)[] = [],
  found: Coupure[] = [],
): Coupure[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  for (const [rank, apres] of items.entries()) {
    const avant = items[rank - 1];
    if (typeof apres === 'string' && typeof avant === 'string' && SUITE.test(apres) && CAPITALE.test(avant))
      found.push({
        chemin: cheminDe(study, [...pas, rank]),
        contre: cheminDe(study, [...pas, rank - 1]),
        avant,
        apres,
      });
  }
  for (const key of Object.keys(value)) {
    const child: unknown = Reflect.get(value, key);
    if (typeof child !== 'object' || child === null) continue;
    pas.push(Array.isArray(value) ? Number(key) : key);
    coupures(study, child, pas, found);
    pas.pop();
  }
  return found;
}

export const listeCoupee: RegleCoherence = {
  code: 'liste-coupee',
  gravite: 'attention',
  titre: 'Une phrase est coupée en deux éléments d’une liste.',
  explication:
    'Entre crochets, la virgule sépare deux éléments : une phrase qui en contient une se met entre guillemets. Un élément qui commence par « qui », « dont », « et », « mais »… après un autre qui a sa majuscule est la suite de celui-ci, et les documents l’écriraient à part.',
  exemple: 'exclusions: ["Le service à table, qui reste aux communes", La restauration commerciale]',
  livrables: ['diagnostic', 'scenarios', 'mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: ({ study }) =>
    coupures(study).map(
      ({ chemin, contre, avant, apres }): Contradiction => ({
        chemin,
        contre: [contre],
        message: `« ${sansPoint(apres)} » est un élément de liste à part, et continue « ${sansPoint(avant)} ».`,
        issue: 'Réunissez les deux en une phrase.',
        saisie: `Mettez-la entre guillemets : "${avant}, ${apres}".`,
      }),
    ),
};

export const LISTES_COUPEES = [listeCoupee] as const;
