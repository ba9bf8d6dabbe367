import {
  ExternalHyperlink,
  InternalHyperlink,
  type IRunOptions,
  PageReference,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Inline } from '../../documents/tree.js';
import { isSafeLink, splitAddresses } from '../text/addresses.js';
import type { WordContext } from './context.js';

const link = (url: string, children: ParagraphChild[]): ParagraphChild =>
  new ExternalHyperlink({ link: url, children });

/** A text as runs: its line breaks are kept, its addresses are links. */
export const textRuns = (text: string, style: IRunOptions = {}): ParagraphChild[] =>
  splitAddresses(text).flatMap((piece): ParagraphChild[] => {
    if (piece.address) return [link(piece.text, [new TextRun({ ...style, text: piece.text, style: 'Hyperlink' })])];
    return piece.text
      .split('\n')
      .map((line, i) => new TextRun({ ...style, text: line, ...(i > 0 ? { break: 1 } : {}) }));
  });

export function inlineRuns(
  content: readonly Inline[],
  context: WordContext,
  style: IRunOptions = {},
): ParagraphChild[] {
  return content.flatMap((inline): ParagraphChild[] => {
    switch (inline.type) {
      case 'text':
        return textRuns(inline.value, style);
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'strong':
        return inlineRuns(inline.children, context, { ...style, bold: true });
      case 'emphasis':
        return inlineRuns(inline.children, context, { ...style, italics: true });
      case 'pageReference': {
        const name = context.bookmarks.get(inline.target);
        return name === undefined ? [] : [new PageReference(name)];
      }
      default: {
        const { url, target } = inline;
        const anchor = target === undefined ? undefined : context.bookmarks.get(target);
        if (url !== undefined && isSafeLink(url))
          return [link(url, inlineRuns(inline.children, context, { ...style, style: 'Hyperlink' }))];
        if (anchor === undefined) return inlineRuns(inline.children, context, style);
        return [new InternalHyperlink({ anchor, children: inlineRuns(inline.children, context, style) })];
      }
    }
  });
}
