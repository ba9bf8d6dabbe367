/** A value as YAML on one line: `[a, b]`, `{ cle: valeur }`, quotes where they are needed. */
import { isRecord } from '../record.js';
import { yaml } from './yaml.js';

/**
 * A scalar that may stand inside brackets or braces. A text of several lines is quoted as JSON does: YAML would run over lines; so is one that has a space
 * of any kind at an end, which YAML asks for the plain space alone, and which nobody would see.
 */
export const scalaireEnLigne = (value: unknown): string =>
  typeof value === 'string' && (/[\n\r]/.test(value) || value !== value.trim())
    ? JSON.stringify(value)
    : yaml()
        .stringify([value], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false })
        .trimEnd()
        .slice(1, -1);

export function enLigne(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(enLigne).join(', ')}]`;
  if (!isRecord(value)) return scalaireEnLigne(value);
  const pairs = Object.entries(value).map(([key, child]) => `${scalaireEnLigne(key)}: ${enLigne(child)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}
