/** The inventory of past actions. */

import { type Contexte, type Fabrique, fiabilite, noms, sourceDe, table, titresSources } from '../cells.js';
import type { TableExhibit } from '../types.js';
import { AUCUNE, resultats } from './actions-communs.js';

function inventaire(contexte: Contexte): TableExhibit {
  const { etude, analyse } = contexte;
  const toutes = [...analyse.actions.liste, ...analyse.actions.apart.map(({ action }) => action)];
  const communes = new Map(etude.territoire.communes.map((c) => [c.code, c.nom]));
  return table({
    name: 'actions-inventaire',
    title: 'Inventaire des actions conduites',
    sheet: 'Inventaire actions',
    landscape: true,
    columns: [
      { key: 'titre', header: 'Action', format: 'texte', width: 2.2 },
      { key: 'periode', header: 'Période', format: 'texte', width: 0.9 },
      { key: 'lieu', header: 'Lieu', format: 'texte', width: 1.3 },
      { key: 'domaines', header: 'Domaines', format: 'texte', width: 1.3 },
      { key: 'publics', header: 'Publics', format: 'texte', width: 1.3 },
      { key: 'porteur', header: 'Porteur', format: 'texte', width: 1.2 },
      { key: 'partenaires', header: 'Partenaires', format: 'texte', width: 1.6, workbookOnly: true },
      { key: 'cout', header: 'Coût (€)', format: 'euros', width: 0.8 },
      { key: 'resultats', header: 'Résultats', format: 'texte', width: 2.2 },
      { key: 'enseignements', header: 'Enseignements', format: 'texte', width: 2.2, workbookOnly: true },
      { key: 'reproductibilite', header: 'Reproductibilité (sur 5)', format: 'entier', width: 0.8, workbookOnly: true },
      {
        key: 'comptee',
        header: 'Comptée',
        format: 'oui-non',
        width: 0.7,
        workbookOnly: true,
        note: 'Conduite sur le territoire et non illustrative.',
      },
      { key: 'reserve', header: 'À savoir', format: 'texte', width: 1.8, workbookOnly: true },
      { key: 'sources', header: 'Sources', format: 'texte', width: 1.5, workbookOnly: true },
      { key: 'fiabilite', header: 'Fiabilité', format: 'texte', width: 0.9, workbookOnly: true },
    ],
    rows: toutes.map((a) => ({
      titre: a.titre,
      periode: a.periode,
      lieu: a.source.lieu ?? ((a.source.communes ?? []).map((code) => communes.get(code) ?? code).join(', ') || null),
      domaines: noms(a.domaines),
      publics: noms(a.publics),
      porteur: a.porteur,
      partenaires: a.partenaires.join(', ') || null,
      cout: a.cout,
      resultats: resultats(a, 400),
      enseignements: a.source.enseignements ?? null,
      reproductibilite: a.reproductibilite,
      comptee: analyse.actions.liste.includes(a),
      reserve: a.reserve,
      sources: titresSources(contexte, a.source.sources),
      fiabilite: fiabilite(a.source),
    })),
    source: sourceDe(
      'inventaire des actions',
      toutes.map((a) => a.source),
    ),
    empty: AUCUNE,
  });
}

export const actionsInventaire: Fabrique = (contexte) => [inventaire(contexte)];
