import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { inventoryName, type Schema, type SchemaFiles } from './schemas.js';

const identifier = (name: string): string => name.replaceAll('-', '_');

/** What a validator acts on: no annotation, since the code that ajv writes carries whole schemas. */
function bare(schema: Schema): Schema {
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

/** ESM code has no `require`: the few helpers of ajv are imported, as the CommonJS modules that they are. */
function withImports(code: string): string {
  const imports = new Map<string, string>();
  const body = code.replaceAll(/require\("(ajv\/dist\/runtime\/(\w+))"\)/g, (_, path: string, name: string) => {
    imports.set(`${name}Module`, `${path}.js`);
    return `${name}Module`;
  });
  if (/\brequire\(/.test(body)) throw new Error('the validators require something else than the run time of ajv');
  const lines = [...imports].map(([name, path]) => `import ${name} from '${path}';\n`);
  return lines.join('') + body.replace(/^"use strict";/, '');
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
  return `// @ts-nocheck\nimport type { Validate } from './shape.js';\n${withImports(standalone.default(ajv, exports))}
/** One validator a file of data, by name of collection or document. */
export const VALIDATORS: Readonly<Record<string, Validate>> = {\n${table}};\n`;
}
