/** The schemas as an explanation reads them: one inventory each, references followed. */
import { followReference, inventoryName, type Place, readSchemaFiles, type Schema } from '../../study/schema/files.js';

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
  resolve(schema: Schema, file: string): Place;
}

export function readSchemas(folder: string): SchemaSet {
  const files = readSchemaFiles(folder);

  const resolve = (schema: Schema, file: string): Place => {
    if (schema.$ref === undefined) return { schema, file };
    const { $ref, ...closer } = schema;
    const target = followReference($ref, file, files);
    const followed = resolve(target.schema, target.file);
    return { schema: { ...followed.schema, ...closer }, file: followed.file };
  };

  const inventories: Inventory[] = [];
  for (const [file, root] of files) {
    const name = inventoryName(root);
    if (name === undefined) continue;
    const list = root['x-collection'] !== undefined;
    const entry = list ? resolve(root.else ?? root, file).schema : root;
    inventories.push({ name, list, entry, description: root.description ?? '' });
  }
  return { inventories, resolve };
}
