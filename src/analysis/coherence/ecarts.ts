/** Rules that the study sets aside (`regles_ecartees`), with its reason: they silence a warning, never an error. */
import { cheminDit } from '../../study/collections.js';
import type { Study } from '../../study/study.js';

export type RegleEcartee = NonNullable<Study['etude']['regles_ecartees']>[number];

/** Whether a path is at or under the one that is set aside; a rule set aside without a path is so everywhere. Both name an inventory by its file or by its key. */
function sous(chemin: string, ecart: string | undefined): boolean {
  if (ecart === undefined) return true;
  const [found, aside] = [cheminDit(chemin), cheminDit(ecart)];
  return found === aside || found.startsWith(`${aside}/`);
}

/** Where the study sets aside what a rule found at one of `chemins`: the rank of the entry in `regles_ecartees`; −1 when it does not. */
export const rangDeLEcart = (ecartees: readonly RegleEcartee[], code: string, chemins: readonly string[]): number =>
  ecartees.findIndex(({ regle, chemin }) => regle === code && chemins.some((one) => sous(one, chemin)));
