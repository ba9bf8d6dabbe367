/** What stands above and below an exhibit. */
import type { Context, Node } from '../definition.js';
import { textRuns } from './inline-nodes.js';

export interface Label {
  kind: 'Tableau' | 'Figure';
  number: number;
  id: string;
}

export function captionNode({ kind, number, id }: Label, title: string, { theme }: Context): Node {
  const { sizes, colours } = theme;
  return {
    struct: { type: 'Caption' },
    id,
    text: [
      { text: `${kind}\u00a0${number}`, bold: true, color: colours.accent },
      { text: `  ${title}`, bold: true },
    ],
    fontSize: sizes.caption,
    margin: [0, 10, 0, 4],
    keep: 'next',
  };
}

/** Where the figures come from: always below the exhibit, and never parted from it. */
export function sourceNode(source: string | undefined, context: Context): Node[] {
  if (!source) return [];
  const { sizes, colours } = context.theme;
  const style = { fontSize: sizes.small - 0.5, color: colours.muted };
  return [{ text: textRuns(source, context), ...style, margin: [0, 4, 0, 0], keep: 'previous' }];
}

/** A caption, what it announces, and its source. */
export const exhibitNode = (
  label: Label,
  { title, source }: { title: string; source?: string },
  content: Node,
  context: Context,
): Node => ({
  struct: { type: 'Sect' },
  stack: [captionNode(label, title, context), content, ...sourceNode(source, context)],
  margin: [0, 2, 0, 12],
});
