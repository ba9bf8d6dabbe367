/** One scenario's means, expenses by year and funding plan. */

import { fourchette } from '../../analysis/montants.js';
import type { Nature } from '../../analysis/scenarios/depenses.js';
import { NATURES } from '../../analysis/scenarios/depenses.js';
import { STATUTS, total } from '../../analysis/scenarios/financement.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import { lignes, table } from '../cells.js';
import { stackedColumns } from '../charts/bars.js';
import { peinture } from '../charts/theme.js';
import { col, tableDe } from '../colonnes.js';
import type { Exhibit, TableExhibit } from '../types.js';
import {
  acteur,
  annees,
  type ContexteScenarios,
  court,
  type FabriqueScenario,
  parAnnee,
  sourceScenario,
} from './contexte.js';

type One = Parameters<FabriqueScenario>[1];

const montant = (value: Parameters<typeof fourchette>[0]): string | null => {
  const range = fourchette(value);
  if (!range) return null;
  return range.min === range.max
    ? euros(range.mode)
    : `${euros(range.mode)} (${nombreFr(range.min)} à ${nombreFr(range.max)})`;
};

function humains({ etude }: ContexteScenarios, one: One): TableExhibit {
  const { scenario } = one.chiffrage;
  const posts = scenario.moyens.humains;
  return tableDe(posts, {
    name: `scenario-${scenario.id}-humains`,
    title: `${court(one)} : moyens humains`,
    sheet: 'Moyens',
    columns: [
      col('profil', 'Profil', (p) => p.profil, 'texte', 1.6),
      col('porteur', 'Employeur', (p) => acteur(etude, p.porteur), 'texte', 1.2),
      col('categorie', 'Catégorie', (p) => p.categorie ?? null, 'texte', 0.7),
      col('etp', 'ETP', (p) => p.etp, 'decimal', 0.5),
      col('cout', 'Coût annuel d’un ETP', (p) => montant(p.cout_annuel), 'texte', 1.6),
      col('en_poste', 'Déjà en poste', (p) => p.deja_en_poste ?? false, 'oui-non', 0.7),
      col('missions', 'Missions', (p) => lignes(p.missions), 'texte', 1.8),
    ],
    totals: { profil: 'Total', etp: posts.reduce((sum, { etp }) => sum + etp, 0) },
    source: sourceScenario(etude, one),
    empty: 'Le scénario n’emploie personne.',
  });
}

function outils({ etude }: ContexteScenarios, one: One): TableExhibit {
  const { scenario } = one.chiffrage;
  return table({
    name: `scenario-${scenario.id}-outils`,
    title: `${court(one)} : les outils, leurs avantages, leurs inconvénients et leurs coûts`,
    sheet: 'Services et outils',
    columns: [
      { key: 'outil', header: 'Outil', format: 'texte', width: 1.5 },
      { key: 'quantite', header: 'Nombre', format: 'entier', width: 0.6 },
      { key: 'avantages', header: 'Avantages', format: 'texte', width: 1.8 },
      { key: 'inconvenients', header: 'Inconvénients', format: 'texte', width: 1.8 },
      { key: 'achat', header: 'Achat (€)', format: 'texte', width: 1.1 },
      { key: 'usage', header: 'Par an (€)', format: 'texte', width: 1.1 },
    ],
    rows: (scenario.outils ?? []).map((emploi) => {
      const outil = etude.outils.find(({ id }) => id === emploi.outil);
      return {
        outil: outil?.nom ?? emploi.outil,
        quantite: emploi.quantite,
        avantages: lignes(outil?.avantages),
        inconvenients: lignes(outil?.inconvenients),
        achat: montant(emploi.investissement ?? outil?.cout?.investissement),
        usage: montant(emploi.fonctionnement_annuel ?? outil?.cout?.fonctionnement_annuel),
      };
    }),
    source: 'Source : inventaire des outils ; un tiret : aucun coût connu, et aucun n’est compté.',
    empty: 'Le scénario n’emploie aucun outil de l’inventaire.',
  });
}

function depenses({ etude }: ContexteScenarios, one: One): TableExhibit {
  const { scenario, lignes: list, montants, depensesAnnuelles } = one.chiffrage;
  const order = Object.keys(NATURES);
  const rows = list
    .map((ligne, i) => ({ ligne, amounts: montants[i] ?? [] }))
    .sort((a, b) => order.indexOf(a.ligne.nature) - order.indexOf(b.ligne.nature));
  return table({
    name: `scenario-${scenario.id}-depenses`,
    title: `${court(one)} : ${euros(total(depensesAnnuelles))} de dépenses en ${depensesAnnuelles.length} ans`,
    sheet: 'Dépenses détaillées',
    groupBy: 'nature',
    headerColumns: 2,
    columns: [
      { key: 'nature', header: 'Nature', format: 'texte' },
      { key: 'libelle', header: 'Dépense', format: 'texte', width: 2.4 },
      { key: 'porteur', header: 'Payée par', format: 'texte', width: 1.2 },
      ...annees(one),
      { key: 'total', header: 'Total (€)', format: 'euros', width: 0.9 },
    ],
    rows: rows.map(({ ligne, amounts }) => ({
      nature: NATURES[ligne.nature],
      libelle: ligne.libelle,
      porteur: acteur(etude, ligne.porteur),
      ...parAnnee(amounts),
      total: total(amounts),
    })),
    totals: { libelle: 'Total', ...parAnnee(depensesAnnuelles), total: total(depensesAnnuelles) },
    source: sourceScenario(etude, one, ' ; montants les plus probables'),
    empty: 'Le scénario ne prévoit aucune dépense.',
  });
}

function depensesFigure({ etude, theme }: ContexteScenarios, one: One): Exhibit {
  const { scenario, lignes: list, montants, depensesAnnuelles } = one.chiffrage;
  const natures = (Object.keys(NATURES) as Nature[]).filter((nature) => one.chiffrage.parNature[nature]);
  const values = natures.map((nature) =>
    depensesAnnuelles.map(
      (_, year) =>
        Math.round(list.reduce((sum, l, i) => sum + (l.nature === nature ? (montants[i]?.[year] ?? 0) : 0), 0) / 100) /
        10,
    ),
  );
  const drawn = stackedColumns(
    {
      categories: depensesAnnuelles.map((_, i) => `Année ${i + 1}`),
      series: natures.map((nature, i) => ({
        label: NATURES[nature],
        ...peinture(theme, i),
      })),
      values,
      axis: 'Milliers d’euros',
    },
    theme,
  );
  const first = natures
    .map((nature) => ({ nature, part: (one.chiffrage.parNature[nature] ?? 0) / (total(depensesAnnuelles) || 1) }))
    .sort((a, b) => b.part - a.part)[0];
  return {
    kind: 'figure',
    name: `scenario-${scenario.id}-natures`,
    title: first
      ? `${court(one)} : ${NATURES[first.nature].toLowerCase()}, ${nombreFr(Math.round(first.part * 100))}\u00a0% des dépenses`
      : `${court(one)} : dépenses par nature`,
    ...drawn,
    alt: depensesAnnuelles.map((amount, i) => `Année ${i + 1} : ${euros(amount)}`).join(' ; '),
    source: sourceScenario(etude, one),
    data: table({
      name: `scenario-${scenario.id}-natures-donnees`,
      title: `${court(one)} : dépenses par nature et par année`,
      sheet: 'Dépenses détaillées',
      columns: [{ key: 'nature', header: 'Nature', format: 'texte', width: 1.6 }, ...annees(one)],
      rows: natures.map((nature, i) => ({
        nature: NATURES[nature],
        ...parAnnee((values[i] ?? []).map((value) => value * 1000)),
      })),
      empty: 'Aucune dépense.',
    }),
  };
}

function financement({ etude }: ContexteScenarios, one: One): TableExhibit {
  const { scenario, recettes, depensesAnnuelles, recettesTotales } = one.chiffrage;
  const received = depensesAnnuelles.map((_, year) => recettes.reduce((sum, row) => sum + (row[year] ?? 0), 0));
  const gap = received.map((value, year) => value - (depensesAnnuelles[year] ?? 0));
  const regle = (i: number): string | null => {
    const s = scenario.financements[i];
    if (!s) return null;
    const rate = s.taux === undefined ? montant(s.montant) : `${nombreFr(s.taux * 100)}\u00a0%`;
    return [rate, s.plafond === undefined ? null : `plafond ${euros(s.plafond)}`].filter(Boolean).join(', ');
  };
  return table({
    name: `scenario-${scenario.id}-financement`,
    title: `${court(one)} : plan de financement, solde de ${euros(recettesTotales - total(depensesAnnuelles))}`,
    sheet: 'Budgets et financements',
    columns: [
      { key: 'source', header: 'Recette', format: 'texte', width: 1.9 },
      { key: 'regle', header: 'Règle', format: 'texte', width: 1.3 },
      { key: 'statut', header: 'Statut', format: 'texte', width: 0.9 },
      { key: 'probabilite', header: 'Chance', format: 'pourcent', width: 0.7 },
      ...annees(one),
      { key: 'total', header: 'Total (€)', format: 'euros', width: 0.9 },
    ],
    rows: [
      ...scenario.financements.map((s, i) => ({
        source: s.libelle ?? acteur(etude, s.financeur),
        regle: regle(i),
        statut: STATUTS[s.statut],
        probabilite: s.probabilite ?? 1,
        ...parAnnee(recettes[i] ?? []),
        total: total(recettes[i] ?? []),
      })),
      { source: 'Total des recettes', ...parAnnee(received), total: recettesTotales },
      { source: 'Total des dépenses', ...parAnnee(depensesAnnuelles), total: total(depensesAnnuelles) },
    ],
    totals: { source: 'Solde', ...parAnnee(gap), total: total(gap) },
    source: sourceScenario(etude, one, ' ; recettes supposées obtenues'),
    empty: 'Le scénario ne prévoit aucune recette.',
  });
}

function materiels({ etude }: ContexteScenarios, one: One): TableExhibit {
  const { scenario } = one.chiffrage;
  const { materiels: list = [], fonctionnement = [] } = scenario.moyens;
  return table({
    name: `scenario-${scenario.id}-materiels`,
    title: `${court(one)} : moyens matériels et de fonctionnement`,
    sheet: 'Moyens',
    columns: [
      { key: 'libelle', header: 'Moyen', format: 'texte', width: 2.2 },
      { key: 'porteur', header: 'Payé par', format: 'texte', width: 1.2 },
      { key: 'cout', header: 'Coût', format: 'texte', width: 1.8 },
      { key: 'quand', header: 'Quand', format: 'texte', width: 1 },
      { key: 'amortissement', header: 'Amorti sur (ans)', format: 'entier', width: 0.8 },
    ],
    rows: [
      ...list.map((m) => ({
        libelle: m.libelle,
        porteur: acteur(etude, m.porteur),
        cout: montant(m.cout),
        quand: `année ${m.annee}`,
        amortissement: m.amortissement ?? null,
      })),
      ...fonctionnement.map((f) => ({
        libelle: f.libelle,
        porteur: acteur(etude, f.porteur),
        cout:
          f.taux_personnel === undefined
            ? montant(f.cout_annuel)
            : `${nombreFr(f.taux_personnel * 100)}\u00a0% des salaires`,
        quand: f.annees ? `années ${f.annees.join(', ')}` : 'chaque année',
        amortissement: null,
      })),
    ],
    source: sourceScenario(etude, one),
    empty: 'Le scénario ne demande aucun matériel.',
  });
}

export const moyensExhibits: FabriqueScenario = (contexte, one) => [
  outils(contexte, one),
  humains(contexte, one),
  materiels(contexte, one),
  depensesFigure(contexte, one),
  depenses(contexte, one),
  financement(contexte, one),
];
