/** The errors of the YAML parser that a person would name, at the place where the hand must go. */
import type { LineCounter, YAMLError } from 'yaml';
import { quotesLeftOpen, type Stumble, slips } from './slips.js';

/**
 * The errors that a person would name. One mistake makes the parser stumble on what follows: of the errors of a line the first is kept, « unexpected
 * token » only when it comes first, and blanks in the indentation that YAML does not take for spaces, which no later error explains, are reported alone.
 */
export function tellingErrors(errors: readonly YAMLError[], text: string, counter: LineCounter): Stumble[] {
  if (errors.length === 0) return [];
  const tabs = [...text.matchAll(/^ *(?:- *)?(\t[ \t]*)(?=\S)/gm)].map(({ index, 0: found, 1: tab = '' }) => {
    const start = index + found.length - tab.length;
    return { code: 'TAB_AS_INDENT', start, end: start + tab.replace(/ .*/s, '').length };
  });
  if (tabs.length > 0) return tabs;
  const blanks = [
    ...text.matchAll(
      /^[ \t]*(?:- )*([\u00a0\u2007\u202f]+)|:([\u00a0\u2007\u202f]+)(?=\S)|^[ \t]*(?:- +)?[a-z]\w*:[ \t]*([\u00a0\u2007\u202f]+)(?=[ \t]*$)/gm,
    ),
  ]
    .map(({ index, 0: found, 1: indent, 2: after, 3: alone }) => ({
      index,
      found,
      blank: indent ?? after ?? alone ?? '',
    }))
    .filter(({ index }) =>
      errors.some(({ pos: [start] }) => counter.linePos(start).line >= counter.linePos(index).line),
    );
  if (blanks.length > 0)
    return blanks.map(({ index, found, blank }) => {
      const start = index + found.length - blank.length;
      return { code: 'NO_BREAK_SPACE', start, end: start + blank.length };
    });
  // `{ titre: Navette # Saint-Ambroix }`: the sign takes the brace with it, and the parser stumbles there or on the next line.
  const first = errors.reduce((line, { pos: [start] }) => Math.min(line, counter.linePos(start).line), Infinity);
  const cut = [...text.matchAll(/^[^'"#\n]*[{[][^'"}\]\n]*\s(#).*[}\]]/gm)]
    .map(({ index, 0: found }) => index + found.search(/\s#/) + 1)
    .find((start) => [0, 1].includes(first - counter.linePos(start).line));
  if (cut !== undefined) return [{ code: 'COMMENT_IN_BRACES', start: cut, end: cut + 1 }];
  const wrong = new Set(errors.map(({ pos: [start] }) => counter.linePos(start).line));
  const near = (start: number): boolean => {
    const { line } = counter.linePos(start);
    return [line - 1, line, line + 1].some((one) => wrong.has(one));
  };
  // What an open quote swallows stumbles far below.
  const open = quotesLeftOpen(text).filter(({ start }) => counter.linePos(start).line <= first);
  if (open.length > 0) return open;
  const habits = slips(text).filter(({ start }) => near(start));
  if (habits.length > 0) return habits.sort((a, b) => a.start - b.start);
  const lines = new Set<number>();
  // Once a line: a long one may hold as many errors as it has words.
  const names = new Map<string, string>();
  const nameAt = (code: string, start: number): string => {
    const key = `${counter.linePos(start).line} ${code}`;
    const name = names.get(key) ?? named(code, lineAt(text, start));
    names.set(key, name);
    return name;
  };
  return errors
    .map(({ code, pos: [start, end] }): Stumble => ({ code: nameAt(code, start), start, end }))
    .sort((a, b) => a.start - b.start)
    .filter(({ code, start }, index) => {
      const { line } = counter.linePos(start);
      if (lines.has(line) || (index > 0 && code === 'UNEXPECTED_TOKEN')) return false;
      lines.add(line);
      return true;
    });
}

const lineAt = (text: string, offset: number): string => {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? text.length : end);
};

/** What a colon too many means, by the line that holds it: fields one after the other, or a text between braces. */
function named(code: string, line: string): string {
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /^\s*(?:- )?[\w-]+: [^:{["']*,\s*[\w-]+:(?:\s|$)/.test(line))
    return 'FIELDS_ON_A_LINE';
  if (code === 'BLOCK_IN_FLOW' && /[{,]\s*[\w-]+:\s+[^\s'"{[,}][^,}]*:\s/.test(line)) return 'COLON_IN_BRACES';
  return code;
}
