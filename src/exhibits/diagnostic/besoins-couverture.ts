/** Coverage of the needs: need by need, public by public, and those without an answer. */
import { REGLE_COUVERTURE } from '../../analysis/diagnostic/couverture.js';
import { type Contexte, table } from '../cells.js';
import type { TableExhibit } from '../types.js';
import { AUCUN, niveauxEnClair, POIDS, rangee, source } from './besoins-communs.js';

export function couverture(contexte: Contexte): TableExhibit {
  const { niveaux, liste } = contexte.analyse.besoins;
  return table({
    name: 'besoins-couverture',
    title: liste.length ? `Couverture de chaque besoin : ${niveauxEnClair(niveaux)}` : 'Couverture des besoins',
    sheet: 'Couverture des besoins',
    columns: [
      { key: 'libelle', header: 'Besoin', format: 'texte', width: 3.6 },
      { key: 'public', header: 'Public', format: 'texte', width: 1.3 },
      { ...POIDS, width: 0.6 },
      { key: 'acteurs', header: 'Acteurs', format: 'entier', width: 0.7 },
      { key: 'outils', header: 'Outils', format: 'entier', width: 0.6 },
      { key: 'actions', header: 'Actions', format: 'entier', width: 0.7 },
      { key: 'jugee', header: 'Réponse jugée', format: 'texte', width: 1, note: 'Selon l’analyse du prestataire.' },
      { key: 'niveau', header: 'Couverture', format: 'texte', width: 1.1, note: REGLE_COUVERTURE },
    ],
    rows: liste.map(rangee),
    source: source(contexte),
    empty: AUCUN,
  });
}

/** The coverage in one line a public; the workbook lists the needs. */
export function couvertureParPublic(contexte: Contexte): TableExhibit {
  const { parPublic, niveaux, liste } = contexte.analyse.besoins;
  return table({
    name: 'couverture-par-public',
    part: 'Acteurs et outils',
    title: liste.length ? `Besoins : ${niveauxEnClair(niveaux)}` : 'Couverture des besoins par public',
    sheet: 'Acteurs en nombres',
    columns: [
      { key: 'public', header: 'Public', format: 'texte', width: 2 },
      { key: 'participations', header: 'Participations', format: 'entier' },
      { key: 'besoins', header: 'Besoins', format: 'entier' },
      { key: 'couverts', header: 'Couverts', format: 'entier' },
      { key: 'partiels', header: 'En partie', format: 'entier' },
      { key: 'sans_reponse', header: 'Sans réponse', format: 'entier' },
    ],
    rows: liste.length
      ? parPublic.map((p) => ({
          public: p.libelle,
          participations: p.participations,
          besoins: p.nombre,
          couverts: p.couverts,
          partiels: p.partiels,
          sans_reponse: p.nonCouverts,
        }))
      : [],
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
  return table({
    name: 'besoins-non-couverts',
    title: 'Besoins sans réponse, et pourquoi',
    sheet: 'Couverture des besoins',
    columns: [
      { key: 'libelle', header: 'Besoin', format: 'texte', width: 3 },
      { key: 'public', header: 'Public', format: 'texte', width: 1.2 },
      { key: 'domaines', header: 'Domaines', format: 'texte', width: 1.4 },
      { ...POIDS, width: 0.6 },
      { key: 'motif', header: 'Pourquoi', format: 'texte', width: 2.4 },
    ],
    rows: liste.map(rangee),
    source: source(contexte),
    empty: contexte.analyse.besoins.liste.length
      ? 'Aucun besoin n’est resté sans réponse au sens de la règle de couverture.'
      : AUCUN,
  });
}
