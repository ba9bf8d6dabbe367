/** The state of the study on a page: deliverables, meetings, requirements. */

import { REPONSES, resumeReponses } from '../../analysis/conformite/reponses.js';
import type { EtatEtude } from '../../analysis/etat/etat.js';
import { etatDeReunion } from '../../analysis/etat/reunions.js';
import { compteEnLettres, majuscule } from '../../texte/accords.js';
import { col, tableDe } from '../colonnes.js';
import { auJour, formatDate } from '../format.js';
import type { Exhibit } from '../types.js';

const LIVRABLE = { valide: 'Validé', remis: 'Remis, non validé', 'a-venir': 'À venir' } as const;

/** `restantes`: of the requirements, those alone that ask for work now; what is answered on data of example, or waits for a deliverable to come, is counted, not listed. */
export function etatExhibits(etat: EtatEtude, { restantes = false } = {}): Exhibit[] {
  const shown = restantes
    ? etat.exigences.filter(({ etat: answer, aVenir }) => answer !== 'complete' && answer !== 'exemple' && !aVenir)
    : etat.exigences;
  const awaited = etat.exigences.filter(({ aVenir }) => aVenir).length;
  const source = `Source : étude ${auJour(etat.date)} ; une exigence est mesurée par une règle, jamais déclarée.`;
  return [
    tableDe(etat.livrables, {
      name: 'etat-livrables',
      part: null,
      title: `État des livrables ${auJour(etat.date)}`,
      sheet: 'État des livrables',
      columns: [
        col('livrable', 'Livrable', (l) => l.titre, 'texte', 2.2),
        col('date', 'Remise', (l) => l.date, 'date', 0.8),
        col(
          'etat',
          'État',
          (l) => (l.renvoye ? `À modifier, demandé le ${formatDate(l.renvoye)}` : LIVRABLE[l.etat]),
          'texte',
          1,
        ),
        col(
          'reunion',
          'Validé par',
          (l) => (l.reunion ? `${l.reunion.titre}, ${formatDate(l.reunion.date)}` : null),
          'texte',
          1.8,
        ),
        col('completes', 'Complètes', (l) => l.completes, 'entier', 0.8),
        col('exemples', 'Complètes sur données d’exemple', (l) => l.exemples, 'entier', 0.8),
        col('partielles', 'Partielles', (l) => l.partielles, 'entier', 0.7),
        col('manquantes', 'Prévues ou manquantes', (l) => l.manquantes, 'entier', 0.8),
      ],
      source,
      empty: 'L’étude ne nomme aucun livrable.',
    }),
    tableDe(etat.reunions, {
      name: 'etat-reunions',
      part: null,
      title: 'Les réunions',
      sheet: 'État des réunions',
      columns: [
        col('reunion', 'Réunion', (r) => r.titre, 'texte', 2.4),
        col('date', 'Date', (r) => (r.jourConnu ? r.date : null), 'date', 0.8),
        col('etat', 'État', (r) => majuscule(etatDeReunion(r)), 'texte', 1.1),
        col('decisions', 'Décisions prises', (r) => (r.etat === 'tenue' ? r.decisions : null), 'entier', 0.7),
      ],
      source: `Source : journal des réunions, ${auJour(etat.date)}.${etat.reunions.some((r) => !r.jourConnu) ? ' Une réunion sans date n’était pas encore fixée.' : ''}${etat.reunions.some((r) => r.autres > 0) ? ' Une proposition, une prise d’acte ou un report n’est pas une décision.' : ''}`,
      empty: 'Aucune réunion n’est écrite.',
    }),
    tableDe(shown, {
      name: 'etat-exigences',
      part: null,
      title: `Réponse aux exigences : ${resumeReponses(etat.exigences)}${restantes ? ' ; celles qui restent' : ''}`,
      sheet: 'État des exigences',
      groupBy: 'livrable',
      headerColumns: 2,
      columns: [
        col('livrable', 'Livrable', (e) => e.titreLivrable),
        col('exigence', 'Exigence', (e) => e.texte, 'texte', 2.8),
        col('etat', 'Réponse', (e) => REPONSES[e.etat], 'texte', 1),
        col('motif', 'Mesure', (e) => e.motif, 'texte', 2.4),
      ],
      source: `${source}${awaited > 0 ? ` ${majuscule(compteEnLettres(awaited, 'exigence attend', 'exigences attendent'))} un livrable à venir.` : ''}`,
      empty:
        etat.exigences.length > 0
          ? restantes
            ? 'Aucune exigence ne reste à traiter.'
            : 'Toutes les exigences ont une réponse complète.'
          : 'Aucune exigence n’est saisie.',
    }),
  ];
}
