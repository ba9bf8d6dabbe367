/** Whether a release is what its manifest says, and what differs from what the study gives today. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { intact, MANIFEST, type Manifeste, readManifest } from './manifest.js';

export interface Ecart {
  fichier: string;
  nature: 'absent' | 'modifie' | 'inconnu' | 'different';
  /** French sentence. */
  message: string;
}

export interface Verification {
  manifeste: Manifeste | null;
  fichiers: number;
  ecarts: Ecart[];
}

/** Files of the release hashed again; those that no record names are told. */
export async function verifyRelease(folder: string): Promise<Verification> {
  const manifeste = await readManifest(folder);
  if (!manifeste) return { manifeste: null, fichiers: 0, ecarts: [] };
  const outputs = manifeste.livrables.flatMap(({ sorties }) => sorties);
  const present = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = new Set(
    present
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
  );
  const ecarts: Ecart[] = [];
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
  return { manifeste, fichiers: outputs.length, ecarts };
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
          `programme : ${before.programme.version}${before.programme.version === after.programme.version ? ', mais son code ou celui de Node a changé' : `, puis ${after.programme.version}`}`,
        ]),
    ...changed(before.entrees, after.entrees, 'entrée'),
    ...changed(before.modeles, after.modeles, 'modèle'),
  ];
}
