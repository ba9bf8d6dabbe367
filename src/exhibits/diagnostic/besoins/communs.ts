/** What the exhibits on needs share: their source, and the columns that several of them show. */

import { FORMULE_POIDS } from '../../../analysis/diagnostic/besoins.js';
import type { BesoinAnalyse } from '../../../analysis/diagnostic/index.js';
import type { NiveauCouverture } from '../../../analysis/diagnostic/types-besoins.js';
import type { Libelles, Study } from '../../../study/study.js';
import { compte } from '../../../texte/accords.js';
import { nombreFr } from '../../../texte/nombres.js';
import { type Contexte, sourceDe } from '../../cells.js';
import { type Colonne, col } from '../../colonnes.js';
import type { Column, Ton } from '../../types.js';

/** « 10 couverts, 12 couverts en partie, 8 sans réponse ». */
export const niveauxEnClair = (niveaux: Readonly<Record<NiveauCouverture, number>>): string =>
  [
    compte(niveaux.couvert, 'couvert', 'couverts', 'aucun couvert'),
    compte(niveaux.partiel, 'couvert en partie', 'couverts en partie', 'aucun couvert en partie'),
    compte(niveaux['non-couvert'], 'sans réponse', 'sans réponse', 'aucun sans réponse'),
  ].join(', ');

export const AUCUN = 'Aucun besoin recensé.';

export const source = ({ etude }: Contexte): string => sourceDe('inventaire des besoins', etude.besoins);

/** The weight of a need, or of what gathers needs. */
export const colPoids = (reste: Partial<Column> = {}): Colonne<{ poids: number }> =>
  col('poids', 'Poids', ({ poids }) => poids, 'decimal', { width: 0.7, note: FORMULE_POIDS, ...reste });

const JUGEES: Libelles<Study['besoins'][number]['reponse_actuelle']> = {
  nulle: 'Nulle',
  faible: 'Faible',
  partielle: 'Partielle',
  satisfaisante: 'Satisfaisante',
};

/** « 71 sur 249 »: mentions out of the participations of the public; null when they were not counted. */
export const citations = ({ mentions, base }: BesoinAnalyse): string | null =>
  mentions === null ? null : base > 0 ? `${nombreFr(mentions)} sur ${nombreFr(base)}` : nombreFr(mentions);

/** Short, so that a narrow column breaks no word. */
const NIVEAUX_COURTS = { couvert: 'Couvert', partiel: 'En partie', 'non-couvert': 'Sans réponse' } as const;

/** What a workbook sets apart. */
const TONS_NIVEAUX: Readonly<Record<string, Ton>> = {
  [NIVEAUX_COURTS.couvert]: 'bon',
  [NIVEAUX_COURTS.partiel]: 'attention',
  [NIVEAUX_COURTS['non-couvert']]: 'alerte',
};

export const colJugee = (reste: Partial<Column>): Colonne<BesoinAnalyse> =>
  col('jugee', 'Réponse jugée', (b) => (b.couverture.jugee ? JUGEES[b.couverture.jugee] : null), 'texte', reste);

export const colNiveau = (reste: Partial<Column> = {}): Colonne<BesoinAnalyse> =>
  col('niveau', 'Couverture', (b) => NIVEAUX_COURTS[b.couverture.niveau], 'texte', {
    width: 1.1,
    ...reste,
    etats: TONS_NIVEAUX,
  });
