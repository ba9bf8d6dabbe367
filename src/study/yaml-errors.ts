/** The errors of the YAML parser that a person would name, at the place where the hand must go. */
import type { LineCounter, YAMLError } from 'yaml';

export interface Stumble {
  code: string;
  start: number;
  end: number;
}

/**
 * The errors that a person would name. One mistake makes the parser stumble on what follows: of the errors of a line the first is kept, « unexpected
 * token » only when it comes first, and blanks in the indentation that YAML does not take for spaces, which no later error explains, are reported alone.
 */
export function tellingErrors(errors: readonly YAMLError[], text: string, counter: LineCounter): Stumble[] {
  if (errors.length === 0) return [];
  const tabs = [...text.matchAll(/^ *(\t+)(?=\S)/gm)].map(({ index, 0: found, 1: tab = '' }) => {
    const start = index + found.length - tab.length;
    return { code: 'TAB_AS_INDENT', start, end: start + tab.length };
  });
  if (tabs.length > 0) return tabs;
  const blanks = [...text.matchAll(/^[ \t]*(?:- )*([\u00a0\u2007\u202f]+)|:([\u00a0\u2007\u202f]+)(?=\S)/gm)]
    .map(({ index, 0: found, 1: indent, 2: after }) => ({ index, found, blank: indent ?? after ?? '' }))
    .filter(({ index }) =>
      errors.some(({ pos: [start] }) => counter.linePos(start).line >= counter.linePos(index).line),
    );
  if (blanks.length > 0)
    return blanks.map(({ index, found, blank }) => {
      const start = index + found.length - blank.length;
      return { code: 'NO_BREAK_SPACE', start, end: start + blank.length };
    });
  // `{ titre: Navette # Saint-Ambroix }`: the sign takes the brace with it, and the parser stumbles there or on the next line.
  const first = Math.min(...errors.map(({ pos: [start] }) => counter.linePos(start).line));
  const cut = [...text.matchAll(/^[^'"#\n]*[{[][^'"}\]\n]*\s(#).*[}\]]/gm)]
    .map(({ index, 0: found }) => index + found.search(/\s#/) + 1)
    .find((start) => [0, 1].includes(first - counter.linePos(start).line));
  if (cut !== undefined) return [{ code: 'COMMENT_IN_BRACES', start: cut, end: cut + 1 }];
  const lines = new Set<number>();
  return errors
    .map(({ code, pos: [start, end] }): Stumble => ({ code, start, end }))
    .sort((a, b) => a.start - b.start)
    .filter(({ code, start }, index) => {
      const { line } = counter.linePos(start);
      if (lines.has(line) || (index > 0 && code === 'UNEXPECTED_TOKEN')) return false;
      lines.add(line);
      return true;
    });
}
