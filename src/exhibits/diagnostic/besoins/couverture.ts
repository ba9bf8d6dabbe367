/** Coverage of the needs: need by need, public by public, and those without an answer. */

import { REGLE_COUVERTURE } from '../../../analysis/diagnostic/couverture.js';
import { type Contexte, noms } from '../../cells.js';
import { col, tableDe } from '../../colonnes.js';
import type { TableExhibit } from '../../types.js';
import { AUCUN, colJugee, colNiveau, colPoids, niveauxEnClair, source } from './communs.js';

export function couverture(contexte: Contexte): TableExhibit {
  const { niveaux, liste } = contexte.analyse.besoins;
  return tableDe(liste, {
    name: 'besoins-couverture',
    title: liste.length ? `Couverture de chaque besoin : ${niveauxEnClair(niveaux)}` : 'Couverture des besoins',
    sheet: 'Couverture des besoins',
    columns: [
      col('libelle', 'Besoin', (b) => b.libelle, 'texte', 3.6),
      col('public', 'Public', (b) => b.public.libelle, 'texte', 1.3),
      colPoids({ width: 0.6 }),
      col('acteurs', 'Acteurs', (b) => b.couverture.acteurs.length, 'entier', 0.7),
      col('outils', 'Outils', (b) => b.couverture.outils.length, 'entier', 0.6),
      col('actions', 'Actions', (b) => b.couverture.actions.length, 'entier', 0.7),
      colJugee({ width: 1, note: 'Selon l’analyse.' }),
      colNiveau({ note: REGLE_COUVERTURE }),
    ],
    source: source(contexte),
    empty: AUCUN,
  });
}

/** The coverage in one line a public; the workbook lists the needs. */
export function couvertureParPublic(contexte: Contexte): TableExhibit {
  const { parPublic, niveaux, liste } = contexte.analyse.besoins;
  return tableDe(liste.length ? parPublic : [], {
    name: 'couverture-par-public',
    part: 'Acteurs et outils',
    title: liste.length ? `Besoins : ${niveauxEnClair(niveaux)}` : 'Couverture des besoins par public',
    sheet: 'Acteurs en nombres',
    columns: [
      col('public', 'Public', (p) => p.libelle, 'texte', 2),
      col('participations', 'Participations', (p) => p.participations, 'entier'),
      col('besoins', 'Besoins', (p) => p.nombre, 'entier', {
        calcul: { type: 'somme', de: ['couverts', 'partiels', 'sans_reponse'] },
      }),
      col('couverts', 'Couverts', (p) => p.couverts, 'entier'),
      col('partiels', 'En partie', (p) => p.partiels, 'entier'),
      col('sans_reponse', 'Sans réponse', (p) => p.nonCouverts, 'entier'),
    ],
    totals: {
      public: 'Ensemble',
      participations: parPublic.reduce((sum, p) => sum + p.participations, 0),
      besoins: liste.length,
      couverts: niveaux.couvert,
      partiels: niveaux.partiel,
      sans_reponse: niveaux['non-couvert'],
    },
    source: source(contexte),
    empty: AUCUN,
  });
}

export function nonCouverts(contexte: Contexte): TableExhibit {
  const { nonCouverts: liste } = contexte.analyse.besoins;
  return tableDe(liste, {
    name: 'besoins-non-couverts',
    title: 'Besoins sans réponse, et pourquoi',
    sheet: 'Couverture des besoins',
    columns: [
      col('libelle', 'Besoin', (b) => b.libelle, 'texte', 3),
      col('public', 'Public', (b) => b.public.libelle, 'texte', 1.2),
      col('domaines', 'Domaines', (b) => noms(b.domaines), 'texte', 1.4),
      colPoids({ width: 0.6 }),
      col('motif', 'Pourquoi', (b) => b.couverture.motif, 'texte', 2.4),
    ],
    source: source(contexte),
    empty: contexte.analyse.besoins.liste.length
      ? 'Aucun besoin n’est resté sans réponse au sens de la règle de couverture.'
      : AUCUN,
  });
}
