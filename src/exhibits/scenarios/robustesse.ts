/** Ranks under all weightings, who would prefer what, and the methods side by side. */

import { premiersDe } from '../../analysis/scenarios/comparaison/solidite.js';
import { cellAt, itemAt, numberAt } from '../../lists/at.js';
import { enumerer, majuscule, minuscule } from '../../texte/accords.js';
import { nombreFr, partsSurCent } from '../../texte/nombres.js';
import { alternative } from '../alternative.js';
import { stackedBars } from '../charts/bars.js';
import { nuances } from '../charts/drawing/theme.js';
import { col, tableDe } from '../colonnes.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { type Avec, colonnesScenarios, court, titre } from './contexte.js';
import { calculDesMethodes, differenceDuSurclassement } from './regles-de-calcul.js';

const ORDINAUX = ['Premier', 'Deuxième', 'Troisième', 'Quatrième', 'Cinquième'];

export function rangs(contexte: Avec): Exhibit[] {
  const { analyse, evaluation, theme } = contexte;
  const shares = evaluation.smaa.rankAcceptability;
  const places = analyse.scenarios.map((_, rank) => ORDINAUX[rank] ?? `${rank + 1}e`);
  const cent = partsSurCent(shares.map((row) => numberAt(row, 0)));
  const share = numberAt(cent, evaluation.premier);
  // The first by score is not alone where another comes first as often.
  const autant = cent.flatMap((other, i) => (i !== evaluation.premier && other >= share ? [i] : []));
  const never = evaluation.smaa.centralWeights.flatMap((own, i) => (own === null ? [i] : []));
  const sansColonne =
    never.length === 0
      ? ''
      : ` Sans colonne : ${enumerer(never.map((i) => `« ${court(itemAt(analyse.scenarios, i))} »`))}, qu’aucune pondération ne place en premier.`;
  const source = `Source : ${nombreFr(analyse.tirages)} pondérations tirées uniformément${cent.reduce((sum, own) => sum + own, 0) > 100 ? ' ; celle qui met plusieurs scénarios à égalité compte pour chacun' : ''}.`;
  const data = tableDe(analyse.scenarios, {
    name: 'rangs-donnees',
    title: 'Rang de chaque scénario sur 100 pondérations tirées au hasard',
    sheet: 'Robustesse',
    columns: [
      col('scenario', 'Scénario', (one) => court(one), 'texte', 1.8),
      places.map((name, rank) => col(`rang_${rank + 1}`, name, (_, i) => cellAt(shares, i, rank), 'pourcent')),
      col(
        'bornes',
        'Premier, poids bornés',
        (_, i) => evaluation.smaaBornee?.rankAcceptability[i]?.[0] ?? null,
        'pourcent',
        1,
      ),
      col(
        'couts',
        'Premier, coûts et volumes tirés',
        (_, i) => evaluation.premierSelonTirages[i] ?? null,
        'pourcent',
        1,
      ),
    ],
    source,
    empty: 'Rien à comparer.',
  });
  const tons = nuances(theme, places.length);
  const autres = autant.map((i) => `« ${titre(contexte, i)} » dans ${cent[i]}`);
  const title = `« ${titre(contexte, evaluation.premier)} » vient en premier dans ${share} pondérations possibles sur 100${autres.length > 0 ? `, ${enumerer(autres)}` : ''}`;
  return [
    {
      kind: 'figure',
      name: 'rangs',
      title,
      ...stackedBars(
        {
          categories: analyse.scenarios.map(court),
          series: places.map((name, rank) => ({
            label: name,
            colour: itemAt(tons, rank),
          })),
          values: places.map((_, rank) => shares.map((row) => numberAt(row, rank) * 100)),
          whole: true,
          axis: 'Pondérations sur 100',
        },
        theme,
      ),
      alt: alternative(
        title,
        'Barres empilées, une par scénario : la part des pondérations où il prend chaque rang',
        analyse.scenarios.map(
          (one, i) =>
            `${court(one)} : ${places.map((name, rank) => `${minuscule(name)} ${Math.round(cellAt(shares, i, rank) * 100)}`).join(', ')}`,
        ),
      ),
      source,
      data,
    },
    data,
    tableDe(evaluation.criteres, {
      name: 'poids-centraux',
      title: 'Qui préférerait quoi : la pondération moyenne de ceux qui placent un scénario en premier',
      sheet: 'Robustesse',
      columns: [
        col('critere', 'Critère', ({ libelle }) => libelle, 'texte', 2),
        col('retenu', 'Poids retenu', ({ poids }) => poids / 100, 'pourcent'),
        colonnesScenarios(contexte, (_, i, __, j) => evaluation.smaa.centralWeights[i]?.[j] ?? null, 'pourcent').filter(
          (__, i) => !never.includes(i),
        ),
      ],
      source: `Source : mêmes tirages ; parts arrondies une à une.${sansColonne}`,
      empty: 'Rien à comparer.',
    }),
  ];
}

export function methodes(contexte: Avec): TableExhibit {
  const { evaluation } = contexte;
  const compares = evaluation.criteres.flatMap(
    ({ id }) => contexte.etude.criteres?.criteres.find((c) => c.id === id) ?? [],
  );
  const RAISONS: Readonly<Record<string, string>> = {
    'proximité à l’idéal':
      'compare aux meilleures et pires mesures présentes, non aux échelles fixées : un grand écart sur un critère y pèse plus',
    surclassement: differenceDuSurclassement(compares),
  };
  const rows = [
    {
      methode: 'somme pondérée sur échelles fixes',
      ranks: evaluation.ranks,
      difference: 'méthode de référence de ce document',
    },
    ...evaluation.recoupements.map(({ methode, ranks }) => ({
      methode,
      ranks,
      difference: RAISONS[methode] ?? '',
    })),
  ];
  return tableDe(rows, {
    name: 'methodes',
    title: 'Les méthodes côte à côte, et le rang qu’elles donnent à chaque scénario',
    sheet: 'Robustesse',
    columns: [
      col('methode', 'Méthode', ({ methode }) => majuscule(methode), 'texte', 1.6),
      col(
        'premier',
        'Premier',
        ({ ranks }) => enumerer(premiersDe(ranks).map((i) => titre(contexte, i))),
        'texte',
        1.2,
      ),
      colonnesScenarios<(typeof rows)[number]>(contexte, (_, i, { ranks }) => ranks[i] ?? null, 'entier', 0.8),
      col('difference', 'Ce qu’elle fait autrement', ({ difference }) => difference, 'texte', 2.4),
    ],
    source: `Source : mêmes mesures et mêmes poids pour toutes les méthodes. ${calculDesMethodes(compares)}`,
    empty: 'Rien à comparer.',
  });
}
