/** Viability tests, trials and risks: of one scenario, then of all side by side. */

import { type EtatTest, FORMULE_INDICE, testsEnClair } from '../../analysis/scenarios/viabilite/viabilite.js';
import { nombreFr } from '../../texte/nombres.js';
import { col, tableDe } from '../colonnes.js';
import { risquesExhibits } from '../risques.js';
import type { Exhibit, TableExhibit } from '../types.js';
import {
  type ContexteScenarios,
  colonnesScenarios,
  court,
  type FabriqueScenario,
  type FabriqueScenarios,
  sourceScenario,
} from './contexte.js';

type One = Parameters<FabriqueScenario>[1];

const SANS_OBJET = 'sans objet';

function tests({ etude }: ContexteScenarios, one: One): TableExhibit {
  const { scenario } = one.chiffrage;
  const { tests: list, epreuves, indice } = one.viabilite;
  const rows: {
    nature: string;
    test: string;
    mesure: string | null;
    seuil: string | null;
    etat: string;
    motif: string;
  }[] = [
    ...list.map((t) => ({ ...t, nature: 'Tests', test: t.libelle })),
    ...epreuves.map(({ libelle, satisfait, motif, seuil, sansObjet }) => ({
      nature: 'Épreuves : et si…',
      test: libelle,
      mesure: null,
      seuil,
      etat: sansObjet ? SANS_OBJET : satisfait ? 'oui' : 'non',
      motif,
    })),
  ];
  return tableDe(rows, {
    name: `scenario-${scenario.id}-viabilite`,
    title: `${court(one)} : tests de viabilité satisfaits, ${testsEnClair(list)} ; indice ${nombreFr(Math.round(indice))} sur 100`,
    sheet: 'Tests de viabilité',
    groupBy: 'nature',
    headerColumns: 2,
    columns: [
      col('nature', 'Nature', ({ nature }) => nature),
      col('test', 'Test', ({ test }) => test, 'texte', 1.6),
      col('mesure', 'Mesure', ({ mesure }) => mesure, 'texte', 1.2),
      col('seuil', 'Seuil', ({ seuil }) => seuil, 'texte', 1.6),
      col('verdict', 'Satisfait', ({ etat }) => etat, 'texte', {
        width: 0.8,
        etats: { oui: 'bon', 'sous condition': 'attention', non: 'alerte' },
      }),
      col('motif', 'Pourquoi', ({ motif }) => motif, 'texte', 2.4),
    ],
    source: sourceScenario(etude, one),
    empty: 'Aucun test.',
  });
}

const risques = ({ etude, theme }: ContexteScenarios, one: One): Exhibit[] => {
  const { scenario } = one.chiffrage;
  return risquesExhibits(
    {
      name: `scenario-${scenario.id}-risques`,
      figure: `scenario-${scenario.id}-matrice-risques`,
      title: `${court(one)} : risques et parades`,
      figureTitle: `${court(one)} : où se placent les risques`,
      sheet: 'Droit et risques',
      risques: scenario.risques ?? [],
      source: sourceScenario(etude, one),
      empty: 'Le scénario ne relève aucun risque.',
    },
    theme,
  );
};

export const viabiliteScenario: FabriqueScenario = (contexte, one) => [tests(contexte, one), ...risques(contexte, one)];

/** What a test says of scenarios that it does not tell apart: all alike, or too few to compare. */
const PAREILS: ReadonlySet<string> = new Set(['non', '—']);

/** What a test is worth for the choice: one that gives the same verdict to all separates nothing; those that it does not concern have none. */
export function departage(etats: readonly string[]): string {
  const told = etats.filter((etat) => etat !== SANS_OBJET);
  if (told.length < 2) return '—';
  if (new Set(told).size > 1) return 'oui';
  return told.length < etats.length ? 'non, là où elle s’applique' : 'non';
}

/** The tests and the trials that give the scenarios different verdicts, and how many there are of each. */
export function departages({ analyse: { scenarios } }: Pick<ContexteScenarios, 'analyse'>) {
  const [first] = scenarios;
  const tests = first?.viabilite.tests ?? [];
  const epreuves = first?.viabilite.epreuves ?? [];
  return {
    tests: tests.filter(({ id }) => departage(scenarios.map((one) => etatDuTest(one, id))) === 'oui'),
    tousTests: tests.length,
    epreuves: epreuves.filter(({ id }) => departage(scenarios.map((one) => etatDeLEpreuve(one, id))) === 'oui'),
    toutesEpreuves: epreuves.length,
  };
}

const etatDuTest = ({ viabilite }: One, id: string): string =>
  viabilite.tests.find((test) => test.id === id)?.etat ?? '—';

const etatDeLEpreuve = ({ viabilite }: One, id: string): string => {
  const trial = viabilite.epreuves.find((epreuve) => epreuve.id === id);
  return !trial ? '—' : trial.sansObjet ? SANS_OBJET : trial.satisfait ? 'oui' : 'non';
};

/** Every test and trial, scenario by scenario. */
export const viabiliteExhibits: FabriqueScenarios = (contexte) => {
  const { scenarios } = contexte.analyse;
  const first = scenarios[0]?.viabilite;
  const verdict = (etat: EtatTest, detail: string | null): string => `${etat}${detail ? ` (${detail})` : ''}`;
  // The index is found again from the table only with the weights that are not all one.
  const inegaux = first?.tests.some(({ poids }) => poids !== 1) ?? false;
  const gardees = first?.epreuves.some(({ gardee }) => gardee !== null) ?? false;
  const own = ({ viabilite }: One, id: string) => viabilite.tests.find((test) => test.id === id);
  const rows: {
    nature: string;
    test: string;
    seuil: string | null;
    de: (one: One) => string | null;
    separe: string | null;
  }[] = [
    ...(first?.tests ?? []).map(({ id, libelle, seuil, poids }) => ({
      nature: 'Tests',
      test: poids === 1 ? libelle : `${libelle} (poids ${nombreFr(poids)})`,
      seuil,
      de: (one: One) => {
        const found = own(one, id);
        return found ? verdict(found.etat, found.mesure) : null;
      },
      separe: departage(scenarios.map((one) => etatDuTest(one, id))),
    })),
    ...(first?.epreuves ?? []).map(({ id, libelle, gardee, seuil }) => ({
      nature: 'Épreuves : et si…',
      test: gardee === null ? libelle : `${libelle} (gardée : ${gardee})`,
      seuil,
      de: (one: One) => etatDeLEpreuve(one, id),
      separe: departage(scenarios.map((one) => etatDeLEpreuve(one, id))),
    })),
    {
      nature: 'Ensemble',
      test: 'Indice de viabilité sur 100',
      seuil: null,
      de: ({ viabilite }) => nombreFr(Math.round(viabilite.indice)),
      separe: null,
    },
  ];
  return [
    tableDe(rows, {
      name: 'viabilite-comparee',
      title: 'Les tests de viabilité, scénario par scénario',
      sheet: 'Tests de viabilité',
      groupBy: 'nature',
      headerColumns: 2,
      columns: [
        col('nature', 'Nature', ({ nature }) => nature),
        col('test', 'Test', ({ test }) => test, 'texte', 1.6),
        col('seuil', 'Seuil', ({ seuil }) => seuil, 'texte', 1.4),
        colonnesScenarios(contexte, (one, _, { de }) => de(one)),
        // Where no test tells scenarios apart, the sentence above the table says it.
        rows.some(({ separe }) => separe !== null && !PAREILS.has(separe))
          ? col('separe', 'Départage', (row) => row.separe, 'texte', 0.8)
          : [],
      ],
      source: `Source : chiffrage des scénarios ; indice : ${FORMULE_INDICE}${inegaux ? ' ; un test pèse 1, sauf mention' : ''}.${gardees ? ' Gardée : l’étude garde une épreuve que tous perdent, pour ce qu’elle en dit.' : ''}`,
      empty: 'Aucun scénario.',
    }),
  ];
};
