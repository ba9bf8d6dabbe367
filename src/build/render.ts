/** Decides which deliverables are rendered, and has them rendered in memory: nothing is written here. One whose fingerprint has not changed is taken as it is. */
import { parObjet } from '../analysis/une-fois.js';
import { DECLARATIONS } from '../documents/declarations.js';
import type { Lack } from '../documents/deliverable.js';
import { LACKS } from '../documents/lacks.js';
import { DELIVERABLES, type Deliverable, isDeliverable } from '../documents/registry.js';
import type { Templates } from '../documents/template.js';
import { ownTemplateFaults } from '../documents/templates/own-templates.js';
import { readTemplates } from '../documents/templates/template-files.js';
import type { TextesEtude } from '../documents/textes/composer.js';
import { diagnostic } from '../study/codes/codes.js';
import type { Diagnostic } from '../study/diagnostic.js';
import type { LoadedStudy } from '../study/load.js';
import type { Study } from '../study/study.js';
import { demandesInconnues } from './inputs/asked-in-vain.js';
import { programFingerprint, restrict, sha256 } from './inputs/fingerprint.js';
import { idDe, optionsDe, PAR_DEFAUT } from './inputs/parameters.js';
import { written } from './inputs/study-json.js';
import { type DrawnBefore, normalised, studyFile, type Task } from './prepare.js';
import { produce, type RenderedFile } from './produce.js';
import {
  describeFile,
  formatDe,
  intact,
  intactBytes,
  type LivrableManifeste,
  limitedTo,
  type Manifeste,
} from './release/manifest.js';
import type { BuildRequest } from './request.js';
import type { SecondThread } from './thread/second-thread.js';

export interface Rendered {
  files: RenderedFile[];
  /** One record a deliverable, rendered or taken as it is. */
  records: LivrableManifeste[];
  /** Names of the deliverables that the study gives, in the order in which they were asked for. */
  given: string[];
  /** Those of them that were taken as they are. */
  reused: string[];
  diagnostics: Diagnostic[];
  /** Deliverables not asked for by name that the study cannot give yet, and why. */
  skipped: { livrable: string; message: string }[];
  templates: Templates;
  /** The study without personal data. */
  published: Study;
  /** Records of the former release that the study no longer gives, and why. */
  gone: ReadonlyMap<string, string>;
}

/** A deliverable to render, and the record that its files will complete. */
interface Planned {
  task: Task;
  record: Omit<LivrableManifeste, 'sorties'>;
}

/** Deliverables of a former release that the study can no longer give with the parameters that they were built with: a project or a meeting removed. */
function goneFrom(former: Manifeste | null, published: Study): Map<string, string> {
  const gone = new Map<string, string>();
  for (const { id, parametres } of former?.livrables ?? []) {
    const [name = ''] = id.split('/');
    if (!isDeliverable(name)) continue;
    const lack = LACKS[name](restrict(published, DECLARATIONS[name].reads), optionsDe(parametres));
    if (lack) gone.set(id, lack.message);
  }
  return gone;
}

/** What a build finds beside what it was asked for. */
type Demande = Pick<Task, 'modifications' | 'textes' | 'theme'>;

const isError = ({ gravite }: Diagnostic): boolean => gravite === 'erreur';

function lackDiagnostic(lack: Lack, loaded: LoadedStudy, shownDir: string): Diagnostic {
  const place = loaded.origin(lack.chemin) ?? loaded.origin(lack.chemin.split('/')[0] ?? '');
  return diagnostic(lack.code, {
    fichier: place?.fichier ?? shownDir,
    plage: { ligne: place?.ligne ?? 1, colonne: 1, longueur: 1 },
    chemin: lack.chemin,
    message: lack.message,
    aide: lack.aide,
  });
}

/** Deliverables asked for by name must be had; without a name, all that the study can give are. The study is without personal data; `former` is the release that stands in `folder`. */
export async function render(
  loaded: LoadedStudy & { study: Study },
  request: BuildRequest & Demande,
  folder: string,
  former: Manifeste | null,
  thread: SecondThread | null,
): Promise<Rendered> {
  const published = loaded.study;
  const templates = await readTemplates(request.dir, request.cwd);
  const wanted = wantedOf(request);
  const gone = goneFrom(former, published);
  const found: Rendered = {
    files: [],
    records: [],
    given: [],
    reused: [],
    diagnostics: await ownTemplateFaults(templates, request.dir, request.cwd),
    skipped: [],
    templates,
    published,
    gone,
  };
  const unknown = demandesInconnues(published, request.parametres);
  if (unknown.length > 0)
    return { ...found, diagnostics: unknown.map((lack) => lackDiagnostic(lack, loaded, request.shownDir)) };
  const planned: Planned[] = [];
  /** By what they read: deliverables that read the same share the analyses that are kept for a study. */
  const parts = new Map<string, Study>();
  for (const name of wanted) {
    const { reads } = DECLARATIONS[name];
    const study = parts.get(reads.join()) ?? restrict(published, reads);
    parts.set(reads.join(), study);
    const lack = LACKS[name](study, optionsDe(request.parametres));
    if (lack && request.livrables.length === 0) found.skipped.push({ livrable: name, message: lack.message });
    else if (lack) found.diagnostics.push(lackDiagnostic(lack, loaded, request.shownDir));
    else {
      found.given.push(name);
      const plan = planOf(name, study, request, templates);
      const current = await currentRecord(former, plan, folder);
      if (current) {
        found.records.push(current);
        found.reused.push(name);
      } else planned.push(plan);
    }
  }
  if (found.diagnostics.some(isError)) return { ...found, records: [] };
  const works = planned.map(({ task, record }) => ({ task, before: drawnBefore(former, record.id, folder) }));
  // Where all is drawn anew, the second thread has enough to do.
  if (found.reused.length > 0) thread?.expectReserves(planned.map(({ task }) => task.name));
  const products = await produce(works, templates, request, thread);
  for (const [i, { record }] of planned.entries()) {
    const { files = [], diagnostics = [] } = products[i] ?? {};
    found.diagnostics.push(...diagnostics);
    found.files.push(...files);
    found.records.push({ ...record, sorties: files.map(describeOutput) });
  }
  if (found.diagnostics.some(isError)) return { ...found, files: [], records: [] };
  const interne = request.parametres.interne;
  const etude = normalised(published, interne);
  const file = studyFile(interne);
  const study: LivrableManifeste = {
    id: 'etude',
    empreinte: sha256(etude),
    parametres: { ...PAR_DEFAUT, formats: [], interne: request.parametres.interne },
    sorties: [describeFile(file, etude)],
  };
  return {
    ...found,
    files: [...found.files, { livrable: 'etude', name: file, bytes: etude, ms: 0 }],
    records: [...found.records, study],
  };
}

/** A deliverable depends on its own texts only. */
function textesDe(name: Deliverable, textes: TextesEtude | undefined): TextesEtude | undefined {
  const own = (textes?.textes ?? []).filter(({ livrable }) => livrable === name);
  if (own.length === 0) return undefined;
  const relectures = Object.entries(textes?.relectures ?? {}).filter(([key]) => key.startsWith(`${name}/`));
  return { textes: own, relectures: Object.fromEntries(relectures) };
}

/** Those asked for by name; else all, or all that have an internal edition when it is that one which is built. */
function wantedOf({ livrables, parametres: { interne } }: BuildRequest): Deliverable[] {
  if (livrables.length > 0) return livrables.filter(isDeliverable);
  return DELIVERABLES.filter((name) => !interne || DECLARATIONS[name].interne);
}

const templatesAsJson = parObjet((templates: Templates): string => JSON.stringify([...templates]));

function planOf(
  name: Deliverable,
  study: Study,
  { parametres, modifications, textes: all, theme }: BuildRequest & Demande,
  templates: Templates,
): Planned {
  const kept = { ...parametres, formats: [...parametres.formats].sort() };
  // A format says nothing of what a deliverable is made from: those built apart share the fingerprint.
  const making = { ...parametres, formats: [] };
  const textes = textesDe(name, all);
  // The path by which messages name a text is that from the current folder, and no part of the deliverable.
  const lus = textes && { ...textes, textes: textes.textes.map(({ fichier: _, ...text }) => text) };
  const parts = [
    ...[name, programFingerprint()].map((text) => JSON.stringify(text)),
    templatesAsJson(templates),
    ...[making, modifications, lus ?? null, theme].map((part) => JSON.stringify(part)),
    written(study),
  ];
  return {
    task: { name, study, parametres: kept, modifications, theme, ...(textes ? { textes } : {}) },
    record: { id: idDe(name, parametres), empreinte: sha256(`[${parts.join()}]`), parametres: kept },
  };
}

/** The record of a former release that says what this one would say, its files still there and unchanged; null when something must be rendered. */
async function currentRecord(
  former: Manifeste | null,
  { record }: Planned,
  folder: string,
): Promise<LivrableManifeste | null> {
  const before = former?.livrables.find(({ id, empreinte }) => id === record.id && empreinte === record.empreinte);
  const { formats } = record.parametres;
  if (!before || !formats.every((format) => before.parametres.formats.includes(format))) return null;
  const wanted = before.sorties.filter((sortie) => formats.some((format) => format === formatDe(sortie)));
  const whole = (await Promise.all(wanted.map((sortie) => intact(folder, sortie)))).every(Boolean);
  return whole ? (limitedTo(before, (format) => formats.includes(format)) ?? { ...record, sorties: [] }) : null;
}

/** Files of a deliverable in a former release, by what is drawn in them. */
const drawnBefore =
  (former: Manifeste | null, livrable: string, folder: string): DrawnBefore =>
  async (wanted) => {
    const found = former?.livrables
      .filter(({ id }) => id === livrable)
      .flatMap(({ sorties }) => sorties)
      .find(({ dessin }) => dessin === wanted);
    const bytes = found && (await intactBytes(folder, found));
    if (!bytes) return null;
    const { pages, feuilles: sheets, diapositives: slides } = found;
    return {
      bytes,
      ...(pages === undefined ? {} : { pages }),
      ...(sheets === undefined ? {} : { sheets }),
      ...(slides === undefined ? {} : { slides }),
    };
  };

const describeOutput = ({
  name,
  bytes,
  dessin,
  pages,
  sheets,
  slides,
}: RenderedFile): LivrableManifeste['sorties'][number] => ({
  ...describeFile(name, bytes),
  ...(dessin === undefined ? {} : { dessin }),
  ...(pages === undefined ? {} : { pages }),
  ...(sheets === undefined ? {} : { feuilles: sheets }),
  ...(slides === undefined ? {} : { diapositives: slides }),
});
