/** Paragraphs that their author is to read again: nothing is rendered, nor loaded to be. */
import { chiffresDe } from '../../analysis/chiffres/index.js';
import type { Study } from '../../study/study.js';
import { type ARelire, aRelire, paragraphes, type Relectures } from './relecture.js';
import { remplir } from './remplir.js';
import type { Texte, Textes } from './texte.js';

/** What the author has written for the study, and what each paragraph relied on when it was read again. */
export interface TextesEtude {
  textes: Textes;
  relectures: Relectures;
}

/** Paragraphs to read again, by text. */
export function relecturesEnAttente(
  { textes, relectures }: TextesEtude,
  livrable: string,
  study: Study,
  date: string,
): { texte: Texte; paragraphes: ARelire[]; total: number; jamaisLus: number }[] {
  const own = textes.filter((texte) => texte.livrable === livrable);
  if (own.length === 0) return [];
  const chiffres = chiffresDe(study, date);
  return own.map((texte) => {
    const lues = relectures[`${livrable}/${texte.section}`];
    const all = paragraphes(texte.markdown);
    return {
      texte,
      paragraphes: aRelire(
        texte.markdown,
        lues,
        (markdown) => remplir({ ...texte, markdown }, { study, chiffres, bibliographie: { ids: [] } }).chiffres,
      ),
      total: all.length,
      jamaisLus: all.filter(({ empreinte }) => !lues?.some((one) => one.empreinte === empreinte)).length,
    };
  });
}
