/** What each keyword of a schema says in French when it is not met. */
import { dateReelle } from '../../texte/dates.js';
import { virgule } from '../../texte/nombres.js';
import { vouliezVousDire } from '../../texte/ordre.js';
import type { JsonType, SchemaError, Shape } from '../shape.js';
import { aideDeLaDate } from '../valeurs/douteuses.js';
import { dateDeTableur } from '../valeurs/ecritures.js';
import { motUsuel } from '../valeurs/mots-usuels.js';
import { lettrePourChiffre } from '../valeurs/virgules.js';
import type { Step } from '../yaml/locate.js';
import { FAUX_DEUX_POINTS } from '../yaml/slips.js';
import { aideDuType, champVoisin, cleProbable, motParent } from './aide-du-type.js';

/** Where a fault is shown: at the value, at a key of the map, at an element of the list, at the key that holds the value. */
export type FaultPlace = 'value' | 'holder' | { key: string } | { element: number };

export interface Fault {
  code: string;
  at: FaultPlace;
  message: string;
  aide?: string | undefined;
}

export interface FaultContext {
  value: unknown;
  shape: Shape | undefined;
  /** What holds the fault: « un acteur », « moyens ». */
  name: string;
  field: Step | undefined;
  /** The fields beside the one of the value, its own among them. */
  voisins?: Shape['properties'];
}

const TYPES: Readonly<Record<JsonType, string>> = {
  string: 'un texte',
  number: 'un nombre',
  integer: 'un nombre entier',
  boolean: 'true ou false',
  array: 'une liste',
  object: 'un ensemble de champs (clé : valeur)',
  null: 'rien',
};

/** As it is written in a file: YAML has its own words for what is no finite number. */
const number = (value: unknown): string => {
  if (typeof value !== 'number') return String(value);
  if (Number.isFinite(value)) return virgule(value);
  return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
};

/** A value as the reader typed it, shortened. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return 'rien';
  if (Array.isArray(value)) return 'une liste';
  if (typeof value === 'object') return 'un ensemble de champs';
  const text = typeof value === 'number' ? number(value) : String(value);
  return `« ${text.length > 60 ? `${text.slice(0, 59)}…` : text} »`;
}

const orList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ou ${words.at(-1)}`;

const sentence = (...parts: (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(' ');

const described = (shape: Shape | undefined): string | undefined => shape?.description?.replace(/\.$/, '');

function unknownKey(key: string, { shape, name, value }: FaultContext): Fault {
  const known = Object.keys(shape?.properties ?? {});
  const spaced = /[\u00a0\u2007\u202f]/.test(key) ? key.replace(/[\u00a0\u2007\u202f]+/g, ' ').trim() : undefined;
  if (spaced !== undefined && known.includes(spaced))
    return {
      code: 'cle-inconnue',
      at: { key },
      message: `« ${spaced} » est suivi ou précédé d'une espace insécable (U+00A0), qui compte pour une partie de la clé.`,
      aide: `Écrivez « ${spaced}: » avec des espaces ordinaires, sans espace avant les deux-points.`,
    };
  const [colon] = /[：﹕∶꞉]/.exec(key) ?? [];
  if (colon !== undefined && FAUX_DEUX_POINTS.test(key))
    return {
      code: 'cle-inconnue',
      at: { key },
      message: `« ${colon} » ressemble aux deux-points et n’en est pas : « ${key} » est lu d’un bloc.`,
      aide: 'Écrivez « : » du clavier, puis une espace et la valeur.',
    };
  // No field begins with a digit; « 0,4O » ends with a letter that is taken for one.
  if (/^\d/.test(key))
    return {
      code: 'cle-inconnue',
      at: { key },
      message: `« ${key} » est pris pour un champ : entre accolades, la virgule sépare deux champs.`,
      aide: sentence(
        'Écrivez les décimales avec un point (12.5), ou mettez entre guillemets le texte qui contient une virgule.',
        lettrePourChiffre(key, value),
      ),
    };
  return {
    code: 'cle-inconnue',
    at: { key },
    message: sentence(
      `« ${key} » n'existe pas dans ${name}.`,
      vouliezVousDire(key, known) ?? cleProbable(key, value, shape),
    ),
    aide:
      sentence(
        /\s/.test(key) || (value as Record<string, unknown> | null)?.[key] === null
          ? 'Entre accolades, une virgule sépare deux clés : un texte qui en contient une se met entre guillemets, une liste entre crochets.'
          : undefined,
        known.length > 0 && !/\s/.test(key) ? `Clés admises : ${known.join(', ')}.` : undefined,
      ) || undefined,
  };
}

function missingKeys(keys: readonly string[], { shape, name }: FaultContext): Fault {
  const named = keys.map((key) => `« ${key} »`);
  const [only] = keys;
  if (only !== undefined && keys.length === 1) {
    const what = described(shape?.properties?.[only]);
    const message = `la clé « ${only} » manque dans ${name}.`;
    const inventory = shape?.properties?.[only]?.reference;
    // An entry of an inventory is named; a word of the study stands within a file, and a description may say it already.
    const whose =
      inventory === undefined || inventory.includes('.') || what?.includes('identifiant')
        ? undefined
        : `Écrivez l’identifiant d’une fiche de « ${inventory} », et la fiche si elle n’y est pas encore.`;
    const aide = sentence(what ? `« ${only} » : ${what}.` : undefined, whose) || undefined;
    return { code: 'cle-manquante', at: 'holder', message, aide };
  }
  const message = `les clés ${named.slice(0, -1).join(', ')} et ${named.at(-1)} manquent dans ${name}.`;
  const aide = keys.map((key) => `« ${key} » : ${described(shape?.properties?.[key]) ?? 'obligatoire'}`).join(' ; ');
  return { code: 'cle-manquante', at: 'holder', message, aide: `${aide}.` };
}

function wrongType(wanted: JsonType[], context: FaultContext): Fault {
  const { value } = context;
  const expected = orList(wanted.filter((type) => type !== 'null').map((type) => TYPES[type]));
  if (value === null) {
    const message = `la valeur est vide ; attendu : ${expected}.`;
    return {
      code: 'type-incorrect',
      at: 'value',
      message,
      aide: 'Écrivez une valeur, ou retirez la ligne si la clé n’est pas obligatoire.',
    };
  }
  return {
    code: 'type-incorrect',
    at: 'value',
    message: `attendu : ${expected} ; lu : ${shown(value)}.`,
    aide: champVoisin(wanted, value, context.voisins) ?? aideDuType(wanted, value, context.shape),
  };
}

/** « à remplir » is not « remplie »: a word that says what is still to do, or is not, is not near the one that says it is. */
const inverse = (word: string): boolean => /^(?:a|à|non|pas|sans|in)[-_ ]/i.test(word);

function notAllowed(allowed: unknown[], { value, field }: FaultContext): Fault {
  const words = allowed.map(String);
  const where = typeof field === 'string' ? ` pour « ${field} »` : '';
  const usual = typeof field === 'string' && typeof value === 'string' ? motUsuel(field, value) : undefined;
  const message = sentence(
    `${shown(value)} n'est pas une valeur admise${where}.`,
    usual !== undefined && words.includes(usual)
      ? `Vouliez-vous dire « ${usual} » ?`
      : (vouliezVousDire(
          String(value),
          words.filter((word) => inverse(word) === inverse(String(value))),
        ) ?? motParent(String(value), words)),
  );
  return { code: 'valeur-hors-liste', at: 'value', message, aide: `Valeurs admises : ${words.join(', ')}.` };
}

const BOUNDS: Readonly<Record<string, string>> = { '>=': 'au moins', '<=': 'au plus', '>': 'plus de', '<': 'moins de' };

function outOfBounds({ comparison, limit }: Record<string, unknown>, { value, shape }: FaultContext): Fault {
  const message = `${number(value)} est hors des bornes ; attendu : ${BOUNDS[String(comparison)] ?? ''} ${number(limit)}.`;
  const asPercentage = shape?.share && typeof value === 'number' && value > 1 && value <= 100;
  // Between one and two, « 1.5 » may be a part and a half as well as 1,5 %.
  const beyond = asPercentage && value < 2 ? ` ; ${virgule(Math.round(value * 1e6) / 1e4)}\u00a0% passe le tout` : '';
  const written = asPercentage ? ` Pour ${virgule(value)}\u00a0%, écrivez ${value / 100}${beyond}.` : '';
  return {
    code: 'valeur-hors-bornes',
    at: 'value',
    message,
    aide: `${shape?.description ?? ''}${written}`.trim() || undefined,
  };
}

/** « 2024-03-15 » for « 2024-15-03 », a day and a month in each other's place; null for anything else. */
function jourEtMoisEchanges(text: string): string | null {
  const [, year, day, month] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const turned = `${year}-${month}-${day}`;
  return year !== undefined && dateReelle(turned) ? turned : null;
}

/** What a text that is no date most likely stands for; undefined when nothing is likely. */
function dateProbable(text: string): string | undefined {
  const [day, turned] = [dateDeTableur(text), jourEtMoisEchanges(text)];
  if (day !== null) return `C'est sans doute un jour compté par un tableur : ${day}.`;
  return turned === null ? undefined : `Le jour et le mois sont sans doute échangés : ${turned}.`;
}

function wrongFormat(text: unknown, shape: Shape | undefined): Fault {
  const example = shape?.example === undefined ? undefined : `Exemple : ${shape.example}.`;
  const expected = shape?.expected ? ` ${shape.expected}` : '';
  return {
    code: 'format-incorrect',
    at: 'value',
    message: `${shown(text)} n'a pas la forme attendue.${expected}`,
    aide: (shape?.date ? (dateProbable(String(text)) ?? aideDeLaDate(String(text))) : undefined) ?? example,
  };
}

function count(keyword: string, limit: unknown, shape: Shape | undefined): Fault {
  const few = keyword === 'minItems';
  if (few && limit === 1) {
    // What the list is for tells what to write in it, or where to say that there is none.
    const message = 'la liste est vide ; il y faut au moins un élément.';
    return { code: 'liste-vide', at: 'value', message, aide: shape?.description };
  }
  const message = `la liste doit compter ${few ? 'au moins' : 'au plus'} ${limit} élément${Number(limit) > 1 ? 's' : ''}.`;
  return { code: few ? 'liste-trop-courte' : 'liste-trop-longue', at: 'value', message };
}

function twice({ i, j }: Record<string, unknown>, { value }: FaultContext): Fault {
  const [first, second] = [Number(i), Number(j)].sort((a, b) => a - b) as [number, number];
  const element: unknown = Array.isArray(value) ? value[second] : undefined;
  const message = `${shown(element)} figure deux fois dans la liste (rangs ${first + 1} et ${second + 1}).`;
  return { code: 'doublon-liste', at: { element: second }, message };
}

/** A no-break space at an end of a value, which nobody sees: what to do of it, before what is told otherwise. */
function avecInsecable(fault: Fault, { value }: FaultContext): Fault {
  if (fault.at !== 'value' || typeof value !== 'string') return fault;
  const around = /^[\u00a0\u2007\u202f]/.test(value)
    ? 'commence'
    : /[\u00a0\u2007\u202f]$/.test(value)
      ? 'finit'
      : null;
  if (around === null) return fault;
  const word = value.trim();
  return {
    ...fault,
    aide: `La valeur ${around} par une espace insécable, qui ne se voit pas : effacez-la et écrivez « ${word} ».`,
  };
}

/** Turns a fault of a validator into words. */
export const faultOf = (error: SchemaError, context: FaultContext): Fault =>
  avecInsecable(inWords(error, context), context);

function inWords(error: SchemaError, context: FaultContext): Fault {
  const { keyword, params, propertyName } = error;
  if (propertyName !== undefined) {
    const message = `la clé « ${propertyName} » n'a pas la forme attendue dans ${context.name}.`;
    return { code: 'format-incorrect', at: { key: propertyName }, message, aide: described(context.shape) };
  }
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(String(params.additionalProperty), context);
    case 'required':
      return missingKeys([params.missingProperties].flat().map(String), context);
    case 'dependentRequired':
      return missingKeys([String(params.missingProperty)], context);
    case 'type':
      return wrongType([params.type].flat().flatMap((type) => String(type).split(',')) as JsonType[], context);
    case 'enum':
      return notAllowed(Array.isArray(params.allowedValues) ? params.allowedValues : [], context);
    case 'const':
      return notAllowed([params.allowedValue], context);
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return outOfBounds(params, context);
    case 'minLength':
      return { code: 'texte-vide', at: 'value', message: 'le texte est vide.', aide: described(context.shape) };
    case 'pattern':
      return wrongFormat(context.value, context.shape);
    case 'minItems':
    case 'maxItems':
      return count(keyword, params.limit, context.shape);
    case 'uniqueItems':
      return twice(params, context);
    case 'minProperties':
    case 'maxProperties': {
      const most = keyword === 'maxProperties' ? 'au plus' : 'au moins';
      const message = `${context.name} doit compter ${most} ${String(params.limit)} clé${Number(params.limit) > 1 ? 's' : ''}.`;
      return { code: 'nombre-de-cles', at: 'holder', message, aide: described(context.shape) };
    }
    default:
      return {
        code: 'valeur-incorrecte',
        at: 'value',
        message: 'la valeur n’a pas la forme attendue.',
        aide: described(context.shape),
      };
  }
}
