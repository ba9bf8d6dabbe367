/** What the exhibits on needs share: their source, their weight, a need as a row. */

import { FORMULE_POIDS } from '../../analysis/diagnostic/besoins.js';
import type { BesoinAnalyse } from '../../analysis/diagnostic/index.js';
import type { NiveauCouverture } from '../../analysis/diagnostic/types-besoins.js';
import { compte } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import { type Contexte, noms, sourceDe } from '../cells.js';
import type { Column, Row } from '../types.js';

/** « 10 couverts, 12 couverts en partie, 8 sans réponse ». */
export const niveauxEnClair = (niveaux: Readonly<Record<NiveauCouverture, number>>): string =>
  [
    compte(niveaux.couvert, 'couvert', 'couverts', 'aucun couvert'),
    compte(niveaux.partiel, 'couvert en partie', 'couverts en partie', 'aucun couvert en partie'),
    compte(niveaux['non-couvert'], 'sans réponse', 'sans réponse', 'aucun sans réponse'),
  ].join(', ');

export const AUCUN = 'Aucun besoin recensé.';

export const source = ({ etude }: Contexte): string => sourceDe('inventaire des besoins', etude.besoins);

export const POIDS: Column = { key: 'poids', header: 'Poids', format: 'decimal', width: 0.7, note: FORMULE_POIDS };

const JUGEES: Readonly<Record<string, string>> = {
  nulle: 'Nulle',
  faible: 'Faible',
  partielle: 'Partielle',
  satisfaisante: 'Satisfaisante',
};

/** « 71 sur 249 »: mentions out of the participations of the public. */
const citations = (b: BesoinAnalyse): string =>
  b.base > 0 ? `${nombreFr(b.mentions)} sur ${nombreFr(b.base)}` : nombreFr(b.mentions);

/** Short, so that a narrow column breaks no word. */
export const NIVEAUX_COURTS = { couvert: 'Couvert', partiel: 'En partie', 'non-couvert': 'Sans réponse' } as const;

export const rangee = (b: BesoinAnalyse): Row => ({
  libelle: b.libelle,
  public: b.public.libelle,
  domaines: noms(b.domaines),
  fonctions: noms(b.fonctions),
  importance: b.importance,
  mentions: b.mentions,
  base: b.base,
  citations: citations(b),
  jugee: JUGEES[b.couverture.jugee ?? ''] ?? null,
  poids: b.poids,
  niveau: NIVEAUX_COURTS[b.couverture.niveau],
  acteurs: b.couverture.acteurs.length,
  outils: b.couverture.outils.length,
  actions: b.couverture.actions.length,
  motif: b.couverture.motif,
});
