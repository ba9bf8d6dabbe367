/** The list of the actions that count. */

import { preuvesDe } from '../../../analysis/preuves.js';
import { compte } from '../../../texte/accords.js';
import { type Contexte, marquer, noms, renvoisSources, sourceDe } from '../../cells.js';
import { col, tableDe } from '../../colonnes.js';
import type { TableExhibit } from '../../types.js';
import { AUCUNE, resultats } from './communs.js';

/** Each action that counts, once: what it did, what is learnt from it, what is to be known before using it, and the sources that say so. */
export function liste(contexte: Contexte): TableExhibit {
  const { actions } = contexte.analyse;
  const fiches = actions.liste.map((a) => a.source);
  return marquer(
    tableDe(actions.liste, {
      name: 'actions-liste',
      title: `Les actions conduites${fiches.some(({ enseignements }) => enseignements) ? ', et ce qui s’en apprend' : ''}`,
      sheet: 'Actions conduites',
      columns: [
        col('titre', 'Action', (a) => a.titre, 'texte', 1.8),
        col('periode', 'Période', (a) => a.periode, 'texte', 0.9),
        col('domaines', 'Domaines', (a) => noms(a.domaines), 'texte', { width: 1.2, workbookOnly: true }),
        col('porteur', 'Porteur', (a) => a.porteur, 'texte', 1.1),
        col('resultats', 'Résultats', (a) => resultats(a, 150), 'texte', { width: 2, workbookOnly: true }),
        col('enseignements', 'Ce qui s’en apprend', (a) => a.source.enseignements ?? null, 'texte', 2.6),
        col('reserve', 'À savoir', (a) => a.reserve, 'texte', 2.3),
        col('sources', 'Sources', (a) => renvoisSources(contexte, a.source.sources), 'texte', 0.5),
      ],
      source: `${sourceDe('inventaire des actions', fiches)}${actions.plusLarges > 0 ? ` À une échelle plus large que le territoire : ${compte(actions.plusLarges, 'action')}.` : ''}`,
      empty: AUCUNE,
    }),
    {
      enseignements: preuvesDe(
        fiches.filter(({ enseignements }) => enseignements),
        ['enseignements'],
      ),
    },
  );
}
