/** What a release says, apart from its pages: each entry by its hash, and the results of the scenarios. */

import { analyserScenarios } from '../../analysis/scenarios/index.js';
import { mesureDe } from '../../analysis/scenarios/indicateurs/indicateurs.js';
import { scenarioRetenu } from '../../analysis/scenarios/retenu.js';
import { publique } from '../../study/internal.js';
import type { Study } from '../../study/study.js';
import { empreinteDe, fichesDe, libelleDe } from './fiches.js';
import type { TextesEcrits } from './textes-ecrits.js';

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

/** Of the public edition: no hash is made from a judgement, that someone could guess and compare. `textes`: what the author wrote beside it, by `livrable/section`. */
export function contenuDe(whole: Study, textes: TextesEcrits): Contenu {
  const study = publique(whole);
  const fiches: Contenu['fiches'] = {};
  for (const [collection, entries] of Object.entries({ ...fichesDe(study), textes }))
    fiches[collection] = Object.fromEntries(
      Object.entries(entries).map(([id, entry]) => [id, { libelle: libelleDe(entry), sha256: empreinteDe(entry) }]),
    );
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
