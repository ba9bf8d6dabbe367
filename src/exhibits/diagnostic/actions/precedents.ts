/** What past actions are worth as precedents, and those that no count holds. */

import type { MotifApart, ReservePrecedent } from '../../../analysis/diagnostic/index.js';
import { compte, enumerer, preciser } from '../../../texte/accords.js';
import { type Contexte, lignes, sourceDe } from '../../cells.js';
import { col, tableDe } from '../../colonnes.js';
import type { TableExhibit } from '../../types.js';

const RESERVES: Record<ReservePrecedent, string> = {
  'plus-large': 'à une échelle plus large',
  'date-a-verifier': 'date à vérifier',
  'autre-public': 'pour d’autres publics',
  'autre-domaine': 'dans un autre domaine',
  'hors-territoire': 'hors du territoire',
};

export function indicatives(contexte: Contexte): TableExhibit {
  const { indicatives: liste, avecPrecedent, precedentFragile, sansPrecedent } = contexte.analyse.actions;
  const parts = [
    compte(avecPrecedent, 'avec un précédent établi', 'avec un précédent établi', 'aucune avec un précédent établi'),
    precedentFragile.length ? `${precedentFragile.length} avec un précédent sous réserve` : '',
    sansPrecedent.length ? `${sansPrecedent.length} sans précédent` : '',
  ].filter(Boolean);
  return tableDe(liste, {
    name: 'actions-indicatives',
    title: liste.length
      ? `Sur ${compte(liste.length, 'action indicative', 'actions indicatives')} : ${parts.join(', ')}`
      : 'Précédents des actions indicatives',
    sheet: 'Précédents',
    columns: [
      // Remarks of the entries name an indicative action by this number.
      col('rang', 'N°', (_, rang) => String(rang + 1), 'texte', 0.4),
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
            i.precedents.map(({ action, reserves }) =>
              [preciser(action.titre, action.periode), enumerer(reserves.map((one) => RESERVES[one]))]
                .filter(Boolean)
                .join(' : '),
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
    headerColumns: 2,
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
