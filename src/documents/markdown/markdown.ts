/** A filled template (CommonMark with leaf and container directives) as the blocks of a document, not yet numbered. */

import type { BlockContent, DefinitionContent, RootContent } from 'mdast';
import type { Exhibits } from '../../exhibits/types.js';
import type { Diagnostic } from '../../study/diagnostic.js';
import { identifiant } from '../../texte/identifiant.js';
import { typographie } from '../../texte/typographie.js';
import { unknownExhibit, unsupported } from '../faults.js';
import type { Templates } from '../template.js';
import type { Block, Heading, Inline } from '../tree.js';
import { figureForPage, tableForPage } from './exhibits.js';
import { type InlineSink, inlines, plainText } from './inlines.js';
import { piecesOf } from './pieces.js';

/** Where the lettered annexes begin: `::annexes`. */
export type Draft = Block | { type: 'annexes' };

const CALLOUTS = {
  retenir: 'À retenir',
  question: 'À décider',
  limite: 'Ce que l’on ne sait pas',
  exemple: 'Données d’exemple',
} as const;

const isCallout = (name: string): name is keyof typeof CALLOUTS => Object.hasOwn(CALLOUTS, name);

/** How what is wrong is told: at its place in the templates, or in the author's file. */
export interface MarkdownFaults {
  unsupported(what: string, needle: string, line: number | undefined): Diagnostic;
  unknownExhibit(name: string, known: readonly string[], line: number | undefined): Diagnostic;
}

const ofTemplates = (templates: Templates): MarkdownFaults => ({
  unsupported: (what, needle) => unsupported(templates, what, needle),
  unknownExhibit: (name, known) => unknownExhibit(templates, name, known),
});

export interface MarkdownContext {
  exhibits: Exhibits;
  templates: Templates;
  faults?: MarkdownFaults;
  /** Pictures by the path that the Markdown writes; none in a template. */
  images?: ReadonlyMap<string, Extract<Block, { type: 'image' }>>;
}

const EXPLICIT_ID = /\s*\{#([a-z0-9-]+)\s*\}\s*$/;

/** `# Title {#id}` names the heading; else its text does. */
function heading(level: Heading['level'], content: Inline[]): Heading {
  const last = content.at(-1);
  const id = last?.type === 'text' ? EXPLICIT_ID.exec(last.value)?.[1] : undefined;
  if (last?.type === 'text' && id) last.value = last.value.replace(EXPLICIT_ID, '');
  return { type: 'heading', level, id: id ?? identifiant(plainText(content)), children: content };
}

export function parseMarkdown(
  markdown: string,
  { exhibits, templates, faults = ofTemplates(templates), images = new Map() }: MarkdownContext,
): { blocks: Draft[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  /** Lines before the piece that is converted. */
  let before = 0;
  const lineOf = (line: number | undefined): number | undefined => (line === undefined ? undefined : before + line);
  const sink: InlineSink = {
    unsupported: (what, needle, line) => diagnostics.push(faults.unsupported(what, needle, lineOf(line))),
  };

  function place(kind: 'tableau' | 'figure', name: string, line: number | undefined): Block[] {
    const exhibit = exhibits.get(name);
    if (!exhibit || (kind === 'tableau') !== (exhibit.kind === 'table')) {
      const known = [...exhibits.values()].filter((e) => (e.kind === 'table') === (kind === 'tableau'));
      diagnostics.push(
        faults.unknownExhibit(
          name,
          known.map((e) => e.name),
          lineOf(line),
        ),
      );
      return [];
    }
    return exhibit.kind === 'table'
      ? [{ type: 'table', id: name, number: 0, exhibit: tableForPage(exhibit) }]
      : [{ type: 'figure', id: name, number: 0, exhibit: figureForPage(exhibit) }];
  }

  function convert(node: RootContent | BlockContent | DefinitionContent): Draft[] {
    switch (node.type) {
      case 'heading': {
        if (node.depth > 4) sink.unsupported('Un titre de plus de quatre niveaux', '#####', node.position?.start.line);
        return [heading(Math.min(node.depth, 4) as Heading['level'], inlines(node.children, sink))];
      }
      case 'paragraph': {
        const [only, ...more] = node.children;
        const picture = only?.type === 'image' && more.length === 0 ? images.get(only.url) : undefined;
        if (picture) return [picture];
        return [{ type: 'paragraph', children: inlines(node.children, sink) }];
      }
      case 'list':
        return [
          {
            type: 'list',
            ordered: node.ordered === true,
            items: node.children.map((item) => item.children.flatMap(convertBlock)),
          },
        ];
      case 'blockquote':
        return [{ type: 'quote', children: node.children.flatMap(convertBlock) }];
      case 'thematicBreak':
        return [{ type: 'pageBreak' }];
      case 'leafDirective': {
        const { name } = node;
        if (name === 'annexes') return [{ type: 'annexes' }];
        if (name === 'tableau' || name === 'figure')
          return place(name, node.attributes?.id ?? '', node.position?.start.line);
        sink.unsupported(`La directive « ::${name} »`, `::${name}`, node.position?.start.line);
        return [];
      }
      case 'containerDirective': {
        const [first] = node.children;
        const labelled = first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data;
        const label = labelled ? plainText(inlines(first.children, sink)) : undefined;
        const children = (labelled ? node.children.slice(1) : node.children).flatMap(convertBlock);
        if (node.name === 'chapeau' || node.name === 'note')
          return children.map((child) =>
            child.type === 'paragraph' ? { ...child, style: node.name === 'note' ? 'small' : 'lead' } : child,
          );
        if (isCallout(node.name)) {
          if (children.length === 0) return [];
          return [{ type: 'callout', kind: node.name, title: label ?? CALLOUTS[node.name], children }];
        }
        sink.unsupported(`La directive « :::${node.name} »`, `:::${node.name}`, node.position?.start.line);
        return [];
      }
      case 'html':
        sink.unsupported('Une balise HTML', node.value.split('\n')[0] ?? '', node.position?.start.line);
        return [];
      case 'code':
        // A line of a template that starts with four spaces: its text is kept.
        return [{ type: 'paragraph', children: [{ type: 'text', value: typographie(node.value) }] }];
      default:
        sink.unsupported(`La forme « ${node.type} »`, '', node.position?.start.line);
        return [];
    }
  }

  const convertBlock = (node: RootContent | BlockContent | DefinitionContent): Block[] =>
    convert(node).filter((block): block is Block => block.type !== 'annexes');

  const blocks = piecesOf(markdown).flatMap((piece) => {
    before = piece.before;
    return piece.nodes.flatMap(convert);
  });
  return { blocks, diagnostics };
}
