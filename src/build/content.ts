/** What a release says, apart from its pages: each entry by its hash, and the results of the scenarios. */

import { analyserScenarios } from '../analysis/scenarios/index.js';
import { mesureDe } from '../analysis/scenarios/indicateurs.js';
import { scenarioRetenu } from '../analysis/scenarios/retenu.js';
import { publique } from '../study/internal.js';
import type { Study } from '../study/study.js';
import { isRecord } from '../study/study-file.js';
import { sha256 } from './fingerprint.js';

export interface ResultatScenario {
  titre: string;
  /** Euros a year. */
  cout_annuel: number | null;
  /** Out of 100. */
  score: number | null;
  rang: number | null;
  viabilite: number;
  tests: number;
}

export interface Contenu {
  /** By collection and id; a single document has the id of its collection. */
  fiches: Record<string, Record<string, { libelle: string; sha256: string }>>;
  scenarios: Record<string, ResultatScenario>;
  retenu: string | null;
}

const libelleDe = (entry: Record<string, unknown>): string => {
  for (const key of ['titre', 'nom', 'libelle', 'id']) if (typeof entry[key] === 'string') return entry[key];
  return '';
};

/** The same value, its keys sorted: their order in a file says nothing. */
function ordonner(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordonner);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, ordonner(value[key])]),
  );
}

/** Of the public edition: no hash is made from a judgement, that someone could guess and compare. */
export function contenuDe(whole: Study): Contenu {
  const study = publique(whole);
  const fiches: Contenu['fiches'] = {};
  for (const [collection, value] of Object.entries(study as unknown as Record<string, unknown>)) {
    const list = Array.isArray(value)
      ? (value as Record<string, unknown>[])
      : value
        ? [value as Record<string, unknown>]
        : [];
    const own = list.map((entry): [string, { libelle: string; sha256: string }] => [
      typeof entry.id === 'string' && Array.isArray(value) ? entry.id : collection,
      { libelle: libelleDe(entry), sha256: sha256(JSON.stringify(ordonner(entry))) },
    ]);
    fiches[collection] = Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  const { scenarios, evaluation } = analyserScenarios(study);
  return {
    fiches,
    scenarios: Object.fromEntries(
      scenarios.map(({ chiffrage, viabilite }, i) => [
        chiffrage.scenario.id,
        {
          titre: chiffrage.scenario.titre,
          cout_annuel: mesureDe(chiffrage, 'cout_annuel'),
          score: evaluation?.scores[i] ?? null,
          rang: evaluation?.ranks[i] ?? null,
          viabilite: viabilite.indice,
          tests: viabilite.tests.filter(({ satisfait }) => satisfait).length,
        },
      ]),
    ),
    retenu: scenarioRetenu(study)?.scenario.id ?? null,
  };
}
