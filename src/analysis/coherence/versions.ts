/** A reference with those that it replaces and those that replace it, and every amount that it gives. */
import type { Reference } from '../../study/types.gen.js';
import { nombresEcrits } from '../../texte/nombres-ecrits.js';

/** A rule, those that it replaces and those that replace it. */
export function versionsDe(id: string, references: readonly Reference[]): Reference[] {
  const found = new Set<Reference>();
  const add = (one: Reference | undefined): void => {
    if (!one || found.has(one)) return;
    found.add(one);
    add(references.find((other) => other.id === one.remplace));
    for (const other of references) if (other.remplace === one.id) add(other);
  };
  add(references.find((one) => one.id === id));
  return [...found];
}

/** Every amount that a reference gives, as a value or in words. */
export const nombresDe = ({ titre, regle, valeur, plafond, valeurs = {} }: Reference): number[] =>
  [titre, regle, valeur, plafond, ...Object.values(valeurs)].flatMap((value) =>
    typeof value === 'number'
      ? [value]
      : typeof value === 'string'
        ? nombresEcrits(value).map((one) => one.valeur)
        : [],
  );
