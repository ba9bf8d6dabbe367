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
  'exploitation-agricole': 'exploitation',
  fondation: 'association',
  gip: 'public',
  // An instance or a network has no legal personality of its own that a convention could bind.
  instance: null,
  // With a legal personality or without: the one who signs is a public body (code général des collectivités territoriales, L. 2221-4).
  regie: 'public',
  reseau: null,
  scic: 'entreprise',
  sem: 'entreprise',
  'service-etat': 'public',
  // A private company that public bodies own whole: with its shareholders it contracts as one of them does, with others as a company does.
  spl: null,
  'syndicat-intercommunal': 'public',
  'syndicat-mixte': 'public',
};

/** Null where the type alone does not tell: an instance or a network has no legal personality, an SPL is treated as who it works for. */
export const natureDe = ({ type }: Pick<Acteur, 'type'>): Nature | null => DES_TYPES[type];

/** Whether a rule applies to a nature; a rule that names none applies to all. */
export const concerne = ({ concerne: natures }: Pick<Reference, 'concerne'>, nature: Nature | null): boolean =>
  natures === undefined || natures.length === 0 || (nature !== null && natures.includes(nature));
