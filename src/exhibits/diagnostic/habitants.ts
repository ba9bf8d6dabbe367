import type { EpciResume } from '../../analysis/diagnostic/types.js';
import { compte } from '../../texte/accords.js';

/** « 1 200 habitants », and what is not known of them: a commune without a population is not an empty one. */
export function habitantsConnus({
  communes,
  population,
  sansPopulation,
}: Pick<EpciResume, 'communes' | 'population' | 'sansPopulation'>): string {
  if (sansPopulation === communes) return communes === 0 ? 'aucun habitant' : 'population non renseignée';
  const known = compte(population, 'habitant', 'habitants', 'aucun habitant');
  return sansPopulation === 0 ? known : `${known}, ${sansPopulation} sans population connue`;
}
