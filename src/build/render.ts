/** Renders the deliverables of a checked study in memory: nothing is written here. */
import type { DeliverableOptions, Produced } from '../documents/deliverable.js';
import { DELIVERABLES, type Deliverable, isDeliverable, loadDeliverable } from '../documents/registry.js';
import { diagnostic } from '../study/codes.js';
import type { Diagnostic } from '../study/diagnostic.js';
import type { LoadedStudy } from '../study/load.js';
import { withoutPersonalData } from '../study/personal.js';
import type { Study } from '../study/study.js';
import type { BuildRequest } from './build.js';
import { timed } from './timing.js';
import type { OutputFile } from './write.js';

export interface RenderedFile extends OutputFile {
  livrable: string;
  pages?: number;
  sheets?: number;
  /** In milliseconds. */
  ms: number;
}

export interface Rendered {
  files: RenderedFile[];
  diagnostics: Diagnostic[];
  /** Deliverables not asked for by name that the study cannot give yet, and why. */
  skipped: { livrable: string; message: string }[];
}

const STUDY_FILE = 'etude.json';

/** The study as it may be published, its lists in a fixed order. */
const normalised = (study: Study): Uint8Array => new TextEncoder().encode(`${JSON.stringify(study, null, 2)}\n`);

const isError = ({ gravite }: Diagnostic): boolean => gravite === 'erreur';

/** Deliverables asked for by name must be had; without a name, all that the study can give are. */
export async function render(loaded: LoadedStudy & { study: Study }, request: BuildRequest): Promise<Rendered> {
  const study = withoutPersonalData(loaded.study);
  const etude = normalised(study);
  const wanted: Deliverable[] = request.livrables.length > 0 ? request.livrables.filter(isDeliverable) : DELIVERABLES;
  const files: RenderedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const skipped: Rendered['skipped'] = [];
  for (const name of wanted) {
    const module = await loadDeliverable(name);
    const lack = module.lack(study, request.options);
    if (lack && request.livrables.length === 0) {
      skipped.push({ livrable: name, message: lack.message });
      continue;
    }
    if (lack) {
      const place = loaded.origin(lack.chemin) ?? loaded.origin(lack.chemin.split('/')[0] ?? '');
      diagnostics.push(
        diagnostic(lack.code, {
          fichier: place?.fichier ?? request.shownDir,
          plage: { ligne: place?.ligne ?? 1, colonne: 1, longueur: 1 },
          chemin: lack.chemin,
          message: lack.message,
          aide: lack.aide,
        }),
      );
      continue;
    }
    const composed = await compose(name, study, request);
    diagnostics.push(...composed.diagnostics);
    if (composed.diagnostics.some(isError)) continue;
    for (const produced of composed.produced) files.push(...(await renderOne(name, produced, etude, request)));
  }
  if (diagnostics.some(isError)) return { files: [], diagnostics, skipped };
  return { files: [...files, { livrable: 'etude', name: STUDY_FILE, bytes: etude, ms: 0 }], diagnostics, skipped };
}

async function compose(
  name: Deliverable,
  study: Study,
  { dir, cwd, options, progress }: BuildRequest & { options: DeliverableOptions },
): Promise<{ produced: Produced[]; diagnostics: Diagnostic[] }> {
  const [module, { readTemplates }, { loadTheme }] = await Promise.all([
    loadDeliverable(name),
    import('../documents/templates.js'),
    import('../render/theme.js'),
  ]);
  progress(`Analyse : ${name}`);
  const [templates, theme] = await Promise.all([readTemplates(dir, cwd), loadTheme()]);
  return module.compose({ study, theme: theme.charts, templates, options });
}

async function renderOne(
  livrable: Deliverable,
  { name, tree, workbook, date }: Produced,
  etude: Uint8Array,
  { formats, progress }: BuildRequest,
): Promise<RenderedFile[]> {
  const files: RenderedFile[] = [];
  if (formats.includes('pdf')) {
    progress(`Mise en page de ${name}.pdf`);
    const [{ renderPdf }, { loadTheme }] = await Promise.all([
      import('../render/pdf/index.js'),
      import('../render/theme.js'),
    ]);
    const attachment = {
      name: STUDY_FILE,
      description: 'Étude normalisée, sans donnée personnelle, dont ce document est tiré.',
      mime: 'application/json',
      bytes: etude,
      relationship: 'Source' as const,
    };
    const theme = await loadTheme();
    const { value, ms } = await timed(() => renderPdf(tree, theme, { attachments: [attachment], date }));
    files.push({ livrable, name: `${name}.pdf`, bytes: value.bytes, pages: value.pages, ms });
  }
  if (workbook && formats.includes('xlsx')) {
    progress(`Classeur ${name}.xlsx`);
    const { renderXlsx } = await import('../render/xlsx/index.js');
    const { value, ms } = await timed(() => renderXlsx(workbook));
    files.push({ livrable, name: `${name}.xlsx`, bytes: value.bytes, sheets: value.sheets, ms });
  }
  return files;
}
