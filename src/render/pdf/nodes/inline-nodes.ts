import type { Inline } from '../../../documents/tree.js';
import { isSafeLink, splitAddresses } from '../../text/addresses.js';
import type { Context, Node, Style } from '../definition.js';
import { withSoftHyphens } from '../words/hyphenation.js';

const linkTo = (url: string, accent: string): Partial<Node> => ({ link: url, color: accent, decoration: 'underline' });

/** A text in runs: its addresses are links, its words may be cut where `cut` cuts them. */
export function textRuns(
  text: string,
  { theme }: Context,
  style: Style = {},
  cut: (text: string) => string = withSoftHyphens,
): Node[] {
  return splitAddresses(text).map((piece) => {
    if (piece.address) return { ...style, text: piece.text, ...linkTo(piece.text, theme.colours.accent) };
    return { ...style, text: cut(piece.text) };
  });
}

const whole = (text: string): string => text;

/** Inline content as runs of text. `hyphenate: false` for titles, which are never cut. */
export function inlineNodes(content: readonly Inline[], context: Context, hyphenate = true, style: Style = {}): Node[] {
  const { accent } = context.theme.colours;
  return content.flatMap((inline): Node[] => {
    switch (inline.type) {
      case 'text':
        return textRuns(inline.value, context, style, hyphenate ? withSoftHyphens : whole);
      case 'break':
        return [{ ...style, text: '\n' }];
      case 'strong':
        return inlineNodes(inline.children, context, hyphenate, { ...style, bold: true });
      case 'emphasis':
        return inlineNodes(inline.children, context, hyphenate, { ...style, italics: true });
      case 'pageReference':
        return context.targets.has(inline.target) ? [{ ...style, text: '', pageReference: inline.target }] : [];
      default: {
        const runs = inlineNodes(inline.children, context, false, style);
        if (inline.url !== undefined) {
          const { url } = inline;
          return isSafeLink(url) ? runs.map((run) => ({ ...run, ...linkTo(url, accent) })) : runs;
        }
        const { target } = inline;
        if (target === undefined || !context.targets.has(target)) return runs;
        return runs.map((run) => ({ ...run, linkToDestination: target, color: accent }));
      }
    }
  });
}
