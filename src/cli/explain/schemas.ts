import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The part of JSON Schema that the project's schemas use, as far as an explanation needs it. */
export interface Schema {
  $id?: string;
  $ref?: string;
  $defs?: Record<string, Schema>;
  title?: string;
  description?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  examples?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  if?: Schema;
  then?: Schema;
  else?: Schema;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  minItems?: number;
  'x-collection'?: string;
  'x-document'?: string;
  'x-reference'?: string;
  'x-personnel'?: boolean;
  'x-interne'?: boolean;
  'x-documentaire'?: string;
}

/** A collection or single document: its file name, and the schema of one entry. */
export interface Inventory {
  name: string;
  /** True for a list of entries, false for a single document such as the study itself. */
  list: boolean;
  entry: Schema;
  description: string;
}

export interface SchemaSet {
  inventories: Inventory[];
  /** Follows `$ref` until a schema with a shape; its neighbours (such as a closer description) win. */
  resolve(schema: Schema, file: string): { schema: Schema; file: string };
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

export function readSchemas(folder: string): SchemaSet {
  const files = new Map<string, Schema>();
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.schema.json')) continue;
    const content: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    if (isSchema(content)) files.set(name, content);
  }

  const resolve = (schema: Schema, file: string): { schema: Schema; file: string } => {
    if (schema.$ref === undefined) return { schema, file };
    const [target = '', pointer = ''] = schema.$ref.split('#');
    const home = target === '' ? file : target;
    const definition = /^\/\$defs\/(.+)$/.exec(pointer)?.[1];
    const found = definition === undefined ? files.get(home) : files.get(home)?.$defs?.[definition];
    if (found === undefined) return { schema, file };
    const { $ref: _, ...closer } = schema;
    const followed = resolve(found, home);
    return { schema: { ...followed.schema, ...closer }, file: followed.file };
  };

  const inventories: Inventory[] = [];
  for (const [file, root] of files) {
    const collection = root['x-collection'];
    const name = collection ?? root['x-document'];
    if (name === undefined) continue;
    const entry = collection === undefined ? root : resolve(root.else ?? root, file).schema;
    inventories.push({ name, list: collection !== undefined, entry, description: root.description ?? '' });
  }
  return { inventories, resolve };
}
