import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { inventoryName, type Schema, type SchemaFiles } from '../../src/study/schema/files.js';

const identifier = (name: string): string => name.replaceAll('-', '_');

/** What a validator acts on: no annotation, since the code that ajv writes carries whole schemas. */
export function bare(schema: Schema): Schema {
  const { title, description, examples, tsType, ...kept } = schema;
  const rest = Object.fromEntries(Object.entries(kept).filter(([key]) => !key.startsWith('x-'))) as Schema;
  const each = (map: Record<string, Schema>): Record<string, Schema> =>
    Object.fromEntries(Object.entries(map).map(([key, child]) => [key, bare(child)]));
  for (const key of ['items', 'propertyNames', 'if', 'then', 'else'] as const) {
    const child = rest[key];
    if (child) rest[key] = bare(child);
  }
  if (rest.properties) rest.properties = each(rest.properties);
  if (rest.$defs) rest.$defs = each(rest.$defs);
  if (rest.allOf) rest.allOf = rest.allOf.map(bare);
  if (typeof rest.additionalProperties === 'object') rest.additionalProperties = bare(rest.additionalProperties);
  return rest;
}

/** Length of a text in characters, as JSON Schema counts them: the one helper that the validators take from ajv's run time. */
const LENGTH = 'const ucs2length = { default: (text: string): number => [...text].length };\n';

/** ESM code has no `require`, and a module of ajv has not the same shape for every loader: its helper is written out. */
function withoutRequire(code: string): string {
  const body = code.replaceAll('require("ajv/dist/runtime/ucs2length")', 'ucs2length');
  if (/\brequire\(/.test(body)) throw new Error('the validators require something else than the length of a text');
  return (body === code ? '' : LENGTH) + body.replace(/^"use strict";/, '');
}

export function validatorsSource(files: SchemaFiles): string {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    inlineRefs: false,
    strict: true,
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    code: { source: true, esm: true, lines: false, optimize: 2 },
  });
  const names: string[] = [];
  const exports: Record<string, string> = {};
  for (const [file, schema] of files) {
    ajv.addSchema(bare(schema));
    const name = inventoryName(schema);
    if (name === undefined) continue;
    names.push(name);
    exports[identifier(name)] = file;
  }
  const table = names.map((name) => `  ${JSON.stringify(name)}: ${identifier(name)},\n`).join('');
  return `// @ts-nocheck\nimport type { Validate } from './shape.js';\n${withoutRequire(standalone.default(ajv, exports))}
/** One validator a file of data, by name of collection or document. */
export const VALIDATORS: Readonly<Record<string, Validate>> = {\n${table}};\n`;
}
