/**
 * Levels within levels. The parser calls itself at each: a file of thousands of open brackets takes it minutes, or all the memory of calls, which ends the
 * process without a word. Such a text is told before it is parsed.
 */
import { yaml } from './yaml.js';

/** Brackets within brackets, marks of one line that each open a level, and columns before what a line begins with: no study needs a tenth of them. */
const BRACKETS = 100;
const MARKS_OF_A_LINE = 100;
const COLUMNS = 200;

/** Where a text goes deeper than any study does, in characters from its start; null when it does not. */
export function tooDeep(text: string): number | null {
  return mayBeDeep(text) ? deepToken(text) : null;
}

/** The value that a short text of YAML holds. Throws when it is none, when it goes too deep, or when more than `aliases` values stand for others. */
export function readYaml(text: string, aliases = 100): unknown {
  if (tooDeep(text) !== null) throw new RangeError('the text goes too deep');
  return yaml().parse(text, { maxAliasCount: aliases, logLevel: 'error' });
}

/** Seen at little cost, on the safe side: brackets of a sentence count as well. */
function mayBeDeep(text: string): boolean {
  let [open, marks] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) marks = 0;
    else if (code === SPACE && OPENING.has(text.charCodeAt(at - 1)) && ++marks > MARKS_OF_A_LINE) return true;
    if (code === OPEN_LIST || code === OPEN_MAP) {
      if (++open > BRACKETS) return true;
    } else if (code === CLOSE_LIST || code === CLOSE_MAP) open = Math.max(0, open - 1);
  }
  return FAR_RIGHT.test(text);
}

const [OPEN_LIST, OPEN_MAP, CLOSE_LIST, CLOSE_MAP] = ['[', '{', ']', '}'].map((sign) => sign.charCodeAt(0));
const [NEWLINE, SPACE] = ['\n', ' '].map((sign) => sign.charCodeAt(0));
const OPENING = new Set(['-', ':', '?'].map((sign) => sign.charCodeAt(0)));
/** What a line may begin with before its first word, at least as many times as there are columns to a level. */
const FAR_RIGHT = new RegExp(`^(?:[ \\t?:-]|[&!][^ \\n]* ){${COLUMNS / 2}}`, 'm');

/** By the tokens of YAML: a text between quotes or in a block is one of them, whatever it holds. */
function deepToken(text: string): number | null {
  const { Lexer, CST } = yaml();
  let [open, at, column, marks] = [0, 0, 0, 0];
  // At the head of a line, before its first word; after the mark that a text follows.
  let [leading, scalar] = [true, false];
  for (const source of new Lexer().lex(text)) {
    const type = scalar ? TEXT : CST.tokenType(source);
    scalar = type === 'scalar';
    if (MARKS.has(type)) continue;
    if (type === 'flow-seq-start' || type === 'flow-map-start') open++;
    else if (type === 'flow-seq-end' || type === 'flow-map-end') open = Math.max(0, open - 1);
    if (open === 0 && LEVELS.has(type) && ++marks > MARKS_OF_A_LINE) return at;
    if (open > BRACKETS || (leading && open === 0 && column > COLUMNS && !SILENT.has(type))) return at;
    at += source.length;
    column += source.length;
    if (source.endsWith('\n')) [leading, column, marks] = [true, 0, 0];
    else leading &&= LEADING.has(type);
  }
  return null;
}

const TEXT = 'text';
/** Tokens that open a level. */
const LEVELS = new Set<string | null>(['seq-item-ind', 'explicit-key-ind', 'map-value-ind']);
/** Tokens after which a level may still begin on the same line, those that say nothing of levels, and marks that are no part of the text. */
const LEADING = new Set<string | null>(['space', 'seq-item-ind', 'explicit-key-ind', 'map-value-ind', 'anchor', 'tag']);
const SILENT = new Set<string | null>(['space', 'comment', 'newline']);
const MARKS = new Set<string | null>(['doc-mode', 'flow-error-end', 'scalar']);
