/**
 * Hyphenation for pdfmake, which breaks at U+00AD without drawing a hyphen: the hyphen is drawn at a line's end only, and syllables are
 * merged back into words.
 */
import { facesInForce } from '../../../fonts/faces.js';
import { type Run, shaperOf } from '../../../fonts/shaping.js';
import {
  documentModule,
  elementWriterModule,
  type InlineRun,
  type LayoutNode,
  type LineBox,
  layoutModule,
  lineModule,
  textModule,
} from '../internals.js';
import { keepLastWord, markCutWords } from './cut-words.js';
import type { Font } from './font.js';
import { distinctCodes } from './text-codes.js';
import { HYPHEN, measuring } from './text-measure.js';

/** Two neighbouring runs that agree in all this are drawn as one. */
const mergeable = (a: InlineRun, b: InlineRun): boolean =>
  a.font === b.font &&
  a.fontSize === b.fontSize &&
  a.color === b.color &&
  a.link === b.link &&
  a.linkToDestination === b.linkToDestination &&
  a.decoration === b.decoration &&
  a.background === b.background &&
  a.opacity === b.opacity &&
  a.sup === b.sup &&
  a.sub === b.sub &&
  a.characterSpacing === b.characterSpacing &&
  a.fontFeatures === b.fontFeatures &&
  a.cut === b.cut &&
  a.again === b.again &&
  !a._pageRef &&
  !b._pageRef &&
  !a._tocItemRef &&
  !b._tocItemRef &&
  !a.lineEnd &&
  !b.isHyphen;

/** Words of a line as few runs as possible: syllables always, words too when no space is to be stretched. */
function mergeRuns(runs: readonly InlineRun[], wholeLine: boolean): InlineRun[] {
  const merged: InlineRun[] = [];
  for (const run of runs) {
    const before = merged.at(-1);
    const joins = before && !run.isHyphen && mergeable(before, run);
    if (joins && (before.shy || !/\s$/.test(before.text) || wholeLine)) {
      before.text += run.text;
      before.width += run.width;
      before.shy = run.shy ?? false;
      before.trailingCut = run.trailingCut ?? 0;
      before.lineEnd = run.lineEnd ?? false;
    } else merged.push(run);
  }
  return merged;
}

/** Of each face: its shaped words, what shapes them, and the tables of its file that were decoded. */
const opened = new Map<string, { words: Map<string, Run>; shape: (text: string) => Run; tables: object | undefined }>();

/** Words are shaped, and tables decoded, once a process: the same file of the font gives the same glyphs to every document. */
function readOnce(font: Font): void {
  const { font: face } = font;
  if (!face) return;
  const { key: family } = facesInForce();
  const key = `${family}/${font.name}`;
  const known = opened.get(key) ?? {
    words: new Map<string, Run>(),
    shape: shaperOf(face, font.scale),
    tables: face._tables,
  };
  opened.set(key, known);
  const { words, shape, tables } = known;
  if (tables) face._tables = tables;
  font.layoutCached = (text) => {
    const run = words.get(text) ?? shape(text);
    words.set(text, run);
    return run;
  };
}

/** Height of a line in the program's font, in thousandths of the size. */
const LINE = 1326;

/** Lines stand as far from each other in any font, which stands in the middle of its line: pages are composed alike. */
function sameLeading(font: Font): void {
  const lacking = (LINE - (font.ascender - font.descender)) / 2;
  font.ascender += lacking;
  font.descender -= lacking;
}

export function installHyphens(): void {
  const writer = elementWriterModule.default.prototype as { alignLine(line: LineBox): void };
  const align = writer.alignLine;
  // In a justified line the hyphen stays against its syllable.
  writer.alignLine = function alignLine(line) {
    const hyphen = line.inlines.at(-1);
    const before = line.inlines.at(-2);
    if (!hyphen?.isHyphen || !before || line.inlines.length < 3) return align.call(this, line);
    line.inlines.pop();
    before.width += hyphen.width;
    align.call(this, line);
    before.width -= hyphen.width;
    hyphen.x = before.x + before.width;
    line.inlines.push(hyphen);
  };

  const document = documentModule.default.prototype as { provideFont(...args: unknown[]): Font };
  const provide = document.provideFont;
  document.provideFont = function provideFont(...args) {
    const font = provide.apply(this, args);
    if (font.slots) return font;
    sameLeading(font);
    distinctCodes(font);
    readOnce(font);
    return font;
  };

  textModule.default = measuring(textModule.default);

  const Line = lineModule.default;
  lineModule.default = class extends Line {
    /** The word that the line was last asked to hold. */
    asked: InlineRun | undefined;
    /** pdfmake cuts a word that it has just taken where it is wider than this: the space that ends it needs no room. */
    override getAvailableWidth(): number {
      const room = super.getAvailableWidth();
      const { width = 0, trailingCut = 0 } = this.asked ?? {};
      return width - trailingCut <= room ? Math.max(room, width) : room;
    }
    override hasEnoughSpaceForInline(inline: InlineRun, next: InlineRun[] = []): boolean {
      this.asked = inline;
      if (!inline.shy || this.inlines.length === 0) return super.hasEnoughSpaceForInline(inline, next);
      const { width } = inline;
      inline.width += inline.shyWidth ?? 0;
      const enough = super.hasEnoughSpaceForInline(inline, next);
      inline.width = width;
      return enough;
    }
  };

  const Layout = layoutModule.default;
  layoutModule.default = class extends Layout {
    override buildNextLine(node: LayoutNode): LineBox | null {
      const line = super.buildNextLine(node);
      if (line) keepLastWord(line, node);
      // Neither a hyphen nor the joining of words changes the height of a line.
      if (!line || this.record) return line;
      const last = line.inlines.at(-1);
      if (last?.shy && node._inlines.length > 0) {
        const width = last.shyWidth ?? 0;
        const drawn = { text: HYPHEN, x: last.x + last.width, width, shy: false, isHyphen: true };
        line.inlines.push({ ...last, ...drawn, leadingCut: 0, trailingCut: 0 });
        line.inlineWidths += width;
        line.trailingCut = 0;
      }
      markCutWords(line, node);
      const justified = last?.alignment === 'justify' && !line.lastLineInParagraph && !line.newLineForced;
      line.inlines = mergeRuns(line.inlines, !justified);
      return line;
    }
  };
}
