/** The dated records of a project's follow-up, with their paths: several rules look at their dates. */
import type { Projet } from '../../study/types.gen.js';

export interface Releve {
  /** Path of the date by ids. */
  chemin: string;
  date: string;
  /** With its article, without the project. */
  quoi: string;
}

export const relevesDe = ({ id, suivi = [], indicateurs = [] }: Projet): Releve[] => [
  ...suivi.map(({ date }, i) => ({ chemin: `projets/${id}/suivi/${i + 1}/date`, date, quoi: 'le point de suivi' })),
  ...indicateurs.flatMap(({ libelle, mesures = [] }, i) =>
    mesures.map(({ date }, m) => ({
      chemin: `projets/${id}/indicateurs/${i + 1}/mesures/${m + 1}/date`,
      date,
      quoi: `la mesure de « ${libelle} »`,
    })),
  ),
];
