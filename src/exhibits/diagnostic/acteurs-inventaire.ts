/** The inventory of actors and partners. */

import { type Contexte, type Fabrique, fiabilite, lignes, marquer, noms, table, titresSources } from '../cells.js';
import type { Column, TableExhibit } from '../types.js';
import { AUCUN, source } from './acteurs-communs.js';

/** What is thought of an actor: the internal edition alone shows it. */
const NOTES: Column[] = [
  { key: 'interet', header: 'Intérêt', format: 'entier', width: 0.6 },
  { key: 'influence', header: 'Influence', format: 'entier', width: 0.6 },
  { key: 'note_interne', header: 'Note interne', format: 'texte', width: 1.6 },
];

function inventaire(contexte: Contexte): TableExhibit {
  const { etude, analyse } = contexte;
  const fiches = new Map(etude.acteurs.map((a) => [a.id, a]));
  return table({
    name: 'acteurs-inventaire',
    title: 'Inventaire des acteurs et partenaires',
    sheet: 'Inventaire acteurs',
    landscape: true,
    headerColumns: 2,
    columns: [
      { key: 'acteur', header: 'Acteur', format: 'texte', width: 1.2 },
      { key: 'nom', header: 'Nom', format: 'texte', width: 2.4 },
      { key: 'type', header: 'Type', format: 'texte', width: 1.1, workbookOnly: true },
      { key: 'domaines', header: 'Domaines', format: 'texte', width: 1.5 },
      { key: 'fonctions', header: 'Fonctions', format: 'texte', width: 1.7 },
      { key: 'publics', header: 'Publics', format: 'texte', width: 1.6, workbookOnly: true },
      { key: 'role', header: 'Rôle', format: 'texte', width: 2.4 },
      { key: 'competences', header: 'Compétences', format: 'texte', width: 1.6, workbookOnly: true },
      { key: 'engagement', header: 'Engagement', format: 'texte', width: 0.9 },
      ...(contexte.interne ? NOTES : []),
      { key: 'sources', header: 'Sources', format: 'texte', width: 1.4, workbookOnly: true },
      { key: 'fiabilite', header: 'Fiabilité', format: 'texte', width: 0.9, workbookOnly: true },
    ],
    rows: analyse.acteurs.liste.map((a) => {
      const fiche = fiches.get(a.id);
      return {
        acteur: a.court,
        nom: a.nom,
        type: a.typeLibelle,
        domaines: noms(a.domaines),
        fonctions: noms(a.fonctions),
        publics: noms(a.publics),
        role: fiche?.role ?? null,
        competences: lignes(fiche?.moyens?.competences),
        engagement: a.engagementLibelle,
        ...(contexte.interne
          ? { interet: a.interet, influence: a.influence, note_interne: fiche?.note_interne ?? null }
          : {}),
        sources: titresSources(contexte, fiche?.sources),
        fiabilite: fiche ? fiabilite(fiche) : null,
      };
    }),
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
