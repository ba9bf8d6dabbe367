/** Every form that a deliverable may take, each behind the same door: adding one is a folder here and an entry in this list. */
import type { Produced } from '../documents/deliverable.js';
import type { Attachment } from '../documents/tree.js';
import type { Theme } from './theme.js';

/** What is known of a file beside the document that it shows. */
export interface RenderOptions {
  /** ISO date of its properties. */
  date: string;
  /** Files that travel with it, for the forms that can carry some. */
  attachments: readonly Attachment[];
}

export interface Drawn {
  bytes: Uint8Array;
  pages?: number;
  sheets?: number;
  slides?: number;
}

/** The part of a deliverable that one form shows: plain data, that another thread may be given. */
export type Shown = Partial<Pick<Produced, 'tree' | 'workbook' | 'slides'>>;

export interface Renderer {
  extension: string;
  /** What it makes, as it is told while it works: « Classeur ». */
  label: string;
  /** Made without being asked for. */
  usual: boolean;
  /** What it draws, null when the deliverable has not this form: with the same theme and date, the same is drawn the same, whatever travels with it. */
  draws(produced: Produced): Shown | null;
  /** Same thing shown, same theme, same options: same bytes. Refuses, as a fault of the program, what it does not draw. */
  render(shown: Shown, theme: Theme, options: RenderOptions): Promise<Drawn>;
  /** A file that it drew of the same, with what travels with it now: the bytes that `render` would give; null when they cannot be had so. */
  carry(bytes: Uint8Array, options: RenderOptions): Promise<Uint8Array | null>;
}

/** A form that carries nothing. */
const alone = async (bytes: Uint8Array): Promise<Uint8Array> => bytes;

/** What is drawn, which `draws` has found. */
function part<T>(value: T | null | undefined, extension: string): T {
  if (value === null || value === undefined) throw new Error(`nothing to draw as ${extension}`);
  return value;
}

// Each library is loaded by the first file that needs it.
export const RENDERERS = [
  {
    extension: 'pdf',
    label: 'Mise en page de',
    usual: true,
    draws: ({ tree }) => ({ tree }),
    render: async ({ tree }, theme, options) =>
      (await import('./pdf/index.js')).renderPdf(part(tree, 'pdf'), theme, options),
    carry: async (bytes, { attachments: [attachment, ...others] }) =>
      attachment && others.length === 0
        ? (await import('./pdf/tagging/attached.js')).withAttached(bytes, attachment.bytes)
        : null,
  },
  {
    extension: 'xlsx',
    label: 'Classeur',
    usual: true,
    draws: ({ workbook }) => workbook && { workbook },
    carry: alone,
    render: async ({ workbook }, theme, { date }) =>
      (await import('./xlsx/index.js')).renderXlsx({ ...part(workbook, 'xlsx'), date }, theme),
  },
  {
    extension: 'pptx',
    label: 'Diapositives',
    usual: true,
    draws: ({ slides }) => (slides === undefined ? null : { slides }),
    carry: alone,
    render: async ({ slides }, theme, { date }) =>
      (await import('./pptx/index.js')).renderPptx(part(slides, 'pptx'), theme, date),
  },
  {
    extension: 'docx',
    label: 'Document',
    // For a client who comments: a committee is handed the PDF.
    usual: false,
    draws: ({ tree }) => ({ tree }),
    carry: alone,
    render: async ({ tree }, theme, { date }) => ({
      bytes: await (await import('./docx/index.js')).renderDocx(part(tree, 'docx'), theme, date),
    }),
  },
] as const satisfies readonly Renderer[];

export type Format = (typeof RENDERERS)[number]['extension'];

export const FORMATS: readonly Format[] = RENDERERS.map(({ extension }) => extension);

/** Those made without being asked for. */
export const USUAL_FORMATS: readonly Format[] = RENDERERS.filter(({ usual }) => usual).map(
  ({ extension }) => extension,
);

export const isFormat = (value: unknown): value is Format => FORMATS.some((format) => format === value);

/** The form of an extension. */
export const rendererOf = (extension: Format): Renderer => {
  const found = RENDERERS.find((renderer) => renderer.extension === extension);
  if (!found) throw new Error(`no form ${extension}`);
  return found;
};
