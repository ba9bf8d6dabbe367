/** Renders the deliverables of a checked study in memory: nothing is written here. */
import type { Diagnostic } from '../study/diagnostic.js';
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

const STUDY_FILE = 'etude.json';

/** The study as it may be published, its lists in a fixed order. */
const normalised = (study: Study): Uint8Array => new TextEncoder().encode(`${JSON.stringify(study, null, 2)}\n`);

export async function render(
  full: Study,
  request: BuildRequest,
): Promise<{ files: RenderedFile[]; diagnostics: Diagnostic[] }> {
  const study = withoutPersonalData(full);
  const etude = normalised(study);
  const { files, diagnostics } = await renderDiagnostic(study, etude, request);
  const data: RenderedFile = { livrable: 'etude', name: STUDY_FILE, bytes: etude, ms: 0 };
  return { files: diagnostics.some((d) => d.gravite === 'erreur') ? [] : [...files, data], diagnostics };
}

async function renderDiagnostic(
  study: Study,
  etude: Uint8Array,
  { dir, cwd, formats, progress }: BuildRequest,
): Promise<{ files: RenderedFile[]; diagnostics: Diagnostic[] }> {
  const [{ analyseDiagnostic }, { diagnosticExhibits }, { diagnosticDocument, DIAGNOSTIC }, { deliverableOf }] =
    await Promise.all([
      import('../analysis/diagnostic.js'),
      import('../exhibits/diagnostic/index.js'),
      import('../documents/diagnostic.js'),
      import('../documents/meta.js'),
    ]);
  const [{ readTemplates }, { loadTheme }] = await Promise.all([
    import('../documents/templates.js'),
    import('../render/theme.js'),
  ]);
  progress('Analyse du diagnostic');
  const { date } = deliverableOf(study, DIAGNOSTIC);
  const theme = await loadTheme();
  const analyse = analyseDiagnostic(study, date);
  const exhibits = diagnosticExhibits(study, analyse, theme.charts);
  const templates = await readTemplates(dir, cwd);
  const { tree, diagnostics } = diagnosticDocument({ study, analyse, exhibits, templates });
  if (diagnostics.some((d) => d.gravite === 'erreur')) return { files: [], diagnostics };

  const files: RenderedFile[] = [];
  if (formats.includes('pdf')) {
    progress('Mise en page de diagnostic.pdf');
    const { renderPdf } = await import('../render/pdf/index.js');
    const attachment = {
      name: STUDY_FILE,
      description: 'Étude normalisée, sans donnée personnelle, dont ce document est tiré.',
      mime: 'application/json',
      bytes: etude,
      relationship: 'Source' as const,
    };
    const { value, ms } = await timed(() => renderPdf(tree, theme, { attachments: [attachment], date }));
    files.push({ livrable: DIAGNOSTIC.id, name: 'diagnostic.pdf', bytes: value.bytes, pages: value.pages, ms });
  }
  if (formats.includes('xlsx')) {
    progress('Classeur diagnostic.xlsx');
    const [{ renderXlsx }, { diagnosticWorkbook }] = await Promise.all([
      import('../render/xlsx/index.js'),
      import('../documents/workbook-diagnostic.js'),
    ]);
    const { value, ms } = await timed(() => renderXlsx(diagnosticWorkbook(study, exhibits, tree)));
    files.push({ livrable: DIAGNOSTIC.id, name: 'diagnostic.xlsx', bytes: value.bytes, sheets: value.sheets, ms });
  }
  return { files, diagnostics };
}
