import type { Schema } from '../../study/schema/files.js';
import type { Inventory, SchemaSet } from './schemas.js';

/** What the data may say at one place, in words. */
export interface Field {
  path: string;
  description: string;
  type: string;
  required: boolean;
  values: string[];
  example: string | undefined;
  reference: string | undefined;
  personal: boolean;
  /** Shown by the internal edition alone. */
  internal: boolean;
  /** Why nothing is computed from it. */
  documentary: string | undefined;
  /** Names of the fields below, for an object or a list of objects; a star marks those that must be there. */
  fields: string[];
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'texte',
  integer: 'nombre entier',
  number: 'nombre',
  boolean: 'true ou false',
  array: 'liste',
  object: 'ensemble de champs',
  null: 'vide',
};

interface Place {
  schema: Schema;
  file: string;
}

/** The schema whose fields can be named: the items of a list, the values of a map. */
function inside(place: Place, set: SchemaSet): Place {
  const { schema, file } = set.resolve(place.schema, place.file);
  if (schema.items !== undefined) return inside({ schema: schema.items, file }, set);
  if (schema.properties === undefined && typeof schema.additionalProperties === 'object') {
    return inside({ schema: schema.additionalProperties, file }, set);
  }
  return { schema, file };
}

function typeText(place: Place, set: SchemaSet): string {
  const { schema, file } = set.resolve(place.schema, place.file);
  if (schema.if !== undefined && schema.then !== undefined && schema.else !== undefined && schema.type === undefined) {
    return `${typeText({ schema: schema.else, file }, set)}, ou ${typeText({ schema: schema.then, file }, set)}`;
  }
  if (schema.items !== undefined) return `liste (${typeText({ schema: schema.items, file }, set)})`;
  if (schema.enum !== undefined) return 'un mot de la liste ci-dessous';
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  const bounds = [
    ...(schema.minimum === undefined ? [] : [`à partir de ${schema.minimum}`]),
    ...(schema.maximum === undefined ? [] : [`jusqu'à ${schema.maximum}`]),
  ].join(' ');
  const named = types.map((type) => TYPES[type] ?? type).join(' ou ') || 'valeur libre';
  return bounds === '' ? named : `${named} ${bounds}`;
}

function firstExample(place: Place, set: SchemaSet): string | undefined {
  const { schema, file } = set.resolve(place.schema, place.file);
  const [example] = schema.examples ?? [];
  if (example !== undefined) return typeof example === 'string' ? example : JSON.stringify(example);
  if (schema.items === undefined) return undefined;
  const item = firstExample({ schema: schema.items, file }, set);
  return item === undefined ? undefined : `[${item}]`;
}

/** Names of the fields that can follow the ones typed so far, and the field itself when the whole path exists. */
export function findField(
  inventory: Inventory,
  names: readonly string[],
  set: SchemaSet,
): { field: Field | undefined; known: string[]; reached: string[] } {
  let parent: Place = inside({ schema: inventory.entry, file: `${inventory.name}.schema.json` }, set);
  let place = parent;
  const reached: string[] = [];
  let required = true;
  for (const name of names) {
    parent = inside(place, set);
    const next = parent.schema.properties?.[name];
    if (next === undefined) return { field: undefined, known: Object.keys(parent.schema.properties ?? {}), reached };
    required = parent.schema.required?.includes(name) ?? false;
    place = { schema: next, file: parent.file };
    reached.push(name);
  }
  const { schema } = set.resolve(place.schema, place.file);
  const below = inside(place, set);
  return {
    field: {
      path: [inventory.name, ...names].join('.'),
      description: schema.description ?? below.schema.description ?? '',
      type: typeText(place, set),
      required,
      values: (below.schema.enum ?? []).map(String),
      example: firstExample(place, set),
      reference: below.schema['x-reference'] ?? below.schema.propertyNames?.['x-reference'],
      internal: schema['x-interne'] === true,
      documentary: schema['x-documentaire'] ?? below.schema['x-documentaire'],
      personal: schema['x-personnel'] === true || below.schema['x-personnel'] === true,
      fields: Object.keys(below.schema.properties ?? {}).map((name) =>
        below.schema.required?.includes(name) ? `${name} *` : name,
      ),
    },
    known: Object.keys(below.schema.properties ?? {}),
    reached,
  };
}
