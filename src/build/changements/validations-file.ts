/** The file that remembers what the meetings validated. It is never taken for empty when it cannot be read. */

import { join, relative } from 'node:path';
import { diagnostic } from '../../study/codes/codes.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import { makeFolder } from '../../study/files/make-folder.js';
import { readIfThere } from '../../study/files/read-text.js';
import { isRecord } from '../../study/record.js';
import { putFile } from '../disk/put-file.js';
import { WriteError } from '../disk/write-error.js';
import type { Details } from '../memoire.js';
import type { Contenu } from './content.js';

const FOLDER = '.atelier';
const FILE = 'validations.json';

/** Path within the study's folder. */
export const VALIDATIONS = `${FOLDER}/${FILE}`;

export interface Validation {
  livrable: string;
  reunion: string;
  titre: string;
  date: string;
  contenu: Contenu;
  /** 2: the deliverable as its own date knows it, with the author's texts. Absent from the file of a former version of the program: the study whole, without them. */
  forme?: 2;
  /** Fields of the entries that no validation before it has kept, by their hash. */
  details?: Details;
}

export type ValidationsRead = { validations: Validation[]; text: string | null } | { faute: Diagnostic };

const isValidation = (value: unknown): value is Validation =>
  isRecord(value) &&
  [value.livrable, value.reunion, value.titre, value.date].every((text) => typeof text === 'string') &&
  isRecord(value.contenu) &&
  isRecord(value.contenu.fiches) &&
  isRecord(value.contenu.scenarios) &&
  (value.forme === undefined || value.forme === 2) &&
  (value.details === undefined ||
    (isRecord(value.details) && Object.values(value.details).every((text) => typeof text === 'string')));

function fault(dir: string, cwd: string, text: string | null): { faute: Diagnostic } {
  const lines = text?.split('\n') ?? [];
  const marker = lines.findIndex((line) => /^(<{7}|={7}|>{7})/.test(line));
  const fichier = relative(cwd, join(dir, VALIDATIONS)).split('\\').join('/');
  return {
    faute: diagnostic('validations-illisibles', {
      fichier,
      plage: { ligne: marker < 0 ? 1 : marker + 1, colonne: 1, longueur: Math.max(1, lines[marker]?.length ?? 1) },
      chemin: '',
      message:
        marker < 0
          ? 'ce que les réunions ont validé ne peut pas être lu : le fichier est abîmé, ou le système le refuse.'
          : 'ce que les réunions ont validé ne peut pas être lu : le fichier porte une marque de conflit de git.',
      aide: 'Remettez en place une version saine (historique, sauvegarde) : la refaire noterait l’état d’aujourd’hui comme celui d’alors.',
    }),
  };
}

export async function readValidations(dir: string, cwd: string): Promise<ValidationsRead> {
  const read = await readIfThere(join(dir, VALIDATIONS), VALIDATIONS, dir);
  if (read === null) return { validations: [], text: null };
  if ('code' in read) return fault(dir, cwd, null);
  const { text } = read;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every(isValidation) ? { validations: list, text } : fault(dir, cwd, text);
  } catch {
    return fault(dir, cwd, text);
  }
}

/** Throws a `WriteError` when the disk refuses. */
export async function writeValidations(dir: string, list: readonly Validation[]): Promise<string> {
  const path = join(dir, VALIDATIONS);
  try {
    await makeFolder(join(dir, FOLDER));
    await putFile(path, `${JSON.stringify(list, null, 2)}\n`);
  } catch (cause) {
    throw new WriteError(path, cause);
  }
  return path;
}
