/** What became of a meeting, in a word or two. */
import { auJour, duJour } from '../../texte/dates.js';
import type { ReunionEtat } from './etat.js';

const ETATS: Readonly<Record<ReunionEtat['etat'], string>> = {
  tenue: 'tenue',
  prevue: 'prévue',
  annulee: 'annulée',
  'en-retard': 'date passée',
};

type Lue = Pick<ReunionEtat, 'etat' | 'consultation' | 'report' | 'motif'>;

/** « tenue », « reportée », « close » for answers given in writing. */
export function motDeReunion({ etat, consultation, report }: Lue): string {
  if (report) return 'reportée';
  return etat === 'tenue' && consultation ? 'close' : ETATS[etat];
}

/** « reportée au 27 juin 2024 (à la demande du Département) ». */
export function etatDeReunion(reunion: Lue): string {
  const { report, motif } = reunion;
  return `${motDeReunion(reunion)}${report?.le ? ` ${auJour(report.le)}` : ''}${motif ? ` (${motif})` : ''}`;
}

type Ecrite = { consultation_ecrite?: boolean; date: string };

/** « la réunion du 8 février 2024 », « la consultation écrite close le 12 décembre 2024 »: nobody met for the second. */
export const nomDeSeance = ({ consultation_ecrite: written, date }: Ecrite): string =>
  `${written ? 'consultation écrite' : 'réunion'} ${duJour(date)}`;
