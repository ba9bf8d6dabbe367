/** The list of the actions that count. */
import { preuvesDe } from '../../analysis/preuves.js';
import { abreger, type Contexte, marquer, noms, renvoisSources, sourceDe, table } from '../cells.js';
import type { TableExhibit } from '../types.js';
import { AUCUNE, resultats } from './actions-communs.js';

/** Each action that counts, once: what it did, what is learnt from it, what is to be known before using it, and the sources that say so. */
export function liste(contexte: Contexte): TableExhibit {
  const { actions } = contexte.analyse;
  const fiches = actions.liste.map((a) => a.source);
  return marquer(
    table({
      name: 'actions-liste',
      title: 'Les actions conduites, et ce qui s’en apprend',
      sheet: 'Actions conduites',
      columns: [
        { key: 'titre', header: 'Action', format: 'texte', width: 2 },
        { key: 'periode', header: 'Période', format: 'texte', width: 0.9, workbookOnly: true },
        { key: 'domaines', header: 'Domaines', format: 'texte', width: 1.2, workbookOnly: true },
        { key: 'porteur', header: 'Porteur', format: 'texte', width: 1.1 },
        { key: 'resultats', header: 'Résultats', format: 'texte', width: 2, workbookOnly: true },
        { key: 'enseignements', header: 'Ce qui s’en apprend', format: 'texte', width: 2.4 },
        { key: 'reserve', header: 'À savoir', format: 'texte', width: 1.8 },
        { key: 'sources', header: 'Sources', format: 'texte', width: 0.6 },
      ],
      rows: actions.liste.map((a) => ({
        titre: a.titre,
        periode: a.periode,
        domaines: noms(a.domaines),
        porteur: a.porteur,
        resultats: resultats(a, 150),
        enseignements: abreger(a.source.enseignements, 150),
        reserve: abreger(a.reserve, 140),
        sources: renvoisSources(contexte, a.source.sources),
      })),
      source: sourceDe('inventaire des actions', fiches),
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
