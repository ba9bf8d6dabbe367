/** The inventory of past actions. */

import { etiquettes } from '../../../analysis/vocabulaire.js';
import { juxtaposer } from '../../../texte/accords.js';
import { nombreFr } from '../../../texte/nombres.js';
import {
  type Contexte,
  type Fabrique,
  fiabilite,
  lignes,
  montantEnClair,
  noms,
  sourceDe,
  titresSources,
} from '../../cells.js';
import { col, tableDe } from '../../colonnes.js';
import type { TableExhibit } from '../../types.js';
import { AUCUNE, resultats } from './communs.js';

function inventaire(contexte: Contexte): TableExhibit {
  const { etude, analyse } = contexte;
  const toutes = [...analyse.actions.liste, ...analyse.actions.apart.map(({ action }) => action)];
  const communes = new Map(etude.territoire.communes.map((c) => [c.code, c.nom]));
  return tableDe(toutes, {
    name: 'actions-inventaire',
    title: 'Inventaire des actions conduites',
    sheet: 'Inventaire actions',
    landscape: true,
    columns: [
      col('titre', 'Action', (a) => a.titre, 'texte', 2.2),
      col('periode', 'Période', (a) => a.periode, 'texte', 0.9),
      col(
        'lieu',
        'Lieu',
        (a) =>
          a.source.lieu ?? (juxtaposer((a.source.communes ?? []).map((code) => communes.get(code) ?? code)) || null),
        'texte',
        1.3,
      ),
      col('domaines', 'Domaines', (a) => noms(a.domaines), 'texte', 1.3),
      col('publics', 'Publics', (a) => noms(a.publics), 'texte', 1.3),
      col('porteur', 'Porteur', (a) => a.porteur, 'texte', 1.2),
      col('partenaires', 'Partenaires', (a) => juxtaposer(a.partenaires) || null, 'texte', {
        width: 1.6,
        workbookOnly: true,
      }),
      col('modalites', 'Modalités', (a) => noms(etiquettes(etude.etude.modalites, a.source.modalites)), 'texte', {
        width: 1.6,
        workbookOnly: true,
      }),
      col('cout', 'Coût (€)', (a) => a.cout, 'euros', 0.8),
      col(
        'couts_unitaires',
        'Coûts unitaires',
        (a) =>
          lignes(
            a.source.couts_unitaires?.map(
              (c) =>
                `${c.libelle} : ${montantEnClair(c.montant)} (${c.unite})${c.quantite === undefined ? '' : ` × ${nombreFr(c.quantite)}`}`,
            ),
          ),
        'texte',
        { width: 2, workbookOnly: true },
      ),
      col(
        'financements',
        'Financements',
        (a) =>
          lignes(
            a.source.financements?.map((f) => [f.financeur, montantEnClair(f.montant)].filter(Boolean).join(' : ')),
          ),
        'texte',
        { width: 2, workbookOnly: true },
      ),
      col('resultats', 'Résultats', (a) => resultats(a, 400), 'texte', 2.2),
      col('enseignements', 'Enseignements', (a) => a.source.enseignements ?? null, 'texte', {
        width: 2.2,
        workbookOnly: true,
      }),
      col('reproductibilite', 'Reproductibilité (sur 5)', (a) => a.reproductibilite, 'entier', {
        width: 0.8,
        workbookOnly: true,
      }),
      col('comptee', 'Comptée', (a) => analyse.actions.liste.includes(a), 'oui-non', {
        width: 0.7,
        workbookOnly: true,
        note: 'Conduite sur le territoire et non illustrative.',
      }),
      col('reserve', 'À savoir', (a) => a.reserve, 'texte', { width: 1.8, workbookOnly: true }),
      col('sources', 'Sources', (a) => titresSources(contexte, a.source.sources), 'texte', {
        width: 1.5,
        workbookOnly: true,
      }),
      col('fiabilite', 'Fiabilité', (a) => fiabilite(a.source), 'texte', { width: 0.9, workbookOnly: true }),
    ],
    source: sourceDe(
      'inventaire des actions',
      toutes.map((a) => a.source),
    ),
    empty: AUCUNE,
  });
}

export const actionsInventaire: Fabrique = (contexte) => [inventaire(contexte)];
