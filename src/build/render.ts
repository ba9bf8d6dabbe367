/** Decides which deliverables are rendered, and has them rendered in memory: nothing is written here. One whose fingerprint has not changed is taken as it is. */
import type { DeliverableOptions, Lack } from '../documents/deliverable.js';
import { DELIVERABLES, type Deliverable, isDeliverable, loadDeliverable } from '../documents/registry.js';
import { readTemplates, type Templates } from '../documents/templates.js';
import { diagnostic } from '../study/codes.js';
import type { Diagnostic } from '../study/diagnostic.js';
import type { LoadedStudy } from '../study/load.js';
import { withoutPersonalData } from '../study/personal.js';
import type { Study } from '../study/study.js';
import type { BuildRequest } from './build.js';
import { programFingerprint, restrict, sha256 } from './fingerprint.js';
import { describeFile, intact, type LivrableManifeste, type Manifeste } from './manifest.js';
import { normalised, produce, type RenderedFile, studyFile, type Task } from './produce.js';

export interface Rendered {
  files: RenderedFile[];
  /** One record a deliverable, rendered or taken as it is. */
  records: LivrableManifeste[];
  /** Names of the deliverables taken as they are. */
  reused: string[];
  diagnostics: Diagnostic[];
  /** Deliverables not asked for by name that the study cannot give yet, and why. */
  skipped: { livrable: string; message: string }[];
  templates: Templates;
  /** The study without personal data. */
  published: Study;
}

/** A deliverable to render, and the record that its files will complete. */
interface Planned {
  task: Task;
  record: Omit<LivrableManifeste, 'sorties'>;
}

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

/** Deliverables asked for by name must be had; without a name, all that the study can give are. `former` is the release that stands in `folder`. */
export async function render(
  loaded: LoadedStudy & { study: Study },
  request: BuildRequest,
  folder: string,
  former: Manifeste | null,
): Promise<Rendered> {
  const published = withoutPersonalData(loaded.study);
  const templates = await readTemplates(request.dir, request.cwd);
  const wanted = await wantedOf(request);
  const found: Rendered = { files: [], records: [], reused: [], diagnostics: [], skipped: [], templates, published };
  const planned: Planned[] = [];
  for (const name of wanted) {
    const module = await loadDeliverable(name);
    const study = restrict(published, module.reads);
    const lack = module.lack(study, request.options);
    if (lack && request.livrables.length === 0) found.skipped.push({ livrable: name, message: lack.message });
    else if (lack) found.diagnostics.push(lackDiagnostic(lack, loaded, request.shownDir));
    else {
      const plan = await planOf(name, study, request, templates);
      const before = former?.livrables.find((record) => record.id === plan.record.id);
      if (before && (await isCurrent(before, plan, folder))) {
        found.records.push(before);
        found.reused.push(name);
      } else planned.push(plan);
    }
  }
  if (found.diagnostics.some(isError)) return { ...found, records: [] };
  // One after the other: on two cores, threads of their own (measured) only gave back the time that it took to start them.
  for (const { task, record } of planned) {
    const { files, diagnostics } = await produce(task, request.progress);
    found.diagnostics.push(...diagnostics);
    found.files.push(...files);
    found.records.push({ ...record, sorties: files.map(describeOutput) });
  }
  if (found.diagnostics.some(isError)) return { ...found, files: [], records: [] };
  const interne = request.options.interne === true;
  const etude = normalised(published, interne);
  const file = studyFile(interne);
  const study: LivrableManifeste = {
    id: 'etude',
    empreinte: sha256(etude),
    parametres: { formats: ['json'], scenario: null, projet: null, depuis: null },
    sorties: [describeFile(file, etude)],
  };
  return {
    ...found,
    files: [...found.files, { livrable: 'etude', name: file, bytes: etude, ms: 0 }],
    records: [...found.records, study],
  };
}

/** A deliverable depends on its own texts only. */
function optionsFor(name: Deliverable, { textes, ...options }: DeliverableOptions): DeliverableOptions {
  const own = (textes?.textes ?? []).filter(({ livrable }) => livrable === name);
  if (own.length === 0) return options;
  const relectures = Object.entries(textes?.relectures ?? {}).filter(([key]) => key.startsWith(`${name}/`));
  return { ...options, textes: { textes: own, relectures: Object.fromEntries(relectures) } };
}

/** Those asked for by name; else all, or all that have an internal edition when it is that one which is built. */
async function wantedOf({ livrables, options }: BuildRequest): Promise<Deliverable[]> {
  if (livrables.length > 0) return livrables.filter(isDeliverable);
  const found: Deliverable[] = [];
  for (const name of DELIVERABLES) if (!options.interne || (await loadDeliverable(name)).interne) found.push(name);
  return found;
}

async function planOf(name: Deliverable, study: Study, request: BuildRequest, templates: Templates): Promise<Planned> {
  const { formats, dir, cwd, stamp } = request;
  const options = optionsFor(name, request.options);
  const parametres: LivrableManifeste['parametres'] = {
    formats: [...formats].sort(),
    scenario: options.scenario ?? null,
    projet: options.projet ?? null,
    depuis: options.depuis?.version ?? null,
    ...(options.interne ? { interne: true } : {}),
  };
  const parts = [name, await programFingerprint(), [...templates], parametres, options, stamp ?? null, study];
  return {
    task: { name, study, options, formats, dir, cwd, ...(stamp === undefined ? {} : { stamp }) },
    record: {
      id: typeof options.projet === 'string' ? `${name}/${options.projet}` : name,
      empreinte: sha256(JSON.stringify(parts)),
      parametres,
    },
  };
}

async function isCurrent(before: LivrableManifeste, { record }: Planned, folder: string): Promise<boolean> {
  if (before.empreinte !== record.empreinte) return false;
  return (await Promise.all(before.sorties.map((sortie) => intact(folder, sortie)))).every(Boolean);
}

const describeOutput = ({
  name,
  bytes,
  pages,
  sheets,
  slides,
}: RenderedFile): LivrableManifeste['sorties'][number] => ({
  ...describeFile(name, bytes),
  ...(pages === undefined ? {} : { pages }),
  ...(sheets === undefined ? {} : { feuilles: sheets }),
  ...(slides === undefined ? {} : { diapositives: slides }),
});
