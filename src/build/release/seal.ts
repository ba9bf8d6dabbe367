/**
 * The seal of a build: what it was made from and what it answered, kept beside its release. While nothing has changed, neither the study nor a
 * file of the release, the same build answers the same without reading the study again. In doubt there is no seal, and everything is read.
 */

import { readFileSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { PACKAGE } from '../../package/package.js';
import { isRecord } from '../../study/record.js';
import type { BuildResult } from '../build.js';
import { beside, clearLeavings, recover } from '../disk/recover.js';
import { programFingerprint, sha256 } from '../inputs/fingerprint.js';
import { type FolderState, folderState } from '../inputs/folder-state.js';
import { commitOf, gitState } from '../inputs/git-state.js';
import type { BuildRequest } from '../request.js';
import { intact, MANIFEST } from './manifest.js';
import { manifestIn, otherStudy } from './read-manifest.js';
import { checkWritable } from './write.js';

/** Hidden: it belongs to the place where releases are built, and goes with none of them. */
export const SEAL = '.sceau.json';

/** What the build answers again; files other than the normalised study are told when they are written only. */
type Answer = Pick<BuildResult, 'reused' | 'modified' | 'skipped' | 'diagnostics' | 'read' | 'version' | 'summary'>;

interface Seal {
  /** Hash of what was asked, of the program and of the study's folder. */
  cle: string;
  /** Folder of the release, below `out`. */
  dossier: string;
  /** Hash of its manifest. */
  manifeste: string;
  /** Normalised study of the release. */
  etude: string;
  reponse: Answer;
}

function keyOf({ dir, out, cwd, livrables, parametres, shownDir }: BuildRequest, study: FolderState): string | null {
  const templates = folderState(join(PACKAGE, 'templates'));
  if (!templates) return null;
  const program = [programFingerprint(), templates.content, readFileSync(join(PACKAGE, 'package.json'), 'utf8')];
  return sha256(JSON.stringify([program, study.content, { dir, out, cwd, livrables, parametres, shownDir }]));
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');

const isAnswer = (value: unknown): boolean =>
  isRecord(value) &&
  isTexts(value.reused) &&
  isTexts(value.modified) &&
  Array.isArray(value.skipped) &&
  value.skipped.every((one) => isRecord(one) && isTexts([one.livrable, one.message])) &&
  Array.isArray(value.diagnostics) &&
  value.diagnostics.every((one) => isRecord(one) && isTexts([one.code, one.fichier, one.message])) &&
  isRecord(value.read) &&
  isTexts([value.version, value.summary]);

const isSeal = (value: unknown): value is Seal =>
  isRecord(value) &&
  isTexts([value.cle, value.dossier, value.manifeste, value.etude]) &&
  typeof value.dossier === 'string' &&
  basename(value.dossier) === value.dossier &&
  !value.dossier.startsWith('.') &&
  isAnswer(value.reponse);

async function readSeal(out: string): Promise<Seal | null> {
  try {
    const value: unknown = JSON.parse(await readFile(join(out, SEAL), 'utf8'));
    return isSeal(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether the release is the one that was sealed, with its files and the commit of its study. */
async function stands(
  folder: string,
  { manifeste: expected }: Seal,
  { dir, out, onSilentGit }: BuildRequest,
): Promise<boolean> {
  const bytes = await readFile(join(folder, MANIFEST)).catch(() => null);
  if (bytes === null || sha256(bytes) !== expected) return false;
  const read = await manifestIn(folder);
  if (read.etat !== 'lu') return false;
  const { etude, git, entrees, modeles, livrables } = read.manifeste;
  const outputs = livrables.flatMap(({ sorties }) => sorties);
  const inputs = [...entrees, ...modeles].map(({ fichier }) => fichier);
  const [other, now, ...whole] = await Promise.all([
    otherStudy(out, etude.id),
    gitState(dir, inputs, commitOf(dir, onSilentGit)),
    ...outputs.map((output) => intact(folder, output)),
  ]);
  return other === null && JSON.stringify(now) === JSON.stringify(git) && whole.every(Boolean);
}

/** The answer of a sealed build, while all that it rests on is unchanged; else null. */
async function sealed(request: BuildRequest, state: FolderState): Promise<BuildResult | null> {
  const seal = await readSeal(request.out);
  if (!seal || seal.cle !== keyOf(request, state)) return null;
  const folder = `${request.out}/${seal.dossier}`;
  try {
    await checkWritable(folder);
    await recover(folder);
    if (!(await stands(folder, seal, request))) return null;
    const bytes = await readFile(join(folder, seal.etude));
    const path = relative(request.cwd, `${folder}/${seal.etude}`);
    request.onLoaded(seal.reponse.summary ?? '');
    return {
      ...seal.reponse,
      folder,
      files: [{ livrable: 'etude', name: seal.etude, bytes, ms: 0, path }],
      kept: [],
      older: [],
      removed: [],
      texts: new Map(),
      standing: null,
    };
  } catch {
    // Told at its place by the whole build.
    return null;
  }
}

/** Keeps what a build answers from now on. A place that refuses it only loses the time of a reading. */
async function seal(request: BuildRequest, before: FolderState, result: BuildResult): Promise<void> {
  const { standing, folder, files, modified, skipped, diagnostics, read, version, summary } = result;
  const after = folderState(request.dir, request.out);
  const etude = files.find(({ livrable }) => livrable === 'etude');
  // What changed while it was read may have been read before or after.
  if (!standing || !etude || after?.exact !== before.exact || dirname(folder) !== request.out) return;
  const cle = keyOf(request, after);
  if (cle === null) return;
  const reponse: Answer = { reused: standing.reused, modified, skipped, diagnostics, read, version, summary };
  const content: Seal = { cle, dossier: basename(folder), manifeste: standing.manifest, etude: etude.name, reponse };
  // Named as what is put beside a release, so that what a killed build left is known and cleared.
  const place = join(request.out, SEAL.slice(1));
  const { temporary } = beside(place);
  await clearLeavings(place);
  await writeFile(temporary, `${JSON.stringify(content)}\n`)
    .then(() => rename(temporary, join(request.out, SEAL)))
    .catch(() => rm(temporary, { force: true }).catch(() => undefined));
}

/** The answer of the sealed build if it still stands; else that of `build`, which is sealed. `whole` asks for the build itself: its measures, the texts that it read. */
export async function throughSeal(
  request: BuildRequest,
  whole: boolean,
  build: (request: BuildRequest) => Promise<BuildResult>,
): Promise<BuildResult> {
  // Releases put in the study's own root, or around it, are part of the study's folder.
  const around = `${request.dir}${sep}`.startsWith(`${request.out}${sep}`);
  const state = whole || around || request.depuis ? null : folderState(request.dir, request.out);
  if (!state) return build(request);
  const found = await sealed(request, state);
  if (found) return found;
  const result = await build(request);
  await seal(request, state, result);
  return result;
}
