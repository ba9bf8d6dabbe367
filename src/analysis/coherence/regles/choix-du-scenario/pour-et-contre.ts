/** The same sentence for and against the same thing. */
import type { Study } from '../../../../study/study.js';
import { identifiant } from '../../../../texte/identifiant.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

interface Balance {
  chemin: string;
  nom: string;
  pour: readonly string[];
  contre: readonly string[];
  cles: readonly [string, string];
}

const balances = ({ scenarios, outils, experiences, evaluation, priorites }: Study): Balance[] => [
  ...scenarios.map(({ id, titre: nom, avantages = [], inconvenients = [] }) => ({
    chemin: `scenarios/${id}`,
    nom,
    pour: avantages,
    contre: inconvenients,
    cles: ['avantages', 'inconvenients'] as const,
  })),
  ...outils.map(({ id, nom, avantages = [], inconvenients = [] }) => ({
    chemin: `outils/${id}`,
    nom,
    pour: avantages,
    contre: inconvenients,
    cles: ['avantages', 'inconvenients'] as const,
  })),
  ...experiences.map(({ id, nom, points_forts: pour = [], points_faibles: contre = [] }) => ({
    chemin: `experiences/${id}`,
    nom,
    pour,
    contre,
    cles: ['points_forts', 'points_faibles'] as const,
  })),
  ...(evaluation?.suites ?? []).map(({ resume: nom, pour = [], contre = [] }, i) => ({
    chemin: `evaluation/suites/${i + 1}`,
    nom,
    pour,
    contre,
    cles: ['pour', 'contre'] as const,
  })),
  ...(priorites?.perimetre?.arguments ?? []).map(({ pour = [], contre = [] }, i) => ({
    chemin: `priorites/perimetre/arguments/${i + 1}`,
    nom: 'le périmètre proposé',
    pour,
    contre,
    cles: ['pour', 'contre'] as const,
  })),
];

const enMots = (text: string): string => identifiant(text, ' ');

export const pourEtContre: RegleCoherence = {
  code: 'pour-et-contre',
  gravite: 'attention',
  titre: 'La même raison est donnée pour et contre la même chose.',
  explication:
    'Un avantage d’un scénario ou d’un outil, un point fort d’une expérience, une raison pour une suite ou un périmètre n’est pas, dans les mêmes mots, du côté opposé : l’un des deux est une copie oubliée.',
  livrables: ['diagnostic', 'scenarios', 'bilan'],
  verifier: ({ study }) =>
    balances(study).flatMap(({ chemin, nom, pour, contre, cles: [gauche, droite] }) =>
      contre.flatMap((texte, i): Contradiction[] => {
        const words = enMots(texte);
        // « Coût » alone names what is weighed, and is no reason.
        const rank = words.includes(' ') ? pour.findIndex((one) => enMots(one) === words) : -1;
        if (rank < 0) return [];
        return [
          {
            chemin: `${chemin}/${droite}/${i + 1}`,
            contre: [`${chemin}/${gauche}/${rank + 1}`],
            message: `« ${texte} » est donné pour et contre « ${nom} ».`,
            issue: 'Retirez l’un des deux.',
          },
        ];
      }),
    ),
};

export const POUR_ET_CONTRE = [pourEtContre] as const;
