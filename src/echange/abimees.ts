/** Cells that hold something else than what was written in them: an error of the spreadsheet, accents of another encoding, a text of a book. */
import { accentsAbimes } from '../texte/accents.js';
import { nombreFr } from '../texte/nombres.js';

/** Characters that a cell of a spreadsheet holds at most. */
const CELLULE_MAX = 32_767;

const ERREUR =
  /^#(?:REF|DIV\/0|VALUE|VALEUR|NAME|NOM|NUM|NOMBRE|NULL|NUL|SPILL|CALC|PROPAGATION)!$|^#(?:NAME|NOM)\?$|^#N\/A$|^#{3,}$/i;

/** Whether a cell holds the error of its formula alone. */
export const estErreur = (text: string): boolean => ERREUR.test(text);

/** Why nothing may be taken from a cell, and what to do; null when all is well. */
export function abimee(text: string): { faute: string; aide: string } | null {
  if (ERREUR.test(text))
    return { faute: `« ${text} » est une erreur du tableur.`, aide: 'Corrigez la formule, ou écrivez la valeur.' };
  if (text.length > CELLULE_MAX)
    return {
      faute: `la cellule compte ${nombreFr(text.length)} caractères, quand un tableur en admet ${nombreFr(CELLULE_MAX)}.`,
      aide: 'Vérifiez les guillemets du fichier, ou raccourcissez le texte.',
    };
  const accents = accentsAbimes(text);
  if (!accents) return null;
  const { mot, texte } = accents;
  return {
    faute: `« ${mot} » a des accents faussés par un mauvais encodage.`,
    aide:
      texte === null
        ? 'Écrivez-le à nouveau, ou repartez du fichier d’origine.'
        : texte.length > 80
          ? 'Repartez du fichier d’origine, enregistré au format « CSV UTF-8 » ou .xlsx.'
          : `Écrivez « ${texte} », ou repartez du fichier d’origine, enregistré au format « CSV UTF-8 » ou .xlsx.`,
  };
}
