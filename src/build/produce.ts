/** One deliverable, from the parts of the study that it reads to the bytes of its files. */
import type { Modifications, Produced } from '../documents/deliverable.js';
import { type Deliverable, loadDeliverable } from '../documents/registry.js';
import type { Templates } from '../documents/template.js';
import type { TextesEtude } from '../documents/textes/composer.js';
import { withFaces } from '../fonts/faces.js';
import { type Drawn, RENDERERS } from '../render/registry.js';
import type { Theme } from '../render/theme.js';
import type { Diagnostic } from '../study/diagnostic.js';
import { publique } from '../study/internal.js';
import type { Study } from '../study/study.js';
import { optionsDe, type Parametres } from './parameters.js';
import type { BuildRequest } from './request.js';
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
  /** The program's, dressed as the study asks. */
  theme: Theme;
  /** What the author has written for it. */
  textes?: TextesEtude;
}

export interface Product {
  files: RenderedFile[];
  diagnostics: Diagnostic[];
}

type Suivi = Pick<BuildRequest, 'progress'> & { onStep?: BuildRequest['onStep'] | undefined };

/** Added to the names of the internal edition: a file that is handed over by mistake says what it is. */
export const SUFFIXE_INTERNE = '-interne';

export const studyFile = (interne: boolean): string => `etude${interne ? SUFFIXE_INTERNE : ''}.json`;

/** The study as an edition may hold it, its lists in a fixed order: without judgements but in the internal one. */
export const normalised = (study: Study, interne: boolean): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(interne ? study : publique(study), null, 2)}\n`);

/** Figures are drawn to the width of their texts: the faces of the study are in force from the first of them. */
export const produce = (task: Task, templates: Templates, suivi: Suivi): Promise<Product> =>
  withFaces(task.theme.fonts, () => produceInForce(task, templates, suivi));

async function produceInForce(task: Task, templates: Templates, { progress, onStep }: Suivi): Promise<Product> {
  const { name, study, parametres, modifications, textes, theme } = task;
  const options = {
    ...optionsDe(parametres),
    ...(Object.keys(modifications).length > 0 ? { modifications } : {}),
    ...(textes ? { textes } : {}),
  };
  progress(`Analyse : ${name}`);
  const module = await loadDeliverable(name);
  const { value, ms } = await timed(() => module.compose({ study, theme: theme.charts, templates, options }));
  onStep?.({ etape: 'Analyse et composition', ms });
  const { produced, diagnostics } = value;
  if (diagnostics.some(({ gravite }) => gravite === 'erreur')) return { files: [], diagnostics };
  const files: RenderedFile[] = [];
  for (const one of produced) files.push(...(await renderOne(one, task, { progress, onStep })));
  return { files, diagnostics };
}

async function renderOne(
  produced: Produced,
  { name: livrable, study, theme, parametres: { formats, horodatage, interne } }: Task,
  { progress, onStep }: Suivi,
): Promise<RenderedFile[]> {
  const name = `${produced.name}${interne ? SUFFIXE_INTERNE : ''}`;
  const attachment = {
    name: studyFile(interne),
    description: 'Parties de l’étude dont ce document est tiré, normalisées, sans donnée personnelle.',
    mime: 'application/json',
    bytes: normalised(study, interne),
    relationship: 'Source' as const,
  };
  const options = { date: horodatage ?? produced.date, attachments: [attachment] };
  const files: RenderedFile[] = [];
  for (const { extension, label, accepts, render } of RENDERERS) {
    if (!formats.includes(extension) || !accepts(produced)) continue;
    progress(`${label} ${name}.${extension}`);
    const { value, ms } = await timed((): Promise<Drawn> => render(produced, theme, options));
    onStep?.({ etape: `Mise en forme ${extension.toUpperCase()}`, ms });
    files.push({ livrable, name: `${name}.${extension}`, ...value, ms });
  }
  return files;
}
