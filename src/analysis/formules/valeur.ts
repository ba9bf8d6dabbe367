/** What a formula gives, by the rules of a spreadsheet: an empty cell counts for nothing in a sum and for zero in a product. */
import type { Cle, Condition, Formule, Valeur } from './formule.js';

type Lecture = (cle: Cle) => Valeur;

/** Throws a `TypeError` when a text stands where a number is needed: the tree was built wrong. */
export function evaluer(formule: Formule, lire: Lecture): Valeur {
  const number = (f: Formule): number => {
    const value = evaluer(f, lire);
    if (value === null) return 0;
    if (typeof value === 'number') return value;
    throw new TypeError(`a number was expected, not « ${value} »`);
  };
  /** Numbers of a list: texts and empty cells left out, as a range leaves them. */
  const numbers = (list: readonly Formule[]): number[] =>
    list.flatMap((f) => {
      const value = evaluer(f, lire);
      return typeof value === 'number' ? [value] : [];
    });
  const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
  switch (formule.op) {
    case 'nombre':
    case 'texte':
      return formule.valeur;
    case 'cellule':
      return lire(formule.cle);
    case 'plus':
      return sum(formule.termes.map(number));
    case 'fois':
      return formule.termes.reduce((product, f) => product * number(f), 1);
    case 'joint':
      return formule.termes.map((f) => String(evaluer(f, lire) ?? '')).join('');
    case 'moins':
      return number(formule.a) - number(formule.b);
    case 'puissance':
      return number(formule.a) ** number(formule.b);
    case 'divise': {
      const by = number(formule.b);
      return by === 0 ? evaluer(formule.sinon, lire) : number(formule.a) / by;
    }
    case 'somme':
      return sum(numbers(formule.liste));
    case 'min':
      return formule.liste.length === 0 ? 0 : Math.min(...numbers(formule.liste));
    case 'max':
      return formule.liste.length === 0 ? 0 : Math.max(...numbers(formule.liste));
    case 'moyenne': {
      const own = numbers(formule.liste);
      return own.length === 0 ? 0 : sum(own) / own.length;
    }
    case 'sommeProduits':
      return sum(formule.a.map((f, i) => number(f) * number(at(formule.b, i))));
    case 'si':
      return evaluer(verifier(formule.condition, lire) ? formule.alors : formule.sinon, lire);
    case 'indice':
      return evaluer(at(formule.liste, Math.trunc(number(formule.rang)) - 1), lire);
    case 'entier':
      return Math.floor(number(formule.a));
    case 'exp':
      return Math.exp(number(formule.a));
    case 'nombreOu': {
      const value = evaluer(formule.a, lire);
      return typeof value === 'number' ? value : evaluer(formule.sinon, lire);
    }
  }
}

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
