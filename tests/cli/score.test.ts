/** `atelier score` and the explanation of an indicator, on the example study. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyserScenarios } from '../../src/analysis/scenarios/index.js';
import { mesureSure } from '../../src/analysis/scenarios/indicateurs/indicateurs.js';
import { etudeDe } from '../support/composed.js';
import { runIn, type Said } from '../support/in-process.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const run = (...args: string[]): Promise<Said> => runIn(root, ...args);

interface Score {
  graine: number;
  tirages: number;
  scenarios: { id: string; rang: number; score: number; contributions: Record<string, number> }[];
  criteres: { id: string; poids: number }[];
}
const json = async (...args: string[]): Promise<Score> =>
  JSON.parse((await run('score', '--json', '--tirages', '200', ...args)).stdout) as Score;

describe('atelier score', () => {
  it('shows ranks, bars, the conclusion and the tests that fail, without jargon', async () => {
    const { code, stdout } = await run('score', '--tirages', '500');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^1 .*█/m);
    // The cost and the tests are those that the documents print.
    expect(stdout.replace(/\s/g, ' ')).toMatch(/Intégré +215 k€ .*6 sur 10, 3 sous condition/);
    expect(stdout).toMatch(/tests non satisfaits/);
    expect(stdout).toMatch(/500 tirages, graine/);
    expect(stdout).not.toMatch(/phi\b|acceptabilit|undefined|Infinity/i);
    expect(stdout).not.toMatch(/\bCR\b|\bNaN\b/);
  });

  it('gives the most probable cost that the documents give', async () => {
    const { scenarios } = analyserScenarios(await etudeDe('modeles/exemple'), { tirages: 50 });
    const { stdout } = await runIn(join(root, 'modeles/exemple'), 'score', '--tirages', '100');
    for (const { chiffrage } of scenarios)
      expect(stdout).toContain(`${Math.round(mesureSure(chiffrage, 'cout_annuel') / 1000)} k€`);
  });

  it('tells a script scores that are the sum of their contributions', async () => {
    const { scenarios, tirages } = await json();
    expect(tirages).toBe(200);
    expect(scenarios).toHaveLength(3);
    for (const { score, contributions } of scenarios)
      expect(Object.values(contributions).reduce((a, b) => a + b, 0)).toBeCloseTo(score, 9);
  });

  it('tries other weights, leaves a scenario out, takes a seed', async () => {
    const { criteres, scenarios, graine } = await json(
      '--poids',
      'cout-annuel=100',
      '--sans',
      'relais-proximite',
      '--graine',
      '5',
    );
    expect(graine).toBe(5);
    expect(scenarios.map(({ id }) => id).sort()).toEqual(['atelier-integre', 'reseau-anime']);
    const poids = (id: string) => criteres.find((c) => c.id === id)?.poids ?? 0;
    expect(poids('cout-annuel') / poids('demandes')).toBeCloseTo(5, 9);
  });

  it.each([
    [['--poids', 'cout-anuel=3'], /« cout-anuel ».*« cout-annuel »/],
    [['--poids', 'cout-annuel=beaucoup'], /critère=valeur/],
    [['--sans', 'reseau'], /« reseau ».*reseau-anime/],
    [['--tirages', '3'], /au moins 100/],
  ])('%j exits with 2 and says what to type', async (args, message) => {
    const { code, stderr } = await run('score', ...args);
    expect(code).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toMatch(message);
  });
});

describe('atelier explain scenarios.…', () => {
  it('goes from a figure down to the file and the line', async () => {
    const { code, stdout } = await run('explain', 'scenarios.reseau-anime.cout_total');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Calcul : somme \(dépenses, sur 3 ans\)/);
    expect(stdout).toMatch(/data\/scenarios\/reseau-anime\.yaml:\d+ · illustratif/);
  });

  it('proposes the nearest indicator and scenario', async () => {
    expect((await run('explain', 'scenarios.reseau-anime.cout_totl')).stderr).toMatch(/cout_total/);
    const { code, stderr } = await run('explain', 'scenarios.reseau-anim.cout_total');
    expect(code).toBe(2);
    expect(stderr).toMatch(/« reseau-anime »/);
  });
});
