/** The state of the study on a page: deliverables, meetings, requirements. */
import { type EtatEtude, resumeExigences } from '../../analysis/etat/etat.js';
import { table } from '../cells.js';
import { auJour, formatDate } from '../format.js';
import type { Exhibit } from '../types.js';

const LIVRABLE = { valide: 'Validé', remis: 'Remis, non validé', 'a-venir': 'À venir' } as const;
const REUNION = { tenue: 'Tenue', prevue: 'Prévue', annulee: 'Annulée', 'en-retard': 'Date passée' } as const;
const EXIGENCE = { complete: 'Complète', partielle: 'Partielle', manquante: 'Manquante' } as const;

/** `restantes`: of the requirements, those alone whose answer is not complete. */
export function etatExhibits(etat: EtatEtude, { restantes = false } = {}): Exhibit[] {
  const shown = restantes ? etat.exigences.filter(({ etat: answer }) => answer !== 'complete') : etat.exigences;
  const source = `Source : étude ${auJour(etat.date)} ; une exigence est mesurée par une règle, jamais déclarée.`;
  return [
    table({
      name: 'etat-livrables',
      part: null,
      title: `État des livrables ${auJour(etat.date)}`,
      sheet: 'État des livrables',
      columns: [
        { key: 'livrable', header: 'Livrable', format: 'texte', width: 2.2 },
        { key: 'date', header: 'Date', format: 'date', width: 0.8 },
        { key: 'etat', header: 'État', format: 'texte', width: 1 },
        { key: 'reunion', header: 'Validé par', format: 'texte', width: 1.8 },
        { key: 'completes', header: 'Exigences complètes', format: 'entier', width: 0.8 },
        { key: 'partielles', header: 'Partielles', format: 'entier', width: 0.7 },
        { key: 'manquantes', header: 'Manquantes', format: 'entier', width: 0.8 },
      ],
      rows: etat.livrables.map((l) => ({
        livrable: l.titre,
        date: l.date,
        etat: LIVRABLE[l.etat],
        reunion: l.reunion ? `${l.reunion.titre}, ${formatDate(l.reunion.date)}` : null,
        completes: l.completes,
        partielles: l.partielles,
        manquantes: l.manquantes,
      })),
      source,
      empty: 'L’étude ne nomme aucun livrable.',
    }),
    table({
      name: 'etat-reunions',
      part: null,
      title: 'Les réunions',
      sheet: 'État des réunions',
      columns: [
        { key: 'reunion', header: 'Réunion', format: 'texte', width: 2.4 },
        { key: 'date', header: 'Date', format: 'date', width: 0.8 },
        { key: 'etat', header: 'État', format: 'texte', width: 0.8 },
        { key: 'decisions', header: 'Décisions', format: 'entier', width: 0.7 },
      ],
      rows: etat.reunions.map((r) => ({
        reunion: r.titre,
        date: r.date,
        etat: REUNION[r.etat],
        decisions: r.decisions,
      })),
      source: `Source : journal des réunions, ${auJour(etat.date)}.`,
      empty: 'Aucune réunion n’est écrite.',
    }),
    table({
      name: 'etat-exigences',
      part: null,
      title: `Réponse au contrat : ${resumeExigences(etat.exigences)}${restantes ? ' ; celles qui restent' : ''}`,
      sheet: 'État des exigences',
      groupBy: 'livrable',
      headerColumns: 2,
      columns: [
        { key: 'livrable', header: 'Livrable', format: 'texte' },
        { key: 'exigence', header: 'Exigence', format: 'texte', width: 2.8 },
        { key: 'etat', header: 'Réponse', format: 'texte', width: 0.8 },
        { key: 'motif', header: 'Mesure', format: 'texte', width: 2.4 },
      ],
      rows: shown.map((e) => ({
        livrable: e.titreLivrable,
        exigence: e.texte,
        etat: EXIGENCE[e.etat],
        motif: e.motif,
      })),
      source,
      empty:
        etat.exigences.length > 0 ? 'Toutes les exigences ont une réponse complète.' : 'Aucune exigence n’est saisie.',
    }),
  ];
}
