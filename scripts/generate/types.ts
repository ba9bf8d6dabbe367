import { compile } from 'json-schema-to-typescript';
import { followReference, inventoryName, type Schema, type SchemaFiles } from '../../src/study/schema/files.js';

/** Shared definitions that keep a name of their own in the types; the others are written in place. */
const NAMED = new Set(['fiabilite', 'montant', 'fourchette']);

const pascal = (name: string): string =>
  name.replaceAll(/(?:^|[-_])(\w)/g, (_, letter: string) => letter.toUpperCase());

/** All entry schemas in one, with local references only, and without what types cannot say. */
function bundle(files: SchemaFiles): Schema {
  const definitions: Record<string, Schema> = {};

  const define = (name: string, schema: Schema, file: string): void => {
    if (definitions[name]) return;
    definitions[name] = {};
    definitions[name] = { ...plain(schema, file, name), title: name };
  };

  const plain = (schema: Schema, file: string, owner: string): Schema => {
    if (schema.$ref) {
      const { $ref, ...closer } = schema;
      const target = followReference($ref, file, files);
      const shared = inventoryName(files.get(target.file) ?? {}) === undefined;
      if (shared && !NAMED.has(target.name)) return { ...plain(target.schema, target.file, owner), ...closer };
      const name = target.schema.title ?? (shared ? pascal(target.name) : owner + pascal(target.name));
      define(name, target.schema, target.file);
      return { $ref: `#/$defs/${name}` };
    }
    const { $schema, $id, $defs, if: _, then: __, else: ___, allOf, propertyNames, title, ...kept } = schema;
    const result: Schema = { ...kept };
    if (schema.items) result.items = plain(schema.items, file, owner);
    if (typeof schema.additionalProperties === 'object')
      result.additionalProperties = plain(schema.additionalProperties, file, owner);
    if (schema.properties)
      result.properties = Object.fromEntries(
        Object.entries(schema.properties).map(([key, child]) => [key, plain(child, file, owner)]),
      );
    return result;
  };

  for (const [file, root] of files) {
    if (inventoryName(root) === undefined) continue;
    const entry = root['x-collection'] && root.else?.$ref ? followReference(root.else.$ref, file, files).schema : root;
    if (!entry.title) throw new Error(`${file}: its entry has no title`);
    define(entry.title, entry, file);
  }
  const properties = Object.fromEntries(Object.keys(definitions).map((name) => [name, { $ref: `#/$defs/${name}` }]));
  return { title: 'Inventaires', type: 'object', additionalProperties: false, properties, $defs: definitions };
}

export async function typesSource(files: SchemaFiles): Promise<string> {
  const source = await compile(bundle(files) as Parameters<typeof compile>[0], 'Inventaires', {
    bannerComment: '',
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  return source.replace(/export interface Inventaires \{[^}]*\}\n/, '');
}
