/** What past actions are worth as precedents, and those that no count holds. */
import type { MotifApart, QualitePrecedent } from '../../analysis/diagnostic/index.js';
import { compte } from '../../texte/accords.js';
import { type Contexte, lignes, sourceDe, table } from '../cells.js';
import type { TableExhibit } from '../types.js';

const QUALITES: Record<QualitePrecedent, string> = {
  etabli: 'établi sur le territoire',
  'plus-large': 'à une échelle plus large',
  'date-a-verifier': 'date à vérifier',
  'hors-territoire': 'hors du territoire',
};

export function indicatives(contexte: Contexte): TableExhibit {
  const { indicatives: liste, avecPrecedent } = contexte.analyse.actions;
  return table({
    name: 'actions-indicatives',
    title: liste.length
      ? `Précédent établi sur le territoire : ${compte(avecPrecedent, 'action indicative', 'actions indicatives', 'aucune action indicative')} sur ${liste.length}`
      : 'Précédents des actions indicatives',
    sheet: 'Précédents',
    columns: [
      { key: 'action', header: 'Action indicative', format: 'texte', width: 3 },
      {
        key: 'nombre',
        header: 'Précédents établis',
        format: 'entier',
        width: 0.8,
        note: 'Conduits sur le territoire, datés et lus dans une source.',
      },
      {
        key: 'precedents',
        header: 'Actions conduites, et ce qu’elles valent comme précédent',
        format: 'texte',
        width: 3.6,
      },
    ],
    rows: liste.map((i) => ({
      action: i.libelle,
      nombre: i.precedents.filter(({ qualite }) => qualite === 'etabli').length,
      precedents: lignes(
        i.precedents.map(
          ({ action, qualite }) =>
            `${action.titre} (${action.periode})${qualite === 'etabli' ? '' : ` : ${QUALITES[qualite]}`}`,
        ),
      ),
    })),
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
};

/** The actions that no count holds, each with the reason. */
export function aPart({ analyse }: Contexte): TableExhibit {
  const { apart } = analyse.actions;
  return table({
    name: 'actions-a-part',
    title: 'Actions citées et non comptées',
    sheet: 'Précédents',
    columns: [
      { key: 'titre', header: 'Action', format: 'texte', width: 3 },
      { key: 'periode', header: 'Période', format: 'texte', width: 0.9 },
      { key: 'motif', header: 'Pourquoi', format: 'texte', width: 1.8 },
      { key: 'reserve', header: 'À savoir', format: 'texte', width: 2.6 },
    ],
    rows: apart.map(({ action, motif }) => ({
      titre: action.titre,
      periode: action.periode,
      motif: MOTIFS_APART[motif],
      reserve: action.reserve,
    })),
    source: sourceDe(
      'inventaire des actions',
      apart.map(({ action }) => action.source),
    ),
    empty: 'Toutes les actions de l’inventaire sont comptées.',
  });
}
