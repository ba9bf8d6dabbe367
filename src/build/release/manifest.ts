/** The manifest of a release: what it was made from and what it holds, with nothing that changes from one machine to another. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Format } from '../../render/registry.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import type { Contenu } from '../changements/content.js';
import { sha256 } from '../inputs/fingerprint.js';
import type { GitState } from '../inputs/git-state.js';
import type { Parametres } from '../inputs/parameters.js';

export const MANIFEST = 'manifest.json';

export interface FichierManifeste {
  /** Path relative to the study's folder, or to the release. */
  fichier: string;
  sha256: string;
  octets: number;
}

export interface SortieManifeste extends FichierManifeste {
  /** Hash of what is drawn on its pages, sheets or slides, without what travels with it. */
  dessin?: string;
  pages?: number;
  feuilles?: number;
  diapositives?: number;
}

export interface LivrableManifeste {
  /** Name of the deliverable, followed by that of the project for a sheet alone, of the meeting for its pack. Formats built from different states of the study have a record each. */
  id: string;
  /** Of everything that it is made from, whatever the formats. */
  empreinte: string;
  parametres: Parametres;
  sorties: SortieManifeste[];
}

export interface Manifeste {
  programme: { nom: string; version: string; empreinte: string };
  etude: { id: string; version: string; date: string };
  /** Null outside a git work tree. */
  git: GitState | null;
  entrees: FichierManifeste[];
  /** Templates of the study that replace those of the program. */
  modeles: FichierManifeste[];
  livrables: LivrableManifeste[];
  avertissements: { code: string; fichier: string; ligne: number; message: string }[];
  /** Entries and results, by which two releases are compared. */
  contenu: Contenu;
}

export const describeFile = (fichier: string, bytes: Uint8Array): FichierManifeste => ({
  fichier,
  sha256: sha256(bytes),
  octets: bytes.length,
});

/** A file of a release, when it is there unchanged; else null. */
export async function intactBytes(
  folder: string,
  { fichier, sha256: expected, octets }: FichierManifeste,
): Promise<Uint8Array | null> {
  const path = join(folder, fichier);
  try {
    if ((await stat(path)).size !== octets) return null;
    const bytes = await readFile(path);
    return sha256(bytes) === expected ? bytes : null;
  } catch {
    return null;
  }
}

/** Whether a file of a release is there, unchanged. */
export const intact = async (folder: string, file: FichierManifeste): Promise<boolean> =>
  (await intactBytes(folder, file)) !== null;

export const warningsOf = (diagnostics: readonly Diagnostic[]): Manifeste['avertissements'] =>
  diagnostics
    .filter(({ gravite }) => gravite !== 'erreur')
    .map(({ code, fichier, plage, message }) => ({ code, fichier, ligne: plage.ligne, message }));

/** Format of an output, by its name. */
export const formatDe = ({ fichier }: FichierManifeste): string => fichier.slice(fichier.lastIndexOf('.') + 1);

/** The same record for some of its formats; null when nothing is left of it. */
export function limitedTo(record: LivrableManifeste, keep: (format: Format) => boolean): LivrableManifeste | null {
  const formats = record.parametres.formats.filter(keep);
  const sorties = record.sorties.filter((sortie) => formats.some((format) => format === formatDe(sortie)));
  return sorties.length === 0 ? null : { ...record, parametres: { ...record.parametres, formats }, sorties };
}

const sameMaking = (a: LivrableManifeste, b: LivrableManifeste): boolean =>
  a.id === b.id && a.empreinte === b.empreinte;

/** Records of one deliverable made from the same things, as one. */
function joined(records: readonly LivrableManifeste[]): LivrableManifeste[] {
  const done: LivrableManifeste[] = [];
  for (const record of records) {
    const at = done.findIndex((other) => sameMaking(other, record));
    const before = done[at];
    if (!before) done.push(record);
    else {
      const formats = [...new Set([...before.parametres.formats, ...record.parametres.formats])].sort();
      const sorties = [...before.sorties, ...record.sorties].sort((a, b) => (a.fichier < b.fichier ? -1 : 1));
      done[at] = { ...before, parametres: { ...before.parametres, formats }, sorties };
    }
  }
  return done;
}

/**
 * The records of this build over those of the former release that it did not touch. A format that was not built again keeps its record, and
 * what it was made from. `gone`: deliverables that the study no longer gives.
 */
export function mergeRecords(
  former: readonly LivrableManifeste[],
  built: readonly LivrableManifeste[],
  gone: (id: string) => boolean = () => false,
): LivrableManifeste[] {
  const names = new Set(built.flatMap(({ sorties }) => sorties.map(({ fichier }) => fichier)));
  const kept = former.flatMap((record) => {
    if (gone(record.id)) return [];
    const again = built.filter(({ id }) => id === record.id);
    const rest =
      again.length === 0
        ? record
        : limitedTo(record, (format) => !again.some(({ parametres }) => parametres.formats.includes(format)));
    return rest && !rest.sorties.some(({ fichier }) => names.has(fichier)) ? [rest] : [];
  });
  return joined([...built, ...kept]).sort((a, b) =>
    a.id === b.id ? ((a.parametres.formats[0] ?? '') < (b.parametres.formats[0] ?? '') ? -1 : 1) : a.id < b.id ? -1 : 1,
  );
}

/** Files of deliverables that stand in two states of the study, those of `recent` apart: what was built last of the same deliverable is not of the same study. */
export function anterieurs(
  livrables: readonly LivrableManifeste[],
  recent: ReadonlySet<string>,
): { livrable: string; fichier: string }[] {
  const ids = livrables.map(({ id }) => id);
  return livrables
    .filter(({ id }, i) => ids.indexOf(id) !== i || ids.lastIndexOf(id) !== i)
    .flatMap(({ id, sorties }) => sorties.map(({ fichier }) => ({ livrable: id, fichier })))
    .filter(({ fichier }) => !recent.has(fichier));
}

export const manifestBytes = (manifest: Manifeste): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
