/** Labels of the study's own vocabularies, and of the fixed lists of the schemas. */
import type { Libelles, Study } from '../study/study.js';
import type { Acteur, Outil, Participation, Scenario } from '../study/types.gen.js';
import { minuscule } from '../texte/accords.js';
import { parId } from './par-id.js';
import type { Etiquette } from './types-communs.js';

/** The label of an id; the id itself when the vocabulary has not got it. */
export function etiquette(vocabulary: readonly { id: string; libelle: string }[], id: string): Etiquette {
  return { id, libelle: vocabulary.find((entry) => entry.id === id)?.libelle ?? id };
}

/** Labels in the vocabulary's order, without duplicates. */
export function etiquettes(
  vocabulary: readonly { id: string; libelle: string }[],
  ids: readonly string[] | undefined,
): Etiquette[] {
  const wanted = new Set(ids ?? []);
  const known = vocabulary.filter((entry) => wanted.delete(entry.id)).map(({ id, libelle }) => ({ id, libelle }));
  return [...known, ...[...wanted].sort().map((id) => ({ id, libelle: id }))];
}

export const nus = (vocabulary: readonly { id: string; libelle: string }[]): Etiquette[] =>
  vocabulary.map(({ id, libelle }) => ({ id, libelle }));

export const nomCourt = (acteur: Acteur): string => acteur.sigle ?? acteur.nom;

/** Short name of an actor by id; the id itself when unknown. */
export function nomActeur(etude: Study, id: string | null | undefined): string | null {
  if (!id) return null;
  const acteur = parId(etude.acteurs, id);
  return acteur ? nomCourt(acteur) : id;
}

/** A name in a sentence: between quotation marks, unless it has the article that French wants (« La Poste »), and that no preposition contracts. */
export const nomCite = (nom: string): string => (/^(?:La |L[’'])/i.test(nom) ? nom : `« ${nom} »`);

export const acteurCite = (etude: Study, id: string): string => nomCite(nomActeur(etude, id) ?? id);

export const METHODES: readonly (Etiquette & { id: Participation['type'] })[] = [
  { id: 'entretien', libelle: 'Entretiens' },
  { id: 'atelier', libelle: 'Ateliers' },
  { id: 'enquete', libelle: 'Enquêtes' },
  { id: 'forum', libelle: 'Forums' },
  { id: 'visite', libelle: 'Visites' },
];

export const ENGAGEMENTS: readonly Etiquette[] = [
  { id: 'engage', libelle: 'Engagé' },
  { id: 'volontaire', libelle: 'Volontaire' },
  { id: 'contacte', libelle: 'Contacté' },
  { id: 'pressenti', libelle: 'Pressenti' },
  { id: 'non-renseigne', libelle: 'Non renseigné' },
];

export const DISPONIBILITES: readonly Etiquette[] = [
  { id: 'existant', libelle: 'Existant' },
  { id: 'a-adapter', libelle: 'À adapter' },
  { id: 'a-creer', libelle: 'À créer' },
  { id: 'non-renseigne', libelle: 'Non renseignée' },
];

export const NATURES_OUTILS: Readonly<Record<NonNullable<Outil['nature']>, string>> = {
  service: 'Service',
  materiel: 'Matériel',
  animation: 'Animation',
  formation: 'Formation',
  documentation: 'Documentation',
  numerique: 'Outil numérique',
  financement: 'Aide financière',
  convention: 'Cadre juridique',
};

export const TYPES_ACTEURS: readonly Etiquette[] = [
  { id: 'collectivite', libelle: 'Collectivité' },
  { id: 'etablissement-public', libelle: 'Établissement public' },
  { id: 'service-etat', libelle: 'Service de l’État' },
  { id: 'syndicat-intercommunal', libelle: 'Syndicat intercommunal' },
  { id: 'syndicat-mixte', libelle: 'Syndicat mixte' },
  { id: 'regie', libelle: 'Régie' },
  { id: 'gip', libelle: 'Groupement d’intérêt public' },
  { id: 'spl', libelle: 'Société publique locale' },
  { id: 'sem', libelle: 'Société d’économie mixte' },
  { id: 'association', libelle: 'Association' },
  { id: 'scic', libelle: 'Société coopérative d’intérêt collectif' },
  { id: 'cooperative', libelle: 'Coopérative' },
  { id: 'collectif', libelle: 'Collectif' },
  { id: 'entreprise', libelle: 'Entreprise' },
  { id: 'exploitation-agricole', libelle: 'Exploitation agricole' },
  { id: 'chambre-consulaire', libelle: 'Chambre consulaire' },
  { id: 'fondation', libelle: 'Fondation' },
  { id: 'instance', libelle: 'Instance' },
  { id: 'reseau', libelle: 'Réseau' },
];

/** Legal forms of a scenario. */
export const FORMES_JURIDIQUES: Readonly<Record<Scenario['forme_juridique'], string>> = {
  regie: 'service en régie',
  convention: 'réseau lié par des conventions',
  entente: 'entente intercommunale',
  'convention-objectifs': 'conventions d’objectifs',
  association: 'association',
  scic: 'société coopérative d’intérêt collectif',
  gip: 'groupement d’intérêt public',
  delegation: 'délégation de service public',
  'syndicat-mixte': 'syndicat mixte',
  epl: 'établissement public local',
  spl: 'société publique locale',
  sem: 'société d’économie mixte',
};

const FORMES_PAR_MOT = new Map<string, string>(Object.entries(FORMES_JURIDIQUES));
/** A legal form that the author wrote freely; the word of the list of scenarios is told by its name, as there. */
export const formeEcrite = (texte: string): string => FORMES_PAR_MOT.get(texte) ?? texte;

/** The nature of a body that the author wrote freely, in the middle of a sentence; the word of the list of actors is told by its name. */
export function natureEcrite(texte: string): string {
  const known = TYPES_ACTEURS.find(({ id }) => id === texte);
  return known ? minuscule(known.libelle) : texte;
}

export const QUADRANTS = {
  associer: 'À associer étroitement',
  convaincre: 'À convaincre',
  appuyer: 'À appuyer',
  informer: 'À tenir informés',
} as const;

export const MILIEUX: Libelles<Study['experiences'][number]['territoire']['milieu']> = {
  rural: 'rural',
  urbain: 'urbain',
  mixte: 'mixte',
};

/** A method in the singular, for one meeting. */
export const SORTES_DE_RENCONTRE: Libelles<Study['participation'][number]['type']> = {
  entretien: 'Entretien',
  atelier: 'Atelier',
  enquete: 'Enquête',
  forum: 'Forum',
  visite: 'Visite',
};

/** Whether a time of participation took place, or is still to: one that was called off is counted nowhere. */
export const estMaintenue = ({ etat }: Pick<Study['participation'][number], 'etat'>): boolean => etat !== 'annulee';

/** What a time of participation is called: its title, else what it is. */
export const nomDeRencontre = ({ titre, type }: Pick<Study['participation'][number], 'titre' | 'type'>): string =>
  titre ?? SORTES_DE_RENCONTRE[type];
