/**
 * Whether a value meets its schema, and nothing else: the schemas themselves, small, are walked. What a sound study needs is no more than that answer;
 * the validators that name each fault are twenty times as long to load, and are so only for a file that has one.
 */

import { isDeepStrictEqual } from 'node:util';
import { type Fields, isRecord } from '../record.js';
import { INVENTORIES, SCHEMAS } from '../schemas.gen.js';
import type { BareSchema } from '../shape.js';

type Test = (value: unknown) => boolean;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const TYPES: Readonly<Record<string, Test>> = {
  string: (value) => typeof value === 'string',
  number: isNumber,
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  object: isRecord,
  array: Array.isArray,
  null: (value) => value === null,
};

const isLong = (text: string, least: number): boolean => text.length >= 2 * least || [...text].length >= least;

function areDistinct(list: readonly unknown[]): boolean {
  const things = list.filter((one) => typeof one === 'object' && one !== null);
  if (new Set(list).size < list.length) return false;
  return things.every((one, rank) => !things.slice(0, rank).some((other) => isDeepStrictEqual(one, other)));
}

/** The numeric, textual and list bounds of a schema; each is without effect on a value of another type. */
function boundsOf(schema: BareSchema): Test[] {
  const tests: Test[] = [];
  const number = (bound: number | undefined, holds: (value: number, bound: number) => boolean): void => {
    if (bound !== undefined) tests.push((value) => !isNumber(value) || holds(value, bound));
  };
  number(schema.minimum, (value, bound) => value >= bound);
  number(schema.maximum, (value, bound) => value <= bound);
  number(schema.exclusiveMinimum, (value, bound) => value > bound);
  number(schema.exclusiveMaximum, (value, bound) => value < bound);
  const { pattern, minLength, minItems, maxItems, uniqueItems } = schema;
  if (minLength !== undefined) tests.push((value) => typeof value !== 'string' || isLong(value, minLength));
  if (pattern !== undefined) {
    const form = new RegExp(pattern, 'u');
    tests.push((value) => typeof value !== 'string' || form.test(value));
  }
  if (minItems !== undefined) tests.push((value) => !Array.isArray(value) || value.length >= minItems);
  if (maxItems !== undefined) tests.push((value) => !Array.isArray(value) || value.length <= maxItems);
  if (uniqueItems) tests.push((value) => !Array.isArray(value) || areDistinct(value));
  return tests;
}

/** What an object must have and may have. */
function fieldsOf(schema: BareSchema, file: string): Test[] {
  const tests: Test[] = [];
  const { required, minProperties, maxProperties } = schema;
  const on = (holds: (value: Fields) => boolean): void => {
    tests.push((value) => !isRecord(value) || holds(value));
  };
  if (required) on((value) => required.every((key) => value[key] !== undefined));
  if (minProperties !== undefined) on((value) => Object.keys(value).length >= minProperties);
  if (maxProperties !== undefined) on((value) => Object.keys(value).length <= maxProperties);
  const names = schema.propertyNames && testOf(schema.propertyNames, file);
  if (names) on((value) => Object.keys(value).every(names));
  const own = new Map(Object.entries(schema.properties ?? {}).map(([key, child]) => [key, testOf(child, file)]));
  const others = schema.additionalProperties ?? true;
  const other = typeof others === 'object' ? testOf(others, file) : (): boolean => others;
  if (own.size > 0 || others !== true)
    on((value) =>
      Object.keys(value).every((key) => {
        const test = own.get(key);
        return test ? value[key] === undefined || test(value[key]) : other(value[key]);
      }),
    );
  return tests;
}

/** Definitions, by file and name, made when first met: they may name one another. */
const definitions = new Map<string, Test>();

function definitionOf(ref: string, file: string): Test {
  const [name = '', pointer = ''] = ref.split('#');
  const holder = name === '' ? file : name;
  const key = `${holder}#${pointer}`;
  return (value) => {
    let test = definitions.get(key);
    if (!test) {
      const target = SCHEMAS[holder];
      const found = pointer === '' ? target : target?.$defs?.[pointer.replace(/^\/\$defs\//, '')];
      if (!found) throw new Error(`no definition "${ref}" for ${file}`);
      test = testOf(found, holder);
      definitions.set(key, test);
    }
    return test(value);
  };
}

function testOf(schema: BareSchema, file: string): Test {
  const tests: Test[] = [];
  if (schema.$ref !== undefined) tests.push(definitionOf(schema.$ref, file));
  if (schema.type !== undefined) {
    const types = [schema.type].flat().map((type) => TYPES[type] ?? ((): boolean => false));
    const [only] = types;
    tests.push(only && types.length === 1 ? only : (value) => types.some((test) => test(value)));
  }
  const { enum: choices, if: condition, then: yes, else: no } = schema;
  if (choices) tests.push((value) => choices.includes(value));
  if ('const' in schema) tests.push((value) => value === schema.const);
  tests.push(...boundsOf(schema), ...fieldsOf(schema, file));
  if (schema.items) {
    const item = testOf(schema.items, file);
    tests.push((value) => !Array.isArray(value) || value.every(item));
  }
  for (const part of schema.allOf ?? []) tests.push(testOf(part, file));
  if (condition) {
    const [when, then, otherwise] = [condition, yes ?? {}, no ?? {}].map((part) => testOf(part, file));
    if (when && then && otherwise) tests.push((value) => (when(value) ? then(value) : otherwise(value)));
  }
  const [only] = tests;
  return only && tests.length === 1 ? only : (value) => tests.every((test) => test(value));
}

/**
 * Whether what a file of data holds meets the schema of its inventory: the answer of the validator of `validators.gen.ts`, on any value that YAML or JSON
 * can write.
 */
export function schemaHolds(inventory: string, value: unknown): boolean {
  const file = INVENTORIES[inventory];
  if (file === undefined) throw new Error(`no schema for "${inventory}"`);
  return definitionOf(file, file)(value);
}
