/** Every leaf of the inventories, with the keys that lead to it. */
import { elementName } from '../../study/collections.js';

type Pas = string | number;

/** The path that `Reporter` reads, from the keys that lead from a value to one of its leaves. */
export function cheminDe(racine: unknown, pas: readonly Pas[]): string {
  let at: unknown = racine;
  return pas
    .map((key) => {
      const child: unknown = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
      const step = typeof key === 'number' ? elementName(child, key) : key;
      at = child;
      return step;
    })
    .join('/');
}

/** Tells every leaf below a value with the keys that lead to it, good until it returns. `entre` says whether to go into an entry. */
export function parcourir(
  value: unknown,
  visite: (leaf: unknown, pas: readonly Pas[]) => void,
  entre: (entry: object) => boolean = () => true,
  pas: Pas[] = [],
): void {
  if (typeof value !== 'object' || value === null) visite(value, pas);
  else if (Array.isArray(value))
    for (let rank = 0; rank < value.length; rank++) {
      pas.push(rank);
      parcourir(value[rank], visite, entre, pas);
      pas.pop();
    }
  else if (entre(value))
    for (const key of Object.keys(value)) {
      pas.push(key);
      parcourir(Reflect.get(value, key), visite, entre, pas);
      pas.pop();
    }
}
