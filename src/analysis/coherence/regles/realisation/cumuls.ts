/** Counts from the first day on, which never fall from one reading to the next. */
import type { Study } from '../../../../study/study.js';
import { quantiteFr } from '../../../../texte/accords.js';
import { parJour } from '../../../../texte/dates.js';
import { pourcent } from '../../../../texte/nombres.js';
import { estUnCumul } from '../../mesures.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Computed measures that count from the first day on. */
const CUMULES: ReadonlySet<string> = new Set([
  'demandes-recues',
  'conventions-signees',
  'projets-termines',
  'publics-servis',
  'somme-projets',
]);

interface Serie {
  chemin: (rang: number) => string;
  quoi: string;
  dire: (valeur: number) => string;
  points: readonly { date: string; valeur: number }[];
  /** Whether the label alone says that it is a count from the first day on. */
  duLibelle: boolean;
}

const series = ({ projets, mode_operatoire: mode }: Study): Serie[] => [
  ...(mode?.indicateurs ?? []).flatMap((one): Serie[] =>
    (one.calcul === undefined ? estUnCumul(one) : CUMULES.has(one.calcul))
      ? [
          {
            chemin: (rang) => `mode_operatoire/indicateurs/${one.id}/mesures/${rang}/valeur`,
            quoi: `« ${one.libelle} »`,
            dire: (valeur) => quantiteFr(valeur, one.unite),
            points: one.mesures ?? [],
            duLibelle: one.calcul === undefined,
          },
        ]
      : [],
  ),
  ...projets.map(
    ({ id, titre, suivi = [] }): Serie => ({
      chemin: (rang) => `projets/${id}/suivi/${rang}/avancement`,
      quoi: `l’avancement de « ${titre} »`,
      dire: pourcent,
      points: suivi.map(({ date, avancement: valeur }) => ({ date, valeur })),
      duLibelle: false,
    }),
  ),
  ...projets.flatMap(({ id, titre, indicateurs = [] }) =>
    indicateurs.flatMap((one, i): Serie[] =>
      estUnCumul(one)
        ? [
            {
              chemin: (rang) => `projets/${id}/indicateurs/${i + 1}/mesures/${rang}/valeur`,
              quoi: `« ${one.libelle} » (« ${titre} »)`,
              dire: (valeur) => quantiteFr(valeur, one.unite),
              points: one.mesures ?? [],
              duLibelle: true,
            },
          ]
        : [],
    ),
  ),
];

export const mesureEnRecul: RegleCoherence = {
  code: 'mesure-en-recul',
  gravite: 'attention',
  titre: 'Un compte qui s’additionne baisse d’une date à l’autre.',
  explication:
    'Ce qui se compte depuis le premier jour (demandes reçues, conventions signées, projets terminés, publics servis, sommes des projets) et l’avancement d’un projet ne baissent pas d’un relevé au suivant. Il en est de même de ce qu’un indicateur dit fait (« Laine triée », « Haies plantées », « Passages tenus »), sans « calcul » : sa cible est celle de la fin, et c’est le dernier relevé que l’évaluation lui compare. Une part, une durée, une moyenne, un compte « par mois » ou « en cours » peuvent baisser.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study }) =>
    series(study).flatMap(({ chemin, quoi, dire, points, duLibelle }) => {
      const dated = parJour(points.map((point, i) => ({ ...point, rang: i + 1 })));
      return dated.slice(1).flatMap((point, i): Contradiction[] => {
        const before = dated[i];
        if (!before || point.valeur >= before.valeur) return [];
        return [
          {
            chemin: chemin(point.rang),
            contre: [chemin(before.rang)],
            message: `${quoi} passe de ${dire(before.valeur)} à ${dire(point.valeur)} d’un relevé au suivant.`,
            issue: duLibelle
              ? 'Corrigez un des deux relevés ; si chacun ne compte que ce qui suit le précédent, donnez leur somme, qui se compare à la cible.'
              : 'Corrigez un des deux relevés : ce compte ne peut que croître.',
            ...(duLibelle ? { saisie: 'Elle s’écrit dans « valeur » de « mesures ».' } : {}),
          },
        ];
      });
    }),
};

export const CUMULS = [mesureEnRecul] as const;
