/** The dated facts of a study that cannot come before what brings them about, with their paths. */
import { conditionsDuMode } from '../../study/conditions.js';
import type { Study } from '../../study/study.js';

const MODE = 'mode_operatoire';

/** A fact and what it cannot come before. */
export interface Suite {
  chemin: string;
  date: string | undefined;
  /** With its article and its verb: « la convention « X » est signée ». */
  quoi: string;
  contre: string;
  debut: string | undefined;
  /** What begins then, with its article. */
  dont: string;
}

const suitesDesTaches = ({
  taches = [],
  conditions,
  conventions = [],
}: NonNullable<Study['mode_operatoire']>): Suite[] => {
  const from = (id: string | undefined): Pick<Suite, 'contre' | 'debut' | 'dont'> => {
    const tache = taches.find((one) => one.id === id);
    return {
      contre: `${MODE}/taches/${id}`,
      debut: tache && (tache.debut_reel ?? tache.debut),
      dont: `« ${tache?.libelle} »`,
    };
  };
  return [
    ...taches.map(({ id, libelle, fin_reelle: date }) => ({
      ...from(id),
      chemin: `${MODE}/taches/${id}/fin_reelle`,
      contre: `${MODE}/taches/${id}/debut`,
      date,
      quoi: `« ${libelle} » est finie`,
      dont: 'elle',
    })),
    ...conditionsDuMode(conditions).map(({ libelle, remplie_le: date, tache, chemin }) => ({
      ...from(tache),
      chemin: `${MODE}/${chemin}/remplie_le`,
      date,
      quoi: `la condition « ${libelle} » est remplie`,
    })),
    ...conventions.map(({ id, objet, signee_le: date, tache }, i) => ({
      ...from(tache),
      chemin: `${MODE}/conventions/${id ?? i + 1}/signee_le`,
      date,
      quoi: `la convention « ${objet} » est signée`,
    })),
  ];
};

/** A reserve that a task of the mode opératoire serves, against the day on which a meeting was told that it is lifted. */
const reservesLevees = ({ reunions, mode_operatoire: mode }: Study): Suite[] =>
  (mode?.reserves ?? []).flatMap(({ reserve, tache: id }) => {
    const tache = mode?.taches?.find((one) => one.id === id);
    return reunions.flatMap(({ id: reunion, decisions = [] }) =>
      decisions.flatMap(({ reserves = [], suites = [] }, d) =>
        suites.flatMap(({ reserve: rank, etat, date }, s): Suite[] =>
          !tache || etat !== 'levee' || rank === undefined || reserves[rank - 1] !== reserve
            ? []
            : [
                {
                  chemin: `reunions/${reunion}/decisions/${d + 1}/suites/${s + 1}/date`,
                  date,
                  quoi: `la réserve « ${reserve} » est levée`,
                  contre: `${MODE}/taches/${tache.id}`,
                  debut: tache.debut_reel ?? tache.debut,
                  dont: `« ${tache.libelle} », qui y répond,`,
                },
              ],
        ),
      ),
    );
  });

const suitesDesProjets = (projets: Study['projets']): Suite[] =>
  projets.flatMap(({ id, titre, calendrier = [] }) =>
    calendrier.map(({ etape, debut, debut_reel, fin_reelle: date }, i) => ({
      chemin: `projets/${id}/calendrier/${i + 1}/fin_reelle`,
      date,
      quoi: `l’étape « ${etape} » de « ${titre} » est finie`,
      contre: `projets/${id}/calendrier/${i + 1}/debut`,
      debut: debut_reel ?? debut,
      dont: 'elle',
    })),
  );

/** In the order of the tasks, of the meetings, then of the projects. */
export const suitesDe = (study: Study): Suite[] => [
  ...(study.mode_operatoire ? suitesDesTaches(study.mode_operatoire) : []),
  ...reservesLevees(study),
  ...suitesDesProjets(study.projets),
];
