/** What counts months or years makes as many lines of cash or of a calendar: each has a bound, told at its place. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toldOf } from '../../scripts/fuzz/told.js';
import { faultOf } from '../../src/study/schema/messages.js';
import { root } from '../support/cli.js';
import { loadPatched } from '../support/incoherence.js';

const COUNTS = /(_mois|_ans|_annees|^annees|delai_jours|reunions_an|jours_par_etp)$/;

/** Numeric fields of that name without a highest value. */
function unbounded(node: unknown, path: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, below]: [string, unknown]) => {
    const own =
      COUNTS.test(key) &&
      typeof below === 'object' &&
      below !== null &&
      'type' in below &&
      (below.type === 'number' || below.type === 'integer') &&
      !('maximum' in below);
    return [...(own ? [`${path}/${key}`] : []), ...unbounded(below, `${path}/${key}`)];
  });
}

describe('numbers that make lists', () => {
  it('have a highest value in their schema', () => {
    const folder = join(root, 'schemas');
    const schemas = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
    expect(schemas.some(([, text]) => text.includes('"delai_versement_mois"'))).toBe(true);
    expect(schemas.flatMap(([name, text]) => unbounded(JSON.parse(text), name))).toEqual([]);
  });

  it('past it are told, and exhaust no memory: 1e+307 months of cash', async () => {
    const loaded = await loadPatched('autre-etude', [
      { dans: 'scenarios.yaml', de: 'delai_versement_mois: 9', par: 'delai_versement_mois: 1e+307' },
    ]);
    expect(toldOf(loaded).map(({ code, chemin }) => `${code} ${chemin}`)).toContainEqual(
      expect.stringMatching(/^valeur-hors-bornes .*delai_versement_mois$/),
    );
  });

  it('of any other field: beyond a thousand billion, or infinite, told once at their place in the words of the file', async () => {
    const loaded = await loadPatched('autre-etude', [
      { dans: 'criteres.yaml', de: 'poids: 50', par: 'poids: 1e+307' },
      { dans: 'territoire.yaml', de: 'population: 1840', par: 'population: .inf' },
    ]);
    const told = toldOf(loaded).filter(({ chemin }) => /poids$|population$/.test(chemin));
    expect(told.map(({ code }) => code).sort()).toEqual(['type-incorrect', 'valeur-hors-bornes']);
    expect(told.map(({ message }) => message).join(' ')).toMatch(/« \.inf »/);
    expect(told.map(({ message }) => message).join(' ')).not.toMatch(/Infinity/);
  });
});

it('a percentage in place of a share is told the share to write', () => {
  const error = { instancePath: '', keyword: 'maximum', params: { comparison: '<=', limit: 1 } };
  const context = {
    shape: { share: true as const, description: 'Part financée, de 0 à 1.' },
    name: 'une aide',
    field: 'taux',
  };
  expect(faultOf(error, { ...context, value: 40 }).aide).toMatch(
    /^Part financée, de 0 à 1\. Pour 40\s%, écrivez 0\.4\.$/u,
  );
  // « 1.5 » is a part and a half, or 1,5 %: both are told.
  expect(faultOf(error, { ...context, value: 1.5 }).aide).toMatch(
    /Pour 1,5\s%, écrivez 0\.015 ; 150\s% passe le tout\.$/u,
  );
  expect(faultOf(error, { ...context, value: 4000 }).aide).toBe('Part financée, de 0 à 1.');
});

it('a share that may pass 1 is one too: a job created at « 80 % », or at 80', async () => {
  const told = async (quotite: string) => {
    const { diagnostics } = await loadPatched('autre-marche', [
      {
        dans: 'reunions.yaml',
        de: 'decisions:',
        par: `decisions:\n    - { objet: Emploi, texte: Un emploi est créé., statut: valide, emplois: [{ poste: x, quotite: ${quotite} }] }`,
      },
    ]);
    return diagnostics.filter(({ code }) => code === 'valeur-hors-bornes' || code === 'type-incorrect');
  };
  const [typed] = await told('80');
  expect(typed?.aide).toMatch(/ Pour 80\s%, écrivez 0\.8\.$/u);
  const [text] = await told('80 %');
  expect(text?.correction?.par).toBe('0.8');
});

it('a count of jobs is one too: « 50 % » of one is 0.5', async () => {
  const { diagnostics } = await loadPatched('autre-marche', [
    { dans: 'scenarios.yaml', de: 'etp: 0.4', par: 'etp: 50 %' },
  ]);
  expect(diagnostics.find(({ code }) => code === 'type-incorrect')?.correction?.par).toBe('0.5');
});
