/** What one project gave: its money, its objectives, its measures, its notes. */

import { montantProbable } from '../../analysis/montants.js';
import { CRITERES_EVALUATION } from '../../analysis/projets/criteres.js';
import type { ProjetAnalyse } from '../../analysis/projets/projets.js';
import { STATUTS } from '../../analysis/scenarios/financement/libelles.js';
import { known } from '../../lists/at.js';
import type { Libelles, Study } from '../../study/study.js';
import { compteSur } from '../../texte/accords.js';
import { euros } from '../../texte/nombres.js';
import { col, tableDe } from '../colonnes.js';
import type { Exhibit, TableExhibit } from '../types.js';
import type { ContexteProjets } from './contexte.js';

const STATUTS_FINANCEMENT: Libelles<NonNullable<Study['projets'][number]['financements']>[number]['statut']> = {
  ...STATUTS,
  refuse: 'Refusé',
};

function argent(_: ContexteProjets, one: ProjetAnalyse): TableExhibit {
  const { projet, solde } = one;
  const rows: { sens: string; poste: string; statut: string | null; prevu: number | null; realise: number | null }[] = [
    ...(projet.budget ?? []).map(({ poste, prevu, realise, section }) => ({
      sens: 'Dépense',
      poste,
      statut: section === 'investissement' ? 'Investissement' : 'Fonctionnement',
      prevu: montantProbable(prevu),
      realise: realise ?? null,
    })),
    ...(projet.financements ?? []).map(({ financeur, prevu, obtenu, statut }) => ({
      sens: 'Financement',
      poste: financeur,
      statut: statut ? STATUTS_FINANCEMENT[statut] : null,
      prevu: montantProbable(prevu),
      realise: obtenu ?? null,
    })),
  ];
  return tableDe(rows, {
    name: `projet-${projet.id}-argent`,
    title:
      solde === null
        ? 'Dépenses et financements'
        : Math.abs(solde) < 0.5
          ? `Dépenses et financements : ${euros(known(one.budget.realise, 'budget.realise'))} de part et d’autre`
          : solde < 0
            ? `Dépenses et financements : il manque ${euros(-solde)}`
            : `Dépenses et financements : ${euros(solde)} restent à employer`,
    headerColumns: 2,
    columns: [
      col('sens', 'Sens', ({ sens }) => sens, 'texte', 0.9),
      col('poste', 'Poste ou financeur', ({ poste }) => poste, 'texte', 2.6),
      col('statut', 'Statut', ({ statut }) => statut, 'texte', 0.9),
      col('prevu', 'Prévu (€)', ({ prevu }) => prevu, 'euros', 0.8),
      col('realise', 'Réalisé (€)', ({ realise }) => realise, 'euros', 0.8),
    ],
    totals: {
      sens: 'Solde',
      // Of a side that nobody wrote there is no balance.
      prevu:
        one.financement.prevu === null || one.budget.prevu === null ? null : one.financement.prevu - one.budget.prevu,
      realise: solde,
    },
    empty: 'Aucune dépense n’est écrite.',
  });
}

function mesures(_: ContexteProjets, one: ProjetAnalyse): TableExhibit {
  const { projet } = one;
  return tableDe(one.indicateurs, {
    name: `projet-${projet.id}-mesures`,
    title: 'Indicateurs et cibles',
    columns: [
      col('libelle', 'Indicateur', ({ libelle }) => libelle, 'texte', 2),
      col('unite', 'Unité', ({ unite }) => unite, 'texte', 1),
      col('initial', 'Départ', ({ initial }) => initial, 'nombre'),
      col('cible', 'Cible', ({ cible }) => cible, 'nombre'),
      col('valeur', 'Mesure', ({ valeur }) => valeur, 'nombre'),
      col('date', 'Date', ({ date }) => date, 'date'),
      col('part', 'Part de la cible', ({ part }) => part, 'pourcent'),
    ],
    empty: 'Aucun indicateur.',
  });
}

const ATTEINT: Readonly<Record<NonNullable<ProjetAnalyse['objectifs'][number]['atteint']>, string>> = {
  oui: 'Oui',
  partiel: 'En partie',
  non: 'Non',
};

/** « Deux objectifs atteints sur trois »; what nothing measures is not said to be missed. */
function objectifsEnTitre(objectifs: ProjetAnalyse['objectifs']): string {
  const reached = objectifs.filter(({ atteint }) => atteint === 'oui').length;
  return objectifs.every(({ atteint }) => atteint === null)
    ? 'Aucun objectif n’est mesuré'
    : compteSur(reached, objectifs.length, 'objectif atteint', 'objectifs atteints', 'Aucun objectif atteint');
}

/** Objectives and what shows that they are reached, then the notes and their reasons: one table, so that both read together. */
function jugement(_: ContexteProjets, one: ProjetAnalyse): TableExhibit {
  const { projet } = one;
  const notes = CRITERES_EVALUATION.flatMap(({ id }) => projet.evaluation?.[id]?.note ?? []);
  const [low, high] = [Math.min(...notes), Math.max(...notes)];
  const same = notes.length > 1 ? `toutes les notes à ${low}` : `une note de ${low}`;
  const range = notes.length > 0 ? ` ; ${low === high ? same : `notes de ${low} à ${high}`} sur 5` : '';
  const rows: { genre: string; quoi: string; resultat: string | null; preuve: string | null }[] = [
    ...one.objectifs.map(({ texte, atteint, preuve }) => ({
      genre: 'Objectif',
      quoi: texte,
      resultat: atteint === null ? 'Non mesuré' : ATTEINT[atteint],
      preuve,
    })),
    ...(projet.evaluation
      ? CRITERES_EVALUATION.map(({ id, libelle }) => ({
          genre: 'Critère',
          quoi: libelle,
          resultat: projet.evaluation?.[id] ? `${projet.evaluation[id].note} sur 5` : 'Non noté',
          preuve: projet.evaluation?.[id]?.commentaire ?? null,
        }))
      : []),
  ];
  return tableDe(rows, {
    name: `projet-${projet.id}-jugement`,
    title: `${objectifsEnTitre(one.objectifs)}${range}`,
    headerColumns: 2,
    columns: [
      col('genre', 'Jugé', ({ genre }) => genre, 'texte', 0.6),
      col('quoi', 'Quoi', ({ quoi }) => quoi, 'texte', 1.6),
      col('resultat', 'Résultat', ({ resultat }) => resultat, 'texte', 0.7),
      col('preuve', 'Ce qui le montre', ({ preuve }) => preuve, 'texte', 2.8),
    ],
    empty: 'Aucun objectif n’est écrit.',
  });
}

export const resultatsProjet = (contexte: ContexteProjets, one: ProjetAnalyse): Exhibit[] => [
  argent(contexte, one),
  jugement(contexte, one),
  mesures(contexte, one),
];
