/** Who belongs to a scenario. */
import type { Scenario } from '../../study/types.gen.js';

/** Those who belong to a scenario without being its partners: its bearer, the employers of its posts, the owners of its tools. */
export const deLaMaison = ({ porteur, moyens, outils }: Scenario): Set<string> =>
  new Set([
    porteur,
    ...moyens.humains.map((one) => one.porteur),
    ...(outils ?? []).flatMap((one) => one.porteur ?? []),
  ]);
