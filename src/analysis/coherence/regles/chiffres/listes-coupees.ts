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

/** An item that goes on with the one before it, wherever a list of texts is. */
function coupures(study: Study, value: unknown, pas: (string | number)[]): Coupure[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([key, child]) =>
    typeof child === 'object' ? coupures(study, child, [...pas, Array.isArray(value) ? Number(key) : key]) : [],
  );
  if (!Array.isArray(value)) return below;
  const items: readonly unknown[] = value;
  return [
    ...items.flatMap((apres, rank): Coupure[] => {
      const avant = items[rank - 1];
      if (typeof apres !== 'string' || typeof avant !== 'string' || !CAPITALE.test(avant) || !SUITE.test(apres))
        return [];
      return [{ chemin: cheminDe(study, [...pas, rank]), contre: cheminDe(study, [...pas, rank - 1]), avant, apres }];
    }),
    ...below,
  ];
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
    coupures(study, study, []).map(
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
