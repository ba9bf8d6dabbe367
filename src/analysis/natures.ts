/** The legal nature of an actor or of a bearer, on which the rules that apply depend. */
import type { Acteur, Reference } from '../study/types.gen.js';

export type Nature = NonNullable<Reference['concerne']>[number];

export const NATURES_JURIDIQUES: Readonly<Record<Nature, string>> = {
  public: 'Personne publique',
  association: 'Association',
  entreprise: 'Entreprise ou coopérative',
  exploitation: 'Exploitation agricole',
  particulier: 'Habitant ou collectif',
};

const DES_TYPES: Readonly<Record<Acteur['type'], Nature | null>> = {
  association: 'association',
  'chambre-consulaire': 'public',
  collectif: 'particulier',
  collectivite: 'public',
  cooperative: 'entreprise',
  entreprise: 'entreprise',
  'etablissement-public': 'public',
  fondation: 'association',
  // Neither has a legal personality of its own that a convention could bind.
  instance: null,
  reseau: null,
  'service-etat': 'public',
  'syndicat-intercommunal': 'public',
  'syndicat-mixte': 'public',
};

/** Null for an instance or a network, which has no legal personality. */
export const natureDe = ({ type }: Pick<Acteur, 'type'>): Nature | null => DES_TYPES[type];

/** Whether a rule applies to a nature; a rule that names none applies to all. */
export const concerne = ({ concerne: natures }: Pick<Reference, 'concerne'>, nature: Nature | null): boolean =>
  natures === undefined || (nature !== null && natures.includes(nature));
