/** The manifest of this build: its inputs, its outputs, its warnings and its content. */

import { relative } from 'node:path';
import { packageName } from '../package/package.js';
import type { Diagnostic } from '../study/diagnostic.js';
import type { LoadedStudy } from '../study/load.js';
import { type Contenu, contenuDe } from './changements/content.js';
import type { TextesEcrits } from './changements/textes-ecrits.js';
import { VALIDATIONS } from './changements/validations-file.js';
import { programFingerprint, sha256 } from './inputs/fingerprint.js';
import { type Commit, gitState } from './inputs/git-state.js';
import { describeFile, type Manifeste, warningsOf } from './release/manifest.js';
import type { Rendered } from './render.js';
import type { BuildRequest } from './request.js';

/** What a release says that is not of its deliverables. */
export interface Beside {
  validations: string | null;
  textes: TextesEcrits;
  /** Asked before the study was read. */
  commit: Promise<Commit | null>;
  /** Asked of another thread, where there is one. */
  contents: Promise<Contenu | null> | null;
}

/** Paths of the inputs relative to the study's folder, so that where it lies changes nothing. */
export async function manifestOf(
  loaded: LoadedStudy,
  { records, templates, published }: Rendered,
  diagnostics: readonly Diagnostic[],
  { dir, cwd }: BuildRequest,
  { validations, textes, commit, contents }: Beside,
): Promise<Manifeste> {
  const { name, version } = packageName();
  const shown = relative(cwd, dir);
  const within = (path: string): string => {
    const found = relative(shown || '.', path)
      .split('\\')
      .join('/');
    return found.startsWith('..') ? path : found;
  };
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const { etude } = published;
  const entrees = [
    ...loaded.files.map(({ path, bytes, text }) => ({ fichier: within(path), sha256: sha256(text), octets: bytes })),
    ...(validations === null ? [] : [describeFile(VALIDATIONS, encode(validations))]),
  ].sort((a, b) => (a.fichier < b.fichier ? -1 : 1));
  const modeles = [...templates.values()]
    .filter(({ own }) => own)
    .map(({ fichier, text }) => describeFile(within(fichier), encode(text)))
    .sort((a, b) => (a.fichier < b.fichier ? -1 : 1));
  return {
    programme: { nom: name, version, empreinte: programFingerprint() },
    etude: { id: etude.id, version: etude.version, date: etude.date },
    git: await gitState(
      dir,
      [...entrees, ...modeles].map(({ fichier }) => fichier),
      commit,
    ),
    entrees,
    modeles,
    livrables: records,
    avertissements: warningsOf(diagnostics.map((d) => ({ ...d, fichier: within(d.fichier) }))),
    contenu: (await contents) ?? contenuDe(published, textes),
  };
}
