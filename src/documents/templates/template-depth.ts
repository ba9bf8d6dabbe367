/**
 * Blocks within blocks. Handlebars calls itself at each, several times over: a template of thousands of them takes it half a minute, or all the memory of
 * calls. Such a template is told before it is parsed.
 */

/** Blocks, « else if » of one block and parentheses within one another: no template needs a tenth of them. */
const DEEPEST = 100;

/** Between mustaches: what opens one. What is written as it is, is passed over. */
const OUTSIDE = /\\\\(?=\{\{)|\\\{\{|\{\{\{\{\/?|\{\{~?(?:!--|!|#|\/|\^|else\s+(?=[^\s}~]))?/g;
/** Within one, texts between quotes are passed over. */
const INSIDE = /"[^"]*"|'[^']*'|\(|\)|\}\}/g;
/** Ends of comments. */
const END = /\}\}/g;
const DASHED_END = /--~?\}\}/g;

/** Where a template goes deeper than any does, in characters from its start; null when it does not. */
export function tooDeepTemplate(text: string): number | null {
  /** Levels that each open block holds, those of its « else if » with them. */
  const blocks: number[] = [];
  let [depth, parentheses, at] = [0, 0, 0];
  for (let pattern = OUTSIDE; ; ) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return null;
    const [mark] = found;
    at = pattern.lastIndex;
    if (pattern === INSIDE) {
      if (mark === '(') parentheses++;
      else if (mark === ')') parentheses--;
      else if (mark === '}}') pattern = OUTSIDE;
    } else if (pattern !== OUTSIDE) pattern = OUTSIDE;
    else if (mark.endsWith('!')) pattern = END;
    else if (mark.endsWith('!--')) pattern = DASHED_END;
    else if (mark.startsWith('{{')) {
      [pattern, parentheses] = [INSIDE, 0];
      if (mark.endsWith('/')) depth -= blocks.pop() ?? 0;
      else if (mark.endsWith('#') || mark === '{{{{' || (mark.endsWith('^') && !ELSE.test(text.slice(at, at + 9)))) {
        blocks.push(1);
        depth++;
      } else if (mark.trimEnd().endsWith('else')) {
        blocks.push((blocks.pop() ?? 0) + 1);
        depth++;
      }
    }
    if (depth + parentheses > DEEPEST) return found.index;
  }
}

/** What follows « ^ » where it stands for « else ». */
const ELSE = /^\s*~?\}\}/;
