/** What the loader needs to know of a schema at run time; generated from `schemas/` into `shapes.gen.ts`. */

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

/** A schema flattened: references followed, conditional branches merged. */
export interface Shape {
  /** Types that the value may have; absent when any is allowed. */
  types?: JsonType[];
  description?: string;
  properties?: Record<string, Shape>;
  items?: Shape;
  /** Shape of the values of a map with free keys. */
  values?: Shape;
  /** Collection or vocabulary whose ids the value takes, such as `acteurs`, `etude.publics`, `territoire.communes#code`. */
  reference?: string;
  /** Same for the keys of a map. */
  keyReference?: string;
  /** Personal data. */
  personal?: true;
  /** A date, whole or partial (`2018`, `2018-02`, `2018-02-15`). */
  date?: true;
  /** A share: a number that 1 bounds, or of which the schema says so (`x-part`), so that « 64 % » is 0.64. */
  share?: true;
  /** A judgement: what is handed over does not hold it. */
  internal?: true;
  /** Nothing is computed from it, and no page shows it: why, in French. The workbooks list it (`exhibits/precisions.ts`). */
  documentary?: string;
  /** What tells the lines of a list apart: two that agree on all of these are one line written twice. */
  cle?: string[];
  /** Words among which the value is taken. */
  choices?: string[];
  /** Keys that an object cannot do without. */
  required?: string[];
  /** What a pattern asks for, in French, and one example of it. */
  expected?: string;
  example?: string;
}

/** One fault found by a precompiled validator. */
export interface SchemaError {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
  /** Set when the fault lies in a key of a map, not in a value. */
  propertyName?: string;
}

export interface Validate {
  (data: unknown): boolean;
  errors?: SchemaError[] | null;
}

/** The keywords that the project's schemas use, without annotations (`scripts/generate/holds.ts` refuses another one). */
export interface BareSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, BareSchema>>;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: BareSchema;
  readonly properties?: Readonly<Record<string, BareSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | BareSchema;
  readonly propertyNames?: BareSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly if?: BareSchema;
  readonly then?: BareSchema;
  readonly else?: BareSchema;
  readonly allOf?: readonly BareSchema[];
}
