/** Projects that are over: what was done of one that is finished, and what an abandoned one has reached. */

import type { Study } from '../../../../study/study.js';
import { ordreDates, parJour } from '../../../../texte/dates.js';
import { nombreFr } from '../../../../texte/nombres.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Projet = Study['projets'][number];

interface DernierReleve {
  chemin: string;
  libelle: string;
  valeur: number;
  initial: number;
  cible: number;
}

/** The last measure of each indicator where more is better. */
const derniers = ({ id, indicateurs = [] }: Projet): DernierReleve[] =>
  indicateurs.flatMap(({ libelle, sens, initial = 0, cible, mesures = [] }, i) => {
    const last = parJour(mesures).at(-1);
    return sens === 'min' || !last
      ? []
      : [{ chemin: `projets/${id}/indicateurs/${i + 1}`, libelle, valeur: last.valeur, initial, cible }];
  });

/** What a finished project shows of none of its work. */
function rienDe(projet: Projet): { chemin: string; dit: string } | null {
  const {
    id,
    accompagnement: {
      jours_prevus: days,
      jours_realises: done,
      seances_prevues: planned,
      seances_realisees: held,
    } = {},
  } = projet;
  const at = `projets/${id}/accompagnement`;
  if (planned && held === 0)
    return { chemin: `${at}/seances_realisees`, dit: `aucune de ses ${nombreFr(planned)} séances ne s’est tenue` };
  if (days && done === 0) return { chemin: `${at}/jours_realises`, dit: 'aucun jour ne lui a été donné' };
  const measured = derniers(projet).filter(({ initial, cible }) => cible > initial);
  const [first] = measured;
  return first && measured.every(({ valeur, initial }) => valeur <= initial)
    ? {
        chemin: first.chemin,
        dit: measured.length > 1 ? 'aucun de ses indicateurs n’a bougé' : `« ${first.libelle} » n’a pas bougé`,
      }
    : null;
}

export const termineSansRien: RegleCoherence = {
  code: 'termine-sans-rien',
  gravite: 'attention',
  titre: 'Un projet est dit terminé, et rien n’en a été fait.',
  explication:
    'Un projet terminé (« etat: termine ») a tenu au moins une des séances prévues (« seances_realisees »), reçu au moins une part des jours prévus (« jours_realises »), et l’un au moins de ses indicateurs mesurés a quitté son point de départ (« initial », zéro par défaut). Celui dont rien n’a été fait est abandonné.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap((projet): Contradiction[] => {
      const none = projet.etat === 'termine' ? rienDe(projet) : null;
      return none
        ? [
            {
              chemin: `projets/${projet.id}/etat`,
              contre: [none.chemin],
              message: `« ${projet.titre} » est dit terminé, et ${none.dit}.`,
              issue: 'Corrigez l’état du projet, ou ce qui a été fait.',
            },
          ]
        : [];
    }),
};

/** Whether some projects tell when their steps really ended: one that tells it of none does not follow it then. */
const suivies = (projets: Study['projets']): boolean =>
  projets.some(({ calendrier = [] }) => calendrier.some(({ fin_reelle: end }) => end !== undefined));

export const etapeNonFinie: RegleCoherence = {
  code: 'etape-non-finie',
  gravite: 'attention',
  titre: 'Un projet est terminé, et sa dernière étape n’est pas finie.',
  explication:
    'La dernière étape d’un projet terminé (« etat: termine ») a sa fin réelle (« fin_reelle »), dès que ce projet, ou un autre de l’étude, en donne une pour une étape. Une étude qui n’en donne aucune ne les suit pas, et n’est pas comparée.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap(({ id, titre, etat, calendrier = [] }): Contradiction[] => {
      const steps = calendrier.map((one, i) => ({ ...one, rang: i + 1 })).sort((a, b) => ordreDates(a.fin, b.fin));
      const last = steps.at(-1);
      if (etat !== 'termine' || !last || last.fin_reelle !== undefined) return [];
      const others = steps.some(({ fin_reelle }) => fin_reelle !== undefined);
      if (!others && !suivies(projets)) return [];
      return [
        {
          chemin: `projets/${id}/calendrier/${last.rang}`,
          contre: [`projets/${id}/etat`],
          message: `« ${titre} » est dit terminé, et ${steps.length > 1 ? 'sa dernière étape' : 'sa seule étape'}, « ${last.etape} », n’est pas finie, quand d’autres le sont${others ? '' : ' dans d’autres projets'}.`,
          issue: 'Donnez la fin de cette étape, ou corrigez l’état du projet.',
          saisie: 'Elle s’écrit dans « fin_reelle » de « calendrier » (projets.yaml).',
        },
      ];
    }),
};

export const abandonneEtAtteint: RegleCoherence = {
  code: 'abandonne-et-atteint',
  gravite: 'attention',
  titre: 'Un projet est abandonné, et il a atteint ses cibles.',
  explication:
    'Un projet abandonné (« etat: abandonne ») a manqué au moins une des cibles qu’il mesure (« indicateurs ») : si toutes sont atteintes, il est terminé, ou ses mesures sont d’un autre.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap((projet): Contradiction[] => {
      const measured = derniers(projet);
      const [first, ...others] = measured;
      if (projet.etat !== 'abandonne' || !first || measured.length < (projet.indicateurs ?? []).length) return [];
      if (!measured.every(({ valeur, cible }) => valeur >= cible)) return [];
      return [
        {
          chemin: `projets/${projet.id}/etat`,
          contre: [first.chemin, ...others.map(({ chemin }) => chemin)],
          message: `« ${projet.titre} » est dit abandonné, et ${others.length > 0 ? 'chacune de ses cibles est atteinte' : `sa cible est atteinte (« ${first.libelle} », ${nombreFr(first.valeur)} pour ${nombreFr(first.cible)})`}.`,
          issue: 'Corrigez l’état du projet, ou ses mesures.',
        },
      ];
    }),
};

const durabiliteAvantLaFin: RegleCoherence = {
  code: 'durabilite-avant-la-fin',
  gravite: 'attention',
  titre: 'La durabilité d’un projet est notée avant sa fin.',
  explication:
    'La durabilité (« evaluation.durabilite ») dit ce qui restera d’un projet : elle se note de ce qui est terminé, ou abandonné. Celle d’un projet en cours, ou seulement retenu, ne dit que ce que l’on en espère ; elle s’écrit à sa fin.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap(({ id, titre, etat, evaluation }): Contradiction[] => {
      const note = evaluation?.durabilite?.note;
      if (note === undefined || etat === undefined || etat === 'termine' || etat === 'abandonne') return [];
      return [
        {
          chemin: `projets/${id}/evaluation/durabilite`,
          contre: [`projets/${id}/etat`],
          message: `« ${titre} » a ${nombreFr(note)} en durabilité, et il n’est pas terminé : ce qui en restera ne se voit pas encore.`,
          issue: 'Retirez la note, ou corrigez l’état du projet.',
        },
      ];
    }),
};

export const PROJETS_CLOS = [termineSansRien, etapeNonFinie, abandonneEtAtteint, durabiliteAvantLaFin] as const;
