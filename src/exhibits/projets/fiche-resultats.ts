/** What one project gave: its money, its objectives, its measures, its notes. */

import { montantProbable } from '../../analysis/montants.js';
import { CRITERES_EVALUATION, type ProjetAnalyse } from '../../analysis/projets/projets.js';
import { STATUTS } from '../../analysis/scenarios/financement.js';
import { compteEnLettres } from '../../texte/accords.js';
import { euros } from '../../texte/nombres.js';
import { table } from '../cells.js';
import { col, tableDe } from '../colonnes.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { type ContexteProjets, feuilleDe } from './contexte.js';

const STATUTS_FINANCEMENT: Readonly<Record<string, string>> = { ...STATUTS, refuse: 'Refusé' };

function argent(_: ContexteProjets, one: ProjetAnalyse): TableExhibit {
  const { projet, solde } = one;
  return table({
    name: `projet-${projet.id}-argent`,
    title:
      solde === null
        ? 'Dépenses et financements'
        : Math.abs(solde) < 0.5
          ? `Dépenses et financements : ${euros(one.budget.realise ?? 0)} de part et d’autre`
          : solde < 0
            ? `Dépenses et financements : il manque ${euros(-solde)}`
            : `Dépenses et financements : ${euros(solde)} restent à employer`,
    sheet: feuilleDe(one, 'argent'),
    headerColumns: 2,
    columns: [
      { key: 'sens', header: 'Sens', format: 'texte', width: 0.9 },
      { key: 'poste', header: 'Poste ou financeur', format: 'texte', width: 2.6 },
      { key: 'statut', header: 'Statut', format: 'texte', width: 0.9 },
      { key: 'prevu', header: 'Prévu (€)', format: 'euros', width: 0.8 },
      { key: 'realise', header: 'Réalisé (€)', format: 'euros', width: 0.8 },
    ],
    rows: [
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
        statut: STATUTS_FINANCEMENT[statut ?? ''] ?? null,
        prevu: montantProbable(prevu),
        realise: obtenu ?? null,
      })),
    ],
    totals: {
      sens: 'Solde',
      prevu: one.financement.prevu - one.budget.prevu,
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
    sheet: feuilleDe(one, 'indicateurs'),
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

const ATTEINT: Readonly<Record<string, string>> = { oui: 'Oui', partiel: 'En partie', non: 'Non' };

/** Objectives and what shows that they are reached, then the notes and their reasons: one table, so that both read together. */
function jugement(_: ContexteProjets, one: ProjetAnalyse): TableExhibit {
  const { projet } = one;
  const reached = one.objectifs.filter(({ atteint }) => atteint === 'oui').length;
  const notes = CRITERES_EVALUATION.flatMap(({ id }) => projet.evaluation?.[id]?.note ?? []);
  const range = notes.length > 0 ? ` ; notes de ${Math.min(...notes)} à ${Math.max(...notes)} sur 5` : '';
  return table({
    name: `projet-${projet.id}-jugement`,
    title: `${compteEnLettres(reached, 'objectif atteint', 'objectifs atteints', 'Aucun objectif atteint')} sur ${one.objectifs.length}${range}`,
    sheet: feuilleDe(one, 'évaluation'),
    headerColumns: 2,
    columns: [
      { key: 'genre', header: 'Jugé', format: 'texte', width: 0.6 },
      { key: 'quoi', header: 'Quoi', format: 'texte', width: 1.6 },
      { key: 'resultat', header: 'Résultat', format: 'texte', width: 0.7 },
      { key: 'preuve', header: 'Ce qui le montre', format: 'texte', width: 2.8 },
    ],
    rows: [
      ...one.objectifs.map(({ texte, atteint, preuve }) => ({
        genre: 'Objectif',
        quoi: texte,
        resultat: atteint === null ? 'Non mesuré' : (ATTEINT[atteint] ?? null),
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
    ],
    empty: 'Aucun objectif n’est écrit.',
  });
}

export const resultatsProjet = (contexte: ContexteProjets, one: ProjetAnalyse): Exhibit[] => [
  argent(contexte, one),
  jugement(contexte, one),
  mesures(contexte, one),
];
