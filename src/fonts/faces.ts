/**
 * The faces in which documents are set and measured: the program's, or those of a study while its deliverables are made. What is set in force holds for
 * the work that it is given and for what that work awaits, so that two studies made in one process never mix.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Face } from './shaping.js';

const require = createRequire(import.meta.url);

export const STYLES = ['normal', 'bold', 'italics', 'bolditalics'] as const;
export type Style = (typeof STYLES)[number];

/** A face as fontkit opens it, with what the documents ask of it. */
export interface OpenFace extends Face {
  /** « TTF » for a face alone in its file, be it TrueType or CFF. */
  type: string;
  familyName: string | null;
  postscriptName: string;
  characterSet: number[];
  ascent: number;
  descent: number;
  variationAxes: Record<string, unknown>;
  hasGlyphForCodePoint(code: number): boolean;
  getGlyph(id: number): { path: { commands: { command: string; args: number[] }[] } };
  createSubset(): { includeGlyph(id: number): number; encode(): Uint8Array };
  'OS/2'?: { usWeightClass: number; fsType: { noEmbedding: boolean; noSubsetting: boolean; bitmapOnly: boolean } };
}

/** A family of a study: the files of its faces, in base64. Plain data, as the theme that holds it. */
export type Family = Readonly<Record<Style, string>>;

/** A family in force. */
export interface Faces {
  /** Equal for equal files, and for these only. */
  readonly key: string;
  /** Where the PDF engine finds a face: a path, or a name under which its bytes are given. */
  source(style: Style): string;
  /** Its bytes; null for the program's, read from their path. */
  bytes(style: Style): Uint8Array | null;
  /** Opened once. */
  open(style: Style): OpenFace;
}

interface Fontkit {
  openSync(path: string): OpenFace;
  create(bytes: Uint8Array): OpenFace;
}

/** Throws for what is no font. */
export const openFont = (bytes: Uint8Array): OpenFace => (require('fontkit') as Fontkit).create(Buffer.from(bytes));

const PROGRAM: Readonly<Record<Style, string>> = {
  normal: 'Regular',
  bold: 'Semibold',
  italics: 'It',
  bolditalics: 'SemiboldIt',
};

const pathOf = (style: Style): string => require.resolve(`source-sans/TTF/SourceSans3-${PROGRAM[style]}.ttf`);

function openedOnce(open: (style: Style) => OpenFace): (style: Style) => OpenFace {
  const opened = new Map<Style, OpenFace>();
  return (style) => {
    const face = opened.get(style) ?? open(style);
    opened.set(style, face);
    return face;
  };
}

const PROGRAM_FACES: Faces = {
  key: '',
  source: pathOf,
  bytes: () => null,
  open: openedOnce((style) => (require('fontkit') as Fontkit).openSync(pathOf(style))),
};

function facesOf(family: Family): Faces {
  const hashes = STYLES.map((style) => createHash('sha256').update(family[style]).digest('hex').slice(0, 16));
  const bytes = (style: Style): Uint8Array => Buffer.from(family[style], 'base64');
  return {
    key: hashes.join('-'),
    // The same file given for two styles is one face.
    source: (style) => `etude:${hashes[STYLES.indexOf(style)]}`,
    bytes,
    open: openedOnce((style) => openFont(bytes(style))),
  };
}

const made = new WeakMap<Family, Faces>();
const force = new AsyncLocalStorage<Faces>();

/** Does the work with the documents set in the family, the program's when there is none. */
export function withFaces<T>(family: Family | undefined, work: () => T): T {
  if (!family) return force.run(PROGRAM_FACES, work);
  const faces = made.get(family) ?? facesOf(family);
  made.set(family, faces);
  return force.run(faces, work);
}

export const facesInForce = (): Faces => force.getStore() ?? PROGRAM_FACES;
