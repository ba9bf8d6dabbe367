/** What the author has written in the study, and when it was read again: the texts and `.atelier/relectures.json`. */
import { dirname, join, relative } from 'node:path';
import { lireTextes } from '../../documents/textes/lire.js';
import type { Relectures } from '../../documents/textes/relecture.js';
import type { TextesEtude } from '../../documents/textes/relectures.js';
import { sourcesCitees } from '../../documents/textes/remplir.js';
import { diagnostic } from '../../study/codes/codes.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import { makeFolder } from '../../study/files/make-folder.js';
import { readIfThere } from '../../study/files/read-text.js';
import { isRecord } from '../../study/record.js';
import { putFile } from '../disk/put-file.js';
import { WriteError } from '../disk/write-error.js';

const FICHIER = '.atelier/relectures.json';

export interface Ecrits extends TextesEtude {
  diagnostics: Diagnostic[];
  /** As the other inputs of a release are described. */
  files: { path: string; bytes: number; text: string }[];
}

/** Null for what is no record of readings. */
function relecturesDe(value: unknown): Relectures | null {
  if (!isRecord(value)) return null;
  const valid = Object.values(value).every(
    (list) =>
      Array.isArray(list) &&
      list.every(
        (one: unknown) =>
          isRecord(one) &&
          typeof one.empreinte === 'string' &&
          isRecord(one.chiffres) &&
          Object.values(one.chiffres).every((shown) => typeof shown === 'string'),
      ),
  );
  return valid ? (value as Relectures) : null;
}

async function lireRelectures(
  dir: string,
  cwd: string,
): Promise<{ relectures: Relectures; diagnostics: Diagnostic[] }> {
  const path = join(dir, FICHIER);
  const read = await readIfThere(path, FICHIER, dir);
  const text = read === null ? '{}' : 'code' in read ? null : read.text;
  let value: Relectures | null = null;
  try {
    value = text === null ? null : relecturesDe(JSON.parse(text));
  } catch {
    // Told below, with its place.
  }
  if (value) return { relectures: value, diagnostics: [] };
  return {
    relectures: {},
    diagnostics: [
      diagnostic('relectures-illisibles', {
        fichier: relative(cwd, path),
        plage: { ligne: 1, colonne: 1, longueur: 1 },
        chemin: '',
        message:
          "le relevé des relectures n'est pas lisible : on ne sait plus sur quels chiffres reposaient les textes.",
        aide: 'Rétablissez-le depuis votre historique ; à défaut, supprimez-le et relancez « atelier relire » après relecture.',
      }),
    ],
  };
}

export async function ecritsDe(dir: string, cwd: string): Promise<Ecrits> {
  const { textes, diagnostics } = await lireTextes(dir, cwd);
  const read = await lireRelectures(dir, cwd);
  return {
    textes,
    relectures: read.relectures,
    diagnostics: [...diagnostics, ...read.diagnostics],
    files: textes.map(({ fichier, brut }) => ({ path: fichier, bytes: Buffer.byteLength(brut), text: brut })),
  };
}

/** What is wrong with the study once its texts are read with it: a source that a text cites is of some use. */
export function avecLesTextes(diagnostics: readonly Diagnostic[], { textes }: Pick<Ecrits, 'textes'>): Diagnostic[] {
  const cited = sourcesCitees(textes);
  return diagnostics.filter(
    ({ code, chemin }) => code !== 'source-inutilisee' || !cited.has(chemin.replace(/^sources\//, '')),
  );
}

/** Written whole or not at all. Throws a `WriteError` when the disk refuses. */
export async function ecrireRelectures(dir: string, relectures: Relectures): Promise<void> {
  const path = join(dir, FICHIER);
  const sorted = Object.fromEntries(Object.entries(relectures).sort(([a], [b]) => (a < b ? -1 : 1)));
  try {
    await makeFolder(dirname(path));
    await putFile(path, `${JSON.stringify(sorted, null, 2)}\n`);
  } catch (cause) {
    throw new WriteError(path, cause);
  }
}
