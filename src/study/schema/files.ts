/** The schemas of the inventories as files: what the generated code and `atelier explain` are made from. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The part of JSON Schema that the project's schemas use. */
export interface Schema {
  $schema?: string;
  $id?: string;
  $ref?: string;
  $defs?: Record<string, Schema>;
  title?: string;
  description?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  examples?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  if?: Schema;
  then?: Schema;
  else?: Schema;
  allOf?: Schema[];
  tsType?: string;
  'x-collection'?: string;
  'x-document'?: string;
  'x-reference'?: string;
  'x-personnel'?: boolean;
  'x-date'?: boolean;
  'x-part'?: boolean;
  'x-interne'?: boolean;
  'x-documentaire'?: string;
  'x-cle'?: string[];
}

/** All schemas by file name (`acteurs.schema.json`). */
export type SchemaFiles = ReadonlyMap<string, Schema>;

/** A schema and the file in which its local references hold. */
export interface Place {
  schema: Schema;
  file: string;
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** The `*.schema.json` files of a folder, in the order of their names; throws where one does not name itself in `$id`. */
export function readSchemaFiles(folder: string): SchemaFiles {
  const files = new Map<string, Schema>();
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.schema.json')) continue;
    const content: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    if (!isSchema(content) || content.$id !== name) throw new Error(`${name}: "$id" must be the file's name`);
    files.set(name, content);
  }
  return files;
}

/** Name of the collection or document that a file describes; undefined for shared definitions. */
export const inventoryName = (schema: Schema): string | undefined => schema['x-collection'] ?? schema['x-document'];

/** The place that a reference such as `commun.schema.json#/$defs/id` or `#/$defs/acteur` names, and the definition's name; throws where there is none. */
export function followReference(reference: string, file: string, files: SchemaFiles): Place & { name: string } {
  const [target = '', pointer = ''] = reference.split('#');
  const home = target === '' ? file : target;
  const name = pointer.replace('/$defs/', '');
  const schema = pointer === '' ? files.get(home) : files.get(home)?.$defs?.[name];
  if (schema === undefined) throw new Error(`${file}: nothing at "${reference}"`);
  return { schema, file: home, name };
}
