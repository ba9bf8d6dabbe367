/** Which mutants are tried, and what the rate of a sample says of the whole. */
import { type Random, seededRandom } from '../../src/analysis/incertitude/random.js';

function melanger<T>(liste: readonly T[], random: Random): T[] {
  const melangee = [...liste];
  for (let i = melangee.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [melangee[i], melangee[j]] as [T, T];
    [melangee[i], melangee[j]] = [b, a];
  }
  return melangee;
}

/**
 * `taille` items out of lists of them, each with the same probability, and each list with its share to one item: one drawn at random in each
 * of `taille` equal steps along the lists put end to end, each shuffled. All of them when there are fewer. They come in a drawn order: the first
 * ones are a sample too.
 */
export function tirer<T>(listes: readonly (readonly T[])[], taille: number, graine: number): T[] {
  const random = seededRandom(graine);
  const suite = listes.flatMap((liste) => melanger(liste, random));
  const pas = Math.max(1, suite.length / taille);
  const debut = random() * pas;
  const tires = Array.from(
    { length: Math.min(taille, suite.length) },
    (_, k) => suite[Math.floor(debut + k * pas)] as T,
  );
  return melanger(tires, random);
}

/** Interval at 95 % of a share of which `succes` of `essais` were seen (Wilson, 1927): both bounds in [0, 1]. */
export function intervalle(succes: number, essais: number): [bas: number, haut: number] {
  if (essais === 0) return [0, 1];
  const z = 1.959964;
  const part = succes / essais;
  const milieu = part + (z * z) / (2 * essais);
  const ecart = z * Math.sqrt((part * (1 - part)) / essais + (z * z) / (4 * essais * essais));
  const base = 1 + (z * z) / essais;
  return [Math.max(0, (milieu - ecart) / base), Math.min(1, (milieu + ecart) / base)];
}
