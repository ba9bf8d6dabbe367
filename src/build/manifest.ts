/** The manifest of a release: what it was made from and what it holds, with nothing that changes from one machine to another. */
import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Diagnostic } from '../study/diagnostic.js';
import type { Contenu } from './content.js';
import { sha256 } from './fingerprint.js';

export const MANIFEST = 'manifest.json';

export interface FichierManifeste {
  /** Path relative to the study's folder, or to the release. */
  fichier: string;
  sha256: string;
  octets: number;
}

export interface LivrableManifeste {
  /** Name of the deliverable, followed by that of the project for a sheet alone. */
  id: string;
  /** Of everything that it is made from. */
  empreinte: string;
  parametres: {
    formats: string[];
    scenario: string | null;
    projet: string | boolean | null;
    depuis: string | null;
    interne?: true;
  };
  sorties: (FichierManifeste & { pages?: number; feuilles?: number; diapositives?: number })[];
}

export interface Manifeste {
  programme: { nom: string; version: string; empreinte: string };
  etude: { id: string; version: string; date: string };
  /** Null outside a git work tree. */
  git: { commit: string; propre: boolean } | null;
  entrees: FichierManifeste[];
  /** Templates of the study that replace those of the program. */
  modeles: FichierManifeste[];
  livrables: LivrableManifeste[];
  avertissements: { code: string; fichier: string; ligne: number; message: string }[];
  /** Entries and results, by which two releases are compared. */
  contenu: Contenu;
}

const run = promisify(execFile);

/** The commit of the study's folder and whether nothing was changed since. */
export async function gitState(dir: string): Promise<Manifeste['git']> {
  try {
    const [{ stdout: commit }, { stdout: status }] = await Promise.all([
      run('git', ['-C', dir, 'rev-parse', 'HEAD']),
      run('git', ['-C', dir, 'status', '--porcelain']),
    ]);
    return { commit: commit.trim(), propre: status.trim() === '' };
  } catch {
    return null;
  }
}

/** Null when the folder has none, or one that cannot be read. */
export async function readManifest(folder: string): Promise<Manifeste | null> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Manifeste;
    return Array.isArray(manifest.livrables) && manifest.etude ? manifest : null;
  } catch {
    return null;
  }
}

/** The manifest of a release named by its folder, or by its manifest. */
export const readRelease = (path: string): Promise<Manifeste | null> =>
  readManifest(path.endsWith('.json') ? dirname(path) : path);

export const describeFile = (fichier: string, bytes: Uint8Array): FichierManifeste => ({
  fichier,
  sha256: sha256(bytes),
  octets: bytes.length,
});

/** Whether a file of a release is there, unchanged. */
export async function intact(
  folder: string,
  { fichier, sha256: expected, octets }: FichierManifeste,
): Promise<boolean> {
  const path = join(folder, fichier);
  try {
    return (await stat(path)).size === octets && sha256(await readFile(path)) === expected;
  } catch {
    return false;
  }
}

export const warningsOf = (diagnostics: readonly Diagnostic[]): Manifeste['avertissements'] =>
  diagnostics
    .filter(({ gravite }) => gravite !== 'erreur')
    .map(({ code, fichier, plage, message }) => ({ code, fichier, ligne: plage.ligne, message }));

/** The records of this build over those of the former release that it did not touch. */
export function mergeRecords(
  former: readonly LivrableManifeste[],
  built: readonly LivrableManifeste[],
): LivrableManifeste[] {
  const names = new Set(built.flatMap(({ id, sorties }) => [id, ...sorties.map(({ fichier }) => fichier)]));
  const kept = former.filter(({ id, sorties }) => !names.has(id) && !sorties.some(({ fichier }) => names.has(fichier)));
  return [...kept, ...built].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export const manifestBytes = (manifest: Manifeste): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
