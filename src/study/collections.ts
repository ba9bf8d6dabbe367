import type { Study } from './study.js';

/** A collection (list of entries, in a file or a folder) or a single document of a study. */
export interface Collection {
  /** Name of the file or folder. */
  nom: string;
  /** Name in a `Study`. */
  cle: keyof Study;
  liste: boolean;
  /** « un acteur », « l'étude »: what one entry is called. */
  fiche: string;
  /** A study cannot do without it. */
  requis?: true;
}

export const COLLECTIONS: readonly Collection[] = [
  { nom: 'etude', cle: 'etude', liste: false, fiche: "l'étude", requis: true },
  { nom: 'territoire', cle: 'territoire', liste: false, fiche: 'le territoire', requis: true },
  { nom: 'besoins', cle: 'besoins', liste: true, fiche: 'un besoin' },
  { nom: 'acteurs', cle: 'acteurs', liste: true, fiche: 'un acteur' },
  { nom: 'actions', cle: 'actions', liste: true, fiche: 'une action' },
  { nom: 'experiences', cle: 'experiences', liste: true, fiche: 'une expérience' },
  { nom: 'outils', cle: 'outils', liste: true, fiche: 'un outil' },
  { nom: 'participation', cle: 'participation', liste: true, fiche: 'un temps de participation' },
  { nom: 'scenarios', cle: 'scenarios', liste: true, fiche: 'un scénario' },
  { nom: 'criteres', cle: 'criteres', liste: false, fiche: 'le modèle de décision' },
  { nom: 'priorites', cle: 'priorites', liste: false, fiche: 'le modèle de priorités' },
  { nom: 'mode-operatoire', cle: 'mode_operatoire', liste: false, fiche: 'le mode opératoire' },
  { nom: 'projets', cle: 'projets', liste: true, fiche: 'un projet' },
  { nom: 'evaluation', cle: 'evaluation', liste: false, fiche: 'le cadre de l’évaluation' },
  { nom: 'reunions', cle: 'reunions', liste: true, fiche: 'une réunion' },
  { nom: 'references', cle: 'references', liste: true, fiche: 'une référence' },
  { nom: 'contrat', cle: 'contrat', liste: false, fiche: 'le contrat' },
  { nom: 'theme', cle: 'theme', liste: false, fiche: 'la charte graphique' },
  { nom: 'sources', cle: 'sources', liste: true, fiche: 'une source' },
];

/** Finds a collection by its file name, or by its key in a `Study` (`mode_operatoire`). */
export const collectionNamed = (name: string): Collection | undefined =>
  COLLECTIONS.find(({ nom, cle }) => nom === name || cle === name);

/** A path as it is told: its first word is the name of the file or folder, where the analysis goes by the keys of a `Study`. */
export function cheminDit(path: string): string {
  const [head = '', ...rest] = path.split('/');
  return [collectionNamed(head)?.nom ?? head, ...rest].join('/');
}

/** Keys by which an element of a list is named in a path, in order of preference; its rank (from 1) otherwise. */
const NAMING_KEYS = ['id', 'code', 'siren', 'ref'] as const;

/** What names an element of a list in a path. */
export function elementName(element: unknown, index: number): string {
  if (typeof element === 'object' && element !== null) {
    const fields = element as Record<string, unknown>;
    for (const key of NAMING_KEYS) {
      const value = fields[key];
      if (typeof value === 'string' && value !== '') return value;
    }
  }
  return String(index + 1);
}

/** What references name, in French: [« aucun » or « aucune », noun]. */
const NOUNS: Readonly<Record<string, readonly [string, string]>> = {
  'etude.publics': ['aucun', 'public'],
  'etude.domaines': ['aucun', 'domaine'],
  'etude.fonctions': ['aucune', 'fonction'],
  'etude.modalites': ['aucune', 'modalité'],
  'etude.actions_indicatives': ['aucune', 'action indicative'],
  'etude.livrables': ['aucun', 'livrable'],
  'etude.cadre': ['aucun', 'objectif du cadre'],
  'territoire.perimetres': ['aucun', 'périmètre'],
  'territoire.communes': ['aucune', 'commune de code'],
  'territoire.epci': ['aucun', 'EPCI de numéro'],
  'mode-operatoire.taches': ['aucune', 'tâche'],
  'mode-operatoire.parcours': ['aucune', 'étape du parcours'],
  'mode-operatoire.indicateurs': ['aucun', 'indicateur du dispositif'],
  'criteres.criteres': ['aucun', 'critère'],
  'criteres.familles': ['aucune', 'famille de critères'],
  'criteres.evaluateurs': ['aucun', 'évaluateur'],
};

/** « aucun acteur », « aucune commune de code »: the start of a sentence on a reference that leads nowhere. */
export function noneOf(reference: string): string {
  const target = reference.split('#')[0] ?? reference;
  const noun = NOUNS[target];
  if (noun) return noun.join(' ');
  const collection = collectionNamed(target);
  if (!collection?.liste) return `aucun élément de ${target}`;
  const [article, ...words] = collection.fiche.split(' ');
  return [article === 'une' ? 'aucune' : 'aucun', ...words].join(' ');
}
