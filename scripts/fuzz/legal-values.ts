/** Values that a schema admits, drawn at random. */
import type { Random } from '../../src/analysis/incertitude/random.js';
import type { Shape } from '../../src/study/shape.js';
import { oneOf } from './draw.js';

export interface ValueContext {
  /** Ids of the whole study, to refer to. */
  ids: readonly string[];
}

/** A value of the shape asked for, odd but mostly legal. */
export function valueFor(shape: Shape | undefined, random: Random, { ids }: ValueContext, depth = 0): unknown {
  if (!shape || depth > 6) return 'x';
  if (shape.choices) return oneOf(random, shape.choices);
  if (shape.reference && ids.length > 0) return oneOf(random, ids);
  const type = oneOf(random, shape.types ?? ['string']);
  const below = (inner: Shape | undefined): unknown => valueFor(inner, random, { ids }, depth + 1);
  switch (type) {
    case 'boolean':
      return random() < 0.5;
    case 'integer':
      return oneOf(random, [0, 1, 2, 3, 5, 12, 100, 100000]);
    case 'number':
      return oneOf(random, [0, 0.1, 0.5, 1, 2, 3.5, 40, 1000, 1e6]);
    case 'array':
      return Array.from({ length: oneOf(random, [0, 1, 1, 2, 3]) }, () => below(shape.items));
    case 'object': {
      const names = Object.keys(shape.properties ?? {}).filter(
        (name) => shape.required?.includes(name) || random() < 0.3,
      );
      return Object.fromEntries(names.map((name) => [name, below(shape.properties?.[name])]));
    }
    case 'null':
      return null;
    default:
      if (shape.date) return oneOf(random, ['2015', '2018-02', '2018-02-28', '2020-02-29', '2031-12-31']);
      return (
        shape.example ??
        oneOf(random, ['x', 'Un mot', 'Une phrase assez longue pour tenir sur deux lignes, et même un peu plus.'])
      );
  }
}
