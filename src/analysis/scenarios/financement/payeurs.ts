/** Those who pay a scenario beside its bearer: whoever pays is a partner to associate, listed as such or not. */
import type { Scenario } from '../../../study/types.gen.js';
import { estEmprunt } from '../depenses-et-charge/emprunts.js';
import { FCTVA } from '../depenses-et-charge/fctva.js';
import { encaissee } from './caisse-du-porteur.js';
import { donneurs } from './regles-aides.js';

type Partenaire = Scenario['partenaires'][number];

/** What is given for a project; own funds, users' receipts and a VAT given back by law come from no partner. */
const donnee = ({ id, nature }: Scenario['financements'][number]): boolean =>
  (nature === 'subvention' || nature === 'participation') && id !== FCTVA;

/** The partners of a scenario, then those who fund it without being in its list, as funders: what they pay for is their contribution. */
export function partenairesEtPayeurs({
  partenaires,
  financements,
  porteur,
}: Pick<Scenario, 'partenaires' | 'financements' | 'porteur'>): Partenaire[] {
  const known = new Set([porteur, ...partenaires.map(({ acteur }) => acteur)]);
  const payers = new Map<string, string[]>();
  for (const source of financements.filter(donnee))
    for (const { acteur } of donneurs(source))
      if (!known.has(acteur)) payers.set(acteur, [...(payers.get(acteur) ?? []), source.libelle ?? '']);
  return [
    ...partenaires,
    ...[...payers].map(([acteur, titles]): Partenaire => {
      const apport = titles.filter(Boolean).join(' ; ');
      return { acteur, role: 'financeur', ...(apport ? { apport: `${apport}.` } : {}) };
    }),
  ];
}

/** Each funder once, in the order of the plan. */
export const financeursDe = ({ financements, porteur }: Pick<Scenario, 'financements' | 'porteur'>): string[] => [
  ...new Set(financements.flatMap((source) => quiFinance(source, porteur).map(({ acteur }) => acteur))),
];

/** What another than the bearer sells for itself: its customers pay, and the actor that the receipt names is who cashes it. */
const vendueParUnAutre = (source: Scenario['financements'][number], porteur: string): boolean =>
  source.nature === 'recette' &&
  source.financeur !== undefined &&
  !encaissee(source, porteur) &&
  (source.assiette_porteurs ?? []).includes(source.financeur);

/** Whose money it is in the end: the bearer's, for a loan that it gives back; nobody's among the actors, for what customers pay to another. */
export function quiFinance(source: Scenario['financements'][number], porteur: string): ReturnType<typeof donneurs> {
  if (estEmprunt(source)) return [{ acteur: porteur, part: 1 }];
  return vendueParUnAutre(source, porteur) ? [] : donneurs(source);
}
