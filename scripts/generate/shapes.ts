import {
  followReference,
  inventoryName,
  type Place,
  type Schema,
  type SchemaFiles,
} from '../../src/study/schema/files.js';
import type { JsonType, Shape } from '../../src/study/shape.js';

const typesOf = (schema: Schema | undefined): JsonType[] | undefined =>
  schema?.type === undefined ? undefined : ([schema.type].flat() as JsonType[]);

function union(a: JsonType[] | undefined, b: JsonType[] | undefined): JsonType[] | undefined {
  return a && b ? [...new Set([...a, ...b])] : undefined;
}

/** Adds to `target` what `source` says and it does not. */
function complete(target: Shape, source: Shape): void {
  for (const [key, shape] of Object.entries(source.properties ?? {})) {
    target.properties ??= {};
    const known = target.properties[key];
    if (known) complete(known, shape);
    else target.properties[key] = shape;
  }
  const { properties: _, types: __, ...rest } = source;
  Object.assign(target, { ...rest, ...target });
}

function shapeOf({ schema, file }: Place, files: SchemaFiles): Shape {
  const shape: Shape = {};
  const types = typesOf(schema);
  if (types) shape.types = types;
  if (schema.description) shape.description = schema.description;
  if (schema['x-reference']) shape.reference = schema['x-reference'];
  if (schema['x-personnel']) shape.personal = true;
  if (schema['x-date']) shape.date = true;
  if (schema['x-interne']) shape.internal = true;
  if (schema['x-cle']) shape.cle = schema['x-cle'];
  if (schema['x-documentaire']) shape.documentary = schema['x-documentaire'];
  if (types?.includes('number') && (schema.maximum === 1 || schema['x-part'])) shape.share = true;
  if (schema.enum) shape.choices = schema.enum.map(String);
  if (schema.required) shape.required = schema.required;
  if (schema.pattern && schema.description) shape.expected = schema.description;
  if (typeof schema.examples?.[0] === 'string') shape.example = schema.examples[0];
  if (schema.propertyNames?.['x-reference']) shape.keyReference = schema.propertyNames['x-reference'];
  if (schema.items) shape.items = shapeOf({ schema: schema.items, file }, files);
  if (typeof schema.additionalProperties === 'object')
    shape.values = shapeOf({ schema: schema.additionalProperties, file }, files);
  if (schema.properties) {
    shape.properties = {};
    for (const [key, child] of Object.entries(schema.properties))
      shape.properties[key] = shapeOf({ schema: child, file }, files);
  }
  if (schema.$ref) {
    const target = shapeOf(followReference(schema.$ref, file, files), files);
    if (!shape.types && target.types) shape.types = target.types;
    complete(shape, target);
  }
  const branches = [schema.then, schema.else].filter((branch) => branch !== undefined);
  const merged = branches.map((branch) => shapeOf({ schema: branch, file }, files));
  if (!shape.types && merged.length === 2) {
    const [whenTrue, whenFalse] = merged;
    const all = union(whenTrue?.types ?? typesOf(schema.if), whenFalse?.types);
    if (all) shape.types = all;
  }
  for (const part of schema.allOf ?? []) merged.push(shapeOf({ schema: part, file }, files));
  for (const part of merged) complete(shape, part);
  return shape;
}

export function shapesSource(files: SchemaFiles): string {
  const shapes: Record<string, Shape> = {};
  for (const [file, schema] of files) {
    const name = inventoryName(schema);
    if (name === undefined) continue;
    shapes[name] = shapeOf({ schema: schema['x-collection'] && schema.else ? schema.else : schema, file }, files);
  }
  const json = JSON.stringify(JSON.stringify(shapes));
  return `import type { Shape } from './shape.js';\n\n/** Shape of one entry of each collection, and of each document, by name. */\nexport const SHAPES = JSON.parse(${json}) as Record<string, Shape>;\n`;
}
