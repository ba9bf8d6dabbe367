/** Costs between which amounts, what drives them, and the cash month by month. */
import { euros, nombreFr } from '../../texte/nombres.js';
import { table } from '../cells.js';
import { intervalBars } from '../charts/intervals.js';
import { lineChart } from '../charts/lines.js';
import { peinture } from '../charts/theme.js';
import type { Exhibit } from '../types.js';
import { court, type FabriqueScenarios } from './contexte.js';

export const incertitudeExhibits: FabriqueScenarios = ({ analyse, theme }): Exhibit[] => {
  const { scenarios, tirages } = analyse;
  const ofDraws = `Source : ${nombreFr(tirages)} tirages ; un même poste est tiré une fois pour toutes les années ; aides, volumes et jours sont tirés aussi.`;
  const couts = table({
    name: 'couts-incertitude-donnees',
    title: 'Coûts, soldes et risques',
    sheet: 'Coûts et incertitude',
    columns: [
      { key: 'scenario', header: 'Scénario', format: 'texte', width: 1.4 },
      {
        key: 'p10',
        header: 'Coût annuel bas (€)',
        note: 'Un cas sur dix est au-dessous.',
        format: 'euros',
        width: 1.1,
      },
      { key: 'p50', header: 'Coût annuel médian (€)', format: 'euros' },
      { key: 'p90', header: 'Coût annuel haut (€)', format: 'euros', note: 'Un cas sur dix est au-dessus.' },
      { key: 'solde', header: 'Solde médian (€)', format: 'euros', width: 1.1 },
      { key: 'deficit', header: 'Chance d’un besoin non couvert', format: 'pourcent', width: 0.8 },
      { key: 'tresorerie', header: 'Chance d’une caisse vide', format: 'pourcent', width: 0.9 },
      {
        key: 'charge',
        header: 'Charge haute',
        note: 'Jours demandés ÷ jours apportés, l’année et le côté où elle est la plus forte ; un cas sur dix est au-dessus.',
        format: 'pourcent',
        width: 0.8,
      },
      { key: 'surcharge', header: 'Chance d’une surcharge', format: 'pourcent', width: 0.9 },
    ],
    rows: scenarios.map((one) => ({
      scenario: court(one),
      ...one.simulation.coutAnnuel,
      solde: one.simulation.solde.p50,
      deficit: one.simulation.probabiliteDeficit,
      tresorerie: one.simulation.probabiliteTresorerieNegative,
      charge: one.simulation.charge?.p90 ?? null,
      surcharge: one.simulation.probabiliteSurcharge,
    })),
    source: ofDraws,
    empty: 'Aucun scénario.',
  });
  if (scenarios.length === 0) return [couts];
  const highest = Math.max(...scenarios.map(({ simulation }) => simulation.coutAnnuel.p90));
  const months = Math.max(...scenarios.map(({ chiffrage }) => chiffrage.tresorerie.soldes.length));
  const lowest = [...scenarios].sort(
    (a, b) => a.chiffrage.tresorerie.minimum.solde - b.chiffrage.tresorerie.minimum.solde,
  )[0];
  return [
    {
      kind: 'figure',
      name: 'couts-incertitude',
      title: 'Le coût annuel de chaque scénario, huit fois sur dix',
      ...intervalBars(
        {
          rows: scenarios.map((one) => {
            const { p10, p50, p90 } = one.simulation.coutAnnuel;
            return {
              label: court(one),
              min: p10,
              max: p90,
              value: p50,
              note: `${nombreFr(Math.round(p10 / 1000))} à ${nombreFr(Math.round(p90 / 1000))} k€ ; besoin non couvert : ${nombreFr(Math.round(one.simulation.probabiliteDeficit * 100))} chances sur 100`,
            };
          }),
          domain: [0, highest * 1.05],
          axis: 'Milliers d’euros par an ; le losange : médiane',
          format: (value) => nombreFr(Math.round(value / 1000)),
        },
        theme,
      ),
      alt: scenarios
        .map(
          (one) =>
            `${court(one)} : de ${euros(one.simulation.coutAnnuel.p10)} à ${euros(one.simulation.coutAnnuel.p90)}`,
        )
        .join(' ; '),
      source: ofDraws,
      data: couts,
    },
    couts,
    table({
      name: 'couts-moteurs',
      title: 'Ce qui fait le plus varier le coût total',
      sheet: 'Coûts et incertitude',
      groupBy: 'scenario',
      headerColumns: 2,
      columns: [
        { key: 'scenario', header: 'Scénario', format: 'texte' },
        { key: 'poste', header: 'Poste', format: 'texte', width: 2.4 },
        { key: 'bas', header: 'Coût total au plus bas (€)', format: 'euros', width: 1.2 },
        { key: 'haut', header: 'Coût total au plus haut (€)', format: 'euros', width: 1.2 },
        { key: 'ecart', header: 'Écart (€)', format: 'euros' },
      ],
      rows: scenarios.flatMap((one) =>
        one.simulation.tornade.slice(0, 3).map((bar) => ({
          scenario: court(one),
          poste: bar.libelle,
          bas: bar.low,
          haut: bar.high,
          ecart: bar.swing,
        })),
      ),
      source: 'Source : chaque poste seul va de son montant le plus bas au plus haut, les frais indirects avec lui.',
      empty: 'Aucun montant n’est donné en fourchette.',
    }),
    {
      kind: 'figure',
      name: 'tresorerie',
      title: lowest
        ? `Au plus bas : ${court(lowest)}, ${euros(lowest.chiffrage.tresorerie.minimum.solde)} au mois ${lowest.chiffrage.tresorerie.minimum.mois}`
        : 'Trésorerie',
      ...lineChart(
        {
          series: scenarios.map((one, i) => ({
            label: court(one),
            colour: peinture(theme, i).colour,
            values: one.chiffrage.tresorerie.soldes,
          })),
          categories: Array.from({ length: months }, (_, i) => String(i + 1)),
          xAxis: 'Mois depuis le démarrage',
          yAxis: 'Solde en milliers d’euros',
          format: (value) => nombreFr(Math.round(value / 1000)),
        },
        theme,
      ),
      alt: scenarios
        .map(
          (one) =>
            `${court(one)} : au plus bas ${euros(one.chiffrage.tresorerie.minimum.solde)} au mois ${one.chiffrage.tresorerie.minimum.mois}`,
        )
        .join(' ; '),
      source:
        'Source : dépenses étalées sur l’année, recettes après leur délai de versement ; montants les plus probables, recettes obtenues.',
      data: table({
        name: 'tresorerie-donnees',
        title: 'Trésorerie par mois',
        sheet: 'Trésorerie par mois',
        columns: [
          { key: 'mois', header: 'Mois', format: 'entier' },
          ...scenarios.map((one) => ({
            key: `s_${one.chiffrage.scenario.id.replaceAll('-', '_')}`,
            header: `${court(one)} (€)`,
            format: 'euros' as const,
            width: 1.2,
          })),
        ],
        rows: Array.from({ length: months }, (_, i) => ({
          mois: i + 1,
          ...Object.fromEntries(
            scenarios.map((one) => [
              `s_${one.chiffrage.scenario.id.replaceAll('-', '_')}`,
              one.chiffrage.tresorerie.soldes[i] ?? null,
            ]),
          ),
        })),
        empty: 'Aucun scénario.',
      }),
    },
  ];
};
