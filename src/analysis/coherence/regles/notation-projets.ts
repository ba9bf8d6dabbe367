/** What projects and the experimentation are measured by: targets, the grid of the choice, the scale of grades. */
import { group } from 'd3-array';
import { accord, enumerer } from '../../../texte/accords.js';
import { nombreFr } from '../../../texte/nombres.js';
import type { Contradiction, RegleCoherence } from '../regle.js';

interface Cible {
  chemin: string;
  libelle: string;
  unite: string;
  initial: number | undefined;
  cible: number;
  sens: 'max' | 'min';
}

export const cibleEnRecul: RegleCoherence = {
  code: 'cible-en-recul',
  gravite: 'attention',
  titre: 'La cible d’un indicateur est en deçà de son point de départ.',
  explication:
    'Un indicateur va de sa valeur de départ (« initial ») à sa cible (« cible »), dans le sens qu’il dit (« sens: max » par défaut). Une cible en deçà du départ est atteinte avant d’avoir commencé, ou le sens est inversé.',
  livrables: ['mode-operatoire', 'fiches-projets', 'bilan'],
  verifier: ({ study: { projets, mode_operatoire: mode } }) => {
    const all: Cible[] = [
      ...(mode?.indicateurs ?? []).map(({ id, libelle, unite, initial, cible, sens = 'max' }) => ({
        chemin: `mode-operatoire/indicateurs/${id}`,
        libelle,
        unite,
        initial,
        cible,
        sens,
      })),
      ...projets.flatMap(({ id, indicateurs = [] }) =>
        indicateurs.map(({ libelle, unite, initial, cible, sens = 'max' }, i) => ({
          chemin: `projets/${id}/indicateurs/${i + 1}`,
          libelle,
          unite,
          initial,
          cible,
          sens,
        })),
      ),
    ];
    return all.flatMap(({ chemin, libelle, unite, initial, cible, sens }): Contradiction[] =>
      initial === undefined || (sens === 'max' ? cible >= initial : cible <= initial)
        ? []
        : [
            {
              chemin: `${chemin}/cible`,
              contre: [`${chemin}/initial`],
              message: `« ${libelle} » part de ${nombreFr(initial)} ${unite} et vise ${nombreFr(cible)}, alors que ${sens === 'max' ? 'plus' : 'moins'} y vaut mieux.`,
              issue: 'Corrigez la cible ou le point de départ, ou dites que le moins vaut mieux.',
              saisie: 'Le sens s’écrit « sens: min » ou « sens: max ».',
            },
          ],
    );
  },
};

export const grilleIncomplete: RegleCoherence = {
  code: 'grille-incomplete',
  gravite: 'attention',
  titre: 'Un projet n’a pas toutes les notes de la grille de choix.',
  explication:
    'Les projets se choisissent sur une grille (« experimentation.grille ») : un projet qui a des notes (« analyse.notes ») en a une par question. Une note qui manque laisserait comparer des projets sur des questions différentes.',
  livrables: ['fiches-projets'],
  verifier: ({ study: { projets, mode_operatoire: mode } }) =>
    projets.flatMap(({ id, titre, analyse }): Contradiction[] => {
      const notes = analyse?.notes;
      const missing = (mode?.experimentation?.grille ?? []).filter((one) => notes?.[one.id] === undefined);
      if (!notes || missing.length === 0) return [];
      return [
        {
          chemin: `projets/${id}/analyse/notes`,
          contre: ['mode-operatoire/experimentation/grille'],
          message: `« ${titre} » n’a pas de note pour ${enumerer(missing.map(({ libelle }) => `« ${libelle} »`))}.`,
          issue: 'Notez le projet sur toute la grille, ou retirez la question.',
        },
      ];
    }),
};

export const echelleIncomplete: RegleCoherence = {
  code: 'echelle-incomplete',
  gravite: 'attention',
  titre: 'L’échelle de l’évaluation ne dit pas ce que veut dire une note donnée.',
  explication:
    'Chaque note donnée à un projet (« evaluation ») a son sens dans l’échelle de evaluation.yaml (« echelle »).',
  livrables: ['bilan'],
  verifier: ({ study: { projets, evaluation } }) => {
    if (!evaluation) return [];
    const known = new Set(evaluation.echelle.map(({ note }) => note));
    const given = projets.flatMap(({ id, titre, evaluation: grades }) =>
      Object.entries(grades ?? {}).flatMap(([critere, one]) =>
        typeof one === 'object' && !known.has(one.note)
          ? [{ note: one.note, titre, chemin: `projets/${id}/evaluation/${critere}/note` }]
          : [],
      ),
    );
    // One lack of the scale, however many times the note is given.
    return [...group(given, ({ note }) => note)].flatMap(([note, [first, ...others]]): Contradiction[] => {
      if (!first) return [];
      const titres = [...new Set([first, ...others].map(({ titre }) => `« ${titre} »`))];
      return [
        {
          chemin: first.chemin,
          contre: ['evaluation/echelle', ...others.map(({ chemin }) => chemin)],
          message: `${enumerer(titres)} ${accord(titres.length, 'reçoit', 'reçoivent')} la note ${nombreFr(note)}, dont l’échelle de l’évaluation ne dit pas le sens.`,
          issue: 'Ajoutez le sens de cette note à l’échelle, ou corrigez la note.',
        },
      ];
    });
  },
};

export const noteDeuxFois: RegleCoherence = {
  code: 'note-deux-fois',
  gravite: 'attention',
  titre: 'L’échelle de l’évaluation donne deux sens à la même note.',
  explication: 'Chaque note de l’échelle (« echelle » de evaluation.yaml) n’y est qu’une fois.',
  livrables: ['bilan'],
  verifier: ({ study: { evaluation } }) =>
    (evaluation?.echelle ?? []).flatMap(({ note }, i, all): Contradiction[] => {
      const first = all.findIndex((one) => one.note === note);
      if (first === i) return [];
      return [
        {
          chemin: `evaluation/echelle/${i + 1}/note`,
          contre: [`evaluation/echelle/${first + 1}/note`],
          message: `la note ${nombreFr(note)} a deux sens dans l’échelle de l’évaluation.`,
          issue: 'Corrigez l’une des deux notes.',
        },
      ];
    }),
};

export const NOTATION_PROJETS = [cibleEnRecul, grilleIncomplete, echelleIncomplete, noteDeuxFois] as const;
