/** What past actions are worth as precedents, and those that no count holds. */

import type { MotifApart, QualitePrecedent } from '../../../analysis/diagnostic/index.js';
import { compte, preciser } from '../../../texte/accords.js';
import { type Contexte, lignes, sourceDe } from '../../cells.js';
import { col, tableDe } from '../../colonnes.js';
import type { TableExhibit } from '../../types.js';

const QUALITES: Record<QualitePrecedent, string> = {
  etabli: 'établi sur le territoire',
  'plus-large': 'à une échelle plus large',
  'date-a-verifier': 'date à vérifier',
  'autre-public': 'pour d’autres publics',
  'autre-domaine': 'dans un autre domaine',
  'hors-territoire': 'hors du territoire',
};

export function indicatives(contexte: Contexte): TableExhibit {
  const { indicatives: liste, avecPrecedent } = contexte.analyse.actions;
  return tableDe(liste, {
    name: 'actions-indicatives',
    title: liste.length
      ? `Précédent établi sur le territoire : ${compte(avecPrecedent, 'action indicative', 'actions indicatives', 'aucune action indicative')} sur ${liste.length}`
      : 'Précédents des actions indicatives',
    sheet: 'Précédents',
    columns: [
      col('action', 'Action indicative', (i) => i.libelle, 'texte', 3),
      col(
        'nombre',
        'Précédents établis',
        (i) => i.precedents.filter(({ qualite }) => qualite === 'etabli').length,
        'entier',
        {
          width: 0.8,
          note: 'Conduits sur le territoire, datés, lus dans une source, dans les domaines et pour les publics de l’action.',
        },
      ),
      col(
        'precedents',
        'Actions conduites, et ce qu’elles valent comme précédent',
        (i) =>
          lignes(
            i.precedents.map(
              ({ action, qualite }) =>
                `${preciser(action.titre, action.periode)}${qualite === 'etabli' ? '' : ` : ${QUALITES[qualite]}`}`,
            ),
          ),
        'texte',
        3.6,
      ),
    ],
    source: sourceDe(
      'inventaire des actions',
      contexte.etude.actions.filter(({ fiabilite }) => fiabilite !== 'illustratif'),
    ),
    empty: 'L’étude ne fixe aucune action indicative.',
  });
}

const MOTIFS_APART: Record<MotifApart, string> = {
  'hors-territoire': 'Conduite sur un autre territoire',
  illustrative: 'Exemple illustratif, sans source',
  'en-projet': 'Décidée, et pas encore commencée',
};

/** The actions that no count holds, each with the reason. */
export function aPart({ analyse }: Contexte): TableExhibit {
  const { apart } = analyse.actions;
  return tableDe(apart, {
    name: 'actions-a-part',
    title: 'Actions citées et non comptées',
    sheet: 'Précédents',
    columns: [
      col('titre', 'Action', ({ action }) => action.titre, 'texte', 2.6),
      col('periode', 'Période', ({ action }) => action.periode, 'texte', 0.9),
      col('motif', 'Pourquoi', ({ motif }) => MOTIFS_APART[motif], 'texte', 1.5),
      col('reserve', 'À savoir', ({ action }) => action.reserve, 'texte', 4),
    ],
    source: sourceDe(
      'inventaire des actions',
      apart.map(({ action }) => action.source),
    ),
    empty: 'Toutes les actions de l’inventaire sont comptées.',
  });
}
