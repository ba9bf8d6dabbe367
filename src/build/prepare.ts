/** What the files of one deliverable show, from the parts of the study that it reads: nothing is drawn yet. */
import { parObjetEtCle } from '../analysis/une-fois.js';
import type { DeliverableOptions, Modifications, Produced } from '../documents/deliverable.js';
import { type Deliverable, loadDeliverable } from '../documents/registry.js';
import type { Templates } from '../documents/template.js';
import type { TextesEtude } from '../documents/textes/relectures.js';
import { withFaces } from '../fonts/faces.js';
import { type Drawn, RENDERERS } from '../render/registry.js';
import type { Theme } from '../render/theme.js';
import type { Diagnostic } from '../study/diagnostic.js';
import { publique } from '../study/internal.js';
import type { Study } from '../study/study.js';
import type { Done, Drawing } from './drawing/drawing.js';
import { fingerprintOf, programFingerprint } from './inputs/fingerprint.js';
import { optionsDe, type Parametres } from './inputs/parameters.js';
import { indented } from './inputs/study-json.js';
import type { BuildRequest } from './request.js';
import { timed } from './timing.js';

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

/** What is known of a deliverable before it is composed. */
export type Known = Pick<DeliverableOptions, 'reserves'>;

/** A file of the release that stands there, drawn from what has this hash, whole and unchanged; null without one. */
export type DrawnBefore = (dessin: string) => Promise<Drawn | null>;

export type Suivi = Pick<BuildRequest, 'progress'> & { onStep?: BuildRequest['onStep'] | undefined };

/** Added to the names of the internal edition: a file that is handed over by mistake says what it is. */
const SUFFIXE_INTERNE = '-interne';

export const studyFile = (interne: boolean): string => `etude${interne ? SUFFIXE_INTERNE : ''}.json`;

/** The study as an edition may hold it, its lists in a fixed order: without judgements but in the internal one. */
export const normalised = parObjetEtCle(
  (study: Study, interne: boolean): Uint8Array =>
    new TextEncoder().encode(`${indented(interne ? study : publique(study))}\n`),
);

/** A file of a deliverable: as it stands, or to be drawn. */
export interface Planned {
  drawing: Drawing;
  /** Hash of what is drawn in it. */
  dessin: string;
  /** Taken from the release that stands there; null when it must be drawn. */
  same: Done | null;
}

export interface Prepared {
  livrable: string;
  files: Planned[];
  diagnostics: Diagnostic[];
}

/**
 * What the files of a deliverable show, and those that are had without drawing: a change of the study often shows in a part of its deliverables.
 * Figures are drawn to the width of their texts: the faces of the study are in force from the first of them.
 */
export const prepare = (
  task: Task,
  templates: Templates,
  suivi: Suivi,
  before: DrawnBefore,
  known: Known = {},
): Promise<Prepared> => withFaces(task.theme.fonts, () => prepareInForce(task, templates, suivi, before, known));

async function prepareInForce(
  task: Task,
  templates: Templates,
  { progress, onStep }: Suivi,
  before: DrawnBefore,
  known: Known,
): Promise<Prepared> {
  const { name, study, parametres, modifications, textes, theme } = task;
  const options = {
    ...optionsDe(parametres),
    ...known,
    ...(Object.keys(modifications).length > 0 ? { modifications } : {}),
    ...(textes ? { textes } : {}),
  };
  progress(`Analyse : ${name}`);
  const module = await loadDeliverable(name);
  const { value, ms } = await timed(() => module.compose({ study, theme: theme.charts, templates, options }));
  onStep?.({ etape: 'Analyse et composition', ms });
  const { produced, diagnostics } = value;
  if (diagnostics.some(({ gravite }) => gravite === 'erreur')) return { livrable: name, files: [], diagnostics };
  const files: Planned[] = [];
  for (const one of produced) files.push(...(await filesOf(one, task, before)));
  return { livrable: name, files, diagnostics };
}

async function filesOf(
  produced: Produced,
  { study, theme, parametres: { formats, horodatage, interne } }: Task,
  before: DrawnBefore,
): Promise<Planned[]> {
  const name = `${produced.name}${interne ? SUFFIXE_INTERNE : ''}`;
  const attachment = {
    name: studyFile(interne),
    description: 'Parties de l’étude dont ce document est tiré, normalisées, sans donnée personnelle.',
    mime: 'application/json',
    bytes: normalised(study, interne),
    relationship: 'Source' as const,
  };
  const options = { date: horodatage ?? produced.date, attachments: [attachment] };
  const { bytes: _, ...carried } = attachment;
  const files: Planned[] = [];
  for (const { extension, draws, carry } of RENDERERS) {
    const shown = formats.includes(extension) ? draws(produced) : null;
    if (!shown) continue;
    const dessin = fingerprintOf([extension, programFingerprint(), theme, options.date, carried, shown]);
    const { value, ms } = await timed(async (): Promise<Drawn | null> => {
      const found = await before(dessin);
      const bytes = found && (await carry(found.bytes, options));
      return found && bytes && { ...found, bytes };
    });
    const drawing = { name: `${name}.${extension}`, extension, shown, theme, options };
    files.push({ drawing, dessin, same: value && { drawn: value, ms } });
  }
  return files;
}
