/** Markdown's inline content as the document's. */

import type { PhrasingContent } from 'mdast';
import { typographie } from '../../texte/typographie.js';
import type { Inline } from '../tree.js';

/** What is found on the way. */
export interface InlineSink {
  /** A kind of content that no deliverable lays out; `needle` helps to find it in the template, `line` is that of the Markdown. */
  unsupported(what: string, needle: string, line?: number): void;
}

export function inlines(nodes: readonly PhrasingContent[], sink: InlineSink): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', value: typographie(node.value.replace(/(?<!\s)\s*\n\s*| {2,}/g, ' ')) }];
      case 'inlineCode':
        return [{ type: 'text', value: node.value }];
      case 'strong':
      case 'emphasis':
        return [{ type: node.type, children: inlines(node.children, sink) }];
      case 'break':
        return [{ type: 'break' }];
      case 'link': {
        const children = inlines(node.children, sink);
        if (!/^(#|https?:|mailto:)/i.test(node.url)) {
          sink.unsupported(
            'Un lien vers autre chose qu’une page web (http, https), un courriel (mailto) ou un élément du document',
            node.url,
            node.position?.start.line,
          );
          return children;
        }
        return [
          node.url.startsWith('#')
            ? { type: 'link', target: node.url.slice(1), children }
            : { type: 'link', url: node.url, children },
        ];
      }
      case 'html':
        sink.unsupported('Une balise HTML', node.value, node.position?.start.line);
        return [];
      case 'image':
        sink.unsupported('Une image', node.url, node.position?.start.line);
        return [];
      default:
        sink.unsupported(`La forme « ${node.type} »`, '', node.position?.start.line);
        return [];
    }
  });
}

/** The text of inline content, without its marks. */
export function plainText(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.type === 'text') return inline.value;
      return 'children' in inline ? plainText(inline.children) : ' ';
    })
    .join('');
}
