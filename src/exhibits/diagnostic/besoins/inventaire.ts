/** The inventory of needs. */
import type { BesoinAnalyse } from '../../../analysis/diagnostic/index.js';
import { parId } from '../../../analysis/par-id.js';
import { METHODES } from '../../../analysis/vocabulaire.js';
import { enumerer } from '../../../texte/accords.js';
import { type Contexte, cle, type Fabrique, fiabilite, lignes, noms, titresSources } from '../../cells.js';
import { col, tableDe } from '../../colonnes.js';
import type { TableExhibit } from '../../types.js';
import { AUCUN, colJugee, colNiveau, colPoids, source } from './communs.js';

function inventaire(contexte: Contexte): TableExhibit {
  const { etude, analyse } = contexte;
  const methodes = METHODES.filter((m) => analyse.besoins.liste.some((b) => b.mentionsParMethode[m.id] !== undefined));
  const ficheDe = (b: BesoinAnalyse) => parId(etude.besoins, b.id);
  return tableDe(
    analyse.besoins.parPublic.flatMap((p) => p.besoins),
    {
      name: 'besoins-inventaire',
      title: 'Inventaire des besoins',
      sheet: 'Inventaire besoins',
      landscape: true,
      groupBy: 'public',
      headerColumns: 2,
      columns: [
        col('public', 'Public', (b) => b.public.libelle, 'texte', 1.2),
        col('libelle', 'Besoin', (b) => b.libelle, 'texte', 3.2),
        col('domaines', 'Domaines', (b) => noms(b.domaines), 'texte', 1.4),
        col('fonctions', 'Fonctions attendues', (b) => noms(b.fonctions), 'texte', 1.6),
        col('importance', 'Importance', (b) => b.importance, 'entier', 0.9),
        methodes.map(({ id, libelle }) =>
          col(
            cle('citations', id),
            `Citations : ${libelle.toLowerCase()}`,
            (b) => b.mentionsParMethode[id] ?? null,
            'entier',
            {
              width: 0.8,
              workbookOnly: true,
            },
          ),
        ),
        col('mentions', 'Citations', (b) => b.mentions, 'entier', {
          width: 0.8,
          calcul: { type: 'somme', de: methodes.map(({ id }) => cle('citations', id)) },
        }),
        col('base', 'Participations du public', (b) => b.base, 'entier', { width: 0.9, workbookOnly: true }),
        colPoids(),
        colJugee({ width: 1, workbookOnly: true }),
        colNiveau(),
        col('motif', 'Motif', (b) => b.couverture.motif, 'texte', { width: 2.4, workbookOnly: true }),
        col('appui', 'Appui documentaire', (b) => ficheDe(b)?.appui_documentaire ?? null, 'texte', {
          width: 2,
          workbookOnly: true,
        }),
        col('freins', 'Freins', (b) => lignes(ficheDe(b)?.freins), 'texte', { width: 2, workbookOnly: true }),
        col(
          'paroles',
          'Paroles',
          (b) => lignes(b.paroles.map(({ texte, qui }) => (qui === null ? texte : `${texte} (${qui})`))),
          'texte',
          { width: 2.4, workbookOnly: true },
        ),
        col('sources', 'Sources', (b) => titresSources(contexte, ficheDe(b)?.sources), 'texte', {
          width: 1.6,
          workbookOnly: true,
        }),
        col('fiabilite', 'Fiabilité', (b) => fiabilite(ficheDe(b)), 'texte', 1),
      ],
      source: `${source(contexte)} Méthodes : ${enumerer(methodes.map((m) => m.libelle.toLowerCase())) || 'aucune citation comptée'}.`,
      empty: AUCUN,
    },
  );
}

export const besoinsInventaire: Fabrique = (contexte) => [inventaire(contexte)];
