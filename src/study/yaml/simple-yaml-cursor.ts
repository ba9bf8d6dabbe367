/** Where the plain reading of YAML stands in its text, and how it goes on. */
import type { Trace } from './ranges.js';

const SPACE = 32;
const NEWLINE = 10;
const HASH = 35;
const DASH = 45;

/** Levels within levels beyond which the text is the library's to refuse. */
const DEEPEST = 60;

export interface Cursor {
  readonly text: string;
  /** Told where each value stands. */
  readonly trace: Trace;
  at: number;
  /** Column of what stands at `at`, the first of its line; -1 at the end of the text. */
  indent: number;
  /** The text is beyond what is read here. */
  beyond: boolean;
  depth: number;
}

export const cursorOf = (text: string, trace: Trace): Cursor => ({
  text,
  trace,
  at: 0,
  indent: -1,
  beyond: false,
  depth: 0,
});

/** Leaves the text to the library. */
export function refuse(c: Cursor): undefined {
  c.beyond = true;
  c.indent = -1;
}

/** A level further in; false where there are too many. */
export function deepen(c: Cursor): boolean {
  c.depth += 1;
  return c.depth <= DEEPEST;
}

export function match(c: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = c.at;
  return pattern.exec(c.text);
}

export const isSpace = (c: Cursor, at: number): boolean => c.text.charCodeAt(at) === SPACE;
export const isNewline = (c: Cursor, at: number): boolean => c.text.charCodeAt(at) === NEWLINE;
export const isHash = (c: Cursor, at: number): boolean => c.text.charCodeAt(at) === HASH;

export function endOfLine({ text }: Cursor, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** To the start of the next line. */
export function toNextLine(c: Cursor): void {
  c.at = Math.min(c.text.length, endOfLine(c, c.at) + 1);
}

export function skipSpaces(c: Cursor): number {
  const from = c.at;
  while (c.text.charCodeAt(c.at) === SPACE) c.at += 1;
  return c.at - from;
}

/** From the start of a line to the next thing that is neither blank nor a comment. */
export function nextContent(c: Cursor): void {
  while (c.at < c.text.length) {
    const column = skipSpaces(c);
    const code = c.text.charCodeAt(c.at);
    if (code !== NEWLINE && code !== HASH && c.at < c.text.length) {
      c.indent = column;
      return;
    }
    toNextLine(c);
  }
  c.indent = -1;
}

/** After a value: nothing but a comment may follow on the line. */
export function finishLine(c: Cursor): void {
  const spaces = skipSpaces(c);
  const ends = c.at >= c.text.length || isNewline(c, c.at);
  const comment = isHash(c, c.at);
  toNextLine(c);
  if (ends || (spaces > 0 && comment)) nextContent(c);
  else refuse(c);
}

export function isDash({ text, at }: Cursor): boolean {
  const next = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === DASH && (next === SPACE || next === NEWLINE || at + 1 >= text.length);
}
