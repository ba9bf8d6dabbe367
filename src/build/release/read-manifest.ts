/** Reads the manifest of a release. One that was altered is told from one that is absent, and no path of it leads out of the release. */

import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isFormat } from '../../render/registry.js';
import { isRecord } from '../../study/record.js';
import { recover } from '../disk/recover.js';
import type { Parametres } from '../inputs/parameters.js';
import { type FichierManifeste, MANIFEST, type Manifeste } from './manifest.js';

/** A path below the release or the study: no root, no drive, no step up. */
const isWithin = (path: unknown): path is string =>
  typeof path === 'string' && path !== '' && !/^[\\/]|^[a-z]:|\0/i.test(path) && !path.split(/[\\/]/).includes('..');

const isFile = (value: unknown): value is FichierManifeste =>
  isRecord(value) && isWithin(value.fichier) && typeof value.sha256 === 'string' && typeof value.octets === 'number';

/** Inputs are named, never opened: they may lie outside, for a study whose inventories are links. */
const isInput = (value: unknown): boolean =>
  isRecord(value) && typeof value.fichier === 'string' && typeof value.sha256 === 'string';

const isListOf = (value: unknown, test: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(test);

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

const isEvolutions = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.version === 'string' &&
  typeof value.date === 'string' &&
  isListOf(
    value.lignes,
    (line) => isRecord(line) && ['partie', 'objet', 'changement'].every((key) => typeof line[key] === 'string'),
  );

const isParameters = (value: unknown): value is Parametres =>
  isRecord(value) &&
  isListOf(value.formats, isFormat) &&
  [value.scenario, value.reunion, value.horodatage].every(isTextOrNull) &&
  (value.projet === true || isTextOrNull(value.projet)) &&
  (value.depuis === null || isEvolutions(value.depuis));

const isContent = (value: unknown): boolean =>
  isRecord(value) &&
  isRecord(value.fiches) &&
  Object.values(value.fiches).every(
    (entries) =>
      isRecord(entries) && Object.values(entries).every((one) => isRecord(one) && typeof one.sha256 === 'string'),
  ) &&
  isRecord(value.scenarios) &&
  Object.values(value.scenarios).every(isRecord) &&
  isTextOrNull(value.retenu);

/** A file of a release is that of one deliverable, once. */
const areDistinct = (livrables: readonly { sorties: readonly FichierManifeste[] }[]): boolean => {
  const names = livrables.flatMap(({ sorties }) => sorties.map(({ fichier }) => fichier));
  return new Set(names).size === names.length;
};

function isManifest(value: unknown): value is Manifeste {
  if (!isRecord(value)) return false;
  const { programme, etude, git, entrees, modeles, livrables, avertissements, contenu } = value;
  return (
    isRecord(programme) &&
    [programme.nom, programme.version, programme.empreinte].every((text) => typeof text === 'string') &&
    isRecord(etude) &&
    typeof etude.id === 'string' &&
    isWithin(etude.version) &&
    typeof etude.date === 'string' &&
    (git === null || isRecord(git)) &&
    isListOf(entrees, isInput) &&
    isListOf(modeles, isInput) &&
    isListOf(
      livrables,
      (one) =>
        isRecord(one) &&
        typeof one.id === 'string' &&
        typeof one.empreinte === 'string' &&
        isParameters(one.parametres) &&
        isListOf(one.sorties, isFile),
    ) &&
    Array.isArray(avertissements) &&
    isContent(contenu)
  );
}

export type ManifestRead = { etat: 'lu'; manifeste: Manifeste } | { etat: 'absent' } | { etat: 'abime' };

/** The manifest as it lies in the folder; also for who holds the lock of the release. */
export async function manifestIn(folder: string): Promise<ManifestRead> {
  let text: string;
  try {
    text = await readFile(join(folder, MANIFEST), 'utf8');
  } catch {
    return { etat: 'absent' };
  }
  try {
    const value: unknown = JSON.parse(text);
    return isManifest(value) && areDistinct(value.livrables) ? { etat: 'lu', manifeste: value } : { etat: 'abime' };
  } catch {
    return { etat: 'abime' };
  }
}

/** A release that a build was killed in the middle of replacing is put back first. */
export async function openManifest(folder: string): Promise<ManifestRead> {
  // A disk that can only be read is read all the same.
  await recover(folder).catch(() => undefined);
  return manifestIn(folder);
}

/** Null when the folder has none, or one that is not whole. */
export async function readManifest(folder: string): Promise<Manifeste | null> {
  const read = await openManifest(folder);
  return read.etat === 'lu' ? read.manifeste : null;
}

/** A release: its absolute folder and its manifest. */
export interface Version {
  dossier: string;
  manifeste: Manifeste;
}

/** A release named by its folder, or by its manifest. */
export async function readRelease(path: string): Promise<Version | null> {
  const dossier = path.endsWith('.json') ? dirname(path) : path;
  const manifeste = await readManifest(dossier);
  return manifeste && { dossier, manifeste };
}

/** The first release below `out` that is of another study than `id`; null when there is none. */
export async function otherStudy(out: string, id: string): Promise<{ dossier: string; etude: string } | null> {
  const entries = await readdir(out, { withFileTypes: true }).catch(() => []);
  for (const { name } of entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))) {
    const text = await readFile(join(out, name, MANIFEST), 'utf8').catch(() => null);
    const found = text === null ? undefined : /"etude": \{\s*"id": "([^"]+)"/.exec(text)?.[1];
    if (found !== undefined && found !== id) return { dossier: name, etude: found };
  }
  return null;
}
