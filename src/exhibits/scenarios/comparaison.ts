/** The comparison: contributions, weights within which the first place holds, what moves the lead, shares of the weightings. */

import { arrondiSelon } from '../../analysis/montants.js';
import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import { horsDAtteinte, premiersDe } from '../../analysis/scenarios/comparaison/solidite.js';
import { tornadeAvance } from '../../analysis/scenarios/comparaison/tornade-avance.js';
import { valeurEnClair } from '../../analysis/scenarios/indicateurs/indicateurs.js';
import { cellAt, itemAt, numberAt } from '../../lists/at.js';
import type { Study } from '../../study/study.js';
import { accord, compte, deNom, enumerer, etendue, majuscule } from '../../texte/accords.js';
import { entiersDuTotal, nombreA, nombreFr } from '../../texte/nombres.js';
import { alternative } from '../alternative.js';
import { stackedBars } from '../charts/bars.js';
import { peinture } from '../charts/drawing/theme.js';
import { intervalBars, tornadoBars } from '../charts/intervals.js';
import { col, rangeeDe, tableDe } from '../colonnes.js';
import type { FigureExhibit, TableExhibit } from '../types.js';
import { type Avec, colonnesScenarios, court, type FabriqueScenarios, titre } from './contexte.js';
import { methodes, rangs } from './robustesse.js';

/** A measure with its unit: « 93 133 €/an », « 52 % », « 3,5 » for a note. */
export const mesureEnClair = (valeur: number, unite: string): string => valeurEnClair({ valeur, unite });

/** The same where it is read and not reckoned with: a yearly cost has the digits that its draws allow, as wherever it is told. */
export function mesureLue(
  etude: Study,
  { simulation }: ScenarioEvalue,
  critere: string,
  valeur: number,
  unite: string,
) {
  const drawn = etude.criteres?.criteres.find(({ id }) => id === critere)?.mesure.indicateur === 'cout_annuel';
  const { p10, p90 } = drawn ? simulation.coutAnnuel : { p10: valeur, p90: valeur };
  return mesureEnClair(p90 > p10 ? arrondiSelon(valeur, p10, p90) : valeur, unite);
}

function contributions(contexte: Avec): FigureExhibit {
  const { analyse, evaluation, theme } = contexte;
  const round = (value: number): number => Math.round(value * 10) / 10;
  // The bar is as long as the score that is printed: its parts, told to a tenth, make it.
  const points = evaluation.contributions.map((row, i) =>
    entiersDuTotal(
      row.map((part) => part * 10),
      numberAt(evaluation.scores, i) * 10,
    ).map((tenths) => tenths / 10),
  );
  const drawn = stackedBars(
    {
      categories: analyse.scenarios.map(court),
      series: evaluation.criteres.map(({ libelle }, j) => ({
        label: libelle,
        ...peinture(theme, j),
      })),
      values: evaluation.criteres.map((_, j) => points.map((row) => numberAt(row, j))),
      axis: 'Points sur 100',
    },
    theme,
  );
  const title = `« ${titre(contexte, evaluation.premier)} » totalise ${compte(Math.round(numberAt(evaluation.scores, evaluation.premier)), 'point')} sur 100`;
  return {
    kind: 'figure',
    name: 'contributions',
    title,
    ...drawn,
    alt: alternative(
      title,
      'Barres empilées, une par scénario : les points que chaque critère apporte',
      analyse.scenarios.map(
        (one, i) =>
          `${court(one)}, ${compte(round(numberAt(evaluation.scores, i)), 'point')} : ${evaluation.criteres.map(({ libelle }, j) => `${libelle} ${nombreFr(cellAt(points, i, j))}`).join(', ')}`,
      ),
    ),
    source: 'Source : modèle de décision de l’étude ; chaque segment est le poids du critère × la valeur du scénario.',
    data: tableDe(evaluation.criteres, {
      name: 'contributions-donnees',
      title: 'Points apportés par chaque critère',
      sheet: 'Mesures et points',
      columns: [
        col('critere', 'Critère', ({ libelle }) => libelle, 'texte', 2),
        colonnesScenarios(contexte, (_, i, __, j) => evaluation.contributions[i]?.[j] ?? null, 'decimal'),
      ],
      totals: {
        critere: 'Score',
        ...rangeeDe(
          colonnesScenarios(contexte, (_, i) => evaluation.scores[i] ?? null),
          null,
        ),
      },
      empty: 'Rien à comparer.',
    }),
  };
}

/** The best placed after the first; null for one scenario alone. */
const suivant = ({ scores, premier }: Avec['evaluation']): number | null =>
  [...scores.keys()]
    .filter((i) => i !== premier)
    .reduce<number | null>(
      (best, i) => (best === null || numberAt(scores, i) > numberAt(scores, best) ? i : best),
      null,
    );

function mesures(contexte: Avec): TableExhibit {
  const { evaluation } = contexte;
  const { premier, contributions: points } = evaluation;
  const second = suivant(evaluation);
  return tableDe(evaluation.criteres, {
    name: 'mesures',
    title: 'Les mesures brutes, avec le poids et l’influence de chaque critère',
    sheet: 'Mesures et points',
    columns: [
      col('critere', 'Critère', ({ libelle }) => libelle, 'texte', 1.9),
      col('poids', 'Poids (%)', ({ poids }) => poids, 'decimal', 0.7),
      col('influence', 'Influence (%)', ({ influence }) => influence, 'decimal', {
        width: 0.8,
        note: 'Poids × écart entre la plus haute et la plus basse valeur des scénarios, ramené à 100.',
      }),
      colonnesScenarios(
        contexte,
        (_, i, { unite }, j) => mesureEnClair(cellAt(evaluation.mesures, i, j), unite),
        'texte',
        1.2,
      ),
      second === null
        ? []
        : col(
            'avance',
            `${majuscule(titre(contexte, premier))} sur ${titre(contexte, second)} (points)`,
            (_, j) => cellAt(points, premier, j) - cellAt(points, second, j),
            'decimal',
            {
              width: 1,
              note: 'Ce que le premier gagne ou perd sur le suivant, critère par critère ; la somme est son avance.',
            },
          ),
    ],
    source: `Source : indicateurs calculés et notes des évaluateurs. Influence : poids × écart entre scénarios.${second === null ? '' : ' Dernière colonne : ce que le premier gagne ou perd sur le suivant, dont la somme est son avance.'}`,
    empty: 'Rien à comparer.',
  });
}

function intervalles(contexte: Avec): FigureExhibit {
  const { evaluation, theme } = contexte;
  const percent = (value: number): string => `${nombreFr(Math.round(value * 1000) / 10)}\u00a0%`;
  const rows = evaluation.criteres.map(({ libelle }, j) => {
    const { weight, top } = itemAt(evaluation.stabilite, j);
    const beyond = [
      ...(top.belowMinNewBest === null || horsDAtteinte(top.min)
        ? []
        : [`sous ${percent(top.min)} : ${titre(contexte, top.belowMinNewBest)}`]),
      ...(top.aboveMaxNewBest === null || horsDAtteinte(top.max)
        ? []
        : [`au-delà de ${percent(top.max)} : ${titre(contexte, top.aboveMaxNewBest)}`]),
    ];
    return { libelle, weight, top, note: beyond.join(' ; ') || 'jamais renversé' };
  });
  // One that shares the first place keeps it alone or not.
  const first = titre(contexte, evaluation.premier);
  const reste = `« ${first} »${premiersDe(evaluation.ranks).length > 1 ? ', seul ou à égalité,' : ''} reste en tête`;
  const libres = rows.filter(({ top }) => top.min <= 0 && top.max >= 1).length;
  const constat =
    libres > 0
      ? `${reste} quel que soit le poids de ${compte(libres, 'critère', 'critères')} sur ${rows.length}`
      : `Chaque critère a des poids qui feraient perdre la première place à « ${first} »`;
  return {
    kind: 'figure',
    name: 'poids-intervalles',
    title: `Les poids entre lesquels ${reste}`,
    ...intervalBars(
      {
        rows: rows.map(({ libelle, weight, top, note }) => ({
          label: libelle,
          min: top.min,
          max: top.max,
          value: weight,
          note,
        })),
        domain: [0, 1],
        axis: 'Poids du critère ; le losange : poids retenu',
        format: (value) => `${Math.round(value * 100)}\u00a0%`,
      },
      theme,
    ),
    alt: alternative(
      constat,
      'Barres d’intervalle, une par critère : les poids entre lesquels il le reste ; un losange marque le poids retenu',
      rows.map(
        ({ libelle, weight, top, note }) =>
          `${libelle} : ${etendue(percent(top.min), percent(top.max))}, poids retenu ${percent(weight)} (${note})`,
      ),
    ),
    source: 'Source : calcul exact, un poids varie et les autres gardent leurs proportions.',
    data: tableDe(rows, {
      name: 'poids-intervalles-donnees',
      title: `Intervalle de chaque poids où ${reste}`,
      sheet: 'Robustesse',
      columns: [
        col('critere', 'Critère', ({ libelle }) => libelle, 'texte', 2),
        col('poids', 'Poids', ({ weight }) => weight, 'pourcent'),
        col('de', 'Premier à partir de', ({ top }) => top.min, 'pourcent'),
        col('a', 'Premier jusqu’à', ({ top }) => top.max, 'pourcent'),
        col('au_dela', 'Sinon', ({ note }) => note, 'texte', 2.4),
      ],
      empty: 'Rien à comparer.',
    }),
  };
}

/** One decimal for all: leads are compared with each other. */
const avance = (points: number): string => nombreA(points, 1, true);

/** As a figure tells it: a lead of nothing is a tie. */
const avanceLue = (points: number): string => (Math.abs(points) < 0.05 ? 'à égalité' : avance(points));

function tornade(contexte: Avec): FigureExhibit[] {
  const { analyse, evaluation, etude, theme } = contexte;
  const bars = tornadeAvance(etude.criteres?.criteres ?? [], evaluation, analyse.scenarios);
  if (bars.length === 0) return [];
  const rupture = (id: string): number | null =>
    evaluation.rupture?.breakEven[evaluation.criteres.findIndex((c) => c.id === id)]?.value ?? null;
  const bascule = ({ critere, unite }: (typeof bars)[number]): string => {
    const limit = rupture(critere);
    const sens = evaluation.criteres.find(({ id }) => id === critere)?.sens;
    return limit === null
      ? 'jamais, dans l’échelle'
      : `${sens === 'min' ? 'au-delà de' : 'sous'} ${mesureEnClair(limit, unite)}`;
  };
  const first = titre(contexte, evaluation.premier);
  const leader = itemAt(analyse.scenarios, evaluation.premier);
  const lue = ({ critere, unite }: (typeof bars)[number], valeur: number): string =>
    mesureLue(etude, leader, critere, valeur, unite);
  const perdues = bars.filter(({ avanceBas, avanceHaut }) => Math.min(avanceBas, avanceHaut) < 0);
  return [
    {
      kind: 'figure',
      name: 'avance-tornade',
      title: `Ce qui fait varier l’avance ${deNom(`« ${first} »`)}`,
      ...tornadoBars(
        {
          rows: bars.map((bar) => ({
            label: bar.libelle,
            low: bar.avanceBas,
            high: bar.avanceHaut,
            lowNote: `${lue(bar, bar.bas)} : ${avanceLue(bar.avanceBas)}`,
            highNote: `${lue(bar, bar.haut)} : ${avanceLue(bar.avanceHaut)}`,
          })),
          base: evaluation.avance ?? 0,
          axis: 'Mesure : avance en points sur 100 ; sous zéro, un autre passe devant. Hachuré : valeur basse.',
          format: (value) => nombreFr(value),
        },
        theme,
      ),
      alt: alternative(
        perdues.length > 0
          ? `« ${first} » peut perdre sa première place si l’on change ${enumerer(
              perdues.map(({ libelle }) => `« ${libelle} »`),
              'ou',
            )}`
          : `« ${first} » garde sa première place quelle que soit la mesure que l’on change`,
        'Barres en tornade, une par mesure : l’avance quand elle prend sa valeur basse, puis sa valeur haute',
        bars.map(({ libelle, avanceBas, avanceHaut }) => {
          const points = accord(Math.max(Math.abs(avanceBas), Math.abs(avanceHaut)), 'point', 'points');
          return `${libelle} : avance ${etendue(avance(avanceBas), avance(avanceHaut))} ${points} sur 100`;
        }),
      ),
      source:
        'Source : calcul. Coût : les deux bouts de l’intervalle « huit fois sur dix » ; notes : plus basse et plus haute ; autres mesures : ± un dixième de l’échelle.',
      data: tableDe(bars, {
        name: 'avance-tornade-donnees',
        title: `Avance ${deNom(`« ${first} »`)} quand une de ses mesures change, et valeur de bascule`,
        sheet: 'Robustesse',
        columns: [
          col('critere', 'Critère', ({ libelle }) => libelle, 'texte', 1.8),
          col('bas', 'Valeur basse', (bar) => mesureEnClair(bar.bas, bar.unite), 'texte', 1.1),
          col('avance_bas', 'Avance (points)', (bar) => bar.avanceBas, 'decimal', 0.8),
          col('haut', 'Valeur haute', (bar) => mesureEnClair(bar.haut, bar.unite), 'texte', 1.1),
          col('avance_haut', 'Avance haute (points)', (bar) => bar.avanceHaut, 'decimal', 0.8),
          col('bascule', 'Perd la place', bascule, 'texte', 1.5),
          col('origine', 'Étendue', (bar) => bar.origine, 'texte', 1.2),
        ],
        source: 'Source : calcul sur le modèle de décision de l’étude.',
        empty: 'Rien à comparer.',
      }),
    },
  ];
}

/** Nothing when no criterion can be measured for all the scenarios. */
export const comparaisonExhibits: FabriqueScenarios = (contexte) => {
  const { evaluation } = contexte.analyse;
  if (!evaluation) return [];
  const avec: Avec = { ...contexte, evaluation };
  return [contributions(avec), mesures(avec), intervalles(avec), ...tornade(avec), ...rangs(avec), methodes(avec)];
};
