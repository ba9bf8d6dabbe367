/** Viability tests, trials and risks: of one scenario, then of all side by side. */

import { type EtatTest, FORMULE_INDICE, testsEnClair } from '../../analysis/scenarios/viabilite.js';
import { nombreFr } from '../../texte/nombres.js';
import { cle, table } from '../cells.js';
import { risquesExhibits } from '../risques.js';
import type { Exhibit, TableExhibit } from '../types.js';
import {
  type ContexteScenarios,
  court,
  type FabriqueScenario,
  type FabriqueScenarios,
  sourceScenario,
} from './contexte.js';
import { colonnesScenarios } from './ensemble.js';

type One = Parameters<FabriqueScenario>[1];

function tests({ etude }: ContexteScenarios, one: One): TableExhibit {
  const { scenario } = one.chiffrage;
  const { tests: list, epreuves, indice } = one.viabilite;
  return table({
    name: `scenario-${scenario.id}-viabilite`,
    title: `${court(one)} : tests de viabilité satisfaits, ${testsEnClair(list)} ; indice ${nombreFr(Math.round(indice))} sur 100`,
    sheet: 'Tests de viabilité',
    groupBy: 'nature',
    headerColumns: 2,
    columns: [
      { key: 'nature', header: 'Nature', format: 'texte' },
      { key: 'test', header: 'Test', format: 'texte', width: 1.6 },
      { key: 'mesure', header: 'Mesure', format: 'texte', width: 1.2 },
      { key: 'seuil', header: 'Seuil', format: 'texte', width: 1.6 },
      { key: 'verdict', header: 'Satisfait', format: 'texte', width: 0.8 },
      { key: 'motif', header: 'Pourquoi', format: 'texte', width: 2.4 },
    ],
    rows: [
      ...list.map((t) => ({
        nature: 'Tests',
        test: t.libelle,
        mesure: t.mesure,
        seuil: t.seuil,
        verdict: t.etat,
        motif: t.motif,
      })),
      ...epreuves.map((e) => ({
        nature: 'Épreuves : et si…',
        test: e.libelle,
        mesure: null,
        seuil: null,
        verdict: e.satisfait ? 'oui' : 'non',
        motif: e.motif,
      })),
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

/** Every test and trial, scenario by scenario. */
export const viabiliteExhibits: FabriqueScenarios = (contexte) => {
  const { scenarios } = contexte.analyse;
  const first = scenarios[0]?.viabilite;
  const verdict = (etat: EtatTest, detail: string | null): string =>
    `${etat === 'non' ? 'NON' : etat}${detail ? ` (${detail})` : ''}`;
  /** What a test is worth for the choice: one that gives the same verdict to all separates nothing. */
  const separe = (etats: readonly string[]): string =>
    scenarios.length < 2 ? '—' : new Set(etats).size > 1 ? 'oui' : 'non : même verdict';
  const key = (one: One): string => cle('s', one.chiffrage.scenario.id);
  return [
    table({
      name: 'viabilite-comparee',
      title: 'Les tests de viabilité, scénario par scénario',
      sheet: 'Tests de viabilité',
      groupBy: 'nature',
      headerColumns: 2,
      columns: [
        { key: 'nature', header: 'Nature', format: 'texte' },
        { key: 'test', header: 'Test', format: 'texte', width: 1.8 },
        ...colonnesScenarios(contexte),
        { key: 'separe', header: 'Départage', format: 'texte', width: 0.8 },
      ],
      rows: [
        ...(first?.tests ?? []).map((test) => ({
          nature: 'Tests',
          test: test.libelle,
          separe: separe(scenarios.map((one) => one.viabilite.tests.find(({ id }) => id === test.id)?.etat ?? '—')),
          ...Object.fromEntries(
            scenarios.map((one) => {
              const own = one.viabilite.tests.find(({ id }) => id === test.id);
              return [key(one), own ? verdict(own.etat, own.mesure) : null];
            }),
          ),
        })),
        ...(first?.epreuves ?? []).map((epreuve) => ({
          nature: 'Épreuves : et si…',
          test: epreuve.libelle,
          separe: separe(
            scenarios.map((one) => String(one.viabilite.epreuves.find(({ id }) => id === epreuve.id)?.satisfait)),
          ),
          ...Object.fromEntries(
            scenarios.map((one) => {
              const own = one.viabilite.epreuves.find(({ id }) => id === epreuve.id);
              return [key(one), own ? verdict(own.satisfait ? 'oui' : 'non', null) : null];
            }),
          ),
        })),
        {
          nature: 'Ensemble',
          test: 'Indice de viabilité sur 100',
          separe: null,
          ...Object.fromEntries(scenarios.map((one) => [key(one), nombreFr(Math.round(one.viabilite.indice))])),
        },
      ],
      source: `Source : chiffrage des scénarios ; indice : ${FORMULE_INDICE}.`,
      empty: 'Aucun scénario.',
    }),
  ];
};
