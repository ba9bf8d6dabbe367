/** Criteria that decide nothing, or badly: scales, notes, weights. */

import type { Study } from '../../../../study/study.js';
import { accord, compte, enumerer } from '../../../../texte/accords.js';
import { commeEcrit, enLettres, nombreFr } from '../../../../texte/nombres.js';
import { mesurer } from '../../../scenarios/indicateurs/mesures.js';
import type { ContexteCoherence } from '../../contexte.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

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
          message: `le critère « ${critere.libelle} » compte pour ${compte(critere.poids, 'point')}, et les ${list.length} scénarios y ont la même mesure (${mesureEnClair(first.valeur)}) : il ne départage personne.`,
          issue: 'Mesurez-le sur ce que tous les scénarios devraient rendre, remplacez-le, ou donnez-lui un poids nul.',
          saisie: 'La mesure s’écrit dans « criteres.mesure », le poids dans « criteres.poids » (criteres.yaml).',
        },
      ];
    }),
};

/** From a thousand on, a tenth says nothing of a measure (« 533 965 »), unless it is what sets it apart from a bound. */
function mesureEnClair(valeur: number, ...bornes: number[]): string {
  const whole = Math.round(valeur);
  return nombreFr(Math.abs(valeur) >= 1000 && !bornes.includes(whole) ? whole : valeur);
}

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
      const list = hors.map(({ titre, valeur }) => `« ${titre} » (${mesureEnClair(valeur, min, max)})`);
      return [
        {
          chemin: `${chemin(critere)}/echelle`,
          contre: [first, ...others],
          message: `l’échelle du critère « ${critere.libelle} » va de ${commeEcrit(min)} à ${commeEcrit(max)} (${unite}) ; ${enumerer(list)} ${hors.length > 1 ? 'en sortent' : 'en sort'}.`,
          issue: 'Reprenez les bornes de l’échelle, dans l’unité de la mesure, ou corrigez ce qui est mesuré.',
        },
      ];
    }),
};

/** Share of a scale under which the measures of all the scenarios stand side by side. */
const ETENDUE_MINIMALE = 0.05;

export const echelleTropLarge: RegleCoherence = {
  code: 'echelle-trop-large',
  gravite: 'attention',
  titre: 'L’échelle d’un critère est si large que les scénarios s’y confondent.',
  explication:
    'Du plus faible au plus fort, les mesures calculées des scénarios tiennent en moins d’un vingtième de l’échelle : le critère ne donne presque aucun point, quel que soit son poids, et celui des autres est plus fort qu’il n’y paraît. Une échelle dans une autre unité que la mesure en est la cause la plus fréquente ; un critère noté par des évaluateurs n’est pas concerné.',
  livrables: ['scenarios'],
  verifier: (contexte) =>
    peses(contexte).flatMap((critere): Contradiction[] => {
      const { min, max, unite } = critere.echelle;
      const values = 'indicateur' in critere.mesure ? mesuresDe(contexte, critere).map(({ valeur }) => valeur) : [];
      const [low, high] = [Math.min(...values), Math.max(...values)];
      if (values.length < 2 || high - low < 1e-9 || !depasse(ETENDUE_MINIMALE * (max - min), high - low)) return [];
      return [
        {
          chemin: `${chemin(critere)}/echelle`,
          contre: [`${chemin(critere)}/poids`],
          message: `le critère « ${critere.libelle} » compte pour ${compte(critere.poids, 'point')} ; les ${values.length} scénarios y vont de ${mesureEnClair(low)} à ${mesureEnClair(high)} (${unite}), sur une échelle de ${nombreFr(min)} à ${nombreFr(max)} : il ne sépare presque personne.`,
          issue:
            'Rapprochez les bornes de l’échelle de ce que les scénarios peuvent atteindre, dans l’unité de la mesure.',
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
              message: `« ${titre} » reçoit ${commeEcrit(note)} sur « ${critere.libelle} » ; les notes vont de ${commeEcrit(min)} à ${commeEcrit(max)}.`,
              issue: 'Corrigez la note, ou l’échelle.',
            },
          ];
        }),
      ),
    ),
};

export const notesDUnSeul: RegleCoherence = {
  code: 'notes-d-un-seul',
  gravite: 'attention',
  titre: 'Un critère n’est noté que par un évaluateur, alors que l’étude en a plusieurs.',
  explication:
    'Un critère noté par un seul évaluateur porte son seul jugement, et se compare à d’autres où les avis se corrigent. Il pèse pourtant autant.',
  livrables: ['scenarios'],
  verifier: ({ study: { criteres } }) => {
    const evaluateurs = criteres?.evaluateurs ?? [];
    return (criteres?.criteres ?? []).flatMap((critere): Contradiction[] => {
      const graders = new Set(
        Object.values(critere.mesure.notes ?? {}).flatMap((notes) => notes.map((n) => n.evaluateur)),
      );
      const [only] = graders;
      if (evaluateurs.length < 2 || graders.size !== 1 || only === undefined) return [];
      return [
        {
          chemin: `${chemin(critere)}/mesure/notes`,
          contre: ['criteres/evaluateurs'],
          message: `« ${critere.libelle} » n’est noté que par « ${evaluateurs.find(({ id }) => id === only)?.libelle ?? only} » ; l’étude compte ${evaluateurs.length} évaluateurs.`,
          issue: 'Faites noter le critère par les autres, ou dites pourquoi un seul le peut.',
          saisie: 'La raison s’écrit dans « motif » de « regles_ecartees » (etude.yaml), avec cette règle.',
        },
      ];
    });
  },
};

export const noteSansRaison: RegleCoherence = {
  code: 'note-sans-raison',
  gravite: 'attention',
  titre: 'Un critère est noté à la main sans que rien dise sur quoi les notes reposent.',
  explication:
    'Un critère calculé montre sa mesure ; un critère noté n’a que la raison que chaque évaluateur donne de sa note (« commentaire »). Sans elle, un poids du classement repose sur un chiffre que personne ne peut discuter. Un critère sans poids n’est pas concerné.',
  livrables: ['scenarios'],
  verifier: (contexte) =>
    peses(contexte).flatMap((critere): Contradiction[] => {
      const notes = Object.values(critere.mesure.notes ?? {}).flat();
      const bare = notes.filter(({ commentaire }) => commentaire === undefined);
      if (bare.length === 0) return [];
      return [
        {
          chemin: `${chemin(critere)}/mesure/notes`,
          contre: [`${chemin(critere)}/poids`],
          message: `« ${critere.libelle} » compte pour ${compte(critere.poids, 'point')} et ne se mesure pas ; ${bare.length === notes.length ? 'aucune de ses notes ne dit sa raison' : `${compte(bare.length, 'note', 'notes')} sur ${notes.length} n’${accord(bare.length, 'a', 'ont')} pas de raison écrite`}.`,
          issue: 'Faites écrire à chaque évaluateur la raison de sa note, ou mesurez le critère.',
          saisie: 'La raison d’une note s’écrit dans « commentaire ».',
        },
      ];
    }),
};

/** The contract gives its verdict, scenario by scenario (`entite-non-conforme`). */
const DU_CONTRAT = 'entite';

export const testSansEffet: RegleCoherence = {
  code: 'test-sans-effet',
  gravite: 'attention',
  titre: 'Tous les scénarios échouent au même test de viabilité.',
  explication:
    'Un test que tous les scénarios ratent ne les départage pas : soit aucun n’a été dimensionné pour le passer, soit le seuil n’est pas le bon.',
  livrables: ['scenarios'],
  verifier: ({ study, scenarios }) => {
    const list = scenarios().scenarios;
    const [first, ...others] = list;
    if (!study.criteres || !first || others.length === 0) return [];
    const paths = others.map(({ chiffrage }) => `scenarios/${chiffrage.scenario.id}`);
    return first.viabilite.tests
      .filter(
        ({ id }) =>
          id !== DU_CONTRAT &&
          list.every(({ viabilite }) => viabilite.tests.some((t) => t.id === id && t.etat === 'non')),
      )
      .map(({ id, libelle, seuil, origine }): Contradiction => {
        const chosen = origine?.startsWith('criteres/') ? origine : null;
        return {
          chemin: chosen ?? 'criteres/viabilite',
          contre: [`scenarios/${first.chiffrage.scenario.id}`, ...paths],
          message: `aucun des ${enLettres(list.length)} scénarios ne passe le test « ${libelle} » (${seuil}).`,
          issue: `Reprenez les scénarios pour qu’un au moins le passe, ${id === 'fonctions' ? 'dites quelles fonctions valent dans chaque domaine, ' : ''}ou ${chosen ? 'justifiez un autre seuil' : 'retirez le test de l’indice'}.`,
          saisie: chosen
            ? 'Les seuils s’écrivent dans « viabilite » de criteres.yaml, et leur raison dans « commentaire ».'
            : `${id === 'fonctions' ? 'Les fonctions qui valent dans un domaine s’écrivent dans ses « fonctions » (« domaines » de etude.yaml). ' : ''}Un test ne compte pas quand son poids est nul : « poids: { ${id}: 0 } » (« viabilite » de criteres.yaml).`,
        };
      });
  },
};

export const egaliteDeRang: RegleCoherence = {
  code: 'egalite-de-rang',
  gravite: 'attention',
  titre: 'Des scénarios sont premiers à égalité.',
  explication:
    'Leurs scores sont les mêmes : le premier nommé ne l’est que par l’ordre des fichiers. Rien n’en fait un vainqueur.',
  livrables: ['scenarios'],
  verifier: ({ scenarios }) => {
    const { scenarios: list, evaluation } = scenarios();
    const tied = list.filter((_, i) => evaluation?.ranks[i] === 1).map(({ chiffrage }) => chiffrage.scenario);
    const [first, second, ...others] = tied;
    return !first || !second
      ? []
      : [
          {
            chemin: `scenarios/${first.id}`,
            contre: [`scenarios/${second.id}`, ...others.map(({ id }) => `scenarios/${id}`)],
            message: `${enumerer(tied.map(({ titre }) => `« ${titre} »`))} ont le même score : aucun n’est premier à lui seul.`,
            issue: 'Dites l’égalité, ou précisez ce qui les sépare dans une mesure ou un poids.',
            saisie: 'L’égalité gardée se dit dans « motif » de « regles_ecartees » (etude.yaml), avec cette règle.',
          },
        ];
  },
};

export const NOTATION = [
  critereSansInfluence,
  echelleHorsMesure,
  echelleTropLarge,
  noteHorsEchelle,
  notesDUnSeul,
  noteSansRaison,
  testSansEffet,
  egaliteDeRang,
] as const;
