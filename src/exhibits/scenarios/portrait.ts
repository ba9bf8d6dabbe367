/** One scenario on a few pages: where it stands on each criterion, its money on one table, and what is not settled. */

import { group, range, sum } from 'd3-array';
import {
  depensesParNature,
  recettesInscrites,
  recettesParAn,
  soldesParAn,
} from '../../analysis/scenarios/chiffrage.js';
import { NATURES, type Nature } from '../../analysis/scenarios/depenses-et-charge/depenses.js';
import { totalDesRecettes } from '../../analysis/scenarios/depenses-et-charge/emprunts.js';
import { total } from '../../analysis/scenarios/financement/financement.js';
import { nomDeLaSource } from '../../analysis/scenarios/financement/regles-aides.js';
import { cellAt, numberAt } from '../../lists/at.js';
import { compte, compteSansNom, enumerer, etendue } from '../../texte/accords.js';
import { euros, nombreFr } from '../../texte/nombres.js';
import { alternative } from '../alternative.js';
import { figureVide } from '../cells.js';
import { intervalBars } from '../charts/intervals.js';
import { col, tableDe } from '../colonnes.js';
import type { Exhibit, TableExhibit } from '../types.js';
import { mesureEnClair, mesureLue } from './comparaison.js';
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

type One = Parameters<FabriqueScenario>[1];

const surCent = (value: number): string => nombreFr(Math.round(value));

/** On one scale for all the scenarios, so that two portraits superimpose. */
function portrait(
  { etude, analyse: { evaluation, scenarios }, theme }: ContexteScenarios,
  one: One,
  at: number,
): Exhibit {
  const { scenario } = one.chiffrage;
  const rows = (evaluation?.criteres ?? []).flatMap(({ id, libelle, unite, poids }, j) => {
    if (poids === 0 || !evaluation) return [];
    const mesure = cellAt(evaluation.mesures, at, j);
    const all = scenarios.map((_, i) => (cellAt(evaluation.contributions, i, j) / poids) * 100);
    return [
      {
        label: libelle,
        min: Math.min(...all),
        max: Math.max(...all),
        value: numberAt(all, at),
        others: all.filter((_, i) => i !== at),
        brute: mesureEnClair(mesure, unite),
        note: mesureLue(etude, one, id, mesure, unite),
      },
    ];
  });
  const seul = scenarios.length < 2;
  const name = `scenario-${scenario.id}-portrait`;
  // First alone: a tie makes nobody the best.
  const best = rows.filter(({ value, others }) => others.every((other) => other < value)).length;
  const tied = rows.filter(({ value, min, max }) => value === max && min < max).length;
  const title = !seul
    ? best === 0
      ? `${court(one)} : ${tied > 0 ? `à égalité en tête pour ${compte(tied, 'critère')} sur ${nombreFr(rows.length)}` : `aucune première place, sur ${compte(rows.length, 'critère')}`}`
      : `${court(one)} : le mieux placé pour ${rows.length === 1 ? 'le seul critère' : `${compte(best, 'critère')} sur ${nombreFr(rows.length)}`}`
    : `${court(one)} : valeur sur chaque critère`;
  const source = 'Source : modèle de décision de l’étude ; à droite, la mesure de ce scénario.';
  const data = tableDe(rows, {
    name: `${name}-donnees`,
    title: `${court(one)} : valeur sur chaque critère`,
    sheet: 'Portraits',
    columns: [
      col('critere', 'Critère', ({ label }) => label, 'texte', 2),
      col('mesure', 'Mesure', ({ brute }) => brute, 'texte', 1.2),
      col('valeur', 'Valeur sur 100', ({ value }) => value, 'decimal'),
      col('bas', 'La plus faible des scénarios', ({ min }) => min, 'decimal'),
      col('haut', 'La plus forte des scénarios', ({ max }) => max, 'decimal'),
    ],
    empty: 'Aucun critère ne mesure ce scénario.',
  });
  if (rows.length === 0) return figureVide({ name, title: `${court(one)} : portrait`, source, data });
  return {
    kind: 'figure',
    name,
    title,
    ...intervalBars(
      {
        rows,
        domain: [0, 100],
        axis: seul
          ? 'Valeur sur 100'
          : 'Valeur sur 100 ; la barre : du plus faible au plus fort des scénarios ; le losange : celui-ci',
        format: (value) => nombreFr(value),
      },
      theme,
    ),
    alt: alternative(
      title,
      seul
        ? 'Une ligne par critère ; un losange marque la valeur du scénario'
        : 'Barres d’intervalle, une par critère : du plus faible au plus fort des scénarios ; un losange marque celui-ci',
      rows.map(
        ({ label, note, value, min, max }) =>
          `${label} : ${note}, ${surCent(value)} sur 100 (${surCent(min) === surCent(max) ? 'autant dans tous les scénarios' : `${etendue(surCent(min), surCent(max))} selon les scénarios`})`,
      ),
    ),
    source,
    data,
  };
}

interface LigneBudget {
  sens: string;
  ligne: string;
  etat: string;
  parAn: readonly number[];
}

/** A receipt that the study writes year by year, in the same words, makes one line. */
const parNom = (lines: readonly LigneBudget[]): LigneBudget[] =>
  [...group(lines, ({ ligne, etat }) => JSON.stringify([ligne, etat])).values()].flatMap((same) => {
    const [first] = same;
    return first
      ? [{ ...first, parAn: range(first.parAn.length).map((year) => sum(same, ({ parAn }) => numberAt(parAn, year))) }]
      : [];
  });

/** Expenses by nature, receipts one by one, and what is left: the lines are in the workbook. */
function budget({ etude }: ContexteScenarios, one: One): TableExhibit {
  const { scenario, lignes: list, depensesAnnuelles, recettesTotales } = one.chiffrage;
  const entered = recettesInscrites(one.chiffrage);
  const received = recettesParAn(one.chiffrage);
  const suite = suiteDuPlan(one);
  const payeurs = (nature: Nature): string => {
    const ids = new Set(list.filter((line) => line.nature === nature).map(({ porteur }) => porteur));
    const noms = [...ids].map((id) => acteur(etude, id));
    return noms.length > 2 ? `${noms[0]} et ${compte(noms.length - 1, 'autre', 'autres')}` : enumerer(noms);
  };
  const recettes = scenario.financements.map((s, i) => ({
    sens: 'Recettes',
    ligne: nomDeLaSource(s, (id) => acteur(etude, id)),
    etat: `${statutDate(s)}, ${nombreFr(Math.round((s.probabilite ?? 1) * 100))} chances sur 100`,
    parAn: entered[i] ?? [],
  }));
  const natures = depensesParNature(one.chiffrage);
  const rows: LigneBudget[] = [
    ...natures.map(({ nature, parAn }) => ({
      sens: 'Dépenses',
      ligne: NATURES[nature],
      etat: payeurs(nature),
      parAn,
    })),
    { sens: 'Dépenses', ligne: 'Total des dépenses', etat: 'au plus probable', parAn: depensesAnnuelles },
    ...parNom(recettes),
    { sens: 'Recettes', ligne: totalDesRecettes(scenario), etat: 'si toutes sont obtenues', parAn: received },
  ];
  return tableDe(rows, {
    name: `scenario-${scenario.id}-budget`,
    title: `${court(one)} : ${euros(total(depensesAnnuelles))} de dépenses en ${compteSansNom(depensesAnnuelles.length, 'an', 'ans')}, solde de ${euros(recettesTotales - total(depensesAnnuelles))}${scenario.financements.some(({ probabilite: chance = 1 }) => chance < 1) ? ' si tout est obtenu' : ''}`,
    sheet: 'Budgets et financements',
    groupBy: 'sens',
    headerColumns: 2,
    columns: [
      col('sens', 'Sens', ({ sens }) => sens),
      col('ligne', 'Ligne', ({ ligne }) => ligne, 'texte', 2.6),
      col('etat', 'Qui paie, ou où en est la recette', ({ etat }) => etat, 'texte', 1.6),
      colonnesAnnees(one, ({ parAn }) => parAn, suite),
    ],
    totals: { ligne: 'Solde', ...totauxAnnees(one, soldesParAn(one.chiffrage), suite) },
    sousTotaux: [natures.length, rows.length - 1].map((rang) => ({ rang, de: { colonne: 'sens' } })),
    solde: [rows.length - 1, natures.length],
    source: sourceScenario(
      etude,
      one,
      ` ; montants les plus probables, arrondis un à un à l’euro, recettes supposées obtenues${taxesDites(one)}${tvaRendue(one)}`,
    ),
    empty: 'Le scénario ne prévoit ni dépense ni recette.',
  });
}

/** What the choice of this scenario leaves to settle: tests and trials that fail, conditions to meet, risks. */
function reste({ etude }: ContexteScenarios, one: One): TableExhibit {
  const { scenario } = one.chiffrage;
  const reference = (id: string | undefined) => etude.references.find((r) => r.id === id);
  const rows: { nature: string; point: string; mesure: string; suite: string | null }[] = [
    ...one.viabilite.tests
      // The conditions that this test counts are listed below.
      .filter(({ satisfait, id, etat }) => !satisfait && !(id === 'juridique' && etat !== 'non'))
      .map((t) => ({
        nature: 'Tests non satisfaits, ou sous condition',
        point: t.libelle,
        mesure: `${t.etat} : ${t.mesure}`,
        suite: t.motif,
      })),
    ...one.viabilite.epreuves
      .filter(({ satisfait }) => !satisfait)
      .map((e) => ({ nature: 'Épreuves non surmontées', point: e.libelle, mesure: 'non surmontée', suite: e.motif })),
    ...(scenario.conditions_juridiques ?? [])
      .filter(({ etat }) => etat !== 'remplie')
      .map((c) => ({
        nature: 'Conditions juridiques',
        point: c.libelle,
        mesure: c.etat === 'bloquante' ? 'bloquante' : 'à remplir',
        suite:
          [c.base, reference(c.reference)?.titre, reference(c.reference)?.reference_texte]
            .filter(Boolean)
            .join(' ; ') || null,
      })),
    ...(scenario.risques ?? []).map((r) => ({
      nature: 'Risques',
      point: r.libelle,
      mesure: `probabilité ${r.probabilite}, gravité ${r.gravite} sur 5`,
      suite: r.parade,
    })),
  ];
  return tableDe(rows, {
    name: `scenario-${scenario.id}-reste`,
    title: `${court(one)} : ce qui reste à régler`,
    sheet: 'Droit et risques',
    groupBy: 'nature',
    headerColumns: 2,
    columns: [
      col('nature', 'Nature', ({ nature }) => nature),
      col('point', 'Point', ({ point }) => point, 'texte', 1.8),
      col('mesure', 'Où il en est', ({ mesure }) => mesure, 'texte', 1.2),
      col('suite', 'Raison ou parade', ({ suite }) => suite, 'texte', 2.8),
    ],
    source: sourceScenario(etude, one),
    empty: 'Aucun test n’échoue, aucune condition n’est à remplir et aucun risque n’est relevé.',
  });
}

export const portraitExhibits: FabriqueScenario = (contexte, one, i) => [
  portrait(contexte, one, i),
  budget(contexte, one),
  reste(contexte, one),
];
