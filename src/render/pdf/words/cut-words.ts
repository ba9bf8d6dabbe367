/**
 * Words cut at the end of a line, read aloud and copied whole: both parts stand in one `Span` whose `ActualText` is the word (ISO 32000-1, 14.9.4), and
 * readers of the pages alone find it on the first part, nothing on the others.
 */
import type { InlineRun, LayoutNode, LineBox } from '../internals.js';
import type { CutWord } from '../structure.js';

const endsWord = ({ text, lineEnd }: InlineRun): boolean => /\s$/.test(text) || lineEnd === true;

/**
 * The last word of a paragraph is not cut: its last line would hold the end of a word. The word goes whole to that line, which is there anyway, unless it
 * stands alone on its own or is wider than a line.
 */
export function keepLastWord(line: LineBox, node: LayoutNode): void {
  const rest = node._inlines;
  if (!line.inlines.at(-1)?.shy || rest.length === 0 || rest.slice(0, -1).some(endsWord)) return;
  const start = line.inlines.findLastIndex(endsWord) + 1;
  const parts = line.inlines.slice(start);
  const widthOf = (runs: readonly InlineRun[]): number => runs.reduce((sum, { width }) => sum + width, 0);
  if (start === 0 || widthOf([...parts, ...rest]) > line.maxWidth) return;
  line.inlines = line.inlines.slice(0, start);
  line.inlineWidths -= widthOf(parts);
  line.trailingCut = line.inlines.at(-1)?.trailingCut ?? line.trailingCut;
  rest.unshift(...parts);
}

/** Length of the part of a word that begins a list of runs. */
function partLength(runs: readonly InlineRun[]): number {
  const last = runs.findIndex(endsWord);
  return last < 0 ? runs.length : last + 1;
}

/** A word that a link begins or ends in, or that holds a number of page, is left as it is. */
const whole = (runs: readonly InlineRun[]): boolean =>
  runs.every(
    ({ link, linkToDestination, _pageRef, _tocItemRef }) =>
      link === runs[0]?.link && linkToDestination === runs[0]?.linkToDestination && !_pageRef && !_tocItemRef,
  );

/** Marks the runs of a line that are parts of words cut at its beginning and, where a hyphen ends it, at its end. `node` holds the runs that follow. */
export function markCutWords(line: LineBox, node: LayoutNode): void {
  const { inlines } = line;
  const entering = node.cut;
  node.cut = undefined;
  const begun = entering ? partLength(inlines) : 0;
  for (const run of inlines.slice(0, begun)) run.cut = entering;
  if (!inlines.at(-1)?.isHyphen) return;
  const words = inlines.slice(0, -1);
  if (entering && begun === inlines.length) {
    node.cut = entering;
    return;
  }
  const start = words.findLastIndex(endsWord) + 1;
  const parts = words.slice(start);
  const rest = node._inlines.slice(0, partLength(node._inlines));
  if (!whole([...parts, ...rest])) return;
  const cut: CutWord = { text: [...parts, ...rest].map(({ text }) => text).join('') };
  for (const run of inlines.slice(start)) run.cut = cut;
  node.cut = cut;
}

/** A text as a string of a content stream. */
export const utf16 = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
