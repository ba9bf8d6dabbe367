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
import { fingerprintOf, programFingerprint } from './fingerprint.js';
import { optionsDe, type Parametres } from './parameters.js';
import type { BuildRequest } from './request.js';
import { timed } from './timing.js';
import type { OutputFile } from './write.js';

export interface RenderedFile extends OutputFile {
  livrable: string;
  pages?: number;
  sheets?: number;
  slides?: number;
  /** Hash of what is drawn in it. */
  dessin?: string;
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

/** A file of the release that stands there, drawn from what has this hash, whole and unchanged; null without one. */
export type DrawnBefore = (dessin: string) => Promise<Drawn | null>;

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

/**
 * What is drawn and has not changed is taken from `before`: a change of the study often shows in a part of its deliverables. Figures are drawn to the
 * width of their texts: the faces of the study are in force from the first of them.
 */
export const produce = (task: Task, templates: Templates, suivi: Suivi, before: DrawnBefore): Promise<Product> =>
  withFaces(task.theme.fonts, () => produceInForce(task, templates, suivi, before));

async function produceInForce(
  task: Task,
  templates: Templates,
  { progress, onStep }: Suivi,
  before: DrawnBefore,
): Promise<Product> {
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
  for (const one of produced) files.push(...(await renderOne(one, task, { progress, onStep }, before)));
  return { files, diagnostics };
}

async function renderOne(
  produced: Produced,
  { name: livrable, study, theme, parametres: { formats, horodatage, interne } }: Task,
  { progress, onStep }: Suivi,
  before: DrawnBefore,
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
  const { bytes: _, ...carried } = attachment;
  for (const { extension, label, accepts, draws, render, carry } of RENDERERS) {
    if (!formats.includes(extension) || !accepts(produced)) continue;
    progress(`${label} ${name}.${extension}`);
    const making = [extension, programFingerprint(), theme, options.date, carried, draws(produced)];
    const dessin = fingerprintOf(making);
    const { value, ms } = await timed(async (): Promise<Drawn> => {
      const same = await before(dessin);
      const bytes = same && (await carry(same.bytes, options));
      return same && bytes ? { ...same, bytes } : render(produced, theme, options);
    });
    onStep?.({ etape: `Mise en forme ${extension.toUpperCase()}`, ms });
    files.push({ livrable, name: `${name}.${extension}`, ...value, dessin, ms });
  }
  return files;
}
