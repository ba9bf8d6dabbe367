/** The files of a study once its territory follows the official lists: the territory, what names its communes, and the source of all this. */

import { join, resolve } from 'node:path';
import type { FichierChange } from '../../edition/ecrire.js';
import { bloc } from '../../edition/rendu.js';
import { type Retouche, retoucher } from '../../edition/retouche.js';
import { COLLECTIONS, collectionNamed } from '../../study/collections.js';
import type { LoadedStudy } from '../../study/load.js';
import { isRecord } from '../../study/record.js';
import { SHAPES } from '../../study/shapes.gen.js';
import { parseYaml } from '../../study/yaml/parse.js';
import { inventaireDe } from '../inventaire.js';
import { changementsTerritoire } from './changements.js';
import { type Commune, type Listes, PAQUET } from './listes.js';
import { retouchesReferences } from './references.js';

export interface MiseAJour {
  fichiers: FichierChange[];
  remarques: string[];
}

/** The lists as a source of the study. */
const sourceDe = ({ millesime, version }: Listes): Record<string, unknown> => ({
  id: `decoupage-administratif-${millesime}`,
  type: 'donnees',
  titre: `Découpage administratif au 1er janvier ${millesime} : communes, intercommunalités et populations municipales`,
  auteur: 'Insee et direction générale des collectivités locales, mis en forme par Etalab',
  date: millesime,
  url: 'https://github.com/etalab/decoupage-administratif',
  licence: 'Licence Ouverte',
  commentaire: `Paquet ${PAQUET}, version ${version}.`,
});

/** The list of sources of the territory: that of another year gives its place. */
function citer(territoire: Record<string, unknown>, id: string): Retouche[] {
  const { sources } = territoire;
  if (!Array.isArray(sources)) {
    const ordre = Object.keys(SHAPES.territoire?.properties ?? {});
    return [{ geste: 'definir', chemin: ['sources'], valeur: [id], ordre }];
  }
  if (sources.includes(id)) return [];
  const former = sources.findIndex((one) => /^decoupage-administratif-\d{4}$/.test(String(one)));
  return former < 0
    ? [{ geste: 'ajouter', chemin: ['sources'], valeur: id }]
    : [{ geste: 'definir', chemin: ['sources', former], valeur: id }];
}

function fichierDesSources(
  loaded: Pick<LoadedStudy, 'files'>,
  listes: Listes,
  dir: string,
  cwd: string,
): FichierChange[] {
  const collection = collectionNamed('sources');
  const source = sourceDe(listes);
  if (!collection) return [];
  const { fichiers, fiches } = inventaireDe(collection, loaded, cwd);
  if (fiches.some(({ id }) => id === source.id)) return [];
  const target = fichiers.find(({ liste }) => liste);
  if (!target) {
    const chemin = join(dir, fichiers.length > 0 ? 'sources/territoire.yaml' : 'sources.yaml');
    return [{ chemin, avant: null, apres: `${bloc([source], 0)}\n` }];
  }
  const apres = retoucher(target.text, [{ geste: 'ajouter', chemin: [], valeur: source }]);
  return [{ chemin: target.chemin, avant: target.text, apres }];
}

/** Nothing changes where the territory already says what the lists say. Throws a `RetoucheImpossible` when a file cannot take a change. */
export function mettreTerritoireAJour(
  loaded: Pick<LoadedStudy, 'files'>,
  listes: Listes,
  demandees: readonly Commune[],
  { dir, cwd }: { dir: string; cwd: string },
): MiseAJour {
  const read = loaded.files.flatMap(({ path, text }) => {
    const collection = COLLECTIONS.find(({ nom }) => new RegExp(`(^|/)${nom}(\\.yaml|/[^/]+\\.yaml)$`).test(path));
    if (!collection) return [];
    const shape = SHAPES[collection.nom] ?? {};
    return [{ nom: collection.nom, path, text, shape, value: parseYaml(text, shape, collection.liste).value }];
  });
  const value = read.find(({ nom }) => nom === 'territoire')?.value;
  const territoire = isRecord(value) ? value : {};
  const { retouches, remarques, devenues } = changementsTerritoire(territoire, listes, demandees);
  if (retouches.length === 0) return { fichiers: [], remarques };
  const own = [...retouches, ...citer(territoire, `decoupage-administratif-${listes.millesime}`)];
  const fichiers = read.flatMap(({ nom, path, text, shape, value: entries }): FichierChange[] => {
    const named = retouchesReferences(entries, Array.isArray(entries) ? { items: shape } : shape, devenues);
    const list = nom === 'territoire' ? [...own, ...named] : named;
    const apres = retoucher(text, list);
    return apres === text ? [] : [{ chemin: resolve(cwd, path), avant: text, apres }];
  });
  return { fichiers: [...fichiers, ...fichierDesSources(loaded, listes, dir, cwd)], remarques };
}
