/** The inventory of needs. */
import { METHODES } from '../../analysis/vocabulaire.js';
import { enumerer } from '../../texte/accords.js';
import { type Contexte, cle, type Fabrique, fiabilite, lignes, table, titresSources } from '../cells.js';
import type { Column, TableExhibit } from '../types.js';
import { AUCUN, POIDS, rangee, source } from './besoins-communs.js';

function inventaire(contexte: Contexte): TableExhibit {
  const { etude, analyse } = contexte;
  const methodes = METHODES.filter((m) => analyse.besoins.liste.some((b) => b.mentionsParMethode[m.id] !== undefined));
  return table({
    name: 'besoins-inventaire',
    title: 'Inventaire des besoins',
    sheet: 'Inventaire besoins',
    landscape: true,
    groupBy: 'public',
    columns: [
      { key: 'public', header: 'Public', format: 'texte', width: 1.2 },
      { key: 'libelle', header: 'Besoin', format: 'texte', width: 3.2 },
      { key: 'domaines', header: 'Domaines', format: 'texte', width: 1.4 },
      { key: 'fonctions', header: 'Fonctions attendues', format: 'texte', width: 1.6 },
      { key: 'importance', header: 'Importance', format: 'entier', width: 0.9 },
      ...methodes.map(
        (m): Column => ({
          key: cle('citations', m.id),
          header: `Citations : ${m.libelle.toLowerCase()}`,
          format: 'entier',
          width: 0.8,
          workbookOnly: true,
        }),
      ),
      { key: 'mentions', header: 'Citations', format: 'entier', width: 0.8 },
      { key: 'base', header: 'Participations du public', format: 'entier', width: 0.9, workbookOnly: true },
      POIDS,
      { key: 'jugee', header: 'Réponse jugée', format: 'texte', width: 1, workbookOnly: true },
      { key: 'niveau', header: 'Couverture', format: 'texte', width: 1.1 },
      { key: 'motif', header: 'Motif', format: 'texte', width: 2.4, workbookOnly: true },
      { key: 'appui', header: 'Appui documentaire', format: 'texte', width: 2, workbookOnly: true },
      { key: 'freins', header: 'Freins', format: 'texte', width: 2, workbookOnly: true },
      { key: 'sources', header: 'Sources', format: 'texte', width: 1.6, workbookOnly: true },
      { key: 'fiabilite', header: 'Fiabilité', format: 'texte', width: 1 },
    ],
    headerColumns: 2,
    rows: analyse.besoins.parPublic
      .flatMap((p) => p.besoins)
      .map((b) => {
        const fiche = etude.besoins.find((entry) => entry.id === b.id);
        return {
          ...rangee(b),
          ...Object.fromEntries(methodes.map((m) => [cle('citations', m.id), b.mentionsParMethode[m.id] ?? null])),
          freins: lignes(fiche?.freins),
          appui: fiche?.appui_documentaire ?? null,
          sources: titresSources(contexte, fiche?.sources),
          fiabilite: fiche ? fiabilite(fiche) : null,
        };
      }),
    source: `${source(contexte)} Méthodes : ${enumerer(methodes.map((m) => m.libelle.toLowerCase())) || 'aucune citation comptée'}.`,
    empty: AUCUN,
  });
}

export const besoinsInventaire: Fabrique = (contexte) => [inventaire(contexte)];
