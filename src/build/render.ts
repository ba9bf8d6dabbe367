/** Renders the deliverables of a checked study in memory: nothing is written here. One whose fingerprint has not changed is taken as it is. */
import type { DeliverableModule, Lack, Produced } from '../documents/deliverable.js';
import { DELIVERABLES, type Deliverable, isDeliverable, loadDeliverable } from '../documents/registry.js';
import { readTemplates, type Templates } from '../documents/templates.js';
import { loadTheme } from '../render/theme.js';
import { diagnostic } from '../study/codes.js';
import type { Diagnostic } from '../study/diagnostic.js';
import type { LoadedStudy } from '../study/load.js';
import { withoutPersonalData } from '../study/personal.js';
import type { Study } from '../study/study.js';
import type { BuildRequest } from './build.js';
import { programFingerprint, restrict, sha256 } from './fingerprint.js';
import { describeFile, intact, type LivrableManifeste, type Manifeste } from './manifest.js';
import { timed } from './timing.js';
import type { OutputFile } from './write.js';

export interface RenderedFile extends OutputFile {
  livrable: string;
  pages?: number;
  sheets?: number;
  slides?: number;
  /** In milliseconds. */
  ms: number;
}

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

const STUDY_FILE = 'etude.json';

/** The study as it may be published, its lists in a fixed order. */
const normalised = (study: Study): Uint8Array => new TextEncoder().encode(`${JSON.stringify(study, null, 2)}\n`);

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
  const wanted: Deliverable[] = request.livrables.length > 0 ? request.livrables.filter(isDeliverable) : DELIVERABLES;
  const found: Rendered = { files: [], records: [], reused: [], diagnostics: [], skipped: [], templates, published };
  for (const name of wanted) {
    const module = await loadDeliverable(name);
    const study = restrict(published, module.reads);
    const lack = module.lack(study, request.options);
    if (lack && request.livrables.length === 0) found.skipped.push({ livrable: name, message: lack.message });
    else if (lack) found.diagnostics.push(lackDiagnostic(lack, loaded, request.shownDir));
    else await renderDeliverable(name, module, study, request, folder, former, found);
  }
  if (found.diagnostics.some(isError)) return { ...found, files: [], records: [] };
  const etude = normalised(published);
  return {
    ...found,
    files: [...found.files, { livrable: 'etude', name: STUDY_FILE, bytes: etude, ms: 0 }],
    records: [
      ...found.records,
      {
        id: 'etude',
        empreinte: sha256(etude),
        parametres: { formats: ['json'], scenario: null, projet: null, depuis: null },
        sorties: [describeFile(STUDY_FILE, etude)],
      },
    ],
  };
}

async function renderDeliverable(
  name: Deliverable,
  module: DeliverableModule,
  study: Study,
  request: BuildRequest,
  folder: string,
  former: Manifeste | null,
  found: Rendered,
): Promise<void> {
  const { options, formats, progress } = request;
  const { templates } = found;
  const parametres: LivrableManifeste['parametres'] = {
    formats: [...formats].sort(),
    scenario: options.scenario ?? null,
    projet: options.projet ?? null,
    depuis: options.depuis?.version ?? null,
  };
  const empreinte = sha256(
    JSON.stringify([
      name,
      await programFingerprint(),
      [...templates],
      parametres,
      options,
      request.stamp ?? null,
      study,
    ]),
  );
  const id = typeof options.projet === 'string' ? `${name}/${options.projet}` : name;
  const before = former?.livrables.find((record) => record.id === id);
  if (before?.empreinte === empreinte) {
    const checks = await Promise.all(before.sorties.map((sortie) => intact(folder, sortie)));
    if (checks.every(Boolean)) {
      found.records.push(before);
      found.reused.push(name);
      return;
    }
  }
  progress(`Analyse : ${name}`);
  const theme = await loadTheme();
  const { produced, diagnostics } = module.compose({ study, theme: theme.charts, templates, options });
  found.diagnostics.push(...diagnostics);
  if (diagnostics.some(isError)) return;
  const files: RenderedFile[] = [];
  for (const one of produced) files.push(...(await renderOne(name, one, normalised(study), request)));
  found.files.push(...files);
  found.records.push({
    id,
    empreinte,
    parametres,
    sorties: files.map((file) => ({
      ...describeFile(file.name, file.bytes),
      ...(file.pages === undefined ? {} : { pages: file.pages }),
      ...(file.sheets === undefined ? {} : { feuilles: file.sheets }),
      ...(file.slides === undefined ? {} : { diapositives: file.slides }),
    })),
  });
}

async function renderOne(
  livrable: Deliverable,
  { name, tree, workbook, slides, date }: Produced,
  etude: Uint8Array,
  { formats, progress, stamp }: BuildRequest,
): Promise<RenderedFile[]> {
  const files: RenderedFile[] = [];
  const dated = stamp ?? date;
  if (formats.includes('pdf')) {
    progress(`Mise en page de ${name}.pdf`);
    const { renderPdf } = await import('../render/pdf/index.js');
    const attachment = {
      name: STUDY_FILE,
      description: 'Parties de l’étude dont ce document est tiré, normalisées, sans donnée personnelle.',
      mime: 'application/json',
      bytes: etude,
      relationship: 'Source' as const,
    };
    const theme = await loadTheme();
    const { value, ms } = await timed(() => renderPdf(tree, theme, { attachments: [attachment], date: dated }));
    files.push({ livrable, name: `${name}.pdf`, bytes: value.bytes, pages: value.pages, ms });
  }
  if (workbook && formats.includes('xlsx')) {
    progress(`Classeur ${name}.xlsx`);
    const { renderXlsx } = await import('../render/xlsx/index.js');
    const { value, ms } = await timed(() => renderXlsx({ ...workbook, date: dated }));
    files.push({ livrable, name: `${name}.xlsx`, bytes: value.bytes, sheets: value.sheets, ms });
  }
  if (slides && formats.includes('pptx')) {
    progress(`Diapositives ${name}.pptx`);
    const { renderPptx } = await import('../render/pptx/index.js');
    const { value, ms } = await timed(() => renderPptx(slides, dated));
    files.push({ livrable, name: `${name}.pptx`, bytes: value.bytes, slides: value.slides, ms });
  }
  return files;
}
