import type { Inline } from '../../documents/tree.js';
import type { Context, Node, Style } from './definition.js';
import { withSoftHyphens } from './hyphenation.js';

/** Inline content as runs of text. `hyphenate: false` for titles, which are never cut. */
export function inlineNodes(content: readonly Inline[], context: Context, hyphenate = true, style: Style = {}): Node[] {
  const { accent } = context.theme.colours;
  return content.flatMap((inline): Node[] => {
    switch (inline.type) {
      case 'text':
        return [{ ...style, text: hyphenate ? withSoftHyphens(inline.value) : inline.value }];
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
          return runs.map((run) => ({ ...run, link: url, color: accent, decoration: 'underline' as const }));
        }
        const { target } = inline;
        if (target === undefined || !context.targets.has(target)) return runs;
        return runs.map((run) => ({ ...run, linkToDestination: target, color: accent }));
      }
    }
  });
}
