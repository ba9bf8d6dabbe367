/** What a formula gives, by the rules of a spreadsheet: an empty cell counts for nothing in a sum and for zero in a product. */
import type { Cle, Condition, Formule, Valeur } from './formule.js';

type Lecture = (cle: Cle) => Valeur;

/** Throws a `TypeError` when a text stands where a number is needed: the tree was built wrong. */
export function evaluer(formule: Formule, lire: Lecture): Valeur {
  switch (formule.op) {
    case 'nombre':
    case 'texte':
      return formule.valeur;
    case 'cellule':
      return lire(formule.cle);
    case 'plus': {
      let sum = 0;
      for (const f of formule.termes) sum += nombreDe(f, lire);
      return sum;
    }
    case 'fois': {
      let product = 1;
      for (const f of formule.termes) product *= nombreDe(f, lire);
      return product;
    }
    case 'joint':
      return formule.termes.map((f) => String(evaluer(f, lire) ?? '')).join('');
    case 'moins':
      return nombreDe(formule.a, lire) - nombreDe(formule.b, lire);
    case 'puissance':
      return nombreDe(formule.a, lire) ** nombreDe(formule.b, lire);
    case 'divise': {
      const by = nombreDe(formule.b, lire);
      return by === 0 ? evaluer(formule.sinon, lire) : nombreDe(formule.a, lire) / by;
    }
    case 'somme':
      return total(nombresDe(formule.liste, lire));
    case 'min':
      return formule.liste.length === 0 ? 0 : Math.min(...nombresDe(formule.liste, lire));
    case 'max':
      return formule.liste.length === 0 ? 0 : Math.max(...nombresDe(formule.liste, lire));
    case 'moyenne': {
      const own = nombresDe(formule.liste, lire);
      return own.length === 0 ? 0 : total(own) / own.length;
    }
    case 'sommeProduits': {
      let sum = 0;
      for (const [i, f] of formule.a.entries()) sum += nombreDe(f, lire) * nombreDe(at(formule.b, i), lire);
      return sum;
    }
    case 'si':
      return evaluer(verifier(formule.condition, lire) ? formule.alors : formule.sinon, lire);
    case 'indice':
      return evaluer(at(formule.liste, Math.trunc(nombreDe(formule.rang, lire)) - 1), lire);
    case 'entier':
      return Math.floor(nombreDe(formule.a, lire));
    case 'exp':
      return Math.exp(nombreDe(formule.a, lire));
    case 'nombreOu': {
      const value = evaluer(formule.a, lire);
      return typeof value === 'number' ? value : evaluer(formule.sinon, lire);
    }
  }
}

function nombreDe(formule: Formule, lire: Lecture): number {
  const value = evaluer(formule, lire);
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  throw new TypeError(`a number was expected, not « ${value} »`);
}

/** Numbers of a list: texts and empty cells left out, as a range leaves them. */
function nombresDe(list: readonly Formule[], lire: Lecture): number[] {
  const found: number[] = [];
  for (const f of list) {
    const value = evaluer(f, lire);
    if (typeof value === 'number') found.push(value);
  }
  return found;
}

const total = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0);

function at(list: readonly Formule[], index: number): Formule {
  const found = list[index];
  if (found === undefined) throw new RangeError(`rank ${index + 1} is out of a list of ${list.length}`);
  return found;
}

export function verifier(condition: Condition, lire: Lecture): boolean {
  if ('termes' in condition) {
    const holds = (c: Condition): boolean => verifier(c, lire);
    return condition.op === 'et' ? condition.termes.every(holds) : condition.termes.some(holds);
  }
  if (condition.op === 'vide') return evaluer(condition.a, lire) === null;
  const [a, b] = [evaluer(condition.a, lire), evaluer(condition.b, lire)];
  if (typeof a === 'string' || typeof b === 'string') {
    if (condition.op !== '=') throw new TypeError('texts are only compared for being the same');
    return a === b;
  }
  const [x, y] = [a ?? 0, b ?? 0];
  switch (condition.op) {
    case '<=':
      return x <= y;
    case '<':
      return x < y;
    case '>=':
      return x >= y;
    case '>':
      return x > y;
    case '=':
      return x === y;
  }
}
