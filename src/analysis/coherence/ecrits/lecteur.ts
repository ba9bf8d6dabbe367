/** What a sentence says against the figures of the study: read alike in the inventories and in the author's texts. */
import type { Study } from '../../../study/study.js';
import { parObjet } from '../../une-fois.js';
import { cheminDe, parcourir } from '../parcours.js';

/** A sentence that says otherwise: what the study says, as the end of a message without its full stop, and where. */
export interface Dementi {
  dit: string;
  /** Everything that it compares. */
  contre: readonly [string, ...string[]];
  /** The number that the sentence gives wrong, where it counts something. */
  valeur?: number;
}

/** What a sentence contradicts; `ou` is its path in the inventories, or the deliverable of the author’s text. Made once for a study, it looks first at something cheap. */
export type Lecteur = (phrase: string, ou: string) => Dementi[];

/** What a reader looks at first: most sentences have none of its words. */
export const contientUn = (phrase: string, mots: readonly string[]): boolean =>
  mots.some((mot) => phrase.includes(mot));

/** In a pattern, what comes before a sentence, or a part of one, that says one thing whole: a stop and the words that link it. What a result is put down to (« grâce au dispositif, ») changes nothing of it. */
export const DEBUT =
  '(?:^|[.;:!?] )(?:et |mais |or |car |ainsi,? |enfin,? |au total,? |finalement,? )?(?:grace (?:a|au|aux) [^,.;:!?]{3,60}, )?';

/** What comes after it: a stop, or the end, and no question. */
export const FIN = '(?= *(?:[.;:!)]|$))(?! *\\?)';

export interface PhraseDuDispositif {
  texte: string;
  chemin: string;
  /** Where it is, as a reader needs it: the collection, and the field of the mode opératoire. */
  collection: string;
}

/** Inventories whose sentences speak of the study itself. */
const OU = ['etude', 'scenarios', 'mode_operatoire', 'evaluation', 'reunions', 'projets'] as const;

/** Whether the sentences of an inventory are read. */
export const seLit = (collection: string): boolean => OU.some((one) => one === collection);

/** Their sentences, kept for the rules that read them: a word alone, an id and a date are none. */
export const phrasesDuDispositif = parObjet((study: Study): readonly PhraseDuDispositif[] => {
  const found: PhraseDuDispositif[] = [];
  for (const collection of OU)
    parcourir(
      study[collection],
      (leaf, pas) => {
        if (typeof leaf !== 'string' || leaf.length < 12 || !leaf.includes(' ')) return;
        const at = [...pas];
        found.push({
          texte: leaf,
          collection: at.slice(0, 2).join('/'),
          get chemin() {
            return cheminDe(study, at);
          },
        });
      },
      undefined,
      [collection],
    );
  return found;
});
