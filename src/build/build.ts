/** From a study's folder to its deliverables: load, reason, lay out, render, write. Prints nothing. */
import { relative } from 'node:path';
import { diagnosticsDe } from '../analysis/coherence/diagnostics.js';
import type { DeliverableOptions } from '../documents/deliverable.js';
import type { Diagnostic } from '../study/diagnostic.js';
import { loadStudy } from '../study/load.js';
import type { Study } from '../study/study.js';
import { ecritsDe } from './ecrits.js';
import type { LivrableManifeste, Manifeste } from './manifest.js';
import type { OutputFile } from './write.js';

export type Format = 'pdf' | 'xlsx' | 'pptx' | 'docx';

export interface BuiltFile extends OutputFile {
  /** Deliverable that the file belongs to; `etude` for the normalised study. */
  livrable: string;
  /** Path relative to the current directory. */
  path: string;
  pages?: number;
  sheets?: number;
  slides?: number;
  /** Time that the rendering took, in milliseconds. */
  ms: number;
}

export interface BuildRequest {
  /** Absolute folders of the study and of the releases. */
  dir: string;
  out: string;
  cwd: string;
  /** Deliverables asked for; none means all that the program gives. */
  livrables: string[];
  formats: Format[];
  options: DeliverableOptions;
  /** Folder of the study as shown to the user. */
  shownDir: string;
  /** Manifest of the release whose changes are shown in an annex. */
  depuis?: Manifeste;
  /** ISO date for the properties of the files, in place of the deliverable's. */
  stamp?: string;
  /** What is being done, for a line that moves. */
  progress: (text: string) => void;
  onLoaded: (summary: string) => void;
  onFile: (file: BuiltFile) => void;
}

export interface BuildResult {
  version: string | null;
  /** Absolute folder of the release. */
  folder: string;
  files: BuiltFile[];
  /** Deliverables taken as they were: nothing that they are made from has changed. */
  reused: string[];
  diagnostics: Diagnostic[];
  /** Deliverables not asked for by name that the study cannot give yet, and why. */
  skipped: { livrable: string; message: string }[];
  /** Numbers of files and entries read. */
  read: { files: number; entries: number };
  /** Texts of the files read, for code frames. */
  texts: ReadonlyMap<string, string>;
}

const count = (n: number, one: string, many: string): string => `${n} ${n > 1 ? many : one}`;

function summaryOf(study: Study, files: number, entries: number, warnings: number): string {
  const parts = [count(files, 'fichier', 'fichiers'), count(entries, 'fiche', 'fiches')];
  if (warnings > 0) parts.push(count(warnings, 'avertissement', 'avertissements'));
  return `Étude « ${study.etude.titre} », version ${study.etude.version} (${parts.join(', ')})`;
}

/** `SOURCE_DATE_EPOCH` (seconds) as an ISO date: it replaces the date that the files carry in their properties. */
export function stampOf(epoch: string | undefined): string | undefined {
  if (epoch === undefined || !/^\d{1,12}$/.test(epoch)) return undefined;
  return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
}

/** Folder of a release: the internal edition has its own, so that the one handed over holds nothing of it. */
export const releaseName = (version: string, { interne }: DeliverableOptions): string =>
  interne ? `${version}-interne` : version;

/** The request with what changed since another release, and since each validation. */
async function withChanges(full: Study, request: BuildRequest): Promise<BuildRequest> {
  const [{ modificationsDe, readValidations }, { withoutPersonalData }] = await Promise.all([
    import('./validations.js'),
    import('../study/personal.js'),
  ]);
  const study = withoutPersonalData(full);
  const validations = await readValidations(request.dir);
  const modifications = validations.length > 0 ? await modificationsDe(study, validations) : {};
  const options = { ...request.options, ...(Object.keys(modifications).length > 0 ? { modifications } : {}) };
  if (!request.depuis) return { ...request, options };
  const [{ comparer, lignesDe }, { contenuDe }] = await Promise.all([import('./diff.js'), import('./content.js')]);
  const now = contenuDe(study);
  const { etude, contenu } = request.depuis;
  const depuis = { version: etude.version, date: etude.date, lignes: lignesDe(comparer(contenu, now), now) };
  return { ...request, options: { ...options, depuis } };
}

/**
 * Builds the deliverables. With an error in the study nothing is rendered and nothing is written. Every file is rendered before the release
 * is put in the place of the former one. Throws `WriteError` when the disk refuses.
 */
export async function buildDeliverables(request: BuildRequest): Promise<BuildResult> {
  request.progress("Lecture de l'étude");
  const loaded = await loadStudy(request.dir, { cwd: request.cwd });
  const { study, texts } = loaded;
  const written = await ecritsDe(request.dir, request.cwd);
  const diagnostics = [...diagnosticsDe(loaded), ...written.diagnostics];
  const read = { files: loaded.files.length, entries: loaded.entries };
  const nothing = { files: [], reused: [], skipped: [], texts, read };
  if (!study || written.diagnostics.some(({ gravite }) => gravite === 'erreur'))
    return { ...nothing, version: null, folder: request.out, diagnostics };
  request.onLoaded(summaryOf(study, read.files, read.entries, diagnostics.length));

  const [{ render }, { checkWritable, recover, writeRelease }, manifests] = await Promise.all([
    import('./render.js'),
    import('./write.js'),
    import('./manifest.js'),
  ]);
  const { version } = study.etude;
  const withTexts = { ...request, options: { ...request.options, textes: written } };
  const folder = `${request.out}/${releaseName(version, request.options)}`;
  await recover(folder);
  await checkWritable(folder);
  const former = await manifests.readManifest(folder);
  const rendered = await render({ ...loaded, study }, await withChanges(study, withTexts), folder, former);
  const faults = [...diagnostics, ...rendered.diagnostics];
  if (rendered.diagnostics.some((d) => d.gravite === 'erreur'))
    return { ...nothing, version, folder, diagnostics: faults };

  request.progress('Écriture');
  const { manifestOf } = await import('./release-manifest.js');
  const manifest = await manifestOf(
    { ...loaded, files: [...loaded.files, ...written.files] },
    rendered,
    faults,
    request,
  );
  const files = rendered.files.map((file) => ({ ...file, path: relative(request.cwd, `${folder}/${file.name}`) }));
  const merged = (before: readonly LivrableManifeste[]) =>
    manifests.manifestBytes({ ...manifest, livrables: manifests.mergeRecords(before, rendered.records) });
  // Nothing to write when the release already says all this.
  const unchanged =
    files.every(({ livrable }) => livrable === 'etude') &&
    former !== null &&
    Buffer.compare(merged(former.livrables), manifests.manifestBytes(former)) === 0;
  if (!unchanged)
    await writeRelease(folder, files, async () => ({
      name: manifests.MANIFEST,
      bytes: merged((await manifests.readManifest(folder))?.livrables ?? []),
    }));
  for (const file of unchanged ? [] : files) request.onFile(file);
  return {
    ...nothing,
    version,
    folder,
    files,
    reused: rendered.reused,
    skipped: rendered.skipped,
    diagnostics: faults,
  };
}
