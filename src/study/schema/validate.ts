/** From the faults that the precompiled validators find to diagnostics that a consultant reads. */

import { plusProche } from '../../texte/ordre.js';
import { diagnostic } from '../codes/codes.js';
import type { Correction, Diagnostic, Plage } from '../diagnostic.js';
import { pathOf, type StudyFile } from '../files/study-file.js';
import { isRecord } from '../record.js';
import type { SchemaError, Shape, Validate } from '../shape.js';
import { SHAPES } from '../shapes.gen.js';
import { avec, cleCorrecte, correction, correctionDeCle, valeurCorrecte } from '../valeurs/corrections.js';
import { decimalesCorrectes, motsQuiSuivent, texteRecolle } from '../valeurs/virgules.js';
import { lineAt } from '../yaml/line.js';
import { placeOfKey, placeOfKeyIn, placeOfValue, type Step } from '../yaml/locate.js';
import { between, takesAnyText } from '../yaml/sans-guillemets.js';
import { schemaHolds } from './holds.js';
import { type Fault, faultOf } from './messages.js';

/** Keywords that only say that another one failed. */
const WRAPPERS = new Set(['if', 'propertyNames', 'allOf']);

const unescaped = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');

/** Steps of a JSON pointer; the value tells an index from a key. */
function stepsOf(pointer: string, root: unknown): Step[] {
  let value = root;
  return pointer
    .split('/')
    .slice(1)
    .map((token) => {
      const step = Array.isArray(value) ? Number(token) : unescaped(token);
      value = (value as Record<Step, unknown> | undefined)?.[step];
      return step;
    });
}

function shapeAt(root: Shape, steps: readonly Step[]): Shape | undefined {
  let shape: Shape | undefined = root;
  for (const step of steps)
    shape = typeof step === 'number' ? shape?.items : (shape?.properties?.[step] ?? shape?.values);
  return shape;
}

function valueAt(root: unknown, steps: readonly Step[]): unknown {
  let value = root;
  for (const step of steps) value = (value as Record<Step, unknown> | null | undefined)?.[step];
  return value;
}

function placeOf(file: StudyFile, steps: readonly Step[], at: Fault['at']): Plage {
  if (at === 'value') return placeOfValue(file.parsed, steps);
  if (at === 'holder') return placeOfKey(file.parsed, steps);
  if ('element' in at) return placeOfValue(file.parsed, [...steps, at.element]);
  return placeOfKeyIn(file.parsed, steps, at.key);
}

/** `enum` and the bounds say nothing more of a value that has the wrong type, nor a number of keys of a map that lacks one. */
function withoutNoise(errors: readonly SchemaError[]): SchemaError[] {
  const typed = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
  const lacking = new Set(
    errors.filter(({ keyword }) => keyword === 'required').map(({ instancePath }) => instancePath),
  );
  return errors.filter(({ keyword, instancePath }) => {
    if (WRAPPERS.has(keyword)) return false;
    if (keyword === 'minProperties') return !lacking.has(instancePath);
    return keyword === 'type' || keyword === 'additionalProperties' || !typed.has(instancePath);
  });
}

/** The keys that one entry lacks, as one fault. */
function together(errors: readonly SchemaError[]): SchemaError[] {
  const lacking = new Map<string, SchemaError>();
  return errors.flatMap((error) => {
    if (error.keyword !== 'required') return [error];
    const first = lacking.get(error.instancePath);
    const key = String(error.params.missingProperty);
    if (!first) {
      const merged = { ...error, params: { missingProperties: [key] } };
      lacking.set(error.instancePath, merged);
      return [merged];
    }
    const keys = first.params.missingProperties;
    if (Array.isArray(keys) && !keys.includes(key)) keys.push(key);
    return [];
  });
}

/** A key under a wrong spelling is told there, with the right or the nearest one: the entry is not said to lack it as well. */
function withoutMisspelt(
  errors: readonly SchemaError[],
  misspelt: (error: SchemaError) => string | undefined,
): SchemaError[] {
  const written = new Set(
    errors.flatMap((error) => {
      const key = error.keyword === 'additionalProperties' ? misspelt(error) : undefined;
      return key === undefined ? [] : [`${error.instancePath} ${key}`];
    }),
  );
  return errors.filter(
    ({ keyword, instancePath, params }) =>
      keyword !== 'required' || !written.has(`${instancePath} ${String(params.missingProperty)}`),
  );
}

export async function validateFile(file: StudyFile): Promise<Diagnostic[]> {
  const { collection, fichier, parsed } = file;
  const entryShape = SHAPES[collection.nom];
  if (!entryShape) throw new Error(`no schema for "${collection.nom}"`);

  if (schemaHolds(collection.nom, parsed.value)) return [];
  const validator = (await import('../validators.gen.js')).VALIDATORS[collection.nom];
  if (!validator) throw new Error(`no validator for "${collection.nom}"`);
  if (validator(parsed.value)) return [];
  const shape: Shape = collection.liste && Array.isArray(parsed.value) ? { items: entryShape } : entryShape;
  const seen = new Set<string>();
  const misspelt = ({ instancePath, params }: SchemaError): string | undefined => {
    const steps = stepsOf(instancePath, parsed.value);
    const value = valueAt(parsed.value, steps);
    const present = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    const [key, at] = [String(params.additionalProperty), shapeAt(shape, steps)];
    return cleCorrecte(key, at, present) ?? plusProche(key, Object.keys(at?.properties ?? {}));
  };
  // Of a file that holds one entry and that is not read whole, what is said of all its fields together may not be so.
  const own = (validator.errors ?? []).filter(
    ({ instancePath }) => !parsed.partial || Array.isArray(parsed.value) || instancePath !== '',
  );
  const errors = together(withoutMisspelt(withoutNoise(own), misspelt));
  const cutAt = textsCut(file, shape);
  return errors.flatMap((error) => {
    const steps = stepsOf(error.instancePath, parsed.value);
    if (steps.length === 0 && error.keyword === 'type') return [wrongRoot(file)];
    const cut = error.keyword === 'additionalProperties' ? cutAt(steps, String(error.params.additionalProperty)) : null;
    if (cut) return cut;
    const entry = steps.length === (collection.liste && Array.isArray(parsed.value) ? 1 : 0);
    const fault = faultOf(error, {
      value: valueAt(parsed.value, steps),
      shape: shapeAt(shape, steps),
      name: entry
        ? collection.fiche
        : `« ${String(steps.findLast((step) => typeof step === 'string') ?? collection.nom)} »`,
      field: steps.at(-1),
      voisins: shapeAt(
        shape,
        steps.slice(
          0,
          steps.findLastIndex((step) => typeof step === 'string'),
        ),
      )?.properties,
    });
    const plage = placeOf(file, steps, fault.at);
    const chemin = pathOf(file, steps);
    const mark = `${fault.code} ${plage.ligne}:${plage.colonne} ${fault.message}`;
    if (seen.has(mark)) return [];
    seen.add(mark);
    const correction = correctionDe(validator, file, steps, fault, plage, shape, error);
    const { message } = fault;
    const aide =
      correction && fault.at === 'value' && isRecord(valueAt(parsed.value, steps)) ? COLON_QUOTED : fault.aide;
    return [diagnostic(fault.code, { fichier, plage, chemin, message, aide, correction })];
  });
}

/** What a comma of a text makes of it between braces: told at its first word, with the quotes to write; nothing of the others. Null for another key. */
function textsCut(file: StudyFile, rootShape: Shape): (steps: readonly Step[], key: string) => Diagnostic[] | null {
  const { fichier, parsed, text } = file;
  return (steps, key) => {
    const value = valueAt(parsed.value, steps);
    const known = shapeAt(rootShape, steps)?.properties ?? {};
    if (!isRecord(value) || value[key] !== null) return null;
    for (const field of Object.keys(value)) {
      if (!takesAnyText(known[field])) continue;
      const start = placeOfValue(parsed, [...steps, field]);
      const whole = texteRecolle(text, start, value[field], Object.keys(known));
      if (!whole?.mots.includes(key)) continue;
      if (whole.mots[0] !== key) return [];
      const plage = placeOfKeyIn(parsed, steps, key);
      return [
        diagnostic('cle-inconnue', {
          fichier,
          plage,
          chemin: pathOf(file, steps),
          message: `« ${key} » est pris pour un champ : entre accolades, la virgule sépare deux champs, et le texte de « ${field} » en contient une.`,
          aide: 'Mettez ce texte entre guillemets.',
          correction: { remplacer: whole.remplacer, par: whole.par, recul: plage.colonne - start.colonne },
        }),
      ];
    }
    return null;
  };
}

const COLON_QUOTED = 'Un texte qui contient « : » se met entre guillemets droits.';

/** Faults of a value, beyond which no spelling is looked for: each needs the schema again. */
const MANY_FAULTS = 300;

/** The spelling to write in place of a wrong key or value, where the schema accepts it and there is no doubt. */
function correctionDe(
  validator: Validate,
  { collection, parsed, text }: StudyFile,
  steps: readonly Step[],
  { at }: Fault,
  plage: Plage,
  rootShape: Shape,
  { params }: SchemaError,
): Correction | undefined {
  const value = valueAt(parsed.value, steps);
  const shape = shapeAt(rootShape, steps);
  const many = (validator.errors?.length ?? 0) > MANY_FAULTS;
  // Only the entry concerned is validated again.
  const [rank, ...rest] = steps;
  const alone = collection.liste && typeof rank === 'number';
  const root = alone ? valueAt(parsed.value, [rank]) : parsed.value;
  const within = alone ? rest : steps;
  const accepts = (below: readonly Step[], candidate: unknown): boolean => {
    // A list in the place of an entry is accepted as the whole of the file, not as an entry.
    if (alone && below.length === 0 && Array.isArray(candidate)) return false;
    const pointer = below.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
    return (
      validator(avec(root, below, candidate)) ||
      !(validator.errors ?? []).some(({ instancePath }) => `${instancePath}/`.startsWith(`${pointer}/`))
    );
  };
  if (typeof at === 'object' && 'key' in at) {
    const present = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    // Written twice, it would be so in its right spelling too: which of the two stays is for the author to say.
    if (parsed.faults.some(({ code, message }) => code === 'cle-en-double' && message.includes(`« ${at.key} »`)))
      return undefined;
    const decimals = (field: string, number: number) => !many && accepts([...within, field], number);
    return (
      correctionDeCle(text, plage, at.key, cleCorrecte(at.key, shape, present)) ??
      decimalesCorrectes(text, plage, at.key, shape, decimals)
    );
  }
  if (at !== 'value' || many) return undefined;
  const cut = takesAnyText(shape) ? texteADeuxPoints(text, plage, value) : undefined;
  if (cut) return cut;
  const allowed = Array.isArray(params.allowedValues) ? params.allowedValues.map(String) : [];
  const accepted = (candidate: unknown): boolean => accepts(within, candidate);
  if (typeof value === 'string' && shape?.types?.includes('array')) {
    const { ecrit, mots } = motsQuiSuivent(
      text,
      plage,
      Object.keys(shapeAt(rootShape, steps.slice(0, -1))?.properties ?? {}),
    );
    const list = correction(text, plage, value, valeurCorrecte([value, ...mots].join(', '), shape, allowed, accepted));
    if (mots.length > 0) return list && { ...list, remplacer: list.remplacer + ecrit };
  }
  return correction(text, plage, value, valeurCorrecte(value, shape, allowed, accepted));
}

/** A text that its colon makes a field: « Menuiserie: bois massif », written so in a list. */
function texteADeuxPoints(text: string, plage: Plage, value: unknown): Correction | undefined {
  const [[key = '', rest] = [], ...others] = isRecord(value) ? Object.entries(value) : [];
  const remplacer = lineAt(text, plage.ligne).slice(plage.colonne - 1, plage.colonne - 1 + plage.longueur);
  const [, before, after = ''] = /^([^'"{[].*?)\s*:(?:\s+(.*))?$/.exec(remplacer) ?? [];
  return others.length === 0 && before === key && after === String(rest ?? '')
    ? { remplacer, par: between(remplacer) }
    : undefined;
}

function wrongRoot({ collection, fichier, parsed }: StudyFile): Diagnostic {
  const message = collection.liste
    ? 'le fichier doit être une liste de fiches (chacune commence par un tiret), ou une seule fiche.'
    : 'le fichier doit être un ensemble de champs (clé : valeur), pas une liste.';
  return diagnostic('racine-incorrecte', { fichier, plage: placeOfValue(parsed, []), chemin: collection.nom, message });
}

/** The entries under a key named like the file (`acteurs:` in acteurs.yaml): one fault rather than one a key. */
export function wrappedList(file: StudyFile): Diagnostic | undefined {
  const { collection, fichier, parsed } = file;
  if (!collection.liste || !isRecord(parsed.value) || !(collection.nom in parsed.value)) return undefined;
  if (SHAPES[collection.nom]?.properties?.[collection.nom] || Object.keys(parsed.value).length > 1) return undefined;
  return diagnostic('racine-incorrecte', {
    fichier,
    plage: placeOfKeyIn(parsed, [], collection.nom),
    chemin: collection.nom,
    message: `la clé « ${collection.nom} » est de trop : le fichier est lui-même la liste des fiches.`,
    aide: 'Retirez cette ligne, et le retrait des suivantes.',
  });
}
