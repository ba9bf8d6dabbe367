/** The walk of schemas and the precompiled validators: one answer, on what the studies of the project hold and on what it becomes when spoilt. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaHolds } from '../../src/study/schema/holds.js';
import { VALIDATORS } from '../../src/study/validators.gen.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What any value is replaced by. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  '',
  '2018-02-15',
  '😀',
  true,
  0,
  -0.5,
  4,
  101,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  [],
  ['x', 'x'],
  [0, -0],
  [{ id: 'x' }, { id: 'x' }],
  [undefined],
  {},
  { id: 'x', autre: null },
];

/** The same with lists of two elements at most: they are alike. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, shortened(child)]));
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name));

/** Entries of a study's files, each with its inventory. */
const samples = [...filesIn(join(root, 'data')), ...filesIn(join(root, 'tests/fixtures/autre-etude'))].flatMap(
  (path) => {
    const inventory = basename(path, '.yaml') in VALIDATORS ? basename(path, '.yaml') : basename(join(path, '..'));
    if (!(inventory in VALIDATORS)) return [];
    const value: unknown = parse(readFileSync(path, 'utf8'), { intAsBigInt: false });
    return (Array.isArray(value) ? value : [value]).map((entry: unknown) => ({ inventory, entry: shortened(entry) }));
  },
);

/** Each value of a tree that stands under a kind of place not met before, with the steps that lead to it. */
function placesOf(value: unknown, steps: (string | number)[], met: Set<string>, kind: string): (string | number)[][] {
  const own = met.has(kind) ? [] : [steps];
  met.add(kind);
  if (typeof value !== 'object' || value === null) return own;
  const below = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [
    ...own,
    ...below.flatMap(([step, child]) =>
      placesOf(child, [...steps, step], met, `${kind}/${typeof step === 'number' ? '*' : step}`),
    ),
  ];
}

/** A copy of a tree with another value at a place. */
function withAt(value: unknown, [step, ...rest]: (string | number)[], placed: unknown): unknown {
  if (step === undefined) return placed;
  if (Array.isArray(value)) return value.map((one, i) => (i === step ? withAt(one, rest, placed) : one));
  const fields = value as Record<string, unknown>;
  return { ...fields, [step]: withAt(fields[step], rest, placed) };
}

describe('the walk of schemas', () => {
  it('answers as the validators do, for each kind of place of the studies and each odd value put there', () => {
    const met = new Set<string>();
    const differing: string[] = [];
    const answers = { true: 0, false: 0 };
    const compare = (inventory: string, value: unknown, place: string): void => {
      const said = schemaHolds(inventory, value);
      answers[said ? 'true' : 'false']++;
      if (said !== VALIDATORS[inventory]?.(value)) differing.push(`${inventory} ${place}`);
    };
    for (const { inventory, entry } of samples) {
      compare(inventory, entry, 'as it is');
      compare(inventory, [entry], 'in a list');
      compare(inventory, [entry, entry], 'twice');
      for (const steps of placesOf(entry, [], met, inventory)) {
        const place = steps.join('/');
        for (const [i, odd] of ODD.entries()) compare(inventory, withAt(entry, steps, odd), `${place} = ODD[${i}]`);
        const own = steps.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], entry);
        if (Array.isArray(own)) compare(inventory, withAt(entry, steps, [...own, ...own]), `${place} twice`);
        else if (typeof own === 'object' && own !== null) {
          compare(inventory, withAt(entry, steps, { ...own, champ_inconnu: 1 }), `${place} with another key`);
          compare(inventory, withAt(entry, steps, { ...own, '': 1 }), `${place} with an empty key`);
        } else if (typeof own === 'string')
          compare(inventory, withAt(entry, steps, `${own} `), `${place} with a blank`);
      }
    }
    expect(differing).toEqual([]);
    // Answers that are all the same would prove little.
    expect(answers.true).toBeGreaterThan(2_000);
    expect(answers.false).toBeGreaterThan(10_000);
  });
});
