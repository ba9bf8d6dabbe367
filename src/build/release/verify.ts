/** Whether a release is what its manifest says, and what differs from what the study gives today. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecord } from '../../study/record.js';
import { studyFile } from '../prepare.js';
import { intact, MANIFEST, type Manifeste } from './manifest.js';
import { type ManifestRead, openManifest } from './read-manifest.js';

export interface Ecart {
  fichier: string;
  nature: 'absent' | 'modifie' | 'inconnu' | 'different';
  /** French sentence. */
  message: string;
}

export interface Verification {
  /** What was read of the manifest. */
  lu: ManifestRead;
  fichiers: number;
  ecarts: Ecart[];
}

/** Files that a program opened on the release leaves beside them, or that a system adds. */
const isPassing = (name: string): boolean => /(^|\/)(\.~lock\..*#|~\$.*|\.DS_Store|Thumbs\.db)$/.test(name);

/** The id of the study that the release's own copy of it gives; null when it cannot be read. */
async function studyIdIn(folder: string, file: string): Promise<string | null> {
  try {
    const study: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
    return isRecord(study) && isRecord(study.etude) && typeof study.etude.id === 'string' ? study.etude.id : null;
  } catch {
    return null;
  }
}

/** Files of the release hashed again; those that no record names are told, and a manifest that speaks of another study than the release. */
export async function verifyRelease(folder: string): Promise<Verification> {
  const lu = await openManifest(folder);
  if (lu.etat !== 'lu') return { lu, fichiers: 0, ecarts: [] };
  const outputs = lu.manifeste.livrables.flatMap(({ sorties }) => sorties);
  const present = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = new Set(
    present
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .filter((name) => !isPassing(name)),
  );
  const ecarts: Ecart[] = [];
  const own = studyFile(lu.manifeste.livrables.some(({ parametres }) => parametres.interne));
  const [expected, found] = [lu.manifeste.etude.id, await studyIdIn(folder, own)];
  if (found !== null && found !== expected)
    ecarts.push({
      fichier: own,
      nature: 'different',
      message: `c’est l’étude « ${found} », et le manifeste est celui de « ${expected} » : deux études se mêlent ici`,
    });
  for (const output of outputs) {
    const { fichier } = output;
    if (!names.has(fichier))
      ecarts.push({ fichier, nature: 'absent', message: 'le manifeste le décrit, et il n’y est plus' });
    else if (!(await intact(folder, output)))
      ecarts.push({ fichier, nature: 'modifie', message: 'il a changé depuis la construction' });
  }
  const known = new Set([MANIFEST, ...outputs.map(({ fichier }) => fichier)]);
  for (const fichier of [...names].sort())
    if (!known.has(fichier)) ecarts.push({ fichier, nature: 'inconnu', message: 'le manifeste ne le décrit pas' });
  return { lu, fichiers: outputs.length, ecarts };
}

/** Why the same study gives other bytes: what changed between two manifests, in French. */
export function causes(before: Manifeste, after: Manifeste): string[] {
  const changed = (a: Manifeste['entrees'], b: Manifeste['entrees'], what: string): string[] => {
    const [left, right] = [a, b].map((list) => new Map(list.map(({ fichier, sha256 }) => [fichier, sha256])));
    const names = [...new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])].sort();
    return names.flatMap((name) => {
      const [was, is] = [left?.get(name), right?.get(name)];
      if (was === is) return [];
      return [`${what} ${name} : ${was === undefined ? 'ajouté' : is === undefined ? 'retiré' : 'modifié'}`];
    });
  };
  return [
    ...(before.programme.empreinte === after.programme.empreinte
      ? []
      : [
          `programme : ${before.programme.version}${before.programme.version === after.programme.version ? ', mais son code, ses dépendances ou Node ont changé' : `, puis ${after.programme.version}`}`,
        ]),
    ...changed(before.entrees, after.entrees, 'entrée'),
    ...changed(before.modeles, after.modeles, 'modèle'),
  ];
}
