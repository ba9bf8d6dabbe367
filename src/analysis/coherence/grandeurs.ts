/** Units of one physical quantity and what each is worth of the others: « kg » and « tonnes » are compared, any other unit is left alone. */
import { phraseNue } from '../../texte/identifiant.js';

type Dimension = 'masse' | 'longueur' | 'surface' | 'volume' | 'energie';

interface Grandeur {
  dimension: Dimension;
  /** In kilograms, metres, square metres, litres or kilowatt-hours. */
  facteur: number;
}

const GRANDEURS: readonly (readonly [RegExp, Dimension, number])[] = [
  [/^(?:t|tonnes?)$/, 'masse', 1000],
  [/^(?:kg|kilos?|kilogrammes?)$/, 'masse', 1],
  [/^(?:g|grammes?)$/, 'masse', 0.001],
  [/^(?:km|kilometres?)$/, 'longueur', 1000],
  [/^(?:m|metres?|metres? lineaires?)$/, 'longueur', 1],
  [/^(?:ha|hectares?)$/, 'surface', 10_000],
  [/^(?:m2|m²|metres? carres?)$/, 'surface', 1],
  [/^(?:km2|km²|kilometres? carres?)$/, 'surface', 1_000_000],
  [/^(?:m3|m³|metres? cubes?)$/, 'volume', 1000],
  [/^(?:l|litres?)$/, 'volume', 1],
  [/^(?:hl|hectolitres?)$/, 'volume', 100],
  [/^(?:gwh|gigawattheures?)$/, 'energie', 1_000_000],
  [/^(?:mwh|megawattheures?)$/, 'energie', 1000],
  [/^(?:kwh|kilowattheures?)$/, 'energie', 1],
];

/** « tonnes par an » is told as « tonnes ». */
export const sansRythme = (unite: string): string => phraseNue(unite).replace(/ ?(?:\/ ?|par )(?:an|annee)$/, '');

/** Null for a unit that is none of these, or that may be two: « ml » is a metre of hedge, and a thousandth of a litre. */
export function grandeurDe(unite: string): Grandeur | null {
  const plain = sansRythme(unite);
  const found = GRANDEURS.find(([words]) => words.test(plain));
  return found ? { dimension: found[1], facteur: found[2] } : null;
}
