/** What to write where a value is of another type than the schema wants. */
import { minuscule } from '../../texte/accords.js';
import { nu } from '../../texte/identifiant.js';
import { isRecord } from '../record.js';
import type { JsonType, Shape } from '../shape.js';
import { aideDuNombre, listeDe } from '../valeurs/douteuses.js';
import { AIDE_HORS_TAXES, horsTaxes } from '../valeurs/ecritures.js';
import { FAUX_TIRET } from '../yaml/slips.js';

/** Whether a field takes any text: no date, no word of a list, no name of an entry. */
const estLibre = ({ types, choices, reference, date, expected }: Shape): boolean =>
  types?.length === 1 && types[0] === 'string' && !choices && !reference && !date && !expected;

/** The only field of an object that takes any text; undefined where none does, or several. */
function champLibre({ properties = {} }: Shape): string | undefined {
  const [only, ...others] = Object.entries(properties).flatMap(([key, one]) => (estLibre(one) ? [key] : []));
  return others.length === 0 ? only : undefined;
}

/** The fields of an object, and how one is written; a text that was read in its place goes to the field that takes it. Undefined for a shape that names none. */
function champsDe(shape: Shape | undefined, read?: unknown): string | undefined {
  const keys = Object.keys(shape?.properties ?? {});
  if (shape === undefined || keys.length === 0) return undefined;
  const must = shape.required ?? [];
  const free = typeof read === 'string' ? champLibre(shape) : undefined;
  const shown = must.length > 0 ? must : keys.slice(0, 1);
  const form = [...shown, ...(free !== undefined && !shown.includes(free) ? [free] : [])]
    .map((key) => `${key}: ${key === free ? JSON.stringify(read) : '…'}`)
    .join(', ');
  const others = keys.length > must.length && must.length > 0 ? ` Champs : ${keys.join(', ')}.` : '';
  return `Écrivez { ${form} }.${others}`;
}

/** « L’enquête n’est pas un sondage : chacun pouvait répondre », which the colon cuts in a key and its value: the text to write; undefined for what is no sentence. */
function texteCoupe(wanted: readonly JsonType[], value: unknown): string | undefined {
  if (!wanted.includes('string') || !isRecord(value)) return undefined;
  const [[key = '', rest] = [], ...others] = Object.entries(value);
  if (others.length > 0 || !/\s/.test(key) || (typeof rest !== 'string' && typeof rest !== 'number')) return undefined;
  return `Un texte qui contient « : » se met entre guillemets droits. Écrivez ${JSON.stringify(`${key} : ${rest}`)}.`;
}

/** The key that an object lacks, where it is the only one and the unknown one that it has holds what that one takes: « libelle » for « indicateur ». */
export function cleProbable(key: string, value: unknown, shape: Shape | undefined): string | undefined {
  if (!isRecord(value)) return undefined;
  const [lacking, ...others] = (shape?.required ?? []).filter((one) => !(one in value));
  const wanted = lacking === undefined ? undefined : shape?.properties?.[lacking];
  if (lacking === undefined || wanted === undefined || others.length > 0 || !estLibre(wanted)) return undefined;
  const unknown = Object.keys(value).filter((one) => !(one in (shape?.properties ?? {})));
  return unknown.length === 1 && typeof value[key] === 'string'
    ? `Ce champ s’appelle sans doute « ${lacking} » ici.`
    : undefined;
}

/** Fields between braces where a text is wanted: the field beside this one whose entries have them all, or the sentence that a colon cut; undefined where it is neither. */
export function champVoisin(
  wanted: readonly JsonType[],
  value: unknown,
  voisins: Shape['properties'],
): string | undefined {
  if (!wanted.includes('string') || !isRecord(value)) return undefined;
  const keys = Object.keys(value);
  const found = Object.entries(voisins ?? {}).find(([, { items }]) => {
    const known = items?.properties;
    return keys.length > 0 && known !== undefined && keys.every((key) => key in known);
  });
  if (!found) return texteCoupe(wanted, value);
  return `Ce champ prend un texte seul ; { ${keys.join(', ')} } se dit dans « ${found[0]} ». ${champsDe(found[1].items) ?? ''}`.trim();
}

/** Where one value is expected. */
function aideDesCrochets(value: readonly unknown[], shape: Shape | undefined): string {
  const numbers = value.every((one) => typeof one === 'number');
  if (numbers && value.length === 3 && shape?.properties?.mode)
    return `Une fourchette s’écrit { min: ${value[0]}, mode: ${value[1]}, max: ${value[2]} }.`;
  return numbers && value.length === 1
    ? `Écrivez ${value[0]}, sans crochets.`
    : 'Ce champ ne prend qu’une valeur : gardez-en une, sans crochets.';
}

/** Letters by which two words of several are told to be of one: « experiences », « experiences-comparees ». */
const RACINE = 7;

/** The only word of a list that has a long word of `text`: « demarche-participative » for « participation »; undefined where none has, or several. */
export function motParent(text: string, words: readonly string[]): string | undefined {
  const roots = nu(text)
    .split(/[^a-z]+/)
    .flatMap((part) => (part.length >= RACINE ? [part.slice(0, RACINE)] : []));
  for (const root of roots) {
    const [only, ...others] = words.filter((word) => word.split('-').some((part) => part.startsWith(root)));
    if (only !== undefined && others.length === 0) return `Vouliez-vous dire « ${only} » ?`;
  }
  return undefined;
}

/** What the number is, for who wrote words in its place: a rank, where what it ranks was copied. */
const ceQueCest = (value: string, shape: Shape | undefined): string =>
  /\d/.test(value) || !shape?.description ? '' : ` Ce champ : ${minuscule(shape.description)}`;

/** What to write in place of `value`, where another type is wanted; undefined where its name says enough. */
export function aideDuType(wanted: readonly JsonType[], value: unknown, shape: Shape | undefined): string | undefined {
  const fields = champsDe(wanted.includes('array') ? shape?.items : shape, value);
  if (wanted.includes('object') && fields !== undefined) return fields;
  // A set whose keys are those of the study: what it counts tells which.
  if (wanted.length === 1 && wanted[0] === 'object' && typeof value !== 'object')
    return `${shape?.description ?? ''} Écrivez { identifiant: valeur }, autant de fois qu’il en faut entre les accolades.`.trim();
  if (wanted.includes('array') && typeof value === 'string' && FAUX_TIRET.test(value))
    return `« ${value[0]} » n’est pas le tiret d’une liste : écrivez « - » du clavier, puis une espace, au début de chaque élément.`;
  if (wanted.includes('array') && typeof value === 'string' && listeDe(value) !== undefined)
    return `Une liste s’écrit entre crochets : ${listeDe(value)}.`;
  if (wanted.includes('array'))
    return fields === undefined
      ? 'Une liste s’écrit « [a, b] », ou un élément par ligne après un tiret.'
      : `Une liste s’écrit un élément par ligne, après un tiret, ou entre crochets. ${fields.replace('Écrivez {', 'Écrivez [{').replace(' }.', ' }].')}`;
  if (Array.isArray(value) && wanted.includes('string') && value.length === 1)
    return 'Ce champ est un texte : écrivez-le sans crochets ni tiret.';
  if (Array.isArray(value) && wanted.includes('string'))
    return 'Ce champ ne prend qu’une valeur : gardez-en une, ou faites une fiche par valeur.';
  if (Array.isArray(value)) return aideDesCrochets(value, shape);
  if (typeof value !== 'string') return undefined;
  if (wanted.includes('number') && horsTaxes(value)) return AIDE_HORS_TAXES;
  const doubt = wanted.includes('number') || wanted.includes('integer') ? aideDuNombre(value, shape) : undefined;
  if (doubt !== undefined) return doubt;
  if (wanted.includes('boolean')) return 'Écrivez true (vrai) ou false (faux), sans guillemets.';
  if (wanted.includes('integer') && !wanted.includes('number'))
    return `Écrivez le nombre seul, en chiffres, sans décimale, ni espace, ni unité, ni guillemets.${ceQueCest(value, shape)}`;
  if (wanted.includes('number'))
    return `Écrivez le nombre seul : sans espace, sans unité ni guillemets, avec un point pour les décimales (12500.5).${ceQueCest(value, shape)}`;
  return undefined;
}
