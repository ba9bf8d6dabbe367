/** Numbers of headings, tables and figures in the order of the document, and the words of the references to them. */
import type { Diagnostic } from '../../study/diagnostic.js';
import { majuscule } from '../../texte/accords.js';
import type { Block, Inline } from '../tree.js';
import type { Draft } from './markdown.js';

interface Counters {
  table: number;
  figure: number;
  chapter: number;
  section: number;
  annexes: boolean;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const chapterNumber = ({ chapter, annexes }: Counters): string =>
  annexes ? (LETTERS[chapter - 1] ?? String(chapter)) : String(chapter);

/** Whether what stands at this rank is the first word of a sentence: a reference there takes a capital. */
function beginsSentence(content: readonly Inline[], at: number): boolean {
  const before = content[at - 1];
  if (before === undefined) return content[at + 1] !== undefined;
  return before.type === 'text' && /(?<!\b(?:cf|art|p))[.!?…][\s\u00a0\u202f]+$/i.test(before.value);
}

export interface Numbered {
  front: Block[];
  body: Block[];
  diagnostics: Diagnostic[];
}

/** `front` has unnumbered headings; `::annexes` in `body` begins lettered chapters. `unknown` tells of a reference to what the document does not show. */
export function numberDocument(
  front: readonly Draft[],
  body: readonly Draft[],
  unknown: (target: string) => Diagnostic,
): Numbered {
  const counters: Counters = { table: 0, figure: 0, chapter: 0, section: 0, annexes: false };
  const words = new Map<string, string>();
  const ids = new Set<string>();
  const diagnostics: Diagnostic[] = [];

  const unique = (wanted: string): string => {
    let id = wanted || 'section';
    for (let rank = 2; ids.has(id); rank++) id = `${wanted}-${rank}`;
    ids.add(id);
    return id;
  };

  function number(draft: Draft, numbered: boolean): Block[] {
    switch (draft.type) {
      case 'annexes':
        Object.assign(counters, { annexes: true, chapter: 0, section: 0 });
        return [];
      case 'table':
      case 'figure': {
        counters[draft.type]++;
        const id = unique(draft.id);
        if (!words.has(draft.id))
          words.set(draft.id, `${draft.type === 'table' ? 'tableau' : 'figure'}\u00a0${counters[draft.type]}`);
        return [{ ...draft, id, number: counters[draft.type] }];
      }
      case 'heading': {
        const id = unique(draft.id);
        if (!numbered || draft.level > 2) return [{ ...draft, id }];
        if (draft.level === 1) Object.assign(counters, { chapter: counters.chapter + 1, section: 0 });
        else counters.section++;
        const value = draft.level === 1 ? chapterNumber(counters) : `${chapterNumber(counters)}.${counters.section}`;
        const kind = draft.level === 2 ? 'section' : counters.annexes ? 'annexe' : 'chapitre';
        if (!words.has(draft.id)) words.set(draft.id, `${kind}\u00a0${value}`);
        return [{ ...draft, id, number: value }];
      }
      case 'callout':
      case 'quote':
        return [{ ...draft, children: draft.children.flatMap((child) => number(child, numbered)) }];
      default:
        return [draft];
    }
  }

  const numberedFront = front.flatMap((draft) => number(draft, false));
  const numberedBody = body.flatMap((draft) => number(draft, true));

  /** A link without text takes the words of its target: « tableau 4 ». */
  const inlines = (content: readonly Inline[]): Inline[] =>
    content.flatMap((inline, i): Inline[] => {
      if (inline.type === 'strong' || inline.type === 'emphasis')
        return [{ ...inline, children: inlines(inline.children) }];
      if (inline.type !== 'link' || inline.target === undefined) return [inline];
      const known = words.get(inline.target);
      if (known === undefined && !ids.has(inline.target)) {
        diagnostics.push(unknown(inline.target));
        return inline.children;
      }
      if (inline.children.length > 0) return [inline];
      const value = known ?? inline.target;
      const shown = beginsSentence(content, i) ? majuscule(value) : value;
      return [{ ...inline, children: [{ type: 'text', value: shown }] }];
    });

  const resolve = (block: Block): Block => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return { ...block, children: inlines(block.children) };
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(resolve)) };
      case 'quote':
      case 'callout':
        return { ...block, children: block.children.map(resolve) };
      case 'definitions':
        return {
          ...block,
          items: block.items.map((item) => ({ term: inlines(item.term), children: inlines(item.children) })),
        };
      default:
        return block;
    }
  };

  return { front: numberedFront.map(resolve), body: numberedBody.map(resolve), diagnostics };
}
