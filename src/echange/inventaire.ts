/** A collection as it is in the files of a study: its entries, where each stands, and what references may name. */

import { join, resolve } from 'node:path';
import type { FichierChange } from '../edition/ecrire.js';
import { bloc } from '../edition/rendu.js';
import { type Retouche, retoucher } from '../edition/retouche.js';
import { COLLECTIONS, type Collection, collectionNamed } from '../study/collections.js';
import type { LoadedStudy } from '../study/load.js';
import { isRecord } from '../study/record.js';
import { SHAPES } from '../study/shapes.gen.js';
import type { Step } from '../study/yaml/locate.js';
import { parseYaml } from '../study/yaml/parse.js';
import { vouliezVousDire } from '../texte/ordre.js';
import type { Cibles } from './cellules.js';
import type { Fiche } from './fiche.js';
import type { Import } from './importer.js';

interface Fichier {
  chemin: string;
  text: string;
  liste: boolean;
  fiches: Fiche[];
}

export interface Inventaire {
  collection: Collection;
  fichiers: Fichier[];
  fiches: Fiche[];
}

/** Names of the collections that are lists: those that a table can hold. */
export const LISTES = COLLECTIONS.filter(({ liste }) => liste).map(({ nom }) => nom);

/** What to say of a name that is none of them. */
export const pasEnListe = (nom: string): string =>
  [
    `« ${nom} » n'est pas un inventaire en liste.`,
    ...[vouliezVousDire(nom, LISTES) ?? []].flat(),
    `Inventaires : ${LISTES.join(', ')}.`,
  ].join(' ');

/** The files of a collection, by the names that the loader gives them. */
export function inventaireDe(collection: Collection, loaded: Pick<LoadedStudy, 'files'>, cwd: string): Inventaire {
  const name = new RegExp(`(^|/)${collection.nom}(\\.yaml|/[^/]+\\.yaml)$`);
  const fichiers = loaded.files
    .filter(({ path }) => name.test(path))
    .map(({ path, text }): Fichier => {
      const { value } = parseYaml(text, SHAPES[collection.nom] ?? {}, true);
      const list: unknown[] = Array.isArray(value) ? value : [value];
      return { chemin: resolve(cwd, path), text, liste: Array.isArray(value), fiches: list.filter(isRecord) };
    });
  return { collection, fichiers, fiches: fichiers.flatMap(({ fiches }) => fiches) };
}

const MOTS = ['libelle', 'nom', 'titre', 'sigle', 'titre_court', 'nom_court', 'libelle_court'] as const;

/** Ids that `etude.publics` or `territoire.communes#code` names, with the words by which each is known. */
export function ciblesDe(study: unknown): (reference: string) => Cibles {
  const cache = new Map<string, Cibles>();
  return (reference) => {
    const known = cache.get(reference);
    if (known) return known;
    const [path = '', key = 'id'] = reference.split('#');
    const [name = '', field] = path.split('.');
    const root: unknown = isRecord(study) ? study[collectionNamed(name)?.cle ?? name] : undefined;
    const list: unknown = field === undefined ? root : isRecord(root) ? root[field] : undefined;
    const entries = (Array.isArray(list) ? list : []).filter(isRecord).flatMap((entry): [string, string[]][] => {
      const id = entry[key];
      const words = MOTS.map((word) => entry[word]).filter((word) => typeof word === 'string');
      // « les personnes âgées », for « Personnes âgées de plus de 70 ans ».
      if (typeof entry.en_phrase === 'string') words.push(entry.en_phrase.replace(/^(?:l['’]|les? |la )/i, ''));
      return typeof id === 'string' ? [[id, words]] : [];
    });
    const cibles = new Map(entries);
    cache.set(reference, cibles);
    return cibles;
  };
}

/** The files as they become once the import is made; each new entry carries its origin and what no field could take as a comment. */
export function changementsDe(
  inventaire: Inventaire,
  lu: Import,
  origine: (ligne: number) => string,
  dir: string,
): FichierChange[] {
  const { collection, fichiers } = inventaire;
  const ordre = Object.keys(SHAPES[collection.nom]?.properties ?? {});
  const retouches = new Map<Fichier, Retouche[]>();
  const add = (fichier: Fichier, retouche: Retouche): void => {
    retouches.set(fichier, [...(retouches.get(fichier) ?? []), retouche]);
  };
  for (const { id, champs } of lu.modifiees) {
    const fichier = fichiers.find(({ fiches }) => fiches.some((fiche) => fiche.id === id));
    if (!fichier) continue;
    const base: Step[] = fichier.liste ? [fichier.fiches.findIndex((fiche) => fiche.id === id)] : [];
    for (const [key, valeur] of Object.entries(champs))
      add(fichier, { geste: 'definir', chemin: [...base, key], valeur, ordre });
  }
  const note = (ligne: number, extra: readonly [string, string][]): string =>
    [origine(ligne), ...extra.map(([titre, texte]) => `${titre} : ${texte.replace(/\s+/g, ' ')}`)].join('\n');
  const target = fichiers.findLast(({ liste }) => liste);
  const changes: FichierChange[] = [];
  if (target)
    for (const { fiche, ligne, horsChamps } of lu.nouvelles)
      add(target, { geste: 'ajouter', chemin: [], valeur: fiche, commentaire: note(ligne, horsChamps) });
  else if (lu.nouvelles.length > 0) changes.push(nouveauFichier(inventaire, lu, note, dir));
  for (const [fichier, list] of retouches)
    changes.push({ chemin: fichier.chemin, avant: fichier.text, apres: retoucher(fichier.text, list) });
  return changes;
}

function nouveauFichier(
  { collection, fichiers }: Inventaire,
  lu: Import,
  note: (ligne: number, extra: readonly [string, string][]) => string,
  dir: string,
): FichierChange {
  // Beside entries that have a file each, the new ones share one.
  const chemin = fichiers.length > 0 ? join(dir, collection.nom, 'import.yaml') : join(dir, `${collection.nom}.yaml`);
  const entries = lu.nouvelles.map(({ fiche, ligne, horsChamps }) => {
    const comment = note(ligne, horsChamps)
      .split('\n')
      .map((line) => `# ${line}\n`)
      .join('');
    return `${comment}${bloc([fiche], 0)}\n`;
  });
  return { chemin, avant: null, apres: entries.join('\n') };
}
