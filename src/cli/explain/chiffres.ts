/** `atelier explain chiffres`, `atelier explain besoins.non_couverts`: the figures that a text may name, with today's values. */

import { type Chiffre, chiffresDe, nomsPossibles, trouver } from '../../analysis/chiffres/index.js';
import { ecrire } from '../../documents/textes/ecrire.js';
import type { Study } from '../../study/study.js';
import { vouliezVousDire } from '../../texte/ordre.js';
import type { Paint } from '../terminal/colour.js';

/** What a figure is, or the one that is spelt nearly so. */
export type FigureAnswer = { found: true; text: string; value: unknown } | { found: false; proche: string | undefined };

const ligne = (chiffre: Chiffre): string => `{${chiffre.nom}}  ${ecrire(chiffre, '') ?? '—'}  ${chiffre.libelle}`;

export function explainFigure(subject: string, study: Study, paint: Paint): FigureAnswer {
  const chiffres = chiffresDe(study, study.etude.date);
  const told = ({ nom, libelle, valeur, unite }: Chiffre) => ({ nom, libelle, valeur, unite });
  if (subject === 'chiffres')
    return {
      found: true,
      text: `Chiffres qu'un texte peut nommer, à la date de la version (chaque livrable les lit à la sienne) :\n\n${chiffres.values().map(ligne).join('\n')}\n`,
      value: chiffres.values().map(told),
    };
  const chiffre = trouver(study, chiffres, subject);
  if (!chiffre) return { found: false, proche: vouliezVousDire(subject, nomsPossibles(study, chiffres, subject)) };
  const mot = chiffre.mot ?? 'besoin';
  return {
    found: true,
    text: `${paint.strong(chiffre.libelle)} : ${ecrire(chiffre, '') ?? '—'}\nDans un texte : {${chiffre.nom}}${chiffre.unite === 'nombre' ? ` ou, accordé, {${chiffre.nom} ${mot}} → ${ecrire(chiffre, mot) ?? '—'}` : ''}\n`,
    value: told(chiffre),
  };
}
