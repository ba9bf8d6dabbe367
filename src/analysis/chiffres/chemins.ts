/** A field of the study by its path of ids: `acteurs.maison-energie.nom`, `etude.titre`, `projets.haies-mares.budget.prevu`. */
import { collectionNamed, elementName } from '../../study/collections.js';
import type { Study } from '../../study/study.js';
import type { Chiffre } from './chiffre.js';

const child = (value: unknown, name: string): unknown => {
  if (Array.isArray(value)) return value.find((element, index) => elementName(element, index) === name);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
};

/** Dates of the study are AAAA-MM-JJ or AAAA-MM; a year alone reads as a number of four digits and is left as text. */
const estDate = (value: string): boolean => /^\d{4}-\d{2}(-\d{2})?$/.test(value);

/** Undefined when no field stands there, or one that is no single value. */
export function champDe(study: Study, nom: string): Chiffre | undefined {
  const [root = '', ...names] = nom.split('.');
  const collection = collectionNamed(root);
  if (!collection || names.length === 0) return undefined;
  const found = names.reduce<unknown>(child, study[collection.cle]);
  if (typeof found === 'number') return { nom, libelle: nom, valeur: found, unite: 'nombre' };
  if (typeof found === 'string') return { nom, libelle: nom, valeur: found, unite: estDate(found) ? 'date' : 'texte' };
  return undefined;
}

/** Names that may follow the known part of a path, to suggest one. */
export function suites(study: Study, nom: string): string[] {
  const [root = '', ...names] = nom.split('.');
  const collection = collectionNamed(root);
  if (!collection) return [];
  let value: unknown = study[collection.cle];
  const known = [root];
  for (const name of names) {
    const next = child(value, name);
    if (next === undefined) break;
    known.push(name);
    value = next;
  }
  const keys = Array.isArray(value)
    ? value.map(elementName)
    : typeof value === 'object' && value !== null
      ? Object.keys(value)
      : [];
  return keys.map((key) => [...known, key].join('.'));
}
