/** One scenario's means, expenses by year and funding plan. */

import {
  depensesParNature,
  recettesInscrites,
  recettesParAn,
  soldesParAn,
} from '../../analysis/scenarios/chiffrage.js';
import { NATURES, parNature } from '../../analysis/scenarios/depenses-et-charge/depenses.js';
import { totalDesRecettes } from '../../analysis/scenarios/depenses-et-charge/emprunts.js';
import { total } from '../../analysis/scenarios/financement/financement.js';
import { nomDeLaLigne } from '../../analysis/scenarios/financement/regles-aides.js';
import { compteSansNom } from '../../texte/accords.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import { alternative } from '../alternative.js';
import { lignes, montantEnClair } from '../cells.js';
import { stackedColumns } from '../charts/bars.js';
import { peinture } from '../charts/drawing/theme.js';
import { col, tableDe } from '../colonnes.js';
import type { Exhibit, TableExhibit } from '../types.js';
import {
  acteur,
  type ContexteScenarios,
  colonnesAnnees,
  court,
  type FabriqueScenario,
  sourceScenario,
  statutDate,
  suiteDuPlan,
  taxesDites,
  totauxAnnees,
  tvaRendue,
} from './contexte.js';
import { termesDuPret } from './emprunts.js';
import { coutUnitaireDit, hausseDite, tarifDit } from './par-unite.js';

type One = Parameters<FabriqueScenario>[1];
type Scenario = One['chiffrage']['scenario'];
type Financement = Scenario['financements'][number];

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
      col('cout', 'Coût annuel d’un ETP', (p) => montantEnClair(p.cout_annuel), 'texte', 1.6),
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
  const outilDe = (id: string) => etude.outils.find((outil) => outil.id === id);
  return tableDe(scenario.outils ?? [], {
    name: `scenario-${scenario.id}-outils`,
    title: `${court(one)} : les outils, leurs avantages, leurs inconvénients et leurs coûts`,
    sheet: 'Services et outils',
    columns: [
      col('outil', 'Outil', (emploi) => outilDe(emploi.outil)?.nom ?? emploi.outil, 'texte', 1.5),
      col('quantite', 'Nombre', (emploi) => emploi.quantite, 'entier', 0.6),
      col('avantages', 'Avantages', (emploi) => lignes(outilDe(emploi.outil)?.avantages), 'texte', 1.8),
      col('inconvenients', 'Inconvénients', (emploi) => lignes(outilDe(emploi.outil)?.inconvenients), 'texte', 1.8),
      col(
        'achat',
        'Achat (€)',
        (e) => montantEnClair(e.investissement ?? outilDe(e.outil)?.cout?.investissement),
        'texte',
        1.1,
      ),
      col(
        'usage',
        'Par an (€)',
        (e) => montantEnClair(e.fonctionnement_annuel ?? outilDe(e.outil)?.cout?.fonctionnement_annuel),
        'texte',
        1.1,
      ),
      col('emploi', 'Emploi dans le scénario', (e) => e.usage ?? null, 'texte', { width: 2, workbookOnly: true }),
      col('motif_cout', 'Pourquoi ce coût', (e) => e.motif_cout ?? null, 'texte', { width: 2, workbookOnly: true }),
    ],
    source: 'Source : inventaire des outils.',
    tiret: { sens: 'aucun coût connu, et aucun n’est compté', colonnes: ['achat', 'usage'] },
    empty: 'Le scénario n’emploie aucun outil de l’inventaire.',
  });
}

function depenses({ etude }: ContexteScenarios, one: One): TableExhibit {
  const { scenario, lignes: list, montants, depensesAnnuelles } = one.chiffrage;
  const rows = list.map((ligne, i) => ({ ligne, amounts: montants[i] ?? [] })).sort(parNature);
  return tableDe(rows, {
    name: `scenario-${scenario.id}-depenses`,
    title: `${court(one)} : ${euros(total(depensesAnnuelles))} de dépenses en ${compteSansNom(depensesAnnuelles.length, 'an', 'ans')}`,
    sheet: 'Dépenses détaillées',
    groupBy: 'nature',
    headerColumns: 2,
    columns: [
      col('nature', 'Nature', ({ ligne }) => NATURES[ligne.nature]),
      col('libelle', 'Dépense', ({ ligne }) => ligne.libelle, 'texte', 2.4),
      col('porteur', 'Payée par', ({ ligne }) => acteur(etude, ligne.porteur), 'texte', 1.2),
      colonnesAnnees(one, ({ amounts }) => amounts),
    ],
    totals: { libelle: 'Total', ...totauxAnnees(one, depensesAnnuelles) },
    source: sourceScenario(etude, one, ' ; montants les plus probables'),
    empty: 'Le scénario ne prévoit aucune dépense.',
  });
}

function depensesFigure({ etude, theme }: ContexteScenarios, one: One): Exhibit {
  const { scenario, depensesAnnuelles } = one.chiffrage;
  const spent = depensesParNature(one.chiffrage);
  const natures = spent.map(({ nature }) => nature);
  const values = spent.map(({ parAn }) => parAn.map((amount) => Math.round(amount / 100) / 10));
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
    .map((nature) => ({ nature, part: one.chiffrage.parNature[nature] / (total(depensesAnnuelles) || 1) }))
    .sort((a, b) => b.part - a.part)[0];
  const title = first
    ? `${court(one)} : ${NATURES[first.nature].toLowerCase()}, ${nombreFr(Math.round(first.part * 100))}\u00a0% des dépenses`
    : `${court(one)} : dépenses par nature`;
  return {
    kind: 'figure',
    name: `scenario-${scenario.id}-natures`,
    title,
    ...drawn,
    alt: alternative(
      title,
      'Colonnes empilées, une par année : les dépenses de chaque nature',
      depensesAnnuelles.map((amount, i) => `Année ${i + 1} : ${euros(amount)}`),
    ),
    source: sourceScenario(etude, one),
    data: tableDe(natures, {
      name: `scenario-${scenario.id}-natures-donnees`,
      title: `${court(one)} : dépenses par nature et par année`,
      sheet: 'Dépenses détaillées',
      columns: [
        col('nature', 'Nature', (nature) => NATURES[nature], 'texte', 1.6),
        colonnesAnnees(one, (_, i) => spent[i]?.parAn ?? []),
      ],
      totals: { nature: 'Total', ...totauxAnnees(one, depensesAnnuelles) },
      cumule: { tableau: `scenario-${scenario.id}-depenses`, colonne: 'nature' },
      source: sourceScenario(etude, one, ' ; montants les plus probables'),
      empty: 'Aucune dépense.',
    }),
  };
}

function financement({ etude }: ContexteScenarios, one: One): TableExhibit {
  const { scenario, depensesAnnuelles, recettesTotales } = one.chiffrage;
  const entered = recettesInscrites(one.chiffrage);
  const received = recettesParAn(one.chiffrage);
  const suite = suiteDuPlan(one);
  const regle = (s: Financement): string => {
    const rate =
      s.taux === undefined ? recetteDite(scenario, s, one.chiffrage.annees) : `${nombreFr(s.taux * 100)}\u00a0%`;
    const terms = s.remboursement ? termesDuPret(s) : null;
    return [rate, s.plafond === undefined ? null : `plafond ${euros(s.plafond)}`, terms].filter(Boolean).join(', ');
  };
  const rows: { libelle: string; recette?: Financement; montants: readonly number[] }[] = [
    ...scenario.financements.map((recette, i) => ({
      libelle: nomDeLaLigne(recette, scenario.financements, (id) => acteur(etude, id)),
      recette,
      montants: entered[i] ?? [],
    })),
    { libelle: totalDesRecettes(scenario), montants: received },
    { libelle: 'Total des dépenses', montants: depensesAnnuelles },
  ];
  return tableDe(rows, {
    name: `scenario-${scenario.id}-financement`,
    title: `${court(one)} : plan de financement, solde de ${euros(recettesTotales - total(depensesAnnuelles))}`,
    sheet: 'Budgets et financements',
    columns: [
      col('source', 'Recette', ({ libelle }) => libelle, 'texte', 1.9),
      col('regle', 'Règle', ({ recette }) => (recette ? regle(recette) : null), 'texte', 1.3),
      col('statut', 'Statut', ({ recette }) => (recette ? statutDate(recette) : null), 'texte', 0.9),
      col('probabilite', 'Chance', ({ recette }) => (recette ? (recette.probabilite ?? 1) : null), 'pourcent', 0.7),
      colonnesAnnees(one, ({ montants }) => montants, suite),
      col(
        'conditions',
        'Conditions posées',
        ({ recette }) => lignes([recette?.delai_motif ?? [], recette?.conditions ?? []].flat()),
        'texte',
        {
          width: 2.4,
          workbookOnly: true,
        },
      ),
    ],
    totals: { source: 'Solde', ...totauxAnnees(one, soldesParAn(one.chiffrage), suite) },
    sousTotaux: [
      { rang: rows.length - 2, de: 'lignes' },
      // In the budget, it stands after the expenses of each nature.
      {
        rang: rows.length - 1,
        de: { tableau: `scenario-${scenario.id}-budget`, rang: depensesParNature(one.chiffrage).length },
      },
    ],
    solde: [rows.length - 2, rows.length - 1],
    source: sourceScenario(etude, one, ` ; recettes supposées obtenues${taxesDites(one)}${tvaRendue(one)}`),
    empty: 'Le scénario ne prévoit aucune recette.',
  });
}

function recetteDite(scenario: Scenario, source: Financement, years: number): string | null {
  const said = tarifDit(scenario, source) ?? montantEnClair(source.montant);
  return said && `${said}${hausseDite(source, years)}`;
}

/** What a running cost is told as: a year, a share of the wages, or so much a unit of the modality that it follows. */
function coutDit(scenario: Scenario, ligne: NonNullable<Scenario['moyens']['fonctionnement']>[number]): string | null {
  const { taux_personnel: taux, cout_annuel: annual } = ligne;
  if (taux !== undefined) return `${nombreFr(taux * 100)}\u00a0% des salaires`;
  return coutUnitaireDit(scenario, ligne) ?? montantEnClair(annual);
}

function materiels({ etude }: ContexteScenarios, one: One): TableExhibit {
  const { scenario } = one.chiffrage;
  const { materiels: list = [], fonctionnement = [] } = scenario.moyens;
  const rows = [
    ...list.map((m) => ({
      ...m,
      valeur: montantEnClair(m.cout),
      quand: `année ${m.annee}`,
      amortissement: m.amortissement ?? null,
      beneficiaire: undefined,
    })),
    ...fonctionnement.map((f) => ({
      ...f,
      valeur: coutDit(scenario, f),
      quand: f.annees ? `années ${f.annees.join(', ')}` : 'chaque année',
      amortissement: null,
      beneficiaire: f.beneficiaire,
    })),
  ];
  return tableDe(rows, {
    name: `scenario-${scenario.id}-materiels`,
    title: `${court(one)} : moyens matériels et de fonctionnement`,
    sheet: 'Moyens',
    columns: [
      col('libelle', 'Moyen', ({ libelle }) => libelle, 'texte', 2.2),
      col('porteur', 'Payé par', ({ porteur }) => acteur(etude, porteur), 'texte', 1.2),
      col('cout', 'Coût', ({ valeur }) => valeur, 'texte', 1.8),
      col('quand', 'Quand', ({ quand }) => quand, 'texte', 1),
      col('amortissement', 'Amorti sur (ans)', ({ amortissement }) => amortissement, 'entier', 0.8),
      col(
        'beneficiaire',
        'Versé à',
        ({ beneficiaire }) => (beneficiaire ? acteur(etude, beneficiaire) : null),
        'texte',
        { width: 1.2, workbookOnly: true },
      ),
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
