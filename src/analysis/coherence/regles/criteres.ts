/** Criteria that decide nothing, or badly: scales, notes, weights. */

import type { Study } from '../../../study/study.js';
import { enumerer } from '../../../texte/accords.js';
import { nombreFr } from '../../../texte/nombres.js';
import { mesurer } from '../../scenarios/mesures.js';
import type { ContexteCoherence } from '../contexte.js';
import type { Contradiction, RegleCoherence } from '../regle.js';

type Critere = NonNullable<Study['criteres']>['criteres'][number];

interface Mesure {
  id: string;
  titre: string;
  valeur: number;
}

/** Measures of the scenarios on a criterion; none where one of them lacks it, for it is then left out of the comparison. */
function mesuresDe({ scenarios }: ContexteCoherence, critere: Critere): Mesure[] {
  const list = scenarios().scenarios.map((scenario) => ({
    id: scenario.chiffrage.scenario.id,
    titre: scenario.chiffrage.scenario.titre,
    valeur: mesurer(critere, scenario.chiffrage),
  }));
  return list.every((one): one is Mesure => one.valeur !== null) ? list : [];
}

const chemin = ({ id }: Critere): string => `criteres/criteres/${id}`;

/** Criteria with a weight: those without one decide nothing on purpose. */
const peses = ({ study }: ContexteCoherence): Critere[] =>
  (study.criteres?.criteres ?? []).filter(({ poids }) => poids > 0);

export const critereSansInfluence: RegleCoherence = {
  code: 'critere-sans-influence',
  gravite: 'attention',
  titre: 'Un critère pèse dans le classement et ne départage aucun scénario.',
  explication:
    'Tous les scénarios ont la même mesure sur ce critère : son poids n’a aucun effet, et celui des autres est plus fort qu’il n’y paraît. Une mesure qui dépend de ce que chaque scénario se fixe lui-même (la couverture de ses propres priorités) en est la cause la plus fréquente.',
  livrables: ['scenarios'],
  verifier: (contexte) =>
    peses(contexte).flatMap((critere): Contradiction[] => {
      const list = mesuresDe(contexte, critere);
      const [first, ...others] = list;
      if (!first || others.length === 0 || others.some(({ valeur }) => Math.abs(valeur - first.valeur) > 1e-9))
        return [];
      return [
        {
          chemin: `${chemin(critere)}/poids`,
          contre: [`${chemin(critere)}/mesure`],
          message: `le critère « ${critere.libelle} » compte pour ${nombreFr(critere.poids)} points, et les ${list.length} scénarios y ont la même mesure (${nombreFr(first.valeur)}) : il ne départage personne.`,
          issue: 'Mesurez-le sur ce que tous les scénarios devraient rendre, remplacez-le, ou donnez-lui un poids nul.',
        },
      ];
    }),
};

export const echelleHorsMesure: RegleCoherence = {
  code: 'echelle-hors-mesure',
  gravite: 'attention',
  titre: 'La mesure d’un scénario sort de l’échelle du critère.',
  explication:
    'Une mesure hors de l’échelle est ramenée à sa borne : deux scénarios qui la dépassent tous deux ont la même valeur, quel que soit leur écart. Une échelle dans une autre unité que la mesure (une part de 0 à 1 contre des points de 0 à 100) renverse parfois le classement.',
  livrables: ['scenarios'],
  verifier: (contexte) =>
    peses(contexte).flatMap((critere): Contradiction[] => {
      const { min, max, unite } = critere.echelle;
      const hors = mesuresDe(contexte, critere).filter(({ valeur }) => valeur < min - 1e-9 || valeur > max + 1e-9);
      const [first, ...others] = hors.map(({ id }) => `scenarios/${id}`);
      if (first === undefined) return [];
      const list = hors.map(({ titre, valeur }) => `« ${titre} » (${nombreFr(valeur)})`);
      return [
        {
          chemin: `${chemin(critere)}/echelle`,
          contre: [first, ...others],
          message: `l’échelle du critère « ${critere.libelle} » va de ${nombreFr(min)} à ${nombreFr(max)} (${unite}) ; ${enumerer(list)} ${hors.length > 1 ? 'en sortent' : 'en sort'}.`,
          issue: 'Reprenez les bornes de l’échelle, dans l’unité de la mesure, ou corrigez ce qui est mesuré.',
        },
      ];
    }),
};

export const noteHorsEchelle: RegleCoherence = {
  code: 'note-hors-echelle',
  gravite: 'attention',
  titre: 'Une note sort de l’échelle des notes.',
  explication:
    'Les notes des évaluateurs sont sur l’échelle que « echelle_notes » donne ou, à défaut, sur celle du critère. Une note au-delà serait ramenée à la borne sans que rien ne le dise.',
  livrables: ['scenarios'],
  verifier: ({ study: { criteres, scenarios } }) =>
    (criteres?.criteres ?? []).flatMap((critere) =>
      Object.entries(critere.mesure.notes ?? {}).flatMap(([scenario, notes]) =>
        notes.flatMap(({ note }, index): Contradiction[] => {
          const { min, max } = criteres?.echelle_notes ?? critere.echelle;
          if (note >= min && note <= max) return [];
          const titre = scenarios.find(({ id }) => id === scenario)?.titre ?? scenario;
          return [
            {
              chemin: `${chemin(critere)}/mesure/notes/${scenario}/${index + 1}/note`,
              contre: [criteres?.echelle_notes ? 'criteres/echelle_notes' : `${chemin(critere)}/echelle`],
              message: `« ${titre} » reçoit ${nombreFr(note)} sur « ${critere.libelle} » ; les notes vont de ${nombreFr(min)} à ${nombreFr(max)}.`,
              issue: 'Corrigez la note, ou l’échelle.',
            },
          ];
        }),
      ),
    ),
};

export const NOTATION = [critereSansInfluence, echelleHorsMesure, noteHorsEchelle] as const;
