/** Costs between which amounts, what drives them, and the cash month by month. */

import { least, range } from 'd3-array';
import { arrondiSelon } from '../../analysis/montants.js';
import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import { moisDesVersements } from '../../analysis/scenarios/financement/rythmes.js';
import { compte, etendue } from '../../texte/accords.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import { alternative } from '../alternative.js';
import { cle } from '../cells.js';
import { peinture } from '../charts/drawing/theme.js';
import { intervalBars } from '../charts/intervals.js';
import { lineChart } from '../charts/temps/lines.js';
import { col, tableDe } from '../colonnes.js';
import type { Exhibit, FigureExhibit, TableExhibit } from '../types.js';
import { type ContexteScenarios, court, type FabriqueScenarios, soldeAdmis } from './contexte.js';

/** Months in which the bearer of a scenario is paid a claim. */
const verses = ({ chiffrage: { scenario, recettes } }: ScenarioEvalue): number[] =>
  moisDesVersements(scenario, recettes);

const desTirages = ({ tirages }: ContexteScenarios['analyse']): string =>
  `Source : ${nombreFr(tirages)} tirages ; un même poste est tiré une fois pour toutes les années ; aides, volumes et jours sont tirés aussi.`;

function tableCouts({ etude, analyse }: ContexteScenarios): TableExhibit {
  const { scenarios } = analyse;
  return tableDe(scenarios, {
    name: 'couts-incertitude-donnees',
    title: 'Coûts, soldes et risques',
    sheet: 'Coûts et incertitude',
    columns: [
      col('scenario', 'Scénario', court, 'texte', 1.4),
      col('p10', 'Coût annuel bas (€)', ({ simulation }) => simulation.coutAnnuel.p10, 'euros', {
        note: 'Un cas sur dix est au-dessous.',
        width: 1.1,
      }),
      col('p50', 'Coût annuel médian (€)', ({ simulation }) => simulation.coutAnnuel.p50, 'euros'),
      col('p90', 'Coût annuel haut (€)', ({ simulation }) => simulation.coutAnnuel.p90, 'euros', {
        note: 'Un cas sur dix est au-dessus.',
      }),
      col('solde', 'Solde médian (€)', ({ simulation }) => simulation.solde.p50, 'euros', 1.1),
      col(
        'deficit',
        'Chance d’un besoin de financement non couvert',
        ({ simulation }) => simulation.probabiliteDeficit,
        'pourcent',
        0.8,
      ),
      col(
        'tresorerie',
        `Chance d’un solde de caisse ${soldeAdmis(etude)}`,
        ({ simulation }) => simulation.probabiliteTresorerieInsuffisante,
        'pourcent',
        0.9,
      ),
      col('charge', 'Charge haute', ({ simulation }) => simulation.charge?.p90 ?? null, 'pourcent', {
        note: 'Jours demandés ÷ jours apportés, l’année et le côté où elle est la plus forte ; un cas sur dix est au-dessus.',
        width: 0.8,
      }),
      col('surcharge', 'Chance d’une surcharge', ({ simulation }) => simulation.probabiliteSurcharge, 'pourcent', 0.9),
    ],
    source: desTirages(analyse),
    empty: 'Aucun scénario.',
  });
}

/** What each scenario costs a year, eight times out of ten. */
function figureCouts({ analyse, theme }: ContexteScenarios, couts: TableExhibit): FigureExhibit {
  const { scenarios } = analyse;
  const title = `Le coût annuel ${scenarios.length > 1 ? 'de chaque' : 'du'} scénario, huit fois sur dix`;
  const highest = Math.max(...scenarios.map(({ simulation }) => simulation.coutAnnuel.p90));
  const besoin = ({ simulation }: ScenarioEvalue): string =>
    `besoin de financement non couvert : ${compte(Math.round(simulation.probabiliteDeficit * 100), 'chance', 'chances')} sur 100`;
  return {
    kind: 'figure',
    name: 'couts-incertitude',
    title,
    ...intervalBars(
      {
        rows: scenarios.map((one) => {
          const { p10, p50, p90 } = one.simulation.coutAnnuel;
          return {
            label: court(one),
            min: p10,
            max: p90,
            value: p50,
            note: `de ${nombreFr(arrondiSelon(p10, p10, p90))} à ${euros(arrondiSelon(p90, p10, p90))} ; ${besoin(one)}`,
          };
        }),
        domain: [0, highest * 1.05],
        axis: 'Milliers d’euros par an ; le losange : médiane',
        format: (value) => nombreFr(Math.round(value / 1000)),
      },
      theme,
    ),
    alt: alternative(
      title,
      'Barres d’intervalle, une par scénario ; un losange marque la médiane',
      scenarios.map((one) => {
        const { p10, p50, p90 } = one.simulation.coutAnnuel;
        const told = (value: number): string => euros(arrondiSelon(value, p10, p90));
        return `${court(one)} : ${etendue(told(p10), told(p90))}, médiane ${told(p50)} ; ${besoin(one)}`;
      }),
    ),
    source: desTirages(analyse),
    data: couts,
  };
}

/** What makes the cost vary most: the first three of each scenario. */
function tableMoteurs({ analyse }: ContexteScenarios): TableExhibit {
  const moteurs = analyse.scenarios.flatMap((one) => one.simulation.tornade.slice(0, 3).map((bar) => ({ one, bar })));
  return tableDe(moteurs, {
    name: 'couts-moteurs',
    title: 'Ce qui fait le plus varier le coût total',
    sheet: 'Coûts et incertitude',
    groupBy: 'scenario',
    headerColumns: 2,
    columns: [
      col('scenario', 'Scénario', ({ one }) => court(one)),
      col('poste', 'Poste', ({ bar }) => bar.libelle, 'texte', 2.4),
      col('bas', 'Coût total au plus bas (€)', ({ bar }) => bar.low, 'euros', 1.2),
      col('haut', 'Coût total au plus haut (€)', ({ bar }) => bar.high, 'euros', 1.2),
      col('ecart', 'Écart (€)', ({ bar }) => bar.swing, 'euros', {
        calcul: { type: 'difference', de: ['haut', 'bas'] },
      }),
    ],
    source: 'Source : chaque poste seul va de son montant le plus bas au plus haut, les frais indirects avec lui.',
    empty: 'Aucun montant n’est donné en fourchette.',
  });
}

function titreTresorerie(scenarios: readonly ScenarioEvalue[]): string {
  const minimum = (one: ScenarioEvalue) => one.chiffrage.tresorerie.minimum;
  const lowest = least(scenarios, (one) => minimum(one).solde);
  return lowest
    ? `Au plus bas : ${court(lowest)}, ${euros(minimum(lowest).solde)} au mois ${minimum(lowest).mois}`
    : 'Trésorerie';
}

function figureTresorerie({ analyse, theme }: ContexteScenarios): FigureExhibit {
  const { scenarios } = analyse;
  const months = Math.max(...scenarios.map(({ chiffrage }) => chiffrage.tresorerie.soldes.length));
  const title = titreTresorerie(scenarios);
  return {
    kind: 'figure',
    name: 'tresorerie',
    title,
    ...lineChart(
      {
        series: scenarios.map((one, i) => ({
          label: court(one),
          colour: peinture(theme, i).colour,
          values: one.chiffrage.tresorerie.soldes,
          reperes: verses(one).map((mois) => ({ index: mois - 1, texte: '' })),
        })),
        categories: Array.from({ length: months }, (_, i) => String(i + 1)),
        xAxis: 'Mois depuis le démarrage',
        yAxis: 'Solde en milliers d’euros',
        format: (value) => nombreFr(Math.round(value / 1000)),
      },
      theme,
    ),
    alt: alternative(
      title,
      'Courbes, une par scénario : le solde à la fin de chaque mois',
      scenarios.map((one) => {
        const { minimum, soldes } = one.chiffrage.tresorerie;
        return `${court(one)} : au plus bas ${euros(minimum.solde)} au mois ${minimum.mois}${soldes
          .slice(-1)
          .map((last) => `, ${euros(last)} à la fin du mois ${soldes.length}`)
          .join('')}`;
      }),
    ),
    source: `Source : dépenses étalées sur l’année, recettes après leur délai de versement ; montants les plus probables, recettes obtenues.${scenarios.some((one) => verses(one).length > 0) ? ' Un rond : une recette qui vient par échéances est versée.' : ''}`,
    data: tableDe(range(months), {
      name: 'tresorerie-donnees',
      title: 'Trésorerie par mois',
      sheet: 'Trésorerie par mois',
      columns: [
        col('mois', 'Mois', (i) => i + 1, 'entier'),
        scenarios.map((one) =>
          col(
            cle('s', one.chiffrage.scenario.id),
            `${court(one)} (€)`,
            (i) => one.chiffrage.tresorerie.soldes[i] ?? null,
            'euros',
            1.2,
          ),
        ),
      ],
      empty: 'Aucun scénario.',
    }),
  };
}

export const incertitudeExhibits: FabriqueScenarios = (contexte): Exhibit[] => {
  const couts = tableCouts(contexte);
  return contexte.analyse.scenarios.length === 0
    ? [couts]
    : [figureCouts(contexte, couts), couts, tableMoteurs(contexte), figureTresorerie(contexte)];
};
