/**
 * Markdown read heading by heading. A document is many times the same but for a sentence: what stands between two headings is read once for a given
 * text, and the shorter a text, the quicker each of its lines is read.
 */
import type { RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';

export interface Piece {
  /** Lines of the text before it: its own lines are counted from its start. */
  before: number;
  /** Not to be changed: another text with the same piece has the same nodes. */
  nodes: readonly RootContent[];
}

/** « 14:30 » is no text directive: the program reads leaf and container directives only. */
function directives(): ReturnType<typeof directive> {
  const extension = directive();
  delete extension.text;
  return extension;
}

const EXTENSIONS = [directives()];
const FROM_DIRECTIVES = [directiveFromMarkdown()];
const read = (markdown: string): readonly RootContent[] =>
  fromMarkdown(markdown, { extensions: EXTENSIONS, mdastExtensions: FROM_DIRECTIVES }).children;

/** What reaches over a heading: code, a tag, the address of a link, a container that another one may close. Such a text is read whole. */
const REACHES_OVER = /^ {0,3}(?:```|~~~|<|\[[^\]\n]*\]:)|^[ \t]+:::|^::::/m;

/** The texts between the headings that follow an empty line, outside of containers. */
function cut(markdown: string): string[] {
  if (REACHES_OVER.test(markdown)) return [markdown];
  const pieces: string[] = [];
  const lines = markdown.split('\n');
  let start = 0;
  let open = 0;
  for (const [i, line] of lines.entries()) {
    if (/^:::\s*$/.test(line)) open = Math.max(0, open - 1);
    else if (line.startsWith(':::')) open += 1;
    else if (open === 0 && i > start && /^#{1,6} /.test(line) && lines[i - 1]?.trim() === '') {
      pieces.push(`${lines.slice(start, i).join('\n')}\n`);
      start = i;
    }
  }
  return [...pieces, lines.slice(start).join('\n')];
}

/** Some millions of bytes at most. */
const KEPT = 2000;
const kept = new Map<string, readonly RootContent[]>();

function nodesOf(piece: string): readonly RootContent[] {
  const found = kept.get(piece) ?? read(piece);
  if (kept.size >= KEPT) kept.clear();
  kept.set(piece, found);
  return found;
}

export function piecesOf(markdown: string): Piece[] {
  let before = 0;
  return cut(markdown).map((piece) => {
    const made = { before, nodes: nodesOf(piece) };
    before += piece.split('\n').length - 1;
    return made;
  });
}
