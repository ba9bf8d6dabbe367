/** From a study's folder to its deliverables: load, reason, lay out, render, write. Prints nothing. */
import { relative } from 'node:path';
import type { Modifications } from '../documents/deliverable.js';
import type { Diagnostic } from '../study/diagnostic.js';
import { type LoadedStudy, loadStudy } from '../study/load.js';
import type { Study } from '../study/study.js';
import { avecLesTextes, ecritsDe } from './changements/ecrits.js';
import type { TextesEcrits } from './changements/textes-ecrits.js';
import type { Validation, ValidationsRead } from './changements/validations-file.js';
import { LARGE, spareMemory } from './drawing/spare-memory.js';
import { sha256 } from './inputs/fingerprint.js';
import { type Commit, commitOf } from './inputs/git-state.js';
import type { Parametres } from './inputs/parameters.js';
import { misplaced } from './release/place.js';
import type { BuildRequest, BuiltFile } from './request.js';
import { charteDe } from './theme/charte.js';
import { search } from './thread/contradictions.js';
import { type SecondThread, secondThread } from './thread/second-thread.js';
import { timed } from './timing.js';

export interface BuildResult {
  version: string | null;
  /** Absolute folder of the release. */
  folder: string;
  files: BuiltFile[];
  /** Deliverables taken as they were: nothing that they are made from has changed. */
  reused: string[];
  /** Deliverables that a meeting validated and that have changed since. */
  modified: string[];
  diagnostics: Diagnostic[];
  /** Files that someone had changed since they were built, and the names under which they are kept. */
  kept: { fichier: string; sous: string }[];
  /** Files of the former release that the study no longer gives, and why. */
  removed: { fichier: string; message: string }[];
  /** Files of another form of what was built, left as a former state of the study gave them. */
  older: { livrable: string; fichier: string }[];
  /** Deliverables not asked for by name that the study cannot give yet, and why. */
  skipped: { livrable: string; message: string }[];
  /** Numbers of files and entries read. */
  read: { files: number; entries: number };
  /** Texts of the files read, for code frames. */
  texts: ReadonlyMap<string, string>;
  /** The study and what was read of it, as one sentence. */
  summary: string | null;
  /** Of a release that the same build would find as it is: the hash of its manifest, and the deliverables that would be taken as they are. */
  standing: { manifest: string; reused: string[] } | null;
}

const count = (n: number, one: string, many: string): string => `${n} ${n > 1 ? many : one}`;

function summaryOf(study: Study, files: number, entries: number, warnings: number): string {
  const parts = [count(files, 'fichier', 'fichiers'), count(entries, 'fiche', 'fiches')];
  if (warnings > 0) parts.push(count(warnings, 'avertissement', 'avertissements'));
  return `Étude « ${study.etude.titre} », version ${study.etude.version} (${parts.join(', ')})`;
}

/** Folder of a release: the internal edition has its own, so that the one handed over holds nothing of it. */
export const releaseName = (version: string, { interne }: Pick<Parametres, 'interne'>): string =>
  interne ? `${version}-interne` : version;

/** The record of parameters with what changed since another release. */
async function withSince(
  study: Study,
  textes: TextesEcrits,
  { parametres, depuis }: BuildRequest,
): Promise<Parametres> {
  if (!depuis) return parametres;
  const [{ comparer, lignesDe }, { contenuDe }, { memoireDeLEtude, memoireDeVersion }] = await Promise.all([
    import('./changements/diff.js'),
    import('./changements/content.js'),
    import('./memoire.js'),
  ]);
  const now = contenuDe(study, textes);
  const { etude, contenu } = depuis.manifeste;
  const memoires = [await memoireDeVersion(depuis.dossier, depuis.manifeste), memoireDeLEtude(study)] as const;
  const lignes = lignesDe(comparer(contenu, now, memoires), now);
  return { ...parametres, depuis: { version: etude.version, date: etude.date, lignes } };
}

/** What changed since each validation that was recorded. */
async function changesOf(
  study: Study,
  validations: readonly Validation[],
  textes: TextesEcrits,
): Promise<Record<string, Modifications>> {
  if (validations.length === 0) return {};
  const { modificationsDe } = await import('./changements/validations.js');
  return modificationsDe(study, validations, textes);
}

/**
 * Builds the deliverables. With an error in the study nothing is rendered and nothing is written. Every file is rendered before the release
 * is put in the place of the former one. Throws `WriteError` when the disk refuses.
 */
export async function buildDeliverables(request: BuildRequest): Promise<BuildResult> {
  request.progress("Lecture de l'étude");
  // Asked first: git answers while this works, at no cost.
  const commit = commitOf(request.dir, request.onSilentGit);
  // It gets ready while the files are read.
  const thread = secondThread();
  thread?.expectContradictions();
  try {
    const loaded = await step(request, 'Lecture et vérification', () => loadStudy(request.dir, { cwd: request.cwd }));
    spareMemory(loaded.entries);
    if (loaded.entries > LARGE) thread?.end();
    return await buildLoaded(request, loaded, commit, loaded.entries > LARGE ? null : thread);
  } finally {
    thread?.end();
  }
}

async function step<T>({ onStep }: BuildRequest, etape: string, work: () => T | Promise<T>): Promise<T> {
  const { value, ms } = await timed(work);
  onStep?.({ etape, ms });
  return value;
}

/** What a build gives besides what it read, where it makes nothing. */
const NOTHING = {
  files: [],
  reused: [],
  modified: [],
  skipped: [],
  kept: [],
  removed: [],
  older: [],
  summary: null,
  standing: null,
};

async function buildLoaded(
  request: BuildRequest,
  loaded: LoadedStudy,
  commit: Promise<Commit | null>,
  thread: SecondThread | null,
): Promise<BuildResult> {
  const { study, texts } = loaded;
  const rules = search(thread);
  if (study) rules.begin(study);
  const ecrits = await ecritsDe(request.dir, request.cwd);
  const charte = await charteDe(loaded, request.dir);
  const told = async (): Promise<Diagnostic[]> => {
    const { diagnostics, ms } = await rules.end(loaded);
    request.onStep?.({ etape: 'Recherche des contradictions', ms });
    return [...avecLesTextes(diagnostics, ecrits), ...ecrits.diagnostics, ...charte.diagnostics];
  };
  const nothing = { ...NOTHING, texts, read: { files: loaded.files.length, entries: loaded.entries } };
  if (!study || [...ecrits.diagnostics, ...charte.diagnostics].some(({ gravite }) => gravite === 'erreur'))
    return { ...nothing, version: null, folder: request.out, diagnostics: await told() };
  const { version } = study.etude;
  const folder = `${request.out}/${releaseName(version, request.parametres)}`;
  const { readValidations } = await import('./changements/validations-file.js');
  const validated = await readValidations(request.dir, request.cwd);
  const refusals = [...('faute' in validated ? [validated.faute] : []), ...(await misplaced(request, study, folder))];
  if ('faute' in validated || refusals.length > 0)
    return { ...nothing, version, folder, diagnostics: [...(await told()), ...refusals] };
  const made = await make({ ...loaded, study }, { request, folder, ecrits, charte, validated, commit, thread, told });
  return { ...nothing, version, folder, ...made };
}

/** What a release is made with, once nothing refuses it. */
interface Making {
  request: BuildRequest;
  folder: string;
  ecrits: Awaited<ReturnType<typeof ecritsDe>>;
  charte: Awaited<ReturnType<typeof charteDe>>;
  validated: Exclude<ValidationsRead, { faute: unknown }>;
  commit: Promise<Commit | null>;
  thread: SecondThread | null;
  /** What the rules tell of the study: they are asked while it is drawn. */
  told: () => Promise<Diagnostic[]>;
}

/** Renders every file, then puts the release in the place of the former one. */
async function make(
  loaded: LoadedStudy & { study: Study },
  { request, folder, ecrits, charte, validated, commit, thread, told }: Making,
): Promise<Pick<BuildResult, 'diagnostics'> & Partial<BuildResult>> {
  const [
    { render },
    { checkWritable },
    { recover },
    { putRelease },
    { readManifest },
    { withoutPersonalData },
    { textesEcrits },
  ] = await Promise.all([
    import('./render.js'),
    import('./release/write.js'),
    import('./disk/recover.js'),
    import('./release/put-release.js'),
    import('./release/read-manifest.js'),
    import('../study/personal.js'),
    import('./changements/textes-ecrits.js'),
  ]);
  await checkWritable(folder);
  await recover(folder);
  const published = withoutPersonalData(loaded.study);
  const textes = await textesEcrits(ecrits.textes, request.dir, request.cwd);
  const asked = {
    ...request,
    parametres: await withSince(published, textes, request),
    modifications: await changesOf(published, validated.validations, textes),
    theme: charte.theme,
    textes: { textes: ecrits.textes, relectures: ecrits.relectures },
  };
  const former = await readManifest(folder);
  // What a release says that it holds rests on the study alone: it is known while the deliverables are made.
  const contents = thread?.contents(published, textes) ?? null;
  const rendered = await render({ ...loaded, study: published }, asked, folder, former, thread);
  // What is drawn does not rest on what the rules told: they were asked meanwhile.
  const diagnostics = await told();
  const summary = summaryOf(loaded.study, loaded.files.length, loaded.entries, diagnostics.length);
  request.onLoaded(summary);
  const faults = [...diagnostics, ...rendered.diagnostics];
  if (rendered.diagnostics.some((d) => d.gravite === 'erreur')) return { diagnostics: faults };

  request.progress('Écriture');
  const { manifestOf } = await import('./release-manifest.js');
  const inputs = { ...loaded, files: [...loaded.files, ...ecrits.files] };
  const manifest = await manifestOf(inputs, rendered, faults, request, {
    validations: validated.text,
    textes,
    commit,
    contents,
  });
  const { written, kept, removed, older, bytes } = await step(request, 'Écriture', () =>
    putRelease(folder, former, manifest, rendered),
  );
  const files = rendered.files.map((file) => ({ ...file, path: relative(request.cwd, `${folder}/${file.name}`) }));
  for (const file of written ? files : []) request.onFile(file);
  const { reused, skipped, given } = rendered;
  const modified = Object.keys(asked.modifications);
  // What was found while rendering is not found again when nothing is rendered, nor are files of two states.
  const incomplete = older.length > 0 || (rendered.diagnostics.length > 0 && written);
  const standing = incomplete ? null : { manifest: sha256(bytes), reused: given };
  return { files, kept, removed, older, reused, modified, skipped, diagnostics: faults, summary, standing };
}
