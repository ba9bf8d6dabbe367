import {
  ExternalHyperlink,
  InternalHyperlink,
  type IRunOptions,
  PageReference,
  type ParagraphChild,
  SimpleField,
  TextRun,
} from 'docx';
import type { Inline } from '../../documents/tree.js';
import { isSafeLink, linkTarget, splitAddresses } from '../text/addresses.js';
import type { WordContext } from './context.js';

function link(url: string, children: ParagraphChild[]): ParagraphChild[] {
  const target = linkTarget(url);
  return target === null ? children : [new ExternalHyperlink({ link: target, children })];
}

const plainRuns = (text: string, style: IRunOptions): ParagraphChild[] =>
  text.split('\n').map((line, i) => new TextRun({ ...style, text: line, ...(i > 0 ? { break: 1 } : {}) }));

/** A text as runs: its line breaks are kept, its addresses are links. */
export const textRuns = (text: string, style: IRunOptions = {}): ParagraphChild[] =>
  splitAddresses(text).flatMap((piece): ParagraphChild[] =>
    piece.address
      ? link(piece.text, [new TextRun({ ...style, text: piece.text, style: 'Hyperlink' })])
      : plainRuns(piece.text, style),
  );

/** « tableau 15 », whose number follows that of the caption, which Word counts: null where the words do not end with it, or are set in another type. */
function numbered(
  children: readonly Inline[],
  number: number | undefined,
  anchor: string,
  style: IRunOptions,
): ParagraphChild[] | null {
  const [only] = children;
  if (number === undefined || only?.type !== 'text' || children.length > 1 || Object.keys(style).length > 0)
    return null;
  const before = only.value.endsWith(String(number)) ? only.value.slice(0, -String(number).length) : '';
  if (!/[\s\u00a0]$/.test(before)) return null;
  return [new TextRun({ text: before }), new SimpleField(`REF ${anchor} \\h`, String(number))];
}

/** `linked`: what stands inside of a link, which holds no other one (ECMA-376, part 1, 17.16.22). */
export function inlineRuns(
  content: readonly Inline[],
  context: WordContext,
  style: IRunOptions = {},
  linked = false,
): ParagraphChild[] {
  return content.flatMap((inline): ParagraphChild[] => {
    switch (inline.type) {
      case 'text':
        return linked ? plainRuns(inline.value, style) : textRuns(inline.value, style);
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'strong':
        return inlineRuns(inline.children, context, { ...style, bold: true }, linked);
      case 'emphasis':
        return inlineRuns(inline.children, context, { ...style, italics: true }, linked);
      case 'pageReference': {
        const name = context.bookmarks.get(inline.target);
        return name === undefined ? [] : [new PageReference(name)];
      }
      default: {
        const { url, target } = inline;
        if (linked) return inlineRuns(inline.children, context, style, true);
        const anchor = target === undefined ? undefined : context.bookmarks.get(target);
        if (url !== undefined && isSafeLink(url))
          return link(url, inlineRuns(inline.children, context, { ...style, style: 'Hyperlink' }, true));
        if (anchor === undefined) return inlineRuns(inline.children, context, style);
        const counted = numbered(inline.children, context.numbers.get(target ?? ''), anchor, style);
        return [
          new InternalHyperlink({ anchor, children: counted ?? inlineRuns(inline.children, context, style, true) }),
        ];
      }
    }
  });
}
