/** What to write where a value is of another type than the schema wants. */
import { isRecord } from '../record.js';
import type { JsonType, Shape } from '../shape.js';
import { aideDuNombre, listeDe } from '../valeurs/douteuses.js';
import { AIDE_HORS_TAXES, horsTaxes } from '../valeurs/ecritures.js';
import { FAUX_TIRET } from '../yaml/slips.js';

/** The fields of an object, and how one is written; undefined for a shape that names none. */
function champsDe(shape: Shape | undefined): string | undefined {
  const keys = Object.keys(shape?.properties ?? {});
  if (keys.length === 0) return undefined;
  const must = shape?.required ?? [];
  const form = (must.length > 0 ? must : keys.slice(0, 1)).map((key) => `${key}: …`).join(', ');
  const others = keys.length > must.length && must.length > 0 ? ` Champs : ${keys.join(', ')}.` : '';
  return `Écrivez { ${form} }.${others}`;
}

/** Fields between braces where a text is wanted: the field beside this one whose entries have them all; undefined where none has. */
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
  return (
    found &&
    `Ce champ prend un texte seul ; { ${keys.join(', ')} } se dit dans « ${found[0]} ». ${champsDe(found[1].items) ?? ''}`.trim()
  );
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

/** What to write in place of `value`, where another type is wanted; undefined where its name says enough. */
export function aideDuType(wanted: readonly JsonType[], value: unknown, shape: Shape | undefined): string | undefined {
  const fields = champsDe(wanted.includes('array') ? shape?.items : shape);
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
      : `Une liste s’écrit un élément par ligne, après un tiret. ${fields}`;
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
    return 'Écrivez le nombre seul, en chiffres, sans décimale, ni espace, ni unité, ni guillemets.';
  if (wanted.includes('number'))
    return 'Écrivez le nombre seul : sans espace, sans unité ni guillemets, avec un point pour les décimales (12500.5).';
  return undefined;
}
