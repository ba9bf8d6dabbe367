/** What an exhibit without a row says is a sentence of the text: a caption, a number and a frame would announce what is not there. */

import type { Inline } from '../tree.js';
import type { Draft } from './markdown.js';

/** Sentence of an exhibit that has nothing to show; null for one that has, and for any other block. */
function absence(draft: Draft): string | null {
  if (draft.type === 'table') return draft.exhibit.rows.length === 0 ? draft.exhibit.empty : null;
  return draft.type === 'figure' ? (draft.exhibit.empty ?? null) : null;
}

const ciblesDe = (inlines: readonly Inline[]): string[] =>
  inlines.flatMap((inline) => {
    if (inline.type === 'link')
      return [...(inline.target === undefined ? [] : [inline.target]), ...ciblesDe(inline.children)];
    if (inline.type === 'pageReference') return [inline.target];
    return inline.type === 'strong' || inline.type === 'emphasis' ? ciblesDe(inline.children) : [];
  });

/** Ids that the text of these blocks refers to. */
function citesPar(drafts: readonly Draft[]): string[] {
  return drafts.flatMap((draft) => {
    switch (draft.type) {
      case 'paragraph':
      case 'heading':
        return ciblesDe(draft.children);
      case 'list':
        return draft.items.flatMap(citesPar);
      case 'quote':
      case 'callout':
        return citesPar(draft.children);
      case 'definitions':
        return draft.items.flatMap(({ term, children }) => ciblesDe([...term, ...children]));
      default:
        return [];
    }
  });
}

/**
 * The same blocks, where each run of exhibits that show nothing is one paragraph: what each of them would say, once. An exhibit that the text
 * refers to keeps its caption and its number.
 */
export function videsEnPhrase(front: readonly Draft[], body: readonly Draft[]): { front: Draft[]; body: Draft[] } {
  const cited = new Set(citesPar([...front, ...body]));

  function joined(drafts: readonly Draft[]): Draft[] {
    const out: Draft[] = [];
    let said: string[] = [];
    const flush = (): void => {
      const value = [...new Set(said)].join(' ');
      if (value !== '') out.push({ type: 'paragraph', children: [{ type: 'text', value }] });
      said = [];
    };
    for (const draft of drafts) {
      const sentence = 'id' in draft && cited.has(draft.id) ? null : absence(draft);
      if (sentence !== null) {
        said.push(sentence);
        continue;
      }
      flush();
      out.push(draft);
    }
    flush();
    return out;
  }
  return { front: joined(front), body: joined(body) };
}
