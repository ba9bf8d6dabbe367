/** What goes through the cash of the bearer, and what others pay from their own funds without asking it anything. */
import type { Scenario } from '../../../study/types.gen.js';

type Plan = Pick<Scenario, 'porteur' | 'financements'>;
type Source = Scenario['financements'][number];

/** Whether a source is paid to the bearer: not when it names whose expenses it covers and the bearer is not one of them. */
export const encaissee = ({ assiette_porteurs: covered }: Source, porteur: string): boolean =>
  covered === undefined || covered.includes(porteur);

/** Ids of those whose expenses a source covers without the bearer: they pay and are funded aside. Another payer is taken to be refunded by the bearer. */
export const payeursHorsCaisse = ({ porteur, financements }: Plan): ReadonlySet<string> =>
  new Set(financements.flatMap((source) => (encaissee(source, porteur) ? [] : (source.assiette_porteurs ?? []))));

/** Lines that cost something, one year at least: who lends volunteers pays nothing. */
export const lignesPayees = <T>(lignes: readonly T[], montants: readonly (readonly number[])[]): T[] =>
  lignes.filter((_, i) => montants[i]?.some((amount) => amount !== 0));

/** Those who pay lines of the scenario through its cash, as if the bearer gave them back what they spend: nothing says that they are funded aside. */
export const payeursRembourses = (plan: Plan, lignes: readonly { porteur: string }[]): string[] => {
  const aside = payeursHorsCaisse(plan);
  return [...new Set(lignes.map(({ porteur }) => porteur))].filter((id) => id !== plan.porteur && !aside.has(id));
};
