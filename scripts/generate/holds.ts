import { inventoryName, type Schema, type SchemaFiles } from '../../src/study/schema/files.js';
import { bare } from './validators.js';

/** What `src/study/schema/holds.ts` acts on. */
const KEYWORDS = new Set([
  '$ref',
  '$defs',
  'type',
  'enum',
  'const',
  'pattern',
  'minLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minItems',
  'maxItems',
  'uniqueItems',
  'items',
  'properties',
  'required',
  'additionalProperties',
  'propertyNames',
  'minProperties',
  'maxProperties',
  'if',
  'then',
  'else',
  'allOf',
]);

/** @throws when a schema uses what the walk of schemas does not know: it would say yes to any value there. */
function refuseOthers(schema: Schema, place: string): void {
  for (const key of Object.keys(schema))
    if (!KEYWORDS.has(key)) throw new Error(`${place}: "${key}" is not known by src/study/schema/holds.ts`);
  for (const value of [...(schema.enum ?? []), ...('const' in schema ? [schema.const] : [])])
    if (typeof value === 'object' && value !== null)
      throw new Error(`${place}: a choice is a text, a number or a boolean`);
  if (schema.$ref !== undefined && !/^([^#]+|[^#]*#\/\$defs\/[^/~%]+)$/.test(schema.$ref))
    throw new Error(`${place}: "${schema.$ref}" is not a definition`);
  const children = Object.entries({
    ...schema.properties,
    ...schema.$defs,
    ...(schema.allOf && Object.fromEntries(schema.allOf.entries())),
  });
  for (const [key, child] of children) refuseOthers(child, `${place}/${key}`);
  for (const key of ['items', 'propertyNames', 'if', 'then', 'else', 'additionalProperties'] as const) {
    const child = schema[key];
    if (typeof child === 'object') refuseOthers(child, `${place}/${key}`);
  }
}

/** The schemas without annotations, as text that is parsed faster than code is; and the file of each inventory. */
export function schemasSource(files: SchemaFiles): string {
  const schemas = Object.fromEntries(
    [...files].map(([file, schema]) => {
      const { $schema, $id, ...kept } = bare(schema);
      refuseOthers(kept, file);
      return [file, kept];
    }),
  );
  const inventories = Object.fromEntries(
    [...files].flatMap(([file, schema]) => {
      const name = inventoryName(schema);
      return name === undefined ? [] : [[name, file]];
    }),
  );
  return `import type { BareSchema } from './shape.js';

/** Schemas without annotations, by file name. */
export const SCHEMAS: Readonly<Record<string, BareSchema>> = JSON.parse(${JSON.stringify(JSON.stringify(schemas))});

/** File of the schema of each collection or document. */
export const INVENTORIES: Readonly<Record<string, string>> = ${JSON.stringify(inventories)};
`;
}
