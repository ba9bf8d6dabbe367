/** What the exhibits on past actions share. */

import type { ActionAnalyse } from '../../../analysis/diagnostic/index.js';
import { nombreFr } from '../../../texte/nombres.js';
import { abreger, type Contexte, sourceDe } from '../../cells.js';

export const AUCUNE = 'Aucune action recensée.';

export const source = ({ etude, analyse }: Contexte): string =>
  sourceDe(
    'inventaire des actions',
    analyse.actions.liste.map((a) => a.source),
  ).replace(/\.$/, etude.etude.domaines.length > 1 ? ' ; une action de plusieurs domaines compte dans chacun.' : '.');

/** Results in a few words: figures first, else the text. */
export function resultats({ source: action }: ActionAnalyse, max: number): string | null {
  const chiffres = (action.resultats ?? []).map(
    (r) => `${r.indicateur} : ${typeof r.valeur === 'number' ? nombreFr(r.valeur) : r.valeur} ${r.unite}`,
  );
  return abreger(chiffres.length ? chiffres.join(' ; ') : (action.resultats_texte ?? action.description), max);
}
