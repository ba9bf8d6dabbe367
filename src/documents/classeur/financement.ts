/** Sheet of one scenario's funding plan and of its cash month by month. */

import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import { activiteDeLaRecette } from '../../analysis/scenarios/depenses-et-charge/activite.js';
import { estEmprunt, totalDesRecettes } from '../../analysis/scenarios/depenses-et-charge/emprunts.js';
import { anneesApres, anneesDAttente } from '../../analysis/scenarios/depenses-et-charge/fctva.js';
import { NATURES_RECETTES, STATUTS } from '../../analysis/scenarios/financement/libelles.js';
import { croit } from '../../analysis/scenarios/financement/montant-de-la-source.js';
import { financeursDe } from '../../analysis/scenarios/financement/payeurs.js';
import {
  aideDesAchats,
  nomDeLaSource,
  nomDuFinanceur,
  periodesPossibles,
} from '../../analysis/scenarios/financement/regles-aides.js';
import { feuille } from '../../exhibits/cells.js';
import { acteur, court } from '../../exhibits/scenarios/contexte.js';
import type { Study } from '../../study/study.js';
import { compte } from '../../texte/accords.js';
import { type Classeur, type Feuille, nomDe } from './grille.js';
import { comptes } from './plan/comptes.js';
import { emprunts } from './plan/emprunts.js';
import { sortie } from './plan/sortie.js';
import { tarifs } from './plan/tarifs.js';
import { DELAI, HAUSSE, MONTANT, PART } from './regles.js';
import { tresorerieParMois } from './tresorerie.js';

/** Receipts year after year, their total, and what is left of it. Gives the next free row. */
function recettes(g: Feuille, top: number, etude: Study, one: ScenarioEvalue): number {
  const { scenario, annees: years, cles: k } = one.chiffrage;
  const all = Array.from({ length: years }, (_, y) => y);
  const list = scenario.financements;
  const amount = 7;
  const after = years + anneesApres(scenario);
  const sum = amount + after;
  const entered = Array.from({ length: after }, (_, y) => y);
  g.texte(top, 1, 'Recettes', 'partie');
  g.entetes(top + 1, [
    'Recette',
    'Financeur',
    'Nature',
    'Statut',
    'Taux',
    'Montant (€)',
    ...entered.map((y) => `Année\u00a0${y + 1} (€)`),
    'Total (€)',
  ]);
  const first = top + 2;
  list.forEach((source, s) => {
    const row = first + s;
    const name = (nom: string): string => nomDe(nom, scenario.id, source.id);
    const waits = anneesDAttente(source);
    g.texte(
      row,
      1,
      `${nomDeLaSource(source, (id) => acteur(etude, id))}${waits > 0 ? ` (inscrit ${compte(waits, 'an')} après l’achat)` : ''}`,
    );
    g.texte(
      row,
      2,
      nomDuFinanceur(source, (id) => acteur(etude, id)),
    );
    g.texte(row, 3, NATURES_RECETTES[source.nature]);
    g.saisie(row, 4, k.source('statut', s), { type: 'liste', values: Object.values(STATUTS) }, 'texte');
    if (source.taux !== undefined) g.saisie(row, 5, k.source('taux', s), PART, 'pourcent', name('taux'));
    else if (activiteDeLaRecette(scenario, source, years)) g.calcul(row, 6, k.source('fixe', s), 'euros');
    else g.saisie(row, 6, k.source('fixe', s), MONTANT, 'euros', name('montant'));
    // In the year that enters it: a column adds up to the total under it.
    for (let y = 0; y < waits; y++) g.constante(row, amount + y, 0, 'euros');
    for (const y of all) g.calcul(row, amount + waits + y, k.recette(s, y), 'euros');
    g.calcul(row, sum, k.source('total', s), 'euros');
  });
  const last = first + list.length - 1;
  g.texte(last + 1, 1, totalDesRecettes(scenario), 'total');
  g.texte(last + 2, 1, 'Total des dépenses', 'total');
  g.texte(last + 3, 1, 'Solde', 'total');
  for (const y of entered) {
    g.calcul(last + 1, amount + y, k.recettes(y), 'euros', { total: true });
    if (y < years) g.calcul(last + 2, amount + y, k.depenses(y), 'euros', { total: true });
    g.calcul(last + 3, amount + y, k.soldeAnnuel(y), 'euros', { total: true });
  }
  g.calcul(last + 1, sum, k.total('recettes'), 'euros', { total: true });
  g.calcul(last + 2, sum, k.total('depenses'), 'euros', { total: true });
  g.calcul(last + 3, sum, k.total('solde'), 'euros', { total: true });
  g.signaler([last + 3, amount, last + 3, sum], (cell) => `${cell}<0`);
  return last + 6;
}

/** Ceilings, floors and rhythm of each receipt, then what it counts each year. Gives the next free row. */
function regles(g: Feuille, top: number, etude: Study, one: ScenarioEvalue): number {
  const { scenario, annees: years, cles: k } = one.chiffrage;
  const all = Array.from({ length: years }, (_, y) => y);
  const list = scenario.financements;
  const grows = list.some(croit);
  const rated = list.some(({ taux }) => taux !== undefined);
  const when = grows ? 10 : 9;
  const base = when + years;
  g.texte(top, 1, 'Règles de chaque recette', 'partie');
  g.texte(
    top + 1,
    1,
    'Une recette est un taux sur la base éligible, un montant ou un prix par unité, pour la part de l’année où elle est versée, sous ses plafonds (par an, par dossier ou pour le programme) et au-dessus de son plancher.',
    'note',
  );
  g.entetes(top + 2, [
    'Recette',
    'Une demande de paiement tous les… mois',
    'Plafond (€)',
    'Plafond total (€)',
    'Plancher (€)',
    'Délai (mois)',
    'Acompte',
    'Chance',
    ...(grows ? ['Hausse annuelle'] : []),
    ...all.map((y) => `Part versée année\u00a0${y + 1}`),
    ...(rated ? all.map((y) => `Base année\u00a0${y + 1} (€)`) : []),
  ]);
  const first = top + 3;
  const periods = periodesPossibles(list, years).map(String);
  list.forEach((source, s) => {
    const row = first + s;
    const name = (nom: string): string => nomDe(nom, scenario.id, source.id);
    g.texte(
      row,
      1,
      nomDeLaSource(source, (id) => acteur(etude, id)),
    );
    g.saisie(row, 2, k.source('periode', s), { type: 'liste', values: periods }, 'entier');
    g.saisie(row, 3, k.source('plafond', s), MONTANT, 'euros', name('plafond'));
    g.saisie(row, 4, k.source('plafond_total', s), MONTANT, 'euros');
    g.saisie(row, 5, k.source('plancher', s), MONTANT, 'euros');
    g.saisie(row, 6, k.source('delai', s), DELAI, 'entier', name('delai'));
    g.saisie(row, 7, k.source('acompte', s), PART, 'pourcent');
    g.saisie(row, 8, k.source('chance', s), PART, 'pourcent');
    if (croit(source)) g.saisie(row, 9, k.source('evolution', s), HAUSSE, 'pourcent', name('hausse'));
    for (const y of all) {
      g.saisie(row, when + y, k.versee(s, y), PART, 'pourcent');
      // An amount and a price have no base.
      if (source.taux !== undefined) g.calcul(row, base + y, k.base(s, y), 'euros');
    }
  });
  return first + list.length + 2;
}

/** What each receipt has of purchases, by year, where some may have: it comes with the first claim of its year. Gives the next free row. */
function achats(g: Feuille, top: number, etude: Study, one: ScenarioEvalue): number {
  const { scenario, lignes, annees: years, cles: k } = one.chiffrage;
  const own = scenario.financements.flatMap((source, s) => (aideDesAchats(source, lignes) ? [{ source, s }] : []));
  if (own.length === 0) return top;
  g.texte(top, 1, 'Part des achats dans chaque recette', 'partie');
  g.texte(
    top + 1,
    1,
    'Les achats sont payés le premier mois de leur année : ce qu’une recette donne pour eux est demandé avec la première demande, le reste à mesure des mois.',
    'note',
  );
  g.entetes(top + 2, ['Recette', ...Array.from({ length: years }, (_, y) => `Année\u00a0${y + 1}`)]);
  for (const [i, { source, s }] of own.entries()) {
    g.texte(
      top + 3 + i,
      1,
      nomDeLaSource(source, (id) => acteur(etude, id)),
    );
    for (let y = 0; y < years; y++) g.calcul(top + 3 + i, 2 + y, k.achats(s, y), 'pourcent');
  }
  return top + own.length + 5;
}

/** Own funds, what is had, and each funder. Gives the next free row. */
function parts(g: Feuille, top: number, etude: Study, one: ScenarioEvalue): number {
  const { scenario, cles: k } = one.chiffrage;
  let row = top;
  g.texte(row++, 1, 'Parts des recettes', 'partie');
  g.texte(row, 1, scenario.financements.some(estEmprunt) ? 'Autofinancement et emprunts (€)' : 'Autofinancement (€)');
  g.calcul(row++, 2, k.total('autofinancement'), 'euros');
  g.texte(row, 1, 'Recettes, chacune par sa chance (€)');
  g.calcul(row++, 2, k.total('recettes_probables'), 'euros');
  g.texte(row, 1, 'Recettes acquises (€)');
  g.calcul(row++, 2, k.total('acquis'), 'euros');
  for (const funder of financeursDe(scenario)) {
    g.texte(row, 1, acteur(etude, funder));
    g.calcul(row++, 2, k.financeur(funder), 'pourcent');
  }
  return row + 2;
}

export function feuilleFinancement(classeur: Classeur, etude: Study, one: ScenarioEvalue, rang: number): Feuille {
  const { scenario, annees: years } = one.chiffrage;
  const wide = Math.max(7 + years + anneesApres(scenario), 9 + 2 * years);
  const g = classeur.feuille(
    feuille(`Financement ${rang} ${court(one)}`),
    `${scenario.titre} : plan de financement et trésorerie`,
    [34, 22, 16, 14, ...Array.from({ length: wide - 4 }, () => 13)],
    3,
  );
  g.texte(2, 1, 'Les cellules jaunes se changent ; recettes, soldes et trésorerie suivent.', 'note');
  const prices = tarifs(g, recettes(g, 4, etude, one), etude, one);
  const shares = comptes(g, achats(g, regles(g, prices, etude, one), etude, one), etude, one);
  const free = sortie(g, parts(g, emprunts(g, shares, etude, one), etude, one), etude, one);
  tresorerieParMois(g, free, etude, one);
  return g;
}
