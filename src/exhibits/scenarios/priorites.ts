/** Priorities by domain and public; the perimeters come with them. */

import { CRITERES_PRIORITE, LIBELLES_PRIORITE, type PrioritesAnalysis } from '../../analysis/priorites/priorites.js';
import { compte, enumerer, majuscule, minuscule } from '../../texte/accords.js';
import { nombreFr } from '../../texte/nombres.js';
import { alternative } from '../alternative.js';
import { cle, figureVide } from '../cells.js';
import { heatMatrix } from '../charts/matrices.js';
import { col, tableDe } from '../colonnes.js';
import type { Exhibit, TableExhibit } from '../types.js';
import type { ContexteScenarios, FabriqueScenarios } from './contexte.js';
import { perimetresExhibits } from './perimetres.js';

/** More equals than these do not stand in a title. */
const AU_TITRE = 2;
const CLASSES = { prioritaire: 'Prioritaire', secondaire: 'Secondaire', autre: 'Autre' } as const;

function croisements({ priorites }: ContexteScenarios): TableExhibit {
  const scored = priorites.croisements.filter(({ score }) => score !== null);
  return tableDe(scored, {
    name: 'priorites-croisements',
    title: 'Points de chaque domaine et public, du plus au moins prioritaire',
    sheet: 'Priorités',
    headerColumns: 2,
    columns: [
      col('domaine', 'Domaine', ({ domaine }) => domaine.libelle, 'texte', 1.6),
      col('public', 'Public', (c) => c.public.libelle, 'texte', 1.3),
      col('besoins', 'Besoins', ({ besoins }) => besoins, 'entier', 0.7),
      CRITERES_PRIORITE.map((critere) =>
        col(critere, LIBELLES_PRIORITE[critere], ({ mesures }) => mesures[critere], 'entier', 0.9),
      ),
      col('ajustement', 'Ajustement', ({ ajustement }) => ajustement?.points ?? null, 'entier', 0.9),
      col('score', 'Points sur 100', ({ score }) => score, 'entier', 0.8),
      col('classe', 'Classe', ({ classe }) => CLASSES[classe], 'texte', 1),
    ],
    source: `Source : inventaires de l’étude et notes de ses auteurs ; ${compte(scored.length, 'croisement a', 'croisements ont')} au moins un besoin.`,
    empty: 'Aucun besoin n’est recensé : rien ne peut être classé.',
  });
}

/** « les habitants », where the study says it. */
const publicEnPhrase = (
  { etude }: ContexteScenarios['etude'],
  { id, libelle }: { id: string; libelle: string },
): string => etude.publics.find((entry) => entry.id === id)?.en_phrase ?? `le public « ${libelle} »`;

/** « biodiversité pour les habitants »: what a crossing is named in a sentence. */
export const croisementEnPhrase = (
  etude: ContexteScenarios['etude'],
  { domaine, public: groupe }: Pick<PrioritesAnalysis['croisements'][number], 'domaine' | 'public'>,
): string => `${minuscule(domaine.libelle)} pour ${publicEnPhrase(etude, groupe)}`;

/** Several where their points are the same as they are told; none where all those that have points have the same, or where they are too many to stand in a title. */
export function enTete(croisements: PrioritesAnalysis['croisements']): PrioritesAnalysis['croisements'] {
  const points = croisements.flatMap(({ score }) => (score === null ? [] : [Math.round(score)]));
  const first = croisements.filter(({ score }) => score !== null && Math.round(score) === points[0]);
  return first.length > AU_TITRE || (first.length > 1 && first.length === points.length) ? [] : first;
}

function matrice(contexte: ContexteScenarios): Exhibit {
  const { priorites, etude, theme } = contexte;
  const { domaines, publics } = etude.etude;
  const score = (d: string, p: string): number | null =>
    priorites.croisements.find((c) => c.domaine.id === d && c.public.id === p)?.score ?? null;
  const data = tableDe(domaines, {
    name: 'priorites-matrice-donnees',
    title: 'Points par domaine et par public',
    sheet: 'Priorités',
    columns: [
      col('domaine', 'Domaine', ({ libelle }) => libelle, 'texte', 1.6),
      publics.map((p) => col(cle('p', p.id), p.libelle_court ?? p.libelle, ({ id }) => score(id, p.id), 'entier')),
    ],
    empty: 'Aucun besoin n’est recensé : rien ne peut être classé.',
  });
  const best = priorites.croisements[0];
  const first = enTete(priorites.croisements);
  const title =
    best?.score && first.length === 1
      ? `En tête : ${majuscule(croisementEnPhrase(etude, best))}, ${compte(Math.round(best.score), 'point')} sur 100`
      : best?.score && first.length > 1
        ? `En tête, à égalité : ${enumerer(first.map((one) => croisementEnPhrase(etude, one)))}, ${compte(Math.round(best.score), 'point')} sur 100`
        : 'Priorités par domaine et par public';
  const source = 'Source : inventaires de l’étude, poids et notes de ses auteurs.';
  if (!best || best.score === null) return figureVide({ name: 'priorites-matrice', title, source, data });
  const scores = domaines.map((d) => publics.map((p) => score(d.id, p.id)));
  const sansBesoin = scores.flat().includes(null) ? ' ; un tiret : aucun besoin recensé' : '';
  const drawn = heatMatrix(
    {
      rows: domaines.map(({ libelle }) => libelle),
      columns: publics.map(({ libelle, libelle_court: court }) => court ?? libelle),
      values: scores,
      legend: `Points sur 100. Foncé : prioritaire, à partir de ${priorites.seuils.prioritaire} ; clair : secondaire, à partir de ${priorites.seuils.secondaire} ; blanc : autre${sansBesoin}.`,
      format: (value) => nombreFr(Math.round(value)),
      classes: [priorites.seuils.prioritaire, priorites.seuils.secondaire],
    },
    theme,
  );
  const enPoints = (value: number | null): string => (value === null ? 'sans besoin' : nombreFr(Math.round(value)));
  return {
    kind: 'figure',
    name: 'priorites-matrice',
    title,
    ...drawn,
    alt: alternative(
      title,
      'Grille teintée : les points de priorité de chaque domaine pour chaque public, plus foncés quand ils sont plus hauts',
      domaines.map(
        (d) => `${d.libelle} : ${publics.map((p) => `${p.libelle} ${enPoints(score(d.id, p.id))}`).join(', ')}`,
      ),
    ),
    source,
    data,
  };
}

function ajustements({ priorites }: ContexteScenarios): TableExhibit {
  const ajustes = priorites.croisements.flatMap((c) => (c.ajustement ? [{ c, ajustement: c.ajustement }] : []));
  return tableDe(ajustes, {
    name: 'priorites-ajustements',
    title: 'Ajustements des priorités',
    sheet: 'Priorités',
    headerColumns: 2,
    columns: [
      col('domaine', 'Domaine', ({ c }) => c.domaine.libelle, 'texte', 1.2),
      col('public', 'Public', ({ c }) => c.public.libelle, 'texte', 1),
      col('base', 'Points calculés', ({ c }) => c.base, 'nombre', 0.8),
      col('points', 'Ajustement', ({ ajustement }) => ajustement.points, 'nombre', 0.8),
      col('total', 'Points retenus', ({ c }) => c.score, 'nombre', 0.8),
      col('motif', 'Raison', ({ ajustement }) => ajustement.motif, 'texte', 3),
    ],
    empty: 'Les auteurs n’ont ajusté aucun score.',
  });
}

function motifs({ etude }: ContexteScenarios): TableExhibit {
  const nom = (id: string): string => etude.etude.domaines.find((d) => d.id === id)?.libelle ?? id;
  const cible = (id: string | undefined): string => etude.etude.publics.find((p) => p.id === id)?.libelle ?? 'Tous';
  const { cadre = [], eligibilite = [] } = etude.priorites ?? {};
  const rows = [
    ...cadre.map((entry) => ({ nature: LIBELLES_PRIORITE.cadre, entry })),
    ...eligibilite.map((entry) => ({ nature: LIBELLES_PRIORITE.eligibilite, entry })),
  ];
  return tableDe(rows, {
    name: 'priorites-motifs',
    title: 'Notes des auteurs et leurs raisons',
    sheet: 'Priorités',
    groupBy: 'nature',
    headerColumns: 2,
    columns: [
      col('nature', 'Nature', ({ nature }) => nature),
      col('domaine', 'Domaine', ({ entry }) => nom(entry.domaine), 'texte', 1.4),
      col('public', 'Public', ({ entry }) => cible(entry.public), 'texte', { width: 1, uneFois: true }),
      col('note', 'Note sur 5', ({ entry }) => entry.note, 'entier', 0.7),
      col('motif', 'Raison', ({ entry }) => entry.motif, 'texte', 3),
    ],
    source: 'Source : modèle de priorités de l’étude.',
    empty: 'Les auteurs n’ont noté ni l’accord avec le cadre ni l’éligibilité.',
  });
}

export const prioritesExhibits: FabriqueScenarios = (contexte) => [
  matrice(contexte),
  croisements(contexte),
  ajustements(contexte),
  motifs(contexte),
  ...perimetresExhibits(contexte),
];
