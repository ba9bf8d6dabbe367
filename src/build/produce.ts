/** One deliverable, from the parts of the study that it reads to the bytes of its files. */
import type { Modifications, Produced } from '../documents/deliverable.js';
import { type Deliverable, loadDeliverable } from '../documents/registry.js';
import type { Templates } from '../documents/template.js';
import type { TextesEtude } from '../documents/textes/composer.js';
import { loadTheme } from '../render/theme.js';
import type { Diagnostic } from '../study/diagnostic.js';
import { publique } from '../study/internal.js';
import type { Study } from '../study/study.js';
import { optionsDe, type Parametres } from './parameters.js';
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

/** All that a deliverable is made from: plain data. */
export interface Task {
  name: Deliverable;
  study: Study;
  parametres: Parametres;
  /** By deliverable: what changed since its validation. */
  modifications: Record<string, Modifications>;
  /** What the author has written for it. */
  textes?: TextesEtude;
}

export interface Product {
  files: RenderedFile[];
  diagnostics: Diagnostic[];
}

/** Added to the names of the internal edition: a file that is handed over by mistake says what it is. */
export const SUFFIXE_INTERNE = '-interne';

export const studyFile = (interne: boolean): string => `etude${interne ? SUFFIXE_INTERNE : ''}.json`;

/** The study as an edition may hold it, its lists in a fixed order: without judgements but in the internal one. */
export const normalised = (study: Study, interne: boolean): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(interne ? study : publique(study), null, 2)}\n`);

export async function produce(task: Task, templates: Templates, progress: (text: string) => void): Promise<Product> {
  const { name, study, parametres, modifications, textes } = task;
  const options = {
    ...optionsDe(parametres),
    ...(Object.keys(modifications).length > 0 ? { modifications } : {}),
    ...(textes ? { textes } : {}),
  };
  progress(`Analyse : ${name}`);
  const [module, theme] = await Promise.all([loadDeliverable(name), loadTheme()]);
  const { produced, diagnostics } = module.compose({ study, theme: theme.charts, templates, options });
  if (diagnostics.some(({ gravite }) => gravite === 'erreur')) return { files: [], diagnostics };
  const files: RenderedFile[] = [];
  for (const one of produced) files.push(...(await renderOne(one, task, progress)));
  return { files, diagnostics };
}

async function renderOne(
  { name: base, tree, workbook, slides, date }: Produced,
  { name: livrable, study, parametres: { formats, horodatage, interne } }: Task,
  progress: (text: string) => void,
): Promise<RenderedFile[]> {
  const files: RenderedFile[] = [];
  const name = `${base}${interne ? SUFFIXE_INTERNE : ''}`;
  const dated = horodatage ?? date;
  if (formats.includes('pdf')) {
    progress(`Mise en page de ${name}.pdf`);
    const { renderPdf } = await import('../render/pdf/index.js');
    const attachment = {
      name: studyFile(interne),
      description: 'Parties de l’étude dont ce document est tiré, normalisées, sans donnée personnelle.',
      mime: 'application/json',
      bytes: normalised(study, interne),
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
  if (formats.includes('docx')) {
    progress(`Document ${name}.docx`);
    const { renderDocx } = await import('../render/docx/index.js');
    const theme = await loadTheme();
    const { value: bytes, ms } = await timed(() => renderDocx(tree, theme, dated));
    files.push({ livrable, name: `${name}.docx`, bytes, ms });
  }
  if (slides && formats.includes('pptx')) {
    progress(`Diapositives ${name}.pptx`);
    const { renderPptx } = await import('../render/pptx/index.js');
    const { value, ms } = await timed(() => renderPptx(slides, dated));
    files.push({ livrable, name: `${name}.pptx`, bytes: value.bytes, slides: value.slides, ms });
  }
  return files;
}
