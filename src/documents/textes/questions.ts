/** What the author must answer in each chapter: the questions that a file made by `atelier textes` opens with. */
import type { Deliverable } from '../registry.js';

/** Asked of any section that has no question of its own. */
const COMMUNES = ['Que montrent ces chiffres, et qu’est-ce que cela change pour la décision ?', 'Que ne sait-on pas ?'];

export const QUESTIONS: Readonly<Record<Deliverable, Readonly<Record<string, readonly string[]>>>> = {
  diagnostic: {
    essentiel: ['Si le lecteur ne lit qu’une page : que faut-il retenir, et que lui demande-t-on ?'],
    methode: ['Pourquoi ces méthodes et ces publics ?', 'Qui n’a pas été entendu, et qu’est-ce que cela change ?'],
    territoire: ['Qu’est-ce qui, dans ce territoire, rend le projet plus facile ou plus difficile ?'],
    besoins: [
      'Que demandent les publics, avec leurs mots ?',
      'Quelles pratiques ont-ils déjà ?',
      'Quel besoin surprend ?',
    ],
    actions: [
      'Qu’est-ce qui a marché, et pourquoi ?',
      'Qu’est-ce qui s’est arrêté, et pourquoi ?',
      'Qu’est-ce qui peut se reproduire ?',
    ],
    acteurs: ['Qui peut faire quoi dès maintenant ?', 'Qui manque ?', 'Quels réseaux existants prolonger ?'],
    experiences: ['Que font les autres que l’on peut reprendre ?', 'Qu’est-ce qui ne se transpose pas ici ?'],
    synthese: [
      'Quel est le constat qui relie besoins, acteurs et outils ?',
      'Quel avertissement a été donné ?',
      'Qu’est-ce qui ferait changer d’avis ?',
    ],
    suite: ['Que doit trancher la phase suivante ?'],
  },
  scenarios: {
    essentiel: ['Quel scénario, à quelles conditions, et qu’est-ce qui ferait changer d’avis ?'],
    methode: ['Pourquoi ces scénarios et pas d’autres ?', 'Qui a fixé les poids et les notes ?'],
    priorites: ['Pourquoi ces priorités ?', 'Qu’est-ce qui est laissé de côté ?'],
    perimetre: ['Qu’est-ce que chaque périmètre permet et interdit ?'],
    comparaison: ['Ce qui sépare vraiment les scénarios ?', 'Ce que la comparaison ne mesure pas ?'],
    conclusion: ['Que recommande-t-on, et sous quelles réserves ?'],
  },
  'mode-operatoire': {
    essentiel: ['Que se passe-t-il au premier jour, au premier mois, à la première année ?'],
    dispositif: ['Que fera le dispositif, et que ne fera-t-il pas ?'],
    gouvernance: ['Qui décide quoi, et qui ne décide pas ?'],
  },
  'fiches-projets': { ensemble: ['Pourquoi ces projets, et que doivent-ils apprendre ?'] },
  bilan: {
    essentiel: ['Faut-il continuer, arrêter ou changer ?'],
    projets: ['Que montrent les projets ensemble, que chacun ne montre pas ?'],
    evaluation: ['Qu’est-ce qui est mesuré, et qu’est-ce qui est jugé ?'],
  },
  copil: { essentiel: ['Que demande-t-on à cette réunion, et en une phrase pourquoi ?'] },
};

/** Asked of each chapter that describes: a finding of which nothing follows is not read. */
const POUR_LA_SUITE = 'Qu’est-ce que ce chapitre change pour ce qui sera proposé ?';
const DECRIVENT: Readonly<Partial<Record<Deliverable, readonly string[]>>> = {
  diagnostic: ['territoire', 'besoins', 'actions', 'acteurs', 'experiences'],
};

export const questionsDe = (livrable: Deliverable, section: string): readonly string[] => [
  ...(QUESTIONS[livrable][section] ?? COMMUNES),
  ...(DECRIVENT[livrable]?.includes(section) ? [POUR_LA_SUITE] : []),
];

/** A file to fill: its questions are comments, that no document shows. */
export function squelette(livrable: Deliverable, section: string, titre: string): string {
  const questions = questionsDe(livrable, section).map((question) => `- ${question}`);
  return [
    '<!--',
    `${titre === '' ? section : titre} (${livrable})`,
    ...questions,
    '',
    'Chiffres vivants : {besoins.non_couverts besoin}, {etude.titre} ; « atelier explain chiffres » en donne la liste.',
    'Renvois : {voir nom-du-tableau} ; sources : [@id-de-la-source, p. 12].',
    '-->',
    '',
  ].join('\n');
}
