/** The inventory of actors and partners. */

import type { ActeurAnalyse } from '../../../analysis/diagnostic/index.js';
import { parId } from '../../../analysis/par-id.js';
import { retraitEcrit } from '../../../analysis/retrait.js';
import { type Contexte, type Fabrique, fiabilite, lignes, marquer, noms, titresSources } from '../../cells.js';
import { type Colonne, col, tableDe } from '../../colonnes.js';
import type { TableExhibit } from '../../types.js';
import { AUCUN, source } from './communs.js';

function inventaire(contexte: Contexte): TableExhibit {
  const { etude, analyse } = contexte;
  const ficheDe = ({ id }: ActeurAnalyse) => parId(etude.acteurs, id);
  /** What is thought of an actor: the internal edition alone shows it. */
  const notes: Colonne<ActeurAnalyse>[] = [
    col('interet', 'Intérêt', (a) => a.interet, 'entier', 0.6),
    col('influence', 'Influence', (a) => a.influence, 'entier', 0.6),
    col('note_interne', 'Note interne', (a) => ficheDe(a)?.note_interne ?? null, 'texte', 1.6),
  ];
  return tableDe(analyse.acteurs.liste, {
    name: 'acteurs-inventaire',
    title: 'Inventaire des acteurs et partenaires',
    sheet: 'Inventaire acteurs',
    landscape: true,
    headerColumns: 2,
    columns: [
      col('acteur', 'Acteur', (a) => a.court, 'texte', 1.2),
      col('nom', 'Nom', (a) => a.nom, 'texte', 2.4),
      col('type', 'Type', (a) => a.typeLibelle, 'texte', { width: 1.1, workbookOnly: true }),
      col('domaines', 'Domaines', (a) => noms(a.domaines), 'texte', 1.5),
      col('fonctions', 'Fonctions', (a) => noms(a.fonctions), 'texte', 1.7),
      col('publics', 'Publics', (a) => noms(a.publics), 'texte', { width: 1.6, workbookOnly: true }),
      col('role', 'Rôle', (a) => ficheDe(a)?.role ?? null, 'texte', 2.4),
      col('competences', 'Compétences', (a) => lignes(ficheDe(a)?.moyens?.competences), 'texte', {
        width: 1.6,
        workbookOnly: true,
      }),
      col('materiels', 'Matériels', (a) => lignes(ficheDe(a)?.moyens?.materiels), 'texte', {
        width: 1.6,
        workbookOnly: true,
      }),
      col('territoire_action', 'Territoire d’action', (a) => ficheDe(a)?.territoire_action ?? null, 'texte', {
        width: 1.6,
        workbookOnly: true,
      }),
      col('site', 'Site', (a) => ficheDe(a)?.site ?? null, 'texte', { width: 1.8, workbookOnly: true }),
      col(
        'site_verifie',
        'Site vérifié',
        (a) => (ficheDe(a)?.site ? (ficheDe(a)?.site_verifie ?? false) : null),
        'oui-non',
        { width: 0.7, workbookOnly: true, note: 'L’adresse figure dans une source lue.' },
      ),
      col(
        'engagement',
        'Engagement',
        (a) => {
          const fiche = ficheDe(a);
          const note = (fiche && retraitEcrit(fiche)) ?? (a.engagementPresume ? 'présumé' : null);
          return note ? `${a.engagementLibelle} (${note})` : a.engagementLibelle;
        },
        'texte',
        0.9,
      ),
      col('engagement_date', 'Établi le', (a) => a.engagementDate, 'date', { width: 0.8, workbookOnly: true }),
      contexte.interne ? notes : [],
      col('sources', 'Sources', (a) => titresSources(contexte, ficheDe(a)?.sources), 'texte', {
        width: 1.4,
        workbookOnly: true,
      }),
      col('fiabilite', 'Fiabilité', (a) => fiabilite(ficheDe(a)), 'texte', { width: 0.9, workbookOnly: true }),
    ],
    source: source(contexte),
    empty: AUCUN,
  });
}

export const acteursInventaire: Fabrique = (contexte) => [
  marquer(inventaire(contexte), {
    engagement: contexte.analyse.preuves.engagement,
    fonctions: contexte.analyse.preuves.acteurs,
  }),
];
