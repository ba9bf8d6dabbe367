/** Sheet of one scenario's funding plan and of its cash month by month. */

import { montantProbable } from '../../analysis/montants.js';
import type { ScenarioEvalue } from '../../analysis/scenarios/evaluation.js';
import { estEligible, total } from '../../analysis/scenarios/financement.js';
import type { Hypotheses } from '../../analysis/scenarios/hypotheses.js';
import { feuille } from '../../exhibits/cells.js';
import { acteur, court, STATUTS } from '../../exhibits/scenarios/contexte.js';
import type { Study } from '../../study/study.js';
import type { FeuilleCouts } from './couts.js';
import { adresse, type Grille, grille, nomDe, plage } from './grille.js';
import { tresorerieParMois } from './tresorerie.js';

const POSITIF = { type: 'nombre' as const, min: 0 };
const PART = { type: 'nombre' as const, min: 0, max: 1 };

export interface FeuilleFinancement {
  grille: Grille;
  recettes: string;
  solde: string;
  autofinancement: string;
  premierFinanceur: string;
  acquis: string;
  tresorerieMin: string;
}

const COLUMNS = [
  'Recette',
  'Financeur',
  'Nature',
  'Statut',
  'Taux',
  'Montant fixe (€)',
  'Plafond par an (€)',
  'Plafond total (€)',
  'Plancher (€)',
  'Délai (mois)',
  'Acompte',
];
const NATURES: Readonly<Record<string, string>> = {
  subvention: 'Subvention',
  participation: 'Participation',
  recette: 'Recette',
  autofinancement: 'Autofinancement',
};

export function feuilleFinancement(
  etude: Study,
  one: ScenarioEvalue,
  rang: number,
  couts: FeuilleCouts,
  h: Hypotheses,
): FeuilleFinancement {
  const { scenario, recettes, recettesTotales, depensesAnnuelles, financeurs, indicateurs } = one.chiffrage;
  const years = depensesAnnuelles.length;
  const list = scenario.financements;
  const when = COLUMNS.length + 1;
  const base = when + years;
  const amount = base + years;
  const sum = amount + years;
  const g = grille(
    feuille(`Financement ${rang} ${court(one)}`),
    `${scenario.titre} : plan de financement et trésorerie`,
    [
      34,
      26,
      16,
      12,
      9,
      14,
      14,
      14,
      12,
      9,
      9,
      ...Array.from({ length: years }, () => 10),
      ...Array.from({ length: 2 * years + 1 }, () => 14),
    ],
    4,
  );
  g.texte(
    2,
    1,
    'Les cellules jaunes se changent. Une recette est un taux sur la base éligible, ou un montant fixe, sous ses plafonds et au-dessus de son plancher.',
    'note',
  );
  g.entetes(4, [
    ...COLUMNS,
    ...depensesAnnuelles.map((_, y) => `Versée année ${y + 1}`),
    ...depensesAnnuelles.map((_, y) => `Base année ${y + 1} (€)`),
    ...depensesAnnuelles.map((_, y) => `Année ${y + 1} (€)`),
    'Total (€)',
  ]);
  const first = 5;
  const last = first + list.length - 1;
  list.forEach((source, s) => {
    const row = first + s;
    const rule = source.taux !== undefined;
    g.texte(row, 1, source.libelle ?? acteur(etude, source.financeur));
    g.texte(row, 2, acteur(etude, source.financeur));
    g.texte(row, 3, NATURES[source.nature] ?? source.nature);
    g.saisie(
      row,
      4,
      STATUTS[source.statut] ?? source.statut,
      { type: 'liste', values: Object.values(STATUTS) },
      'texte',
    );
    if (rule) g.saisie(row, 5, source.taux ?? 0, PART, 'pourcent', nomDe('taux', scenario.id, source.id));
    else
      g.saisie(
        row,
        6,
        montantProbable(source.montant) ?? 0,
        POSITIF,
        'euros',
        nomDe('montant', scenario.id, source.id),
      );
    g.saisie(row, 7, source.plafond ?? null, POSITIF, 'euros', nomDe('plafond', scenario.id, source.id));
    g.saisie(row, 8, source.plafond_total ?? null, POSITIF, 'euros');
    g.saisie(row, 9, source.plancher ?? 0, POSITIF, 'euros');
    g.saisie(
      row,
      10,
      Math.round(source.delai_versement_mois ?? 0),
      { type: 'nombre', min: 0, max: 60 },
      'entier',
      nomDe('delai', scenario.id, source.id),
    );
    g.saisie(row, 11, source.acompte ?? 0, PART, 'pourcent');
    for (let y = 0; y < years; y++) {
      g.saisie(row, when + y, !source.annees || source.annees.includes(y + 1) ? 1 : 0, PART, 'entier');
      const flags = couts.grille.plage(
        couts.premiere,
        couts.colonneEligible + s,
        couts.derniere,
        couts.colonneEligible + s,
      );
      const spent = couts.grille.plage(
        couts.premiere,
        couts.colonneMontants + y,
        couts.derniere,
        couts.colonneMontants + y,
      );
      const eligible = one.chiffrage.lignes.reduce(
        (all, ligne, i) => all + (estEligible(source, ligne) ? (one.chiffrage.montants[i]?.[y] ?? 0) : 0),
        0,
      );
      g.calcul(row, base + y, `SUMPRODUCT(${flags},${spent})`, eligible, 'euros');
      const raw = rule ? `${adresse(row, 5)}*${adresse(row, base + y)}` : adresse(row, 6);
      const before = y === 0 ? '0' : `SUM(${plage(row, amount, row, amount + y - 1)})`;
      const capped = `MIN(${raw},IF(ISBLANK(${adresse(row, 7)}),1E+99,${adresse(row, 7)}),IF(ISBLANK(${adresse(row, 8)}),1E+99,${adresse(row, 8)})-${before})`;
      g.calcul(
        row,
        amount + y,
        `IF(${adresse(row, when + y)}=0,0,IF(${capped}<${adresse(row, 9)},0,${capped}))`,
        recettes[s]?.[y] ?? 0,
        'euros',
      );
    }
    g.calcul(row, sum, `SUM(${plage(row, amount, row, amount + years - 1)})`, total(recettes[s] ?? []), 'euros');
  });
  const labels = ['Total des recettes', 'Total des dépenses', 'Solde'];
  labels.forEach((label, i) => {
    g.texte(last + 1 + i, 1, label, 'total');
  });
  for (let y = 0; y < years; y++) {
    const received = recettes.reduce((all, row) => all + (row[y] ?? 0), 0);
    const spent = depensesAnnuelles[y] ?? 0;
    g.calcul(last + 1, amount + y, `SUM(${plage(first, amount + y, last, amount + y)})`, received, 'euros', {
      total: true,
    });
    g.calcul(last + 2, amount + y, couts.depensesParAnnee[y] ?? '0', spent, 'euros', { total: true });
    g.calcul(
      last + 3,
      amount + y,
      `${adresse(last + 1, amount + y)}-${adresse(last + 2, amount + y)}`,
      received - spent,
      'euros',
      { total: true },
    );
  }
  const cost = total(depensesAnnuelles);
  const all = g.calcul(last + 1, sum, `SUM(${plage(first, sum, last, sum)})`, recettesTotales, 'euros', {
    total: true,
  });
  g.calcul(last + 2, sum, couts.coutTotal, cost, 'euros', { total: true });
  const solde = g.calcul(
    last + 3,
    sum,
    `${adresse(last + 1, sum)}-${adresse(last + 2, sum)}`,
    recettesTotales - cost,
    'euros',
    { total: true },
  );

  // Shares: own funds, what is had, and each funder.
  const top = last + 6;
  const valeur = (id: string): number => indicateurs.get(id)?.valeur ?? 0;
  g.texte(top, 1, 'Parts des recettes', 'partie');
  const share = (row: number, label: string, key: number, word: string, value: number): string => {
    g.texte(row, 1, label);
    return g.calcul(
      row,
      2,
      `IF(${adresse(last + 1, sum)}>0,SUMIFS(${plage(first, sum, last, sum)},${plage(first, key, last, key)},"${word}")/${adresse(last + 1, sum)},0)`,
      value,
      'pourcent',
    );
  };
  const autofinancement = share(
    top + 1,
    'Autofinancement',
    3,
    NATURES.autofinancement ?? '',
    valeur('part_autofinancement'),
  );
  const acquis = share(top + 2, 'Recettes acquises', 4, STATUTS.acquis ?? '', valeur('part_financement_acquis'));
  const funders = [...new Set(list.map(({ financeur }) => financeur))];
  funders.forEach((funder, i) => {
    const name = acteur(etude, funder);
    share(top + 3 + i, name, 2, name, financeurs.find(({ financeur }) => financeur === funder)?.part ?? 0);
  });
  const f2 = top + 2 + funders.length;
  g.texte(f2 + 1, 1, 'Premier financeur', 'total');
  const premierFinanceur = g.calcul(
    f2 + 1,
    2,
    funders.length > 0 ? `MAX(${plage(top + 3, 2, f2, 2)})` : '0',
    financeurs[0]?.part ?? 0,
    'pourcent',
    { total: true },
  );

  return {
    grille: g,
    recettes: all,
    solde,
    autofinancement,
    acquis,
    premierFinanceur,
    tresorerieMin: tresorerieParMois(g, f2 + 4, { first, amount, years }, one, couts, h),
  };
}
