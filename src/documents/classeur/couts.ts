/** Sheet of one scenario's means and expenses, then of its workload: quantities, unit costs and volumes are inputs. */

import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import { motDuService } from '../../analysis/scenarios/depenses-et-charge/charge.js';
import { NATURES } from '../../analysis/scenarios/depenses-et-charge/depenses.js';
import { nomDeLaSource } from '../../analysis/scenarios/financement/regles-aides.js';
import { nomActeur } from '../../analysis/vocabulaire.js';
import { feuille } from '../../exhibits/cells.js';
import { acteur, court } from '../../exhibits/scenarios/contexte.js';
import type { Study } from '../../study/study.js';
import { majuscule } from '../../texte/accords.js';
import type { Classeur, Feuille } from './grille.js';
import { nomDe } from './grille.js';
import { MONTANT, OUI_NON, PART, QUANTITE } from './regles.js';
import { tva } from './tva.js';

/** `rang` from 1 keeps the names of the sheets apart. */
export function feuilleCouts(classeur: Classeur, etude: Study, one: ScenarioEvalue, rang: number): Feuille {
  const { scenario, annees: years } = one.chiffrage;
  const wide = Math.max(8 + years + 1, 2 + years + scenario.financements.length, 11);
  const g = classeur.feuille(
    feuille(`Coûts ${rang} ${court(one)}`),
    `${scenario.titre} : moyens, dépenses et charge`,
    [15, 38, 20, 16, ...Array.from({ length: wide - 4 }, () => 13)],
    3,
  );
  g.sheet.frozenColumns = 2;
  g.texte(2, 1, 'Les cellules jaunes se changent ; montants, totaux et charge suivent.', 'note');
  const after = presence(g, tva(g, depenses(g, 4, etude, one), one), etude, one);
  charge(g, after, etude, one);
  return g;
}

const anneesDe = ({ chiffrage }: ScenarioEvalue): number[] => Array.from({ length: chiffrage.annees }, (_, y) => y);

/** Quantities, unit costs, and what they come to each year. Gives the next free row. */
function depenses(g: Feuille, top: number, etude: Study, one: ScenarioEvalue): number {
  const { scenario, lignes, annees: years, cles: k } = one.chiffrage;
  const all = anneesDe(one);
  /** Unit amount, rate on salaries, growth: beside the quantity. */
  const [unit, rate, indexed, amounts] = [6, 7, 8, 9];
  const sum = amounts + years;
  g.texte(top, 1, 'Dépenses', 'partie');
  g.entetes(top + 1, [
    'Nature',
    'Dépense',
    'Payée par',
    'Section',
    'Quantité',
    'Montant unitaire (€)',
    'Taux sur salaires',
    'Indexée',
    ...all.map((y) => `Année\u00a0${y + 1} (€)`),
    'Total (€)',
  ]);
  const first = top + 2;
  lignes.forEach((ligne, i) => {
    const row = first + i;
    g.texte(row, 1, NATURES[ligne.nature]);
    g.texte(row, 2, ligne.libelle);
    g.texte(row, 3, acteur(etude, ligne.porteur));
    g.texte(row, 4, ligne.section === 'investissement' ? 'Investissement' : 'Fonctionnement');
    if (ligne.suit) {
      g.saisie(row, rate, k.ligne('taux', i), PART, 'pourcent', nomDe('taux_salaires', scenario.id, ligne.id));
    } else if (!ligne.dette) {
      if (ligne.activite) g.calcul(row, 5, k.ligne('quantite', i), 'decimal');
      else g.saisie(row, 5, k.ligne('quantite', i), QUANTITE, 'decimal', nomDe('quantite', scenario.id, ligne.id));
      const format = ligne.activite ? 'prix' : 'euros';
      g.saisie(row, unit, k.ligne('unitaire', i), MONTANT, format, nomDe('cout', scenario.id, ligne.id));
      g.saisie(row, indexed, k.ligne('indexee', i), OUI_NON, 'texte');
    }
    for (const y of all) g.calcul(row, amounts + y, k.montant(i, y), 'euros');
    g.calcul(row, sum, k.ligne('total', i), 'euros');
  });
  const total = first + lignes.length;
  g.texte(total, 2, 'Total', 'total');
  for (const y of all) g.calcul(total, amounts + y, k.depenses(y), 'euros', { total: true });
  // The name of a cost is that of the indicator: what loans give back is spent, and is no cost.
  const indebted = lignes.some(({ dette }) => dette);
  const nom = nomDe(indebted ? 'depenses_totales' : 'cout_total', scenario.id);
  g.calcul(total, sum, k.total('depenses'), 'euros', { total: true, nom });
  if (!indebted) return total + 3;
  g.texte(total + 1, 2, 'dont capital d’emprunt, qui n’est pas un coût');
  g.calcul(total + 1, sum, k.total('capital_rembourse'), 'euros');
  g.texte(total + 2, 2, 'Coût total, capital d’emprunt non compté', 'total');
  g.calcul(total + 2, sum, k.indicateur('cout_total'), 'euros', { total: true, nom: nomDe('cout_total', scenario.id) });
  return total + 5;
}

/** Years of each expense, and the receipts that count it. Gives the next free row. */
function presence(g: Feuille, top: number, etude: Study, one: ScenarioEvalue): number {
  const { scenario, lignes, annees: years, cles: k } = one.chiffrage;
  const all = anneesDe(one);
  // An amount and a price are what they are, whatever is spent.
  const rated = scenario.financements.flatMap((source, s) => (source.taux === undefined ? [] : [{ source, s }]));
  g.texte(
    top,
    1,
    `Années de chaque dépense${rated.length > 0 ? ', et recettes au taux qui la prennent en compte' : ''}`,
    'partie',
  );
  g.texte(
    top + 1,
    1,
    `Présence : 1 si la dépense a lieu cette année-là, 0 sinon.${rated.length > 0 ? ' Éligible : 1 si la recette la compte.' : ''}`,
    'note',
  );
  g.entetes(top + 2, [
    'Nature',
    'Dépense',
    ...all.map((y) => `Présence année\u00a0${y + 1}`),
    ...rated.map(({ source }) => `Éligible : ${nomDeLaSource(source, (id) => acteur(etude, id))}`),
  ]);
  const first = top + 3;
  // What a loan asks comes in its own years, and no receipt counts it.
  const placed = lignes.flatMap((ligne, i) => (ligne.dette ? [] : [{ ligne, i }]));
  placed.forEach(({ ligne, i }, place) => {
    const row = first + place;
    g.texte(row, 1, NATURES[ligne.nature]);
    g.texte(row, 2, ligne.libelle);
    for (const y of all) g.saisie(row, 3 + y, k.presence(i, y), PART, 'nombre');
    rated.forEach(({ s }, column) => {
      g.saisie(row, 3 + years + column, k.eligible(s, i), PART, 'nombre');
    });
  });
  return first + placed.length + 2;
}

/** Days asked of each side, each year, against the days that it brings. */
function charge(g: Feuille, top: number, etude: Study, { chiffrage }: ScenarioEvalue): void {
  const { scenario, cles: k, annees: years } = chiffrage;
  g.texte(top, 1, 'Charge des modalités', 'partie');
  g.entetes(top + 1, [
    'Unité',
    'Modalité',
    'Demande reçue',
    'Volume par an',
    'Jours par unité',
    'Part partenaires',
    'Demandes',
    'Jours porteur',
    'Jours partenaires',
    'Service rendu',
    'Services',
  ]);
  let row = top + 2;
  scenario.modalites.forEach((m, i) => {
    g.texte(row, 1, m.unite);
    g.texte(row, 2, m.description);
    g.saisie(row, 3, k.modalite('accompagnee', i), OUI_NON, 'texte');
    g.saisie(row, 4, k.modalite('volume', i), QUANTITE, 'decimal', nomDe('volume', scenario.id, m.id ?? String(i + 1)));
    g.saisie(row, 5, k.modalite('jours', i), QUANTITE, 'decimal');
    g.saisie(row, 6, k.modalite('part', i), PART, 'pourcent');
    g.calcul(row, 7, k.modalite('demandes', i), 'decimal');
    g.calcul(row, 8, k.modalite('porteur', i), 'decimal');
    g.calcul(row, 9, k.modalite('partenaires', i), 'decimal');
    g.saisie(row, 10, k.modalite('rendu', i), OUI_NON, 'texte');
    g.calcul(row, 11, k.modalite('services', i), 'decimal');
    row++;
  });
  row++;
  g.entetes(row++, ['', 'Partenaire', 'Jours par an']);
  scenario.partenaires.forEach((p, i) => {
    g.texte(row, 2, nomActeur(etude, p.acteur));
    g.saisie(row, 3, k.joursPartenaire(i), QUANTITE, 'decimal');
    row++;
  });
  row++;
  const all = Array.from({ length: years }, (_, y) => y);
  g.entetes(row++, ['', 'Charge par année', ...all.map((y) => `Année\u00a0${y + 1}`)]);
  g.texte(row, 2, 'Part du volume atteinte');
  for (const y of all) g.saisie(row, 3 + y, k.montee(y), { type: 'nombre', min: 0, max: 2 }, 'pourcent');
  row++;
  const lines: [string, Parameters<typeof k.charge>[0], 'decimal' | 'pourcent'][] = [
    ['Demandes reçues', 'demandes', 'decimal'],
    ['Jours demandés au porteur', 'porteur', 'decimal'],
    ['Jours disponibles du porteur', 'capacite_porteur', 'decimal'],
    ['Charge du porteur', 'taux_porteur', 'pourcent'],
    ['Jours demandés aux partenaires', 'partenaires', 'decimal'],
    ['Jours disponibles des partenaires', 'capacite_partenaires', 'decimal'],
    ['Charge des partenaires', 'taux_partenaires', 'pourcent'],
  ];
  for (const [label, nom, format] of lines) {
    g.texte(row, 2, label);
    for (const y of all) g.calcul(row, 3 + y, k.charge(nom, y), format);
    // More days asked than there are.
    if (format === 'pourcent') g.signaler([row, 3, row, 2 + years], (first) => `${first}>1`);
    row++;
  }
  const services = majuscule(motDuService(scenario).plusieurs);
  const totals: [string, Parameters<typeof k.total>[0]][] = [
    ['Années et côtés sans personne pour les jours demandés', 'sans_capacite'],
    ['Demandes reçues par an, en rythme de croisière', 'demandes_croisiere'],
    [`${services} par an, en rythme de croisière`, 'service_rendu'],
    [`${services} de la période, montée en charge comprise`, 'services_periode'],
    ['Équivalents temps plein', 'etp'],
  ];
  for (const [label, nom] of totals) {
    g.texte(row, 2, label, 'total');
    g.calcul(row, 3, k.total(nom), 'decimal', { total: true });
    row++;
  }
}
