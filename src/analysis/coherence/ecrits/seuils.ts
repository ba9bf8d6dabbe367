/** « le seuil de dispense est de 40 000 € HT »: the value that a sentence gives to a rule of law, against the references. */
import type { Study } from '../../../study/study.js';
import type { Reference } from '../../../study/types.gen.js';
import { quantiteFr } from '../../../texte/accords.js';
import { phraseNue } from '../../../texte/identifiant.js';
import { memeMot, motsDe } from '../../../texte/quantites-ecrites.js';
import { once } from '../../une-fois.js';
import { nombresDe, versionsDe } from '../versions.js';
import type { Dementi, Lecteur } from './lecteur.js';
import { propositions, valeurDe } from './propositions.js';

const VALEUR = '(?<n>\\d[\\d ]*(?:,\\d+)?) ?(?<unite>€|euros|%)(?: (?:ht|ttc|hors taxes|au moins|au plus))*';
const EST = new RegExp(
  `^(?:le |la |l'|les )(?<quoi>.+?) (?:est|reste|s'eleve|s'etablit)(?: fixee?)?(?: d'au moins| d'au plus| de| a) ${VALEUR}$`,
);
const ENTRE_PARENTHESES = new RegExp(
  `(?<quoi>\\b(?:seuil|plafond|taux|minimum|participation minimale)[a-z' -]+) \\(${VALEUR}\\)`,
  'g',
);
/** Words that any rule has. */
const VAGUES = new Set(
  motsDe('seuil plafond taux montant valeur minimum maximum minimal maximal regle code pour les des une sur par'),
);
/** Of a rule that is no longer, of another, or that is only proposed. */
const AUTRE = /\b(?:ancien\w*|precedent\w*|nouve\w+|futur\w*|propose\w*|retenu\w*|etude|interne\w*|voisin\w*)\b/;

type Valeur = Reference & { valeur: number };

interface Regle {
  reference: Valeur;
  /** Words that tell it from others, in what its title says before a stop. */
  mots: string[];
}

export function seuilsEcrits({ references }: Study): Lecteur {
  const known = once((): Regle[] =>
    references.flatMap((reference) => {
      const mots = motsDe((/^[^,(]*/.exec(reference.titre)?.[0] ?? '').replaceAll(':', ' ')).filter(
        (word) => !VAGUES.has(word),
      );
      const { valeur } = reference;
      return typeof valeur === 'number' && mots.length > 0 ? [{ reference: { ...reference, valeur }, mots }] : [];
    }),
  );
  /** The rules whose title a sentence gives, nearly whole and with no word of its own. */
  const nommees = (quoi: string): Valeur[] => {
    const words = motsDe(quoi).filter((word) => !VAGUES.has(word));
    if (words.length === 0 || !/seuil|plafond|taux|minim|maxim|part/.test(quoi)) return [];
    return known().flatMap(({ reference, mots }) => {
      const shared = mots.filter((word) => words.some((one) => memeMot(one, word)));
      const all = words.every((word) => mots.some((one) => memeMot(one, word)));
      return all && shared.length >= 0.6 * mots.length && shared.length > 1 ? [reference] : [];
    });
  };
  const lire = ({ quoi = '', n, unite = '' }: Readonly<Record<string, string | undefined>>): Dementi[] => {
    const valeur = valeurDe(n);
    if (valeur === undefined || AUTRE.test(quoi)) return [];
    const money = unite !== '%';
    const rules = nommees(quoi).filter(
      (one) => (one.unite ?? '').startsWith('€') === money && (money || (one.unite ?? '').includes('%')),
    );
    const versions = rules.flatMap((one) => versionsDe(one.id, references));
    const [first] = rules;
    if (!first || versions.some((one) => nombresDe(one).includes(valeur))) return [];
    const last = rules.at(-1) ?? first;
    return [
      {
        valeur: money ? valeur : valeur / 100,
        dit: `« ${last.titre} » donne ${quantiteFr(last.valeur, last.unite ?? '')}`,
        contre: [`references/${last.id}/valeur`],
      },
    ];
  };
  return (phrase) =>
    references.length === 0
      ? []
      : [
          ...propositions(phrase).flatMap((part) => {
            const groups = EST.exec(part)?.groups;
            return groups ? lire(groups) : [];
          }),
          ...[...phraseNue(phrase).matchAll(ENTRE_PARENTHESES)].flatMap(({ groups }) => lire(groups ?? {})),
        ];
}
